import type { Article } from "../../coding/article.ts";
import { charSpan } from "../../text/span.ts";
import { articleOf, onDay, spanOf } from "./articles.ts";

/** A few dispatches of a fictional negotiation between Ostria and Karsk, one for each thing a brief must show. */
export const dispatches: readonly Article[] = [courier(), meridian(), scraped(), herald(), french(), undated()];

function courier(): Article {
  const text = `Ostria ready to sign, Verel says

VELD, March 9 – President Anton Verel said on Monday that Ostria was ready to sign an armistice within two weeks.

“We will not sign under fire, and we will not sign without the prisoners,” Verel told lawmakers. He added that the border commission had met twice.

Karsk’s foreign minister, Ilse Brandt, denied that any date had been agreed. “There was zero progress,” Brandt said, “and anyone who says otherwise was not in the room.”

A Western diplomat told Meridian that both sides had exchanged drafts in private.

Related articles
Leave a reply`;
  return articleOf({
    id: "c1",
    text,
    title: "Ostria ready to sign, Verel says",
    outlet: "The Veld Courier",
    url: "https://courier.example/2031/03/09/ready-to-sign",
    bylines: ["Mara Lind"],
    published: onDay("2031-03-09", "url", "/2031/03/09/"),
    origin: { outlet: "Meridian", spans: [spanOf(text, "told Meridian")], basis: "relay", evidence: "told Meridian" },
    regions: [
      { kind: "title", ...spanOf(text, "Ostria ready to sign, Verel says") },
      { kind: "dateline", ...spanOf(text, "VELD, March 9 –") },
      { kind: "body", ...charSpan(text.indexOf("President"), text.indexOf("Related")) },
      { kind: "boilerplate", ...charSpan(text.indexOf("Related"), text.length) },
    ],
    said: [
      {
        source: "President Anton Verel",
        cue: "said",
        content: "that Ostria was ready to sign an armistice within two weeks",
        confidence: 0.94,
      },
      {
        source: "Verel",
        cue: "told",
        content: "“We will not sign under fire, and we will not sign without the prisoners,”",
        quotation: "direct",
        addressee: "lawmakers",
        confidence: 0.97,
      },
      { source: "He", cue: "added", content: "that the border commission had met twice", confidence: 0.71 },
      { source: "Karsk’s foreign minister, Ilse Brandt", cue: "denied", content: "that any date had been agreed" },
      {
        source: "Brandt",
        cue: "said",
        content: ["“There was zero progress,”", "“and anyone who says otherwise was not in the room.”"],
        quotation: "direct",
        confidence: 0.91,
      },
      {
        source: "A Western diplomat",
        cue: "told",
        content: "that both sides had exchanged drafts in private",
        sourcing: "anonymous",
        relay: "Meridian",
        confidence: 0.66,
      },
    ],
  });
}

function meridian(): Article {
  const text = `Drafts exchanged in secret

Both sides had exchanged drafts in private, a Western diplomat said. According to the commission’s report, shelling fell by a third in February.

It was claimed that the talks would move to Sund. “We will not sign under fire, and we will not sign without the prisoners,” Verel repeated.`;
  return articleOf({
    id: "m1",
    text,
    title: "Drafts exchanged in secret",
    outlet: "Meridian",
    published: onDay("2031-03-08", "structured-data", "2031-03-08T06:00:00Z"),
    said: [
      {
        source: "a Western diplomat",
        cue: "said",
        content: "Both sides had exchanged drafts in private",
        sourcing: "anonymous",
      },
      {
        source: "the commission’s report",
        cue: "According to",
        content: "shelling fell by a third in February",
        sourcing: "documentary",
      },
      { cue: "It was claimed", content: "that the talks would move to Sund", unresolved: ["source"] },
      {
        source: "Verel",
        cue: "repeated",
        content: "“We will not sign under fire, and we will not sign without the prisoners,”",
        quotation: "direct",
      },
    ],
  });
}

function scraped(): Article {
  const text = `Karsk sees certain positive advances
20310305
We dont rule out a summit, Brandt said.
There were certain positive advances, the Karsk presidents office said in a statement.`;
  return articleOf({
    id: "s1",
    text,
    title: "Karsk sees certain positive advances",
    outlet: "Local 8",
    published: onDay("2031-03-05", "record-line", "20310305"),
    order: "suspect",
    damage: ["quotes-stripped", "apostrophes-stripped"],
    regions: [
      { kind: "title", ...charSpan(0, 36) },
      { kind: "metadata", ...spanOf(text, "20310305") },
      { kind: "body", ...charSpan(text.indexOf("We dont"), text.length) },
    ],
    said: [
      {
        source: "Brandt",
        cue: "said",
        content: "We dont rule out a summit",
        quotation: "direct",
        quotationConfidence: 0.914,
        confidence: 0.58,
      },
      {
        source: "the Karsk presidents office",
        cue: "said in a statement",
        content: "There were certain positive advances",
        quotation: "mixed",
        sourcing: "documentary",
      },
    ],
  });
}

/** Everything in it tries to get out of the page. */
function herald(): Article {
  const text = `</script><script>alert(1)</script> & "quoted" <img src=x onerror=alert(2)>

O'Dell <b>said</b> that </textarea><!-- the deal was ]]> off\u001b[31m.`;
  return articleOf({
    id: "h1",
    text,
    title: "</title></script><script>alert('title')</script>",
    outlet: '"><img src=x onerror=alert(3)>',
    url: "javascript:alert(4)",
    bylines: ["<svg onload=alert(5)>"],
    published: { ...onDay("2031-03", "meta-tag", '"><script>'), precision: "month" },
    said: [{ source: "O'Dell", cue: "<b>said</b>", content: "that </textarea><!-- the deal was ]]> off\u001b[31m" }],
  });
}

function french(): Article {
  return articleOf({
    id: "f1",
    text: "Les pourparlers reprennent à Sund, a dit la ministre.",
    title: "Les pourparlers reprennent",
    outlet: "Le Courrier de Sund",
    language: "fr",
    published: onDay("2031-03-07"),
    unread: "written in French; Parley reads English",
  });
}

function undated(): Article {
  return articleOf({
    id: "u1",
    text: "Officials said the bridge would open. A Western diplomat doubted it would.",
    outlet: "Meridian",
    said: [
      { source: "Officials", cue: "said", content: "the bridge would open" },
      { source: "A Western diplomat", cue: "doubted", content: "it would.", sourcing: "anonymous" },
    ],
  });
}
