import fc from "fast-check";
import type { Region } from "../../../document/document.ts";
import { charSpan } from "../../../text/span.ts";
import type { Report, ReportText } from "../reprint.ts";

/** A report of these sentences, three a paragraph, under a headline. */
export function reportOf(
  key: string,
  sentences: readonly string[],
  { title = "Talks", day = null, ...known }: Partial<ReportText> & { readonly day?: string | null } = {},
): Report<string> {
  const body = sentences.map((sentence, at) => (at % 3 === 0 ? "\n\n" : " ") + sentence).join("");
  const text = (title ?? "") + body;
  const start = (title ?? "").length + 2;
  const regions: Region[] = title === null ? [] : [{ kind: "title", ...charSpan(0, title.length) }];
  if (text.length > start) regions.push({ kind: "body", ...charSpan(start, text.length) });
  const published =
    day === null ? null : ({ value: day, precision: "day", source: "sidecar", span: null, evidence: day } as const);
  return {
    key,
    document: {
      text,
      regions,
      title,
      outlet: null,
      published,
      language: "en",
      order: "original",
      damage: [],
      origin: null,
      ...known,
    },
  };
}

/** A dispatch as a wire has it. */
export const dispatch: readonly string[] = [
  "Envoys of Velmara and Torvask met in the customs house of Port Amsel on Thursday for the first time since the autumn.",
  "They left by separate doors and with separate stories, an official of the harbour said.",
  "Tessil Morrag of Torvask spoke of an understanding on two hundred prisoners.",
  "“The details are for the experts,” she told reporters on the steps.",
  "Teo Castellin of Velmara denied that any number had been agreed.",
  "A list of 120 names was handed over and put in a coat pocket, he said.",
  "Nerevia’s foreign minister, who sat between them for part of the afternoon, said a second round was possible if the guns around Merrin fell quiet.",
  "A diplomat briefed on the meeting said a paper on water rights was tabled and taken away again.",
  "The reservoir behind the Castrel Dam stood at a third of its capacity on Wednesday.",
  "Farmers downstream have had no water for their orchards since November.",
];

/** The same meeting by another reporter: the same names and numbers, and a quotation in common. */
export const otherDispatch: readonly string[] = [
  "Nothing was signed and nobody shook hands when Torvask’s Tessil Morrag and Velmara’s Teo Castellin sat down together in Port Amsel.",
  "The Torvaskan minister arrived first, in a borrowed car, and asked for tea.",
  "Castellin kept her waiting for forty minutes while he telephoned Lissane.",
  "“The details are for the experts,” Morrag said later of the 200 prisoners.",
  "His delegation counts 120 of them and wants every name published before anything else is discussed.",
  "Hotel staff carried a map of the Castrel Dam into the room and out of it.",
  "Analysts doubt that either capital wanted more than a photograph.",
  "One called it a dance for the allies, who pay for the music.",
  "Snow is forecast for Merrin, where shelling went on through the night.",
];

/** Half of the words of each sentence of `dispatch` replaced, some names respelled. */
export const rewordedDispatch: readonly string[] = [
  "Emissaries of Velmara and Torvask encountered in the toll building of Port Amsel on Thursday for the primary time because the fall.",
  "They departed by distinct gates and with distinct tales, a functionary of the port said.",
  "Tesil Morrag of Torvask talked of a comprehension on two hundred captives.",
  "“The particulars are for the specialists,” she informed journalists upon the stairs.",
  "Teo Kastellin of Velmara refuted that any quantity had been settled.",
  "A listing of 120 designations was passed over and positioned in a jacket pocket, he said.",
  "Nerevia’s overseas minister, who perched amid them for portion of the afternoon, said a second lap was feasible if the cannons around Merrin fell silent.",
  "A diplomat informed on the assembly said a document on water entitlements was tabled and carried away again.",
  "The basin behind the Castrel Dam stood at a third of its ability on Wednesday.",
  "Growers downstream have possessed no water for their groves since November.",
];

const consonants = "bdfgklmnprstvz".split("");
const syllable = fc
  .tuple(fc.constantFrom(...consonants), fc.constantFrom("a", "e", "i", "o", "u"))
  .map(([consonant, vowel]) => consonant + vowel);
const madeUpWord = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(""));
const littleWord = fc.constantFrom("the", "of", "to", "and", "in", "that", "with", "for", "on", "was", "has", "not");

/** A sentence of made-up words and little ones; hardly any two are alike. */
const sentence = fc
  .array(fc.oneof({ weight: 3, arbitrary: madeUpWord }, { weight: 2, arbitrary: littleWord }), {
    minLength: 8,
    maxLength: 20,
  })
  .map((words) => `A ${words.join(" ")} zz.`);

export const anySentences = fc.array(sentence, { minLength: 4, maxLength: 14 });
