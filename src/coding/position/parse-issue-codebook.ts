import { isText, type YamlFault, type YamlReader, type YamlValue, yamlReader } from "../../text/yaml-reader.ts";
import type { Issue, IssueCodebook, IssueExample } from "./issue-codebook.ts";
import { type CueClasses, filledList, parseClasses, parseCues } from "./parse-issue-cues.ts";

/** A codebook, or everything that is wrong with it: one fault at least, in the order of the text. */
export type ParsedIssueCodebook =
  | { readonly kind: "valid"; readonly codebook: IssueCodebook }
  | { readonly kind: "invalid"; readonly faults: readonly YamlFault[] };

const codebookKeys = { required: ["name", "likeness", "issues"], optional: ["classes"] };
const likenessKeys = { required: ["threshold", "margin"], optional: [] };
const issueKeys = {
  required: ["id", "label", "definition", "for", "against", "examples", "counter-examples", "cues"],
  optional: ["threshold", "part-of"],
};
const exampleKeys = { required: ["text"], optional: ["contrary"] };

/** Reads a codebook of issues from the YAML that `docs/codebook.md` describes. */
export function parseIssueCodebook(text: string): ParsedIssueCodebook {
  const yaml = yamlReader(text, "the codebook");
  const codebook = yaml.root === null ? null : parseRoot(yaml, yaml.root);
  const faults = yaml.faults();
  return codebook !== null && faults.length === 0 ? { kind: "valid", codebook } : { kind: "invalid", faults };
}

function parseRoot(yaml: YamlReader, root: YamlValue): IssueCodebook {
  const file = yaml.mapping(root, codebookKeys);
  const likeness = withValue(file?.get("likeness"), (value) => yaml.mapping(value, likenessKeys));
  const classes = parseClasses(yaml, file?.get("classes"));
  const seen = new Map<string, YamlValue>();
  const issues = withValue(file?.get("issues"), (value) => filledList(yaml, value)) ?? [];
  const parsed = issues.flatMap((issue) => parseIssue(yaml, issue, classes, seen) ?? []);
  checkParts(yaml, parsed, seen);
  return {
    name: textAt(yaml, file?.get("name")),
    threshold: shareAt(yaml, likeness?.get("threshold")) ?? 0,
    margin: shareAt(yaml, likeness?.get("margin")) ?? 0,
    issues: parsed,
  };
}

/** An issue is a part of another one that is there, and of none that is a part of it. */
function checkParts(yaml: YamlReader, issues: readonly Issue[], seen: ReadonlyMap<string, YamlValue>): void {
  const parents = new Map(issues.map(({ id, partOf }) => [id, partOf]));
  for (const { id, partOf } of issues) {
    const place = seen.get(id);
    if (partOf === null || place === undefined) continue;
    if (!seen.has(partOf))
      yaml.fault(place, `it is part of "${partOf}", which there is not`, "name an issue of this file");
    else if (partOf === id || parents.get(partOf) != null) {
      yaml.fault(place, `it is part of "${partOf}", which is a part itself`, "name an issue that is part of no other");
    }
  }
}

function parseIssue(
  yaml: YamlReader,
  value: YamlValue,
  classes: CueClasses,
  seen: Map<string, YamlValue>,
): Issue | null {
  const issue = yaml.mapping(value, issueKeys);
  if (issue === null) return null;
  const id = withValue(issue.get("id"), (given) => parseId(yaml, given, seen)) ?? "";
  const called = (key: string): YamlValue | undefined => {
    const found = issue.get(key);
    return found === undefined || id === "" ? found : { ...found, name: `${id}, ${key}` };
  };
  const [example, ...examples] = listAt(yaml, called("examples")).flatMap((each) => parseExample(yaml, each) ?? []);
  const [counter, ...counters] = listAt(yaml, called("counter-examples")).flatMap((each) => yaml.text(each) ?? []);
  const [cue, ...cues] = withValue(called("cues"), (given) => parseCues(yaml, given, classes)) ?? [];
  const rest = {
    id,
    label: textAt(yaml, called("label")),
    definition: textAt(yaml, called("definition")),
    countsFor: textAt(yaml, called("for")),
    countsAgainst: textAt(yaml, called("against")),
    threshold: shareAt(yaml, called("threshold")),
    partOf: withValue(called("part-of"), (given) => yaml.text(given)),
  };
  if (example === undefined || counter === undefined || cue === undefined) return null; // each with a fault of its own
  return { ...rest, examples: [example, ...examples], counterExamples: [counter, ...counters], cues: [cue, ...cues] };
}

function parseId(yaml: YamlReader, value: YamlValue, seen: Map<string, YamlValue>): string | null {
  const id = yaml.text(value);
  if (id === null) return null;
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u.test(id)) {
    return yaml.fault(
      value,
      `"${id}" is no id`,
      "use small letters, digits and single hyphens: ceasefire, prisoner-exchange",
    );
  }
  const earlier = seen.get(id);
  if (earlier !== undefined) {
    const { line } = yaml.placeOf(earlier);
    return yaml.fault(value, `the id "${id}" is taken by the issue of line ${line}`, "give one of the two another id");
  }
  seen.set(id, value);
  return id;
}

function parseExample(yaml: YamlReader, value: YamlValue): IssueExample | null {
  if (isText(value)) return { text: textAt(yaml, value), isContrary: false };
  const example = yaml.mapping(value, exampleKeys);
  if (example === null) return null;
  const contrary = example.get("contrary");
  return {
    text: textAt(yaml, example.get("text")),
    isContrary: contrary !== undefined && yaml.flag(contrary) === true,
  };
}

const withValue = <T>(value: YamlValue | undefined, read: (value: YamlValue) => T): T | null =>
  value === undefined ? null : read(value);

const listAt = (yaml: YamlReader, value: YamlValue | undefined): readonly YamlValue[] =>
  withValue(value, (given) => filledList(yaml, given)) ?? [];

/** Of what is absent an empty text: its fault is kept by the mapping that lacks it. */
const textAt = (yaml: YamlReader, value: YamlValue | undefined): string =>
  withValue(value, (given) => yaml.text(given)) ?? "";

const shareAt = (yaml: YamlReader, value: YamlValue | undefined): number | null =>
  withValue(value, (given) => yaml.number(given, 0, 1));
