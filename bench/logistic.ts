/** What a logistic regression learns from: features that hold, by name. */
export interface Example {
  readonly features: readonly string[];
  readonly label: boolean;
  readonly weight: number;
}

/**
 * Weights by name, the intercept under the empty name, with a penalty on the square of each but the intercept.
 * Gradient descent with AdaGrad's steps (Duchi et al. 2011), a fixed number of them: the same examples give the same weights.
 */
export function fitLogistic(
  examples: readonly Example[],
  penaltyOf: (name: string) => number,
  steps = 300,
): ReadonlyMap<string, number> {
  const names = ["", ...new Set(examples.flatMap(({ features }) => features).filter((name) => name !== ""))];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, label, weight }) => ({
    at: [0, ...features.flatMap((name) => indexOf.get(name) ?? [])],
    target: label ? 1 : 0,
    weight,
  }));
  const penalties = names.map((name) => (name === "" ? 0 : penaltyOf(name)));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-8);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, index) => (penalties[index] ?? 0) * weight);
    for (const { at, target, weight } of rows) {
      const score = at.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-score)) - target) * weight;
      for (const index of at) gradient[index] = (gradient[index] ?? 0) + error;
    }
    gradient.forEach((slope, index) => {
      squares[index] = (squares[index] ?? 0) + slope * slope;
      weights[index] = (weights[index] ?? 0) - (0.5 * slope) / Math.sqrt(squares[index] ?? 1);
    });
  }
  return new Map(names.map((name, index) => [name, weights[index] ?? 0]));
}
