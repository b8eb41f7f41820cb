import { exitCodes } from "../exit-codes.ts";
import { readModelCard, readModelSettings } from "../reading/trained-model.ts";
import { type Terminal, write } from "../terminal.ts";

export interface ReaderInfoOptions {
  readonly json?: boolean;
}

/** `parley reader info`: the card of the trained reader's model, which is written to be read as it stands. */
export async function readerInfo(options: ReaderInfoOptions, terminal: Terminal): Promise<number> {
  const card = await readModelCard();
  const text = options.json ? `${JSON.stringify({ settings: await readModelSettings(), card }, null, 2)}\n` : card;
  await write(terminal.stdout, text);
  return exitCodes.ok;
}
