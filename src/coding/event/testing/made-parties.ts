import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { parseContactLexicon } from "../contact-lexicon.ts";
import type { MadeActor } from "./coded-of.ts";

/** Two states at odds, a third between them, and a paper. */
export const madeActors: Readonly<Record<string, MadeActor>> = {
  teo: { words: ["Castellin"], country: "XVE", role: "foreign minister" },
  tessil: { words: ["Morrag"], country: "XTO", role: "foreign minister" },
  marena: { words: ["Aldovar"], country: "XVE", role: "president" },
  lucan: { words: ["Abreth"], country: "XNE", role: "foreign minister" },
  velmara: { words: ["Velmara", "Velmaran"], type: "government", country: "XVE" },
  torvask: { words: ["Torvask", "Torvaskan"], type: "government", country: "XTO" },
  nerevia: { words: ["Nerevia"], type: "government", country: "XNE" },
  union: { words: ["Union"], type: "organization", sector: "IGO" },
  front: { words: ["Front"], type: "organization", country: "XVE", sector: "REB" },
  meridian: { words: ["Meridian"], type: "organization", sector: "MED" },
};

export const madePlaces = { Lissane: "velmara", Karrod: "torvask", Amsel: "nerevia" } as const;

export const contactLexicon = parseContactLexicon(
  parse(readFileSync(new URL("../../../../codebook/plover/contacts.yaml", import.meta.url), "utf8")),
);
