/** A page about fictional talks: what a test writes into its head and its body. */
export const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** Four paragraphs, long enough for Readability to see an article in them. */
export const paragraphs: readonly string[] = [
  "Envoys of Karsk and Ravna met on Tuesday in a hotel by the lake, two officials of the ministry said, in the first talks since the border was closed in spring.",
  "“We will sign nothing that leaves the bridge to them,” the Karsk envoy, Mira Oldan, told reporters as she left, adding that her government had sent a second draft, with a map, to the mediators.",
  "The foreign minister of Ravna, Tavo Rask, said that the draft was no basis for a treaty, but that his side would come back in two weeks, if the road through the valley stayed open until then.",
  "Neither side would say what the map shows, and the mediators, who had asked for silence until the end of the month, left without a word, by a door at the back of the hotel.",
];

/** Each text in a `<p>`. */
export const asParagraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("\n");
export const article = asParagraphs(paragraphs);

export const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
