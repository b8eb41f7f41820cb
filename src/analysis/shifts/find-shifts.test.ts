import fc from "fast-check";
import { expect, test } from "vitest";
import type { PositionRow } from "../../ledger/ledger.ts";
import { stateParties } from "../party.ts";
import { anyPositions, shuffled } from "../testing/arbitraries.ts";
import { actor, nerevia, partyOf, type StandParts, stand, torvask, velmara } from "../testing/rows.ts";
import { findShifts } from "./find-shifts.ts";
import type { Shift } from "./shift.ts";

const apart = (documents: Iterable<string>) => {
  const { size } = new Set(documents);
  return { atLeast: size, atMost: size };
};
const shiftsOf = (...parts: readonly StandParts[]): readonly Shift[] =>
  findShifts(parts.map(stand), { partyOf, originsBehind: apart });
const told = ({ kind, size, from, to, saidBy }: Shift): unknown[] => [kind, size, from.stance, to.stance, saidBy];

test("a party that opposed and now supports has shifted by two, with its words from both sides", () => {
  const [shift, ...others] = shiftsOf({ day: "2031-03-09" }, { day: "2031-03-01", stance: "opposes" });
  expect(others).toEqual([]);
  expect(shift).toMatchObject({
    kind: "stance",
    size: 2,
    saidBy: "party",
    between: { after: "2031-03-01", by: "2031-03-09" },
  });
  expect([shift?.from, shift?.to].map((side) => side?.evidence.words.evidence)).toEqual([
    "Velmara opposes talks",
    "Velmara supports talks",
  ]);
});

test.each([
  ["supports", "conditional", -1],
  ["conditional", "opposes", -1],
  ["conditional", "supports", 1],
  ["supports", "opposes", -2],
] as const)("from %s to %s is a shift of %i", (from, to, size) => {
  expect(shiftsOf({ day: "2031-03-01", stance: from }, { day: "2031-03-02", stance: to })[0]?.size).toBe(size);
});

test("other terms are a change of terms; the same in other words are not, nor are those that one side leaves unsaid", () => {
  const conditional = (day: string, ...conditions: string[]): StandParts => ({
    day,
    stance: "conditional",
    conditions,
  });
  const changed = shiftsOf(
    conditional("2031-03-01", "under another president"),
    conditional("2031-03-20", "once observers are at the dam"),
  );
  expect(changed.map(told)).toEqual([["terms", 0, "conditional", "conditional", "party"]]);
  expect(
    shiftsOf(
      conditional("2031-03-01", "if the guns around Merrin fell quiet"),
      conditional("2031-03-09", "as soon as shelling around Merrin had stopped"),
    ),
  ).toEqual([]);
  expect(shiftsOf(conditional("2031-03-01", "under another president"), conditional("2031-03-09"))).toEqual([]);
});

test("conditions alike by their vectors are the same terms", () => {
  const rows = ["when the cannon rest", "as soon as artillery stops"].map((words, at) =>
    stand({ day: `2031-03-0${at + 1}`, stance: "conditional", conditions: [words] }),
  );
  const vectors = new Map(rows.map(({ words }) => [words.conditions[0] ?? "", new Float32Array([0.8, 0.6])]));
  expect(findShifts(rows)).toHaveLength(1);
  expect(findShifts(rows, { vectors })).toEqual([]);
});

test("what a minister says of the state and what the state says are one party's, a general's is not", () => {
  const minister = actor("Teo Castellin", { country: "XVE" });
  const general = actor("Ilm Tarrow", { country: "XVE" });
  const known = [
    { ...minister, sector: "GOV", roles: ["foreign minister"] },
    { ...general, sector: "MIL", roles: ["general"] },
    { ...velmara, sector: "GOV", roles: [] },
  ] as const;
  const shifts = (of: typeof minister): number =>
    findShifts([stand({ day: "2031-03-01", stance: "opposes" }), stand({ of, day: "2031-03-04" })], {
      partyOf: stateParties(known),
    }).length;
  expect(shifts(minister)).toBe(1);
  expect(shifts(general)).toBe(0);
});

test("an adversary's account is no stance of the party, until another party of other origin tells the same", () => {
  const open: StandParts = { of: torvask, day: "2031-03-01" };
  const claimed: StandParts = { of: torvask, day: "2031-03-04", stance: "opposes", toldBy: velmara };
  expect(shiftsOf(open, claimed)).toEqual([]);
  expect(shiftsOf(open, claimed, { ...claimed, day: "2031-03-05" })).toEqual([]);
  const confirmed = shiftsOf(open, claimed, { ...claimed, day: "2031-03-05", toldBy: nerevia });
  expect(confirmed.map(({ saidBy, to }) => [saidBy, to.standing])).toEqual([["both", "confirmed"]]);
});

test("what an article alone tells is a shift that is only reported", () => {
  const [shift] = shiftsOf({ day: "2031-03-01", stance: "opposes" }, { day: "2031-03-04", toldBy: "article" });
  expect([shift?.from.standing, shift?.to.standing, shift?.saidBy]).toEqual(["own", "reported", "both"]);
});

