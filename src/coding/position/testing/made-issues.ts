import type { IssueCodebook } from "../issue-codebook.ts";
import { parseIssueCodebook } from "../parse-issue-codebook.ts";

/** Three issues of a fictional negotiation. */
export const madeIssuesYaml = `name: the river
likeness: { threshold: 0.5, margin: 0.05 }
classes:
  forces: [troops, troop, soldier, brigade]
issues:
  - id: talks
    label: talks as such
    definition: Whether the parties talk with each other at all.
    for: offers, demands and praise of talks
    against: refusals
    examples: [We are ready to meet them at any hour., Nothing will be solved unless we sit at one table.]
    counter-examples: [He talked about the weather.]
    cues:
      - { nouns: [talks, negotiation] }
      - { verbs: [negotiate, sit down], unless: [loan] }
      - { verbs: [break off], object: [talks, negotiation], contrary: true }
  - id: talks-with-person
    label: talks with a given person
    definition: Whether to talk with one person.
    for: readiness to meet that person
    against: refusals to deal with that person
    examples: [I will look him in the eye across a table.]
    counter-examples: [The two delegations met.]
    threshold: 0.9
    cues:
      - { nouns: [talks], verbs: [negotiate], prep: { with: ["@person"] } }
  - id: withdrawal
    label: withdrawal of troops
    definition: Whether one side's troops leave.
    for: demands and promises to leave
    against: refusals to leave
    examples: [The brigades must go home., { text: The soldiers will stay as long as it takes., contrary: true }]
    counter-examples: [The candidate withdrew.]
    cues:
      - pull-out of troops
      - { verbs: [withdraw, pull out], nouns: [withdrawal], object: [$forces], unless: [candidate] }
      - { verbs: [withdraw, pull out, leave], subject: [$forces] }
      - { verbs: [stay], subject: [$forces], dependents: { obl: null }, contrary: true }
`;

export const madeIssues: IssueCodebook = valid(madeIssuesYaml);

/** @throws Error where the text is no codebook. */
export function valid(yaml: string): IssueCodebook {
  const parsed = parseIssueCodebook(yaml);
  if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.faults));
  return parsed.codebook;
}
