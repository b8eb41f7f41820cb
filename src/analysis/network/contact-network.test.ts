import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDay, shuffled } from "../testing/arbitraries.ts";
import { actor, kurvale, type MeetingParts, meeting, nerevia, partyOf, torvask, velmara } from "../testing/rows.ts";
import { contactNetwork } from "./contact-network.ts";
import type { ContactNetwork } from "./network.ts";

const network = (...parts: readonly MeetingParts[]): ContactNetwork => contactNetwork(parts.map(meeting), { partyOf });
const shown = ({ edges }: ContactNetwork): unknown[] =>
  edges.map(({ between, standing, contacts, rows }) => [
    ...between.map(({ name }) => name),
    standing,
    contacts,
    rows.length,
  ]);

test("who was in touch, how often at least, and what became of it stay apart", () => {
  const both = [velmara, torvask] as const;
  const found = network(
    { who: both, on: "2031-03-06" },
    { who: [torvask, velmara], on: "2031-03-06", document: "another paper" },
    { who: both },
    { who: both, on: "2031-03-27" },
    { who: both, on: "2031-03-20", status: "cancelled" },
    { who: both, on: "2031-04-02", status: "proposed" },
    { who: both, on: "2031-03-08", status: "denied" },
  );
  expect(shown(found)).toEqual([
    ["Torvask", "Velmara", "held", 2, 4],
    ["Torvask", "Velmara", "planned", 1, 1],
    ["Torvask", "Velmara", "refused", 1, 1],
    ["Torvask", "Velmara", "denied", 1, 1],
  ]);
});

test("a go-between that both sides meet is between them; a host is a mediator by role", () => {
  const found = network(
    { who: [velmara, nerevia] },
    { who: [torvask, nerevia] },
    { who: [velmara, kurvale], mediator: actor("Conference") },
    { who: [torvask, kurvale], status: "refused" },
  );
  expect(found.parties.map(({ party, betweenness, degree }) => [party.name, betweenness.toFixed(2), degree])).toEqual([
    ["Nerevia", "0.67", 2],
    ["Velmara", "0.67", 2],
    ["Conference", "0.00", 0],
    ["Kurvale", "0.00", 1],
    ["Torvask", "0.00", 1],
  ]);
  expect(found.edges.flatMap(({ through }) => through.map(({ name }) => name))).toEqual(["Conference"]);
  expect(found.parties[2]?.mediated.map(({ standing, rows }) => [standing, rows.length])).toEqual([["held", 1]]);
});

test("people of one state are one party, and what is among them no contact of parties", () => {
  const minister = actor("Castellin", { type: "government", country: "XVE" });
  expect(shown(network({ who: [minister, torvask] }, { who: [minister, velmara] }))).toEqual([
    ["Torvask", "Velmara", "held", 1, 1],
  ]);
});

test("a contact with one party named is open", () => {
  expect(network({ who: [velmara] }).open).toHaveLength(1);
  expect(network({ who: [velmara, torvask] }).open).toEqual([]);
});

test("a window holds what took place in it, or was told in it where no day is", () => {
  const rows = [
    { who: [velmara, torvask], on: "2031-02-01" },
    { who: [velmara, nerevia] },
    { who: [velmara, kurvale], on: "2031-03-01", day: "2031-04-01" },
  ] as const;
  const { edges } = contactNetwork(rows.map(meeting), { window: { from: "2031-03-01", to: "2031-03-31" }, partyOf });
  expect(edges.map(({ between }) => between[0].name)).toEqual(["Kurvale", "Nerevia"]);
});

const anyMeetings = fc.uniqueArray(
  fc
    .record({
      who: fc.uniqueArray(fc.constantFrom(velmara, torvask, nerevia, kurvale), {
        minLength: 1,
        selector: ({ key }) => key,
      }),
      on: anyDay,
      status: fc.constantFrom("held", "planned", "refused", "denied" as const),
    })
    .map(({ who, ...rest }) => meeting({ ...rest, who: who as unknown as MeetingParts["who"] })),
  { selector: ({ contact }) => contact.id },
);

test("the order of the rows changes nothing, and every edge opens to rows of its two parties", () => {
  fc.assert(
    fc.property(
      anyMeetings.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
      ([rows, others]) => {
        const found = contactNetwork(rows, { partyOf });
        expect(contactNetwork(others, { partyOf })).toEqual(found);
        for (const { between, rows: own, contacts } of found.edges) {
          expect(contacts).toBeLessThanOrEqual(own.length);
          for (const row of own) {
            const keys = row.participants.map((one) => partyOf(one).key);
            for (const { key } of between) expect(keys).toContain(key);
          }
        }
      },
    ),
  );
});
