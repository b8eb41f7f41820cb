import type { ActorKnowledge } from "./actor/code-actors.ts";
import type { ContactLexicon } from "./event/contact-lexicon.ts";
import type { PloverLexicon } from "./event/plover-lexicon.ts";
import type { ForecastLexicon } from "./forecast/forecast-lexicon.ts";
import type { IssueFinder } from "./position/issue-finder.ts";
import type { StanceLexicon } from "./position/stance-lexicon.ts";

/** What coding knows beforehand: data from `codebook/`, validated and indexed once. */
export interface Codebook {
  readonly actors: ActorKnowledge;
  readonly contacts: ContactLexicon;
  readonly plover: PloverLexicon;
  readonly issues: IssueFinder;
  readonly stances: StanceLexicon;
  readonly forecasts: ForecastLexicon;
}
