/**
 * What stands around an article on its page and is copied along with it. Collected from the first articles Parley was
 * conceived from, the pages of scrapinghub/article-extraction-benchmark, PolNeAR's train texts, and the default texts
 * of WordPress's comment form and sharing buttons. Each pattern must fit a whole line, so that a sentence which
 * only mentions "related articles" or "cookies" stays body.
 */
const line = (source: string): RegExp => new RegExp(`^(?:${source})$`, "iu");

/** A line longer than this is never furniture by its wording alone: it holds sentences. */
export const longestFurniture = 300;

/** Headings over lists of other articles or over a comment form: what follows is furniture until prose resumes. */
export const furnitureHeadings: readonly RegExp[] = [
  line(
    "(?:you (?:may|might) )?(?:also )?(?:related|recommended|similar)(?: (?:articles?|stor(?:y|ies)|posts?|news|topics?|content|coverage|links?|reading|items?|for you))?\\s*[:.]?",
  ),
  line('["“]related:?["”]\\.?'),
  line("(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy|want to read))\\s*[:.…]*"),
  line("(?:read|see|watch|listen|more|learn) (?:also|more|next|this next)\\s*[:.…]*"),
  line(
    "(?:most|more) (?:popular|read|viewed|shared|commented|recent)(?: (?:articles|stories|posts|news|now|today))?\\s*[:.]?",
  ),
  line(
    "(?:trending|top stories|latest (?:news|stories|posts|articles|headlines)|editor[’'s]*s? picks?|don[’']?t miss|popular posts|recent posts|what[’']?s brewing|more stories|more news)(?: (?:now|today))?\\s*[:.]?",
  ),
  line(
    "more (?:from|on|about|in|by) (?:this (?:author|section|topic|site)|the web|around the web|[A-Z][\\w’'& -]{0,40})\\s*:?",
  ),
  line(
    "(?:from )?around the web|sponsored (?:content|links|stories)|promoted (?:content|stories)|paid content|from our partners",
  ),
  line("(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|review|response)(?: cancel reply)?\\s*[.:]?"),
  line(
    "(?:\\d+ )?(?:comments?|responses?|repl(?:y|ies))(?: \\(\\d+\\))?\\s*:?|join the (?:conversation|discussion)|view(?: all)? comments|show comments|no comments(?: yet)?",
  ),
  line("share (?:this|on|via|the)(?: (?:article|story|post|page|on social media|facebook|twitter|email))?\\s*:?"),
  line("about the authors?|tags|filed under|topics|posted in"),
];