test("a lone contrary record between two equal ones is set aside, an act or two origins are two shifts", () => {
  const around: readonly StandParts[] = [{ day: "2031-03-01" }, { day: "2031-03-09" }];
  const contrary: StandParts = { day: "2031-03-05", stance: "opposes" };
  expect(shiftsOf(...around, contrary)).toEqual([]);
  expect(shiftsOf(...around, { ...contrary, modality: "acts" })).toHaveLength(2);
  expect(shiftsOf(...around, contrary, { ...contrary, document: "another paper" })).toHaveLength(2);
});

test("what was set aside is shown with the shift around it", () => {
  const [shift, ...others] = shiftsOf(
    { day: "2031-03-01", stance: "opposes" },
    { day: "2031-03-02", stance: "conditional" },
    { day: "2031-03-03", stance: "opposes" },
    { day: "2031-03-09" },
  );
  expect(others).toEqual([]);
  expect(shift?.aside.map(({ document }) => document.publishedAt)).toEqual(["2031-03-02"]);
});

test("narration that leaves out a party's own terms is no shift, the party's own word is one", () => {
  const terms: StandParts = { day: "2031-02-28", stance: "conditional", conditions: ["under another president"] };
  expect(shiftsOf(terms, { day: "2031-03-01", toldBy: "article" })).toEqual([]);
  expect(shiftsOf(terms, { day: "2031-03-01" })).toHaveLength(1);
});

test("contrary records of one day, and ambivalence of one day, are no shift", () => {
  expect(shiftsOf({ day: "2031-03-01", stance: "opposes" }, { day: "2031-03-01" })).toEqual([]);
  expect(shiftsOf({ day: "2031-03-01" }, { day: "2031-03-05", stance: "ambivalent" })).toEqual([]);
  const wavering = ["2031-03-05", "2031-03-06"].map((day): StandParts => ({ day, stance: "ambivalent" }));
  expect(shiftsOf({ day: "2031-03-01" }, ...wavering).map(({ size }) => size)).toEqual([-1]);
});

test("what is told of a month is before a day only if the month is over", () => {
  const february: StandParts = { day: "2031-03-05", when: { from: "2031-02-01", to: "2031-02-28" }, stance: "opposes" };
  expect(shiftsOf(february, { day: "2031-03-01" })).toHaveLength(1);
  expect(shiftsOf(february, { day: "2031-02-20" })).toEqual([]);
});

test("stances towards different counterparts are no shift, those that name none go with each", () => {
  const no: StandParts = { day: "2031-03-01", stance: "opposes", counterpart: torvask };
  expect(shiftsOf(no, { day: "2031-03-05", counterpart: nerevia })).toEqual([]);
  expect(shiftsOf(no, { day: "2031-03-05" }).map(({ counterpart }) => counterpart)).toEqual([null]);
  expect(shiftsOf(no, { day: "2031-03-05", counterpart: torvask })[0]?.counterpart?.name).toBe("Torvask");
});

test("what is said of somebody unnamed is no stance towards all", () => {
  const man = actor("the man who ordered it", { type: "anonymous" });
  expect(shiftsOf({ day: "2031-03-01" }, { day: "2031-03-05", stance: "opposes", counterpart: man })).toEqual([]);
});

const options = { partyOf, originsBehind: apart };

test("the order of the rows changes nothing", () => {
  const both = anyPositions.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)));
  fc.assert(
    fc.property(both, ([rows, others]) => {
      expect(findShifts(others, options)).toEqual(findShifts(rows, options));
    }),
  );
});

test("evidence and what stands aside are rows given, of the party and issue, the one before the other", () => {
  fc.assert(
    fc.property(anyPositions, (rows) => {
      for (const { party, issue, from, to, between, aside } of findShifts(rows, options)) {
        for (const row of [...from.rows, ...to.rows, ...aside]) {
          expect(rows).toContain(row);
          expect([partyOf(row.actor).key, row.position.issue]).toEqual([party.key, issue]);
        }
        expect(from.rows).toContain(from.evidence);
        expect(to.rows).toContain(to.evidence);
        expect(between.after < between.by).toBe(true);
      }
    }),
  );
});

test("one record more, alone and contrary between two equal ones, never makes a shift", () => {
  const steady = fc.tuple(
    fc.constantFrom("supports", "opposes", "conditional" as const),
    fc.integer({ min: 2, max: 9 }),
  );
  const noise = fc.record({
    stance: fc.constantFrom("supports", "opposes", "ambivalent" as const),
    toldBy: fc.constantFrom("self", "article", torvask),
    audience: fc.constantFrom("public", "private" as const),
  });
  fc.assert(
    fc.property(steady, noise, ([stance, count], odd) => {
      const rows: PositionRow[] = [];
      for (let nth = 0; nth < count; nth++) rows.push(stand({ day: `2031-03-${10 + 2 * nth}`, stance }));
      expect(findShifts([...rows, stand({ ...odd, day: "2031-03-11" } as StandParts)], options)).toEqual([]);
    }),
  );
});
