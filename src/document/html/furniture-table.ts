/**
 * What marks the parts of an article's page that are not its text. Origins: roles from WAI-ARIA 1.2 and elements from
 * the HTML standard; class words from the lists in Mozilla's Readability (`unlikelyCandidates`, `negative`) and the
 * class names of WordPress's default themes; phrases and class words beyond those seen on several outlets' pages of
 * the article-extraction benchmark (its dev half). Nothing here names an outlet or fits one outlet's pages alone.
 */

/** What the HTML standard and WAI-ARIA set apart from the text it stands beside. */
export const furnitureElements: ReadonlySet<string> = new Set(
  "nav aside header footer figcaption figure menu dialog label".split(" "),
);
export const furnitureRoles: ReadonlySet<string> = new Set(
  "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar tooltip".split(" "),
);

/** A class or id that has one of these among its words. */
export const furnitureWords: ReadonlySet<string> = new Set(
  // advertising
  (
    "ad ads adslot advert advertisement advertising sponsor sponsored promo promotion outbrain taboola wpcnt " +
    // ways out of the article
    "related recirc recirculation recommended recommendation recommendations trending popular breadcrumb breadcrumbs " +
    "nav navigation navbar subnav topnav menu sidebar pager pagination tags " +
    // asking something of the reader
    "share sharing sharedaddy social newsletter signup subscribe subscription comments disqus cta cookie cookies popup " +
    "modal poll " +
    // about the article or its author
    "byline author bio timestamp postinfo postmeta metadata disclaimer print toolbar " +
    // pictures
    "caption credit gallery slideshow carousel slide " +
    // for screen readers alone
    "sr screenreader"
  ).split(" "),
);

/** Words that stand side by side in a class or id. */
export const furniturePhrases: readonly string[] = [
  "screen reader",
  "visually hidden",
  "off screen",
  "read more",
  "read time",
  "click to",
  "text size",
  "skip link",
  "read next",
  "more from",
  "article meta",
  "entry meta",
  "post meta",
  "content meta",
  "byline date",
  "story date",
  "pub date",
  "post date",
  "views count",
  "article header",
  "article tools",
  "article controls",
  "article share",
];

/** Words side by side in the class or id of the element that holds an article's text and little else. */
export const bodyPhrases: readonly string[] = [
  "article body",
  "articlebody",
  "article content",
  "article text",
  "story body",
  "story content",
  "story text",
  "entry content",
  "post content",
  "post body",
  "body text",
  "body content",
  "article main text",
  "entry text",
];

/** Blocks that are nothing but this. Matched against the whole block without its punctuation at the edges. */
export const furnitureLines: readonly RegExp[] = [
  /^(?:advert(?:isement)?|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|iklan)$/iu,
  /^(?:comments?|kommentare|commentaires|comentarios|comentários|commenti|комментарии|отзывы|komentar)$/iu,
  /^(?:home|sign in|log in|subscribe|share|print|close|caption|menu|search|breaking news|latest news|read more|learn more|buy now)$/iu,
  /^(?:continue reading(?: below)?|story continues below|skip to (?:main )?content|order reprints|print article|text size)$/iu,
  /^(?:view author archive|email the author|leave a (?:comment|reply)|tell us what you think|loading)$/iu,
  /^(?:image |photo )?\d{1,3} (?:of|\/|of \/) \d{1,3}$/iu,
];

/** Blocks that begin with this and are short. */
export const furnitureBeginnings: readonly RegExp[] = [
  /^\W*(?:read more|read also|read next|read|see also|also|more|related|recommended|watch|listen|download|don['’]t miss)\s*:/iu,
  /^\W*(?:leggi anche|lire aussi|à lire aussi|lea también|leia (?:mais|também)|lesen sie auch|mehr zum thema|читайте также|baca juga)\b/iu,
  /^\W*(?:image|photo|photograph|picture|graphic|video|illustration)s?(?: (?:credit|copyright|caption|courtesy|source|via|by))?\s*(?::|by\b)/iu,
  /^\W*(?:image (?:copyright|caption)|(?:photo|photograph) by|courtesy of|credit)\b/iu,
  /^\W*(?:sources?|filed under|tags|tagged|topics|categories)\s*:/iu,
  /^\W*(?:click here|sign up (?:here|now|today)|sign up .{0,40}\b(?:newsletters?|e-?mails?|alerts)|subscribe (?:to|now)|follow (?:us|me)\b|follow @?\w+ on|like this story|like what you|share this|this slideshow requires|this website uses|this post may contain)\b/iu,
  /^\W*(?:if you (?:enjoyed|liked) this|tempo de leitura|listen to .{3,40} live)\b/iu,
  /^\W*also on\b/iu,
  /^\W*\d+ min(?:ute)?s? read\b/iu,
];

/** Headings after which nothing but ways out of the article follows. */
export const closingHeadings: readonly RegExp[] = [
  /^(?:more (?:from|on|great|stories|news|coverage|in|about)?.{0,40}|related.{0,50}|read (?:more|next)|see also|recommended.{0,30}|trending.{0,20}|popular.{0,20})$/iu,
  /^(?:most (?:read|popular|viewed)|recent (?:articles|posts|stories)|latest (?:news|stories)|you (?:may|might) also (?:like|be interested in))$/iu,
  /^(?:mehr zum thema|das könnte sie auch interessieren|meistgelesen|sur le même sujet|(?:à )?lire aussi|les plus lus)$/iu,
  /^(?:noticias relacionadas|te puede interesar|lo más (?:leído|visto)|leia (?:mais|também)|mais lidas|notícias relacionadas)$/iu,
  /^(?:leggi anche|potrebbe interessarti|articoli correlati|i più letti|baca juga|artikel terkait)$/iu,
  /^(?:читайте также|похожие .{3,20}|самые (?:популярные|читаемые).{0,20}|(?:добавить|оставить) (?:отзыв|комментарий))$/iu,
  /^(?:about the authors?|leave a (?:comment|reply)|comments?|something to consider|share this.{0,20}|tell us what you think)$/iu,
];

/** A class word of an element that holds a picture and what is said of it. */
export const pictureWords: ReadonlySet<string> = new Set(["image", "img", "photo", "picture", "thumbnail", "figure"]);

/** A line before the text that is a date and perhaps a time: "Nov. 20, 2019 5:52 AM EST", "02 Ago 2017". */
export const dateLine =
  /^(?:\p{L}{2,10}\.?,? )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?),? \d{4}\b[\s\d:.,|/apm\p{Lu}-]{0,30}$/u;

/** Lines that say who wrote the piece or when it appeared. */
export const bylineLines: readonly RegExp[] = [
  /^by [\p{Lu}][^.!?]{2,100}$/u,
  /^(?:originally |first )?(?:published|updated|posted|last updated|last modified)\b.{4,80}$/iu,
  /^.{3,240}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$/iu,
  /^(?:additional )?(?:reporting|writing|editing) by\b.{3,200}$/iu,
  /^write to .{3,60}@.{3,60}$/iu,
  /^[^\s@]+@[^\s@]+\.\w+$/u,
];

/** Outlets whose name as an author means that another outlet's page carries their text. */
export const wires: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "Associated Press", pattern: /\b(?:the associated press|associated press|AP)\b/u },
  { name: "Reuters", pattern: /\breuters\b/iu },
  { name: "AFP", pattern: /\bAFP\b|\bagence france-presse\b/iu },
];
