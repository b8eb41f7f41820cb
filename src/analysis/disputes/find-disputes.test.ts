import fc from "fast-check";
import { expect, test } from "vitest";
import { dispatch, lexicon, type Told } from "../testing/accounts.ts";
import { shuffled } from "../testing/arbitraries.ts";
import { actor, happening, kurvale, nerevia, partyOf, stand, torvask, velmara } from "../testing/rows.ts";
import type { Account } from "./account.ts";
import type { Dispute, DisputeInput } from "./dispute.ts";
import { findDisputes } from "./find-disputes.ts";

const disputes = (accounts: readonly Account[], over: Partial<DisputeInput> = {}): readonly Dispute[] =>
  findDisputes({ accounts, positions: [], lexicon, partyOf, ...over });
const day = "2031-03-06";
const told = (found: readonly Dispute[]): unknown[] =>
  found.map(({ cause, kind, sides }) => [cause, kind, ...sides.map(({ accounts }) => accounts.length)]);

/** So that words have a rarity. */
const others: readonly Told[] = [
  [kurvale, "said", "the harvest on the lower plain had been the poorest in nine years"],
  [nerevia, "said", "ferries between the islands would run again after Easter"],
  ["a farmer", "said", "the grain quay was full of salt"],
];
const background = dispatch("background", "2031-02-01", ...others);
const between = (...both: readonly Told[]): readonly Dispute[] =>
  disputes([...background, ...dispatch("one", day, ...both)]);

test.each<[name: string, cause: string, kind: string, ...Told[]]>([
  [
    "a denial of what was told",
    "denial",
    "contradiction",
    [velmara, "said", "Torvaskan guns had shelled the hospital in Merrin"],
    [torvask, "denied", "shelling the hospital"],
  ],
  [
    "a denial that only refers to what was told",
    "denial",
    "contradiction",
    ["two ministers", "according to", "Vesk threatened to resign"],
    ["his office", "denied", "the threat"],
  ],
  [
    "a report dismissed",
    "denial",
    "contradiction",
    [velmara, "said", "its troops had retaken the tram depot"],
    [torvask, "dismissed", "the report as a photograph of a shed"],
  ],
  [
    "a denial of a number",
    "denial",
    "contradiction",
    [torvask, "said", "two hundred prisoners would go home"],
    [velmara, "denied", "that a number of prisoners had been agreed"],
  ],
  [
    "a negation of what was told",
    "denial",
    "contradiction",
    ["one person", "said", "Orrul had offered to leave the spillway but not the power house"],
    ["another", "said", "no offer of any kind was made"],
  ],
  [
    "no such order",
    "denial",
    "contradiction",
    [nerevia, "said", "the troops would leave the spillway in stages"],
    [torvask, "said", "its troops had received no such order"],
  ],
  [
    "a bare echo",
    "denial",
    "contradiction",
    [velmara, "insists", "this isn’t a negotiation"],
    [torvask, "insists", "it is"],
  ],
  [
    "numbers of one thing",
    "number",
    "contradiction",
    [velmara, "said", "eleven people had been killed in the market of Merrin"],
    [torvask, "said", "three people had been killed in the market"],
  ],
  [
    "a number put in another's place",
    "number",
    "contradiction",
    [torvask, "claimed", "that 300 of them had been captured"],
    [velmara, "said", "put the number at about forty"],
  ],
  [
    "an estimate put in another's place",
    "number",
    "tension",
    [nerevia, "estimates", "About 9,000 people have left the town"],
    ["a relief worker", "put", "the figure at closer to nine and a half"],
  ],
  [
    "a day that another says is not fixed",
    "time",
    "contradiction",
    [velmara, "said", "The observers will be at the dam by April 10"],
    [torvask, "said", "No date had been fixed"],
  ],
  [
    "one event of two days",
    "time",
    "contradiction",
    [velmara, "said", "the convoy crossed the bridge at Merrin on March 3"],
    [torvask, "said", "the convoy crossed the bridge at Merrin on March 5"],
  ],
  [
    "talks with and without progress",
    "outcome",
    "contradiction",
    [torvask, "said", "the talks had been constructive"],
    [velmara, "said", "there had been no progress of any kind"],
  ],
  [
    "progress that is qualified",
    "outcome",
    "tension",
    [torvask, "said", "there were certain positive advances in the negotiations"],
    [nerevia, "said", "they have yet to see any progress"],
  ],
])("%s is a dispute: %s, %s", (_name, cause, kind, ...both) => {
  expect(told(between(...both))).toEqual([[cause, kind, 1, 1]]);
});