/** Lines that are furniture by themselves, wherever they stand. */
export const furnitureLines: readonly RegExp[] = [
  // Comment forms.
  line("your email address will not be published\\.?(?: required fields are marked ?\\*?)?\\.?"),
  line("required fields are marked ?\\*?\\.?|save my name,? email,? and website in this browser.*"),
  line(
    "(?:name|e-?mail|website|comment|message)\\s*\\*|post comment|cancel reply|notify me of (?:follow-?up comments|new posts|new comments).*",
  ),
  line(
    "you must be logged in to (?:post|leave|reply).*|(?:log ?in|sign in|register|log ?out)(?: (?:to|or) .{1,40})?|this site uses akismet.*",
  ),
  line("comments (?:are|have been) (?:closed|disabled|off).*|.{0,40}comments closed"),
  // Navigation.
  line(
    "(?:back|return|scroll|go) to (?:the )?(?:top|home|homepage)(?: (?:button|of page))?\\.?|skip to (?:main )?content|(?:main )?menu|search(?: for)?:?|close|home|top",
  ),
  line(
    "(?:previous|next|older|newer)(?: (?:post|article|story|page|entry))?s?(?:\\s*[:»«→←>].*)?|← ?.{1,150}|.{1,150} ?→",
  ),
  line(
    "(?:\\d+ )?(?:min(?:ute)?s? read|views?|shares?|likes?|retweets?)|\\d+(?:\\.\\d+)?[kK]? (?:shares?|views?)|reading time:? .{1,30}|est(?:imated)? reading time.*",
  ),
  line(
    "loading(?:\\.{3}|…)?|please wait(?:\\.{3}|…)?|(?:show|load|view|see) (?:more|all|less)(?: .{1,30})?|click here(?: .{1,60})?|continue reading(?: .{1,120})?|story continues(?: below)?.{0,40}|article continues (?:below|after).{0,40}|scroll (?:down )?(?:to|for) .{1,40}",
  ),
  // Links to other articles.
  line("(?:read|see|watch|listen|view)(?: (?:also|more|next|on|now))?\\s*(?::|\\||>|»|→)\\s*.{1,200}"),
  line(
    "(?:also read|also see|more|related(?: (?:article|story|stories|news|coverage|reading|video|link)s?)?|recommended|don[’']?t miss|must read|in (?:pictures|photos|video))\\s*(?::|\\||>|»|→)\\s*.{1,200}",
  ),
  line(
    "read (?:the (?:rest|full (?:story|article|text|report|statement|interview|transcript))|it all|more|the original(?: (?:story|article))?|the whole (?:story|thing|article))(?: (?:of (?:the|this) (?:story|article|piece|post|interview)|here|at|on|in) ?.{0,80})?\\.?",
  ),
  // Subscriptions, sharing, apps.
  line(
    "(?:please )?(?:subscribe|sign up|register)(?:\\s*[:!.]|(?: now| today| here| free)?(?: (?:to|for) (?:our|the|your|free|daily|weekly|breaking|more|email|newsletters?|updates|alerts)\\b.{0,160})?[.!]?)",
  ),
  line(
    "(?:get|receive) (?:our|the|all the|breaking|daily|more|email) .{0,80}(?:newsletter|inbox|alerts?|updates|by email|delivered).{0,80}",
  ),
  line(
    "(?:our )?(?:daily |weekly |free |morning |evening )?newsletters?\\.?|enter your e-?mail(?: address)?.{0,60}|e-?mail address|thank(?:s| you) for (?:subscribing|signing up|reading|your (?:support|subscription)).{0,80}|support (?:our|independent) journalism.{0,120}|(?:become a|join as a) (?:member|subscriber|supporter).{0,80}|donate(?: now| today)?[.!]?",
  ),
  line(
    "(?:like|follow|find|join|connect with|tweet)(?: (?:us|me|him|her|them|@\\w+|[A-Z][\\p{L}.’'-]+(?: [A-Z][\\p{L}.’'-]+){0,3}))? (?:on|at|via) (?:our )?(?:facebook|twitter|instagram|telegram|linkedin|youtube|whatsapp|x|social media|google news|flipboard|tiktok|threads|mastodon|bluesky)\\b.{0,100}",
  ),
  line(
    "(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|email|e-mail|print|copy(?: link)?|share|tweet|pin(?: it)?|messenger|viber|skype|google\\+|flipboard|youtube|rss|save|comment|bookmark|like|follow(?: us)?|subscribe)(?:[\\s|,/·•-]+(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|email|e-mail|print|copy(?: link)?|share|tweet|pin(?: it)?|messenger|viber|skype|google\\+|flipboard|youtube|rss|save|comment|bookmark|like|via|on|this|to|article|\\d+))*\\.?",
  ),
  line(
    "(?:share|tweet|email|print|send|save) (?:this|on|via|with|to)\\b.{0,60}|share\\s*[:|].{0,80}|(?:click|tap) to (?:share|tweet|email|print|copy|expand|view|play|enlarge|subscribe).{0,80}|\\(opens in (?:a )?new window\\)",
  ),
  line(
    "do you support [^?]{1,60}\\? like the page:?|download (?:the|our) .{0,40}app.{0,60}|twitter: ?@\\w{1,20}\\.?|contact (?:us|the (?:author|writer|reporter|editor))(?: (?:at|on|by) .{1,80})?\\.?|send (?:tips|feedback|corrections).{0,80}|(?:e-?mail|reach) (?:us|him|her|them|the author|the writer|the reporter)(?: directly)? (?:at|on) .{1,80}",
  ),
  // Notices.
  line(
    "(?:all rights reserved|(?:©|(?:\\(c\\)|copyright)(?: ©| \\(c\\))?,? (?=by |(?:19|20)\\d\\d\\b|©)).{0,160}|.{0,80}[©].{0,80}all rights reserved\\.?.{0,120}|this material may not be published, broadcast, rewritten.{0,80}|reproduction (?:in whole or in part )?(?:is prohibited|without permission).{0,80})",
  ),
  line(
    "(?:we|this (?:web)?site) uses? cookies.{0,200}|by (?:continuing|using|browsing|clicking|signing up|subscribing).{1,60} you (?:agree|accept|consent).{0,160}|(?:accept|reject|manage)(?: all)? cookies?|(?:cookie|privacy) (?:policy|settings|notice|preferences)|terms (?:of (?:use|service)|and conditions|& conditions)|privacy policy.{0,80}|do not sell my .{1,40}",
  ),
  line(
    "(?:advertisement|advertising|sponsored|promoted|ad|ads by .{1,30}|paid post|partner content)\\s*[:.]?|(?:-|—|\\*| )*(?:advertisement|story continues below advertisement)(?:-|—|\\*| )*",
  ),
  line(
    "we are sorry, ?this video is .{1,120}|(?:your browser|please enable javascript|javascript (?:is|must be)).{0,120}|watch (?:the )?(?:video|live|now)(?: (?:above|below|here))?\\.?|play video|video player.{0,40}|.{0,30}video unavailable.{0,60}",
  ),
  line(
    "this (?:article|story|piece|column|post) (?:was|is|first|originally)(?: (?:first|originally|automatically|also))? (?:published|appeared|posted|generated|republished|reprinted|produced).{0,200}",
  ),
  line(
    "as published in the .{1,60}\\.?|(?:abstract|full text|correction appended|correction|partial transcript as follows|letters)[.:]|fact[- ]?check",
  ),
  // Pictures.
  line(
    "(?:photo(?:graph)?|image|picture|video(?= credit| source| courtesy| by)|graphic|illustration|credit|file photo|photo credit|image credit|photo by|image by|photograph by|photo illustration|caption)s?(?: credits?| source| courtesy(?: of)?| by)?\\s*[:|/©].{1,160}|(?:photo(?:graph)?|image|picture|video|illustration|file photo) (?:by|courtesy of|via|credit:?) .{1,120}",
  ),
  line(
    "(?:getty(?: images)?|getty/instagram|shutterstock|istock|(?:ap|afp|epa|reuters)(?: photo| file photo| images)|(?:[\\p{Lu}][\\p{L}.’'-]+ ){1,3}(?:/|via|for) ?(?:getty images|ap|afp|epa|reuters|epa-efe|shutterstock|the .{3,30})(?:/.{2,40})?(?: via .{2,30})?)\\.?",
  ),
];

/** Lines that describe the record or the article rather than tell it. */
export const metadataLines: readonly RegExp[] = [
  line("(?:https?://|www\\.)\\S+"),
  line("(?:url|link|address|permalink|source url|canonical)\\s*:\\s*\\S+"),
  line(
    "(?:(?:first |originally )?(?:published|posted|created|released|issued|printed)|(?:last )?(?:updated|modified|edited)|date(?:line)?|pub(?:lication)? ?date|load-date|publication-date|time)(?: (?:on|at|in))?\\s*:\\s*.{4,80}",
  ),
  line(
    "(?:tags?|topics?|keywords?|categor(?:y|ies)|section|subjects?|filed under|labels?|language|country|region|word count|length|type|id|document id|guid|issn|edition|page|volume|publisher|outlet|newspaper|publication|copyright holder)\\s*:\\s*.{1,200}",
  ),
  line("source\\s*:\\s*.{2,80}"),
];

/** A line of two or more hashtags and little else. */
export const hashtagLine = /^(?:#[\p{L}\p{N}_-]+[\s,;|]*){2,}$/u;
