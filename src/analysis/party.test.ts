import { expect, test } from "vitest";
import { ownParty, stateParties } from "./party.ts";
import { actor, velmara } from "./testing/rows.ts";

const minister = actor("Teo Castellin", { country: "XVE" });
const known = (over: object) => [{ ...minister, sector: "GOV" as const, roles: ["foreign minister"], ...over }];

test.each([
  ["a minister", known({}), minister, "country:XVE"],
  ["a minister whose state this article leaves unsaid", known({}), { ...minister, country: null }, "country:XVE"],
  ["a general", known({ sector: "MIL" }), minister, minister.key],
  ["a legislator", known({ sector: "LEG" }), minister, minister.key],
  ["a former minister", known({ roles: ["former foreign minister"] }), minister, minister.key],
  ["somebody of whom nothing is known", [], minister, minister.key],
  ["a ministry", [], actor("Defence Ministry", { type: "government", country: "XVE" }), "country:XVE"],
  [
    "an organisation of a state",
    known({ type: "organization" }),
    { ...minister, type: "organization" as const },
    minister.key,
  ],
])("%s", (_name, actors, one, key) => {
  expect(stateParties(actors)(one).key).toBe(key);
});

test("a state has the name by which it is known, and everybody else their own", () => {
  const partyOf = stateParties([{ ...velmara, sector: "GOV", roles: [] }, ...known({})]);
  expect(partyOf(minister).name).toBe("Velmara");
  expect(ownParty(minister)).toEqual({ key: minister.key, name: "Teo Castellin", country: "XVE" });
});