test.each<[name: string, ...Told[]]>([
  [
    "what one speaker says of itself",
    [velmara, "said", "its guns had fired on the depot"],
    [velmara, "denied", "firing on the depot"],
  ],
  ["what is withheld", [nerevia, "asked for", "access to the dam"], [torvask, "denied", "access to the dam"]],
  [
    "what is neither confirmed nor denied",
    ["sources", "say", "Madec met Orrul in Dunmere"],
    [velmara, "would neither confirm nor deny", "the meeting"],
  ],
  [
    "what will not be done",
    [nerevia, "said", "ministers sign the paper today"],
    [torvask, "said", "it would not sign the paper"],
  ],
  [
    "what is no longer so",
    [nerevia, "said", "Velmara insists on the withdrawal"],
    [velmara, "said", "it no longer insists on the withdrawal"],
  ],
  [
    "two estimates",
    [nerevia, "said", "about 40 soldiers had been killed at the bridge"],
    [velmara, "said", "some 45 soldiers had been killed at the bridge"],
  ],
  [
    "a least and a number above it",
    [nerevia, "said", "at least 40 soldiers had been killed at the bridge"],
    [velmara, "said", "60 soldiers had been killed at the bridge"],
  ],
  [
    "the dead and the wounded",
    [nerevia, "said", "11 people were killed in the market of Merrin"],
    [torvask, "said", "39 people were wounded in the market of Merrin"],
  ],
  [
    "a number on top of another",
    [nerevia, "said", "120 prisoners came home across the river"],
    [torvask, "said", "the remaining 80 prisoners would come home across the river"],
  ],
  [
    "numbers of two matters",
    [nerevia, "said", "the dam has nine gates"],
    [torvask, "said", "it had sent forty gates to the museum of Karrod"],
  ],
  [
    "progress that is only hoped for",
    [torvask, "said", "it hopes for progress in the talks"],
    [velmara, "said", "there had been no progress"],
  ],
  [
    "a question",
    [nerevia, "asked", "whether the guns had fired on the depot"],
    [torvask, "denied", "firing on the hospital"],
  ],
  ["those polled", ["75 percent", "said", "it is"], ["25 percent", "said", "it is not"]],
])("%s is no dispute", (_name, ...both) => {
  expect(between(...both)).toEqual([]);
});

test("a count that grows from day to day is no dispute, nor is a count of another place", () => {
  const first = dispatch("monday", "2031-03-03", [
    nerevia,
    "said",
    "11 people had been killed in the market of Merrin",
  ]);
  const later = dispatch("tuesday", "2031-03-04", [
    velmara,
    "said",
    "14 people had been killed in the market of Merrin",
  ]);
  expect(disputes([...background, ...first, ...later])).toEqual([]);
});

test("the outlet's narration is a side of its own, and an outlet denies nothing", () => {
  const found = disputes([
    ...background,
    ...dispatch(
      "one",
      day,
      [torvask, "said", "the negotiations had brought certain advances"],
      [velmara, "said", "there was zero progress in the talks"],
      ["Talks this week yielded no discernible progress."],
    ),
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]?.sides.map(({ by }) => by.kind)).toEqual(["actor", "actor", "outlet"]);
  expect(between([torvask, "said", "the guns had fired on the depot"], ["No gun had fired on the depot."])).toEqual([]);
});

test("another document is set against an account only where it tells just that", () => {
  const meeting = "Madec met the head of the Torvaskan security service in a lodge near Dunmere";
  const denied = dispatch("two", "2031-03-07", [
    torvask,
    "denied",
    "that the head of its security service met Madec near Dunmere",
  ]);
  const first = dispatch("one", day, [velmara, "said", meeting]);
  expect(told(disputes([...background, ...first, ...denied]))).toEqual([["denial", "contradiction", 1, 1]]);
  const elsewhere = dispatch("one", day, [velmara, "said", "the head of the fire service met Halloran at the dam"]);
  expect(disputes([...background, ...elsewhere, ...denied])).toEqual([]);
  const longAgo = dispatch("one", "2030-11-06", [velmara, "said", meeting]);
  expect(disputes([...background, ...longAgo, ...denied])).toEqual([]);
});

test("vectors find what is told in other words, beside an account", () => {
  const accounts = dispatch(
    "one",
    day,
    [velmara, "said", "shells fell upon the clinic"],
    [torvask, "denied", "bombarding a hospital there"],
  );
  const vectors = new Map(accounts.map(({ key }) => [key, new Float32Array([0.6, 0.8])]));
  expect(disputes([...background, ...accounts])).toEqual([]);
  expect(told(disputes([...background, ...accounts], { vectors }))).toEqual([["denial", "contradiction", 1, 1]]);
});

test("in a text whose sentences were shuffled nothing is read off what stands beside", () => {
  const accounts = dispatch(
    "one",
    day,
    ["two ministers", "according to", "Vesk threatened to resign"],
    ["his office", "denied", "the threat"],
  );
  const shuffledTexts = new Set(accounts.map(({ document }) => document.id));
  expect(disputes([...background, ...accounts], { shuffled: shuffledTexts })).toEqual([]);
});

