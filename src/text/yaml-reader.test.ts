import { expect, test } from "vitest";
import { yamlReader } from "./yaml-reader.ts";

const keys = { required: ["a"], optional: ["b"] };

test("values are found where they stand, also behind an alias", () => {
  const yaml = yamlReader("a: &words [x, y]\nb: *words\n", "the file");
  const file = yaml.root === null ? null : yaml.mapping(yaml.root, keys);
  const list = file?.get("b");
  expect(list === undefined ? null : yaml.list(list)?.map((value) => yaml.text(value))).toEqual(["x", "y"]);
  expect(list === undefined ? null : yaml.placeOf(list)).toEqual({ line: 2, column: 4 });
  expect(yaml.faults()).toEqual([]);
});

test.each([
  { text: "b: 1", fault: { line: 1, column: 1, problem: "the file lacks a", remedy: "add a" } },
  {
    text: "a: 1\nc: 2",
    fault: { line: 2, column: 1, problem: 'the file has no key "c"', remedy: "take it out, or use one of a, b" },
  },
  {
    text: "a: 1\na: 2",
    fault: { line: 2, column: 1, problem: "this key stands twice", remedy: "take one of them out" },
  },
  { text: "- a", fault: { line: 1, column: 1, problem: "the file is a list", remedy: "give a mapping with a" } },
  { text: "", fault: { line: 1, column: 1, problem: "the file is empty", remedy: "give a mapping with a" } },
])("$text: $fault.problem", ({ text, fault }) => {
  const yaml = yamlReader(text, "the file");
  if (yaml.root !== null) yaml.mapping(yaml.root, keys);
  expect(yaml.faults()).toEqual([fault]);
});

test.each([
  { text: "a: 7", read: "text", problem: "the file, a is number 7", remedy: 'give text: quote it, "7"' },
  { text: "a: ' '", read: "text", problem: "the file, a is blank", remedy: "give text" },
  { text: "a:", read: "text", problem: "the file, a is empty", remedy: "give text" },
  { text: "a: {}", read: "list", problem: "the file, a is a mapping", remedy: "give a list" },
  { text: "a: 2", read: "number", problem: "the file, a is number 2", remedy: "give a number from 0 to 1" },
  { text: "a: yes", read: "flag", problem: "the file, a is string yes", remedy: "give true or false" },
] as const)("$text read as $read: $problem", ({ text, read, problem, remedy }) => {
  const yaml = yamlReader(text, "the file");
  const value = yaml.root === null ? undefined : yaml.mapping(yaml.root, keys)?.get("a");
  if (value === undefined) throw new Error("a was not found");
  expect(read === "number" ? yaml.number(value, 0, 1) : yaml[read](value)).toBeNull();
  expect(yaml.faults()).toMatchObject([{ line: 1, problem, remedy }]);
});
