import { expect, test } from "vitest";
import { parseConllu, writeConllu } from "../conllu.ts";
import type { ParsedSentence } from "./parse.ts";
import { withParse } from "./with-parse.ts";

const gold = `# newdoc id = karsk
# global.Entity = GRP-etype-infstat-salience
# text = Oldan didn't.
1	Oldan	Oldan	PROPN	NNP	Number=Sing	3	nsubj	3:nsubj	Bridge=1<2|Entity=(1-person-new)|MSeg=Old-an
2-3	didn't	_	_	_	Typo=Yes	_	_	_	SpaceAfter=No
2	did	do	AUX	VBD	Mood=Ind	0	root	0:root	Entity=(9-event
3	n't	not	PART	RB	Polarity=Neg	2	advmod	2:advmod	_
3.1	wait	wait	VERB	VB	VerbForm=Inf	_	_	0:root	CopyOf=2
4	.	.	PUNCT	.	_	2	punct	2:punct	Entity=9)|SpaceAfter=No

`;

const parse: ParsedSentence = {
  tags: ["PROPN", "AUX", "PART", "PUNCT"],
  lemmas: ["Oldan", "do", "not", "."],
  heads: [2, 0, 2, 2],
  relations: ["nsubj", "root", "advmod", "punct"],
  entities: [
    { first: 0, last: 2, type: "event" },
    { first: 0, last: 0, type: "person" },
  ],
};

const filled = (text: string, entitiesFrom: number | null, isFirst = true): string =>
  writeConllu(parseConllu(text).map((sentence) => withParse(sentence, parse, { entitiesFrom, isFirst })));

test("the columns of the parse are filled, and nothing is left of what they were", () => {
  expect(filled(gold, null)).toBe(`# newdoc id = karsk
# text = Oldan didn't.
1	Oldan	Oldan	PROPN	_	_	2	nsubj	_	MSeg=Old-an
2-3	didn't	_	_	_	_	_	_	_	SpaceAfter=No
2	did	do	AUX	_	_	0	root	_	_
3	n't	not	PART	_	_	2	advmod	_	_
4	.	.	PUNCT	_	_	2	punct	_	SpaceAfter=No

`);
});

test("entities take the place of those that were there, numbered on", () => {
  expect(filled(gold, 12)).toBe(`# newdoc id = karsk
# global.Entity = GRP-etype
# text = Oldan didn't.
1	Oldan	Oldan	PROPN	_	_	2	nsubj	_	MSeg=Old-an|Entity=(12-event(13-person)
2-3	didn't	_	_	_	_	_	_	_	SpaceAfter=No
2	did	do	AUX	_	_	0	root	_	_
3	n't	not	PART	_	_	2	advmod	_	Entity=12)
4	.	.	PUNCT	_	_	2	punct	_	SpaceAfter=No

`);
});

test("a file that begins without a document says first how its entities are written, by its own line ends", () => {
  const text = gold.split("\n").slice(2).join("\r\n");
  expect(filled(text, 1).split("\n").slice(0, 2)).toEqual([
    "# global.Entity = GRP-etype\r",
    "# text = Oldan didn't.\r",
  ]);
  expect(filled(text, 1, false).split("\n")[0]).toBe("# text = Oldan didn't.\r");
  expect(filled(text, null).split("\n")[0]).toBe("# text = Oldan didn't.\r");
});

test.each(["", "\n", "\r\n"])("a last line that ends with %j is followed by a blank line", (end) => {
  const last = gold.trimEnd();
  expect(filled(last.replaceAll("\n", end || "\n") + end, 1)).toBe(filled(gold, 1).replaceAll("\n", end || "\n"));
});

test("filled again, a file stays as it is", () => {
  for (const entitiesFrom of [null, 1]) {
    const once = filled(gold, entitiesFrom);
    expect(filled(once, entitiesFrom)).toBe(once);
  }
});