test("a reprint adds to the sides of its dispute, and makes no other", () => {
  const both: readonly Told[] = [
    ["one person", "said", "Orrul had offered to leave the spillway"],
    ["another", "said", "no offer of any kind was made"],
  ];
  const [original, copy] = [dispatch("one", day, ...both), dispatch("two", day, ...both)];
  const accounts = [...background, ...original, ...copy];
  const reports = new Map(
    copy.flatMap(({ document }, at) => [[document.id, original[at]?.document.id ?? document.id] as const]),
  );
  expect(disputes(accounts)).toHaveLength(2);
  expect(disputes(accounts, { reports })).toHaveLength(1);
});

test("a stance that another says a party has, against what it shows; not where it moved in between", () => {
  const open = stand({ of: torvask, day, counterpart: velmara });
  const closed = stand({ of: torvask, day: "2031-03-08", stance: "opposes", toldBy: nerevia });
  const causes = (...rows: Parameters<typeof stand>[0][]): unknown[] =>
    told(disputes([], { positions: rows.map(stand) }));
  expect(told(disputes([], { positions: [open, closed] }))).toEqual([["stance", "contradiction", 1, 1]]);
  const moved = stand({ of: torvask, day: "2031-03-08", stance: "opposes", words: "Torvask shuts the door" });
  expect(disputes([], { positions: [open, moved, closed] })).toEqual([]);
  expect(causes({ of: torvask, day }, { of: torvask, day: "2031-06-08", stance: "opposes", toldBy: nerevia })).toEqual(
    [],
  );
});

test("what is urged in private against what is said in public, in the same days", () => {
  const week = { from: "2031-02-17", to: "2031-02-27" };
  const urged = stand({
    of: nerevia,
    day: "2031-02-27",
    audience: "private",
    toldBy: actor("officials", { type: "anonymous" }),
    when: week,
  });
  const shown = stand({ of: nerevia, day: "2031-02-26", stance: "ambivalent" });
  expect(told(disputes([], { positions: [urged, shown] }))).toEqual([["stance", "tension", 1, 1]]);
  expect(disputes([], { positions: [urged, stand({ of: nerevia, day: "2031-03-09", stance: "ambivalent" })] })).toEqual(
    [],
  );
});

test("blame that is returned beside it is a dispute over who did it", () => {
  const accuse = (by: typeof velmara, to: typeof velmara, words: string) => {
    const row = happening({ type: "ACCUSE", by: [by], to: [to], day });
    return { ...row, words: { ...row.words, trigger: words } };
  };
  const found = (...words: readonly [string, string]): unknown[] =>
    told(disputes([], { events: [accuse(velmara, torvask, words[0]), accuse(torvask, velmara, words[1])] }));
  expect(found("blamed", "accused")).toEqual([["responsibility", "tension", 1, 1]]);
  expect(found("blamed", "condemned")).toEqual([]);
});

const anyTold: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(
    fc.constantFrom(velmara, torvask, nerevia, "one person", "another", "he"),
    fc.constantFrom("said", "denied", "dismissed", "put"),
    fc.constantFrom(
      "the guns had fired on the depot in Merrin",
      "firing on the depot",
      "the report",
      "it is",
      "it is not",
      "no such meeting took place",
      "the ministers met in Dunmere on March 8",
      "the talks brought progress",
      "there was no progress in the talks",
      "forty soldiers were captured at the bridges",
      "put the number at nine",
      "the observers will come by April 10",
      "no date had been fixed",
    ),
  ),
  fc.constantFrom<Told>(["Talks this week yielded no progress."], ["Guns fired on the depot in Merrin."]),
);
const anyAccounts = fc
  .array(fc.array(anyTold, { maxLength: 6 }), { maxLength: 4 })
  .map((documents) => documents.flatMap((all, nth) => dispatch(`document ${nth}`, `2031-03-0${nth + 1}`, ...all)));

test("the order of the accounts changes nothing, and each dispute has two sides or more, of accounts given", () => {
  fc.assert(
    fc.property(
      anyAccounts.chain((accounts) => fc.tuple(fc.constant(accounts), shuffled(accounts))),
      ([accounts, reordered]) => {
        const found = disputes(accounts);
        expect(disputes(reordered)).toEqual(found);
        for (const { sides } of found) {
          const keys = sides.flatMap((side) => side.accounts.map(({ key }) => key));
          expect(new Set(keys).size).toBe(keys.length);
          for (const side of sides) for (const account of side.accounts) expect(accounts).toContain(account);
          const named = sides.map(({ by }) => (by.kind === "actor" ? by.actor.key : JSON.stringify(by)));
          expect(new Set(named).size).toBeGreaterThan(1);
        }
      },
    ),
  );
});

test("one speaker alone is in no dispute, whatever it says", () => {
  const alone = fc
    .array(anyTold, { maxLength: 8 })
    .map((all) =>
      dispatch("one", day, ...all.flatMap((one): Told[] => (one.length === 3 ? [[velmara, one[1], one[2]]] : []))),
    );
  fc.assert(
    fc.property(alone, (accounts) => {
      expect(disputes(accounts)).toEqual([]);
    }),
  );
});
