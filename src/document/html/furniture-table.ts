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
    "ad ads adslot advert advertisement advertising sponsor sponsored promo promotion outbrain taboola " +
    // ways out of the article
    "related recirc recirculation recommended recommendation recommendations trending popular breadcrumb breadcrumbs " +
    "nav navigation navbar subnav topnav menu sidebar pager pagination tags " +
    // asking something of the reader
    "share sharing sharedaddy social newsletter signup subscribe subscription comments disqus cta cookie cookies popup " +
    "modal " +
    // about the article or its author
    "byline author bio timestamp postmeta metadata disclaimer toolbar " +
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
  "article header",
  "article tools",
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

/**
 * Blocks that are nothing but this, matched without the punctuation at their edges. What any text may be marked by,
 * from markup or not, is in `../furniture.ts`; these are safe only of a block that stands alone on its page.
 */
export const furnitureLines: readonly RegExp[] = [
  /^(?:advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|iklan)$/iu,
  /^(?:kommentare|commentaires|comentarios|comentários|commenti|комментарии|отзывы|komentar)$/iu,
  /^(?:caption|breaking news|latest news|buy now|order reprints|print article|text size)$/iu,
  /^(?:view author archive|email the author|leave a (?:comment|reply)|tell us what you think)$/iu,
  /^(?:image |photo )?\d{1,3} (?:of|\/|of \/) \d{1,3}$/iu,
];

/** Blocks that begin with this and are short. */
export const furnitureBeginnings: readonly RegExp[] = [
  /^\W*(?:read more|read also|read next|read|see also|also|more|related|recommended|watch|listen|download|don['’]t miss)\s*:/iu,
  /^\W*(?:leggi anche|lire aussi|à lire aussi|lea también|leia (?:mais|também)|lesen sie auch|mehr zum thema|читайте также|baca juga)\s*(?::|$)/iu,
  /^\W*(?:image|photo|photograph|picture|graphic|video|illustration)s?(?: (?:credit|copyright|caption|courtesy|source|via|by))?\s*:/iu,
  /^\W*(?:credit\s*:|image (?:copyright|caption)\b)/iu,
  /^\W*(?:photos?|photographs?|images?|pictures?|video|illustration) (?:by|courtesy of) [\p{Lu}][^.!?]{2,60}$/iu,
  /^\W*(?:sources?|filed under|tags|tagged|topics|categories)\s*:/iu,
  /^\W*(?:click here|sign up (?:here|now|today)|sign up .{0,40}\b(?:newsletters?|e-?mails?|alerts)|subscribe (?:to|now)|follow (?:us|me) on|follow @\w+|like this story|share this|this slideshow requires)\b/iu,
  /^\W*if you (?:enjoyed|liked) this (?:article|story|piece|post|video|podcast)\b/iu,
  /^\W*\d+ min(?:ute)?s? read\b/iu,
];

/** Headings after which nothing but ways out of the article follows. */
export const closingHeadings: readonly RegExp[] = [
  /^more (?:from|on|about|in|stories|news|coverage)\b.{0,40}$|^more .{0,40} (?:stories|news|coverage|articles)$/iu,
  /^(?:related(?: .{1,50})?|read (?:more|next)|see also|recommended(?: for you| stories| articles| reading)?)$/iu,
  /^(?:trending(?: .{1,20})?|popular(?: (?:stories|articles|posts|now))?|most (?:read|popular|viewed)(?: .{1,20})?)$/iu,
  /^(?:recent (?:articles|posts|stories)|latest (?:news|stories)|you (?:may|might) also (?:like|be interested in))$/iu,
  /^(?:mehr zum thema|das könnte sie auch interessieren|meistgelesen|sur le même sujet|(?:à )?lire aussi|les plus lus)$/iu,
  /^(?:noticias relacionadas|te puede interesar|lo más (?:leído|visto)|leia (?:mais|também)|mais lidas|notícias relacionadas)$/iu,
  /^(?:leggi anche|potrebbe interessarti|articoli correlati|i più letti|baca juga|artikel terkait)$/iu,
  /^(?:читайте также|похожие (?:статьи|новости|материалы)|самые (?:популярные|читаемые)(?: .{1,20})?)$/iu,
  /^(?:добавить|оставить) (?:отзыв|комментарий)$/iu,
  /^(?:about the authors?|leave a (?:comment|reply)|comments?|share this(?: .{1,20})?)$/iu,
];

/** A class word of an element that holds a picture and what is said of it. */
export const pictureWords: ReadonlySet<string> = new Set(["image", "img", "photo", "picture", "thumbnail", "figure"]);

/** A line before the text that is a date and perhaps a time: "Nov. 20, 2019 5:52 AM EST", "02 Ago 2017". */
export const dateLine =
  /^(?:\p{L}{2,10}\.?,? )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?),? \d{4}\b[\s\d:.,|/apm\p{Lu}-]{0,30}$/u;

/** Lines that say who wrote the piece or when it appeared. */
export const bylineLines: readonly RegExp[] = [
  /^by [\p{Lu}][^.!?]{2,100}$/u,
  /^(?:(?:originally|first|last) )?(?:published|updated|posted|modified)\b.{0,60}\b(?:\d{4}|\d{1,2}:\d\d)\b.{0,30}(?<!\p{L}{2}\.)$/iu,
  /^.{3,240}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$/iu,
  /^(?:additional )?(?:reporting|writing|editing) by\b.{3,200}$/iu,
  /^write to .{3,60}@.{3,60}$/iu,
  /^[^\s@]+@[^\s@]+\.\w+$/u,
];
