import fc from "fast-check";
import { modalities, stances } from "../../coding/position/position.ts";
import { type StandParts, stand, torvask, velmara } from "./rows.ts";

export const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2031-03-${String(day).padStart(2, "0")}`);

const tellers: readonly NonNullable<StandParts["toldBy"]>[] = ["self", "article", velmara, torvask];
const conditions: readonly (readonly string[])[] = [[], ["once the guns are silent"], ["under another president"]];

const anyStand: fc.Arbitrary<StandParts> = fc
  .record({
    of: fc.constantFrom(velmara, torvask),
    day: anyDay,
    stance: fc.constantFrom(...stances),
    issue: fc.constantFrom("talks", "ceasefire"),
    audience: fc.constantFrom("public", "private"),
    modality: fc.constantFrom(...modalities),
    toldBy: fc.constantFrom(...tellers),
    conditions: fc.constantFrom(...conditions),
  })
  .map((parts) => (parts.stance === "conditional" ? parts : { ...parts, conditions: [] }));

/** Positions of two parties on two issues in one month, each with an id of its own. */
export const anyPositions = fc.uniqueArray(anyStand.map(stand), {
  maxLength: 24,
  selector: ({ position }) => position.id,
});

/** The same in another order. */
export const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });
