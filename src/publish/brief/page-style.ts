/**
 * The look of the page. Hues by Okabe and Ito (blue: source, vermillion: cue, bluish green: content), darkened or
 * lightened to a contrast of 4.5 where they carry text, each with a second sign: weight, slant, underline.
 */
export const pageStyle = `
:root{color-scheme:light dark;
--paper:#fbfaf7;--raised:#fff;--ink:#1c1c1a;--soft:#5b5952;--rule:#dedad0;--link:#0b5a8a;--focus:#0072b2;
--s:#005b92;--q:#a54500;--c:#00795a;--s-tint:#d7eaf7;--q-tint:#fbe2cc;--c-tint:#d3efe4;--warn:#8a3a00;
--k-tint:#f3e1ec;
--serif:"Iowan Old Style",Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",Georgia,"DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#16181b;--raised:#1d2024;--ink:#e8e5dd;--soft:#a8a59c;--rule:#34373c;--link:#79c0ef;--focus:#56b4e9;
--s:#6fc0ee;--q:#eca73c;--c:#4cc9a2;--s-tint:#12354b;--q-tint:#48300c;--c-tint:#0c3d2f;--k-tint:#45283a;--warn:#f0a860}}
*{box-sizing:border-box}
html{scroll-padding-top:6.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 var(--serif);overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
:focus{outline:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
#who:focus-visible,#pane:focus-visible{outline-offset:-2px}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem;z-index:9;background:var(--raised);padding:.5rem 1rem}
.skip:focus{left:.5rem;top:.5rem}
[hidden]{display:none!important}
.masthead,.desk,footer,.nothing{max-width:44rem;margin:0 auto;padding:0 1.25rem}
.masthead{padding-top:2.5rem}
.masthead .name{margin:0;padding-bottom:.5rem;border-bottom:3px double var(--ink);font-weight:700;letter-spacing:.01em}
.masthead .name span{font-weight:400;font-style:italic;color:var(--soft)}
h1{font-size:clamp(1.7rem,4.6vw,2.6rem);line-height:1.12;font-weight:500;letter-spacing:-.015em;margin:1.5rem 0 .5rem;text-wrap:balance}
.sum{margin:0;color:var(--soft);font-size:1.125rem}
h2{font-size:1.55rem;font-weight:500;letter-spacing:-.01em;line-height:1.2;margin:3rem 0 .75rem;padding-top:.7rem;border-top:1px solid var(--ink)}
h2.quiet{border:0;margin:2rem 0 .6rem;padding:0;font:600 .8125rem/1.4 var(--sans);color:var(--soft);letter-spacing:0}
h3{font-size:1.2rem;font-weight:600;line-height:1.3;margin:2.4rem 0 .2rem}
h4{font-size:1.0625rem;font-weight:700;line-height:1.35;margin:1.7rem 0 .15rem}
.note,.legend,.keys,footer{font:.875rem/1.5 var(--sans);color:var(--soft)}
.note{margin:.2rem 0 .8rem;max-width:38rem}
.count{font:400 .8125rem var(--sans);color:var(--soft);font-variant-numeric:tabular-nums}
.meta,.tag,.key,.tools,.calendar figcaption,dl.facts,.go,.empty{font-family:var(--sans);font-size:.8125rem}
.meta{color:var(--soft)}
.title{font-family:var(--serif)}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
ul,ol{list-style:none;margin:0;padding:0}
.bar{display:block;width:100%;height:12px}
.bar rect{fill:var(--s)}.bar .anonymous{fill:var(--q)}.bar .documentary{fill:var(--c)}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.5rem 0 .2rem}
.key b{font-variant-numeric:tabular-nums}
.tag{white-space:nowrap}
.tag.on-record::before,.tag.anonymous::before,.tag.documentary::before{display:inline-block;width:.7em;height:.7em;margin-right:.35em;content:"";border:2px solid var(--s);background:var(--s);border-radius:50%;vertical-align:-.02em}
.tag.anonymous::before{background:none;border-color:var(--q)}
.tag.documentary::before{border-radius:0;border-color:var(--c);background:var(--c)}
.tag.flag{color:var(--warn);white-space:normal}
.tag.flag::before{content:"⚠\\FE0E\\00A0";font-size:.9em}
.tag.reviewed::before{content:"✓ "}
.calendar{margin:1.4rem 0 0}
.calendar svg{display:block;width:100%;height:44px}
.calendar rect{fill:var(--soft)}.calendar rect:hover{fill:var(--s)}
.calendar path{stroke:var(--rule);stroke-width:1;vector-effect:non-scaling-stroke}
.calendar figcaption{display:flex;justify-content:space-between;color:var(--soft);margin-top:.25rem}
.cautions{margin-top:1.8rem;padding:.9rem 1.1rem;border-left:3px solid var(--warn);background:var(--raised);font:.9375rem/1.5 var(--sans)}
.cautions h3{margin:0 0 .3rem;font:600 .875rem/1.4 var(--sans);color:var(--warn)}
.cautions li{padding:.15rem 0}
.cautions summary{text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.2em}
.cautions li li{padding-left:1rem}
.tools{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:2.4rem -1.25rem 0;padding:.65rem 1.25rem;background:var(--paper);border-bottom:1px solid var(--rule)}
.tools input,.tools select{font:inherit;font-size:.875rem;color:inherit;background:var(--raised);border:1px solid var(--rule);border-radius:4px;padding:.38rem .55rem;max-width:100%}
.tools select{max-width:11rem}
.search{flex:1 1 15rem;position:relative}
.search input{width:100%;padding-right:2rem}
kbd{font:.75rem var(--sans);border:1px solid var(--rule);border-bottom-width:2px;border-radius:3px;padding:.02rem .35rem;background:var(--raised);color:var(--soft)}
.search kbd{position:absolute;right:.5rem;top:50%;transform:translateY(-50%)}
.search input:focus~kbd{display:none}
#count{color:var(--soft);font-variant-numeric:tabular-nums;flex:1 0 auto;text-align:right}
.tools+section h2{border:0;padding:0;margin-top:1.6rem}
.sources{margin:.6rem 0 1.2rem;font:.875rem/1.7 var(--sans)}
.sources ul{columns:14rem;column-gap:2rem}
.sources li{break-inside:avoid}
.sources a{text-decoration:none}.sources a:hover{text-decoration:underline}
.sources summary{color:var(--link)}
.line{border-top:1px solid var(--rule)}
.line summary{display:block;padding:.6rem .75rem .65rem;margin:0 -.75rem;border-left:3px solid transparent}
.line summary:hover{background:var(--raised)}
.line summary:focus-visible{outline-offset:-2px;background:var(--raised)}
.line.here summary{background:var(--raised);border-left-color:var(--focus)}
.words{display:block;text-wrap:pretty}
.words.indirect{color:var(--ink);font-style:normal}
.words.direct,.words.mixed{font-weight:500}
.line .meta{display:flex;flex-wrap:wrap;gap:.05rem .9rem;margin-top:.2rem;line-height:1.6}
.line .meta b{font-weight:600;color:var(--ink)}
.named .meta b.same,.named .meta .who{display:none}
#by-date .meta b,#by-date .meta .who{display:inline}
.line .meta i{font-style:italic}
.passage{margin:.2rem 0 .6rem;padding:.1rem 0 .1rem 1rem;border-left:1px solid var(--rule);color:var(--soft);font-size:1rem}
.passage .s,.passage .q,.passage .c,.passage .k{color:var(--ink)}
h3.parties{font-size:1.0625rem;font-weight:700;margin:1.7rem 0 .15rem}
.go{margin:0 0 1rem 1rem}
.contents{margin:1.6rem 0 0;font:.9375rem/1.7 var(--sans)}
.contents ul{columns:16rem;column-gap:2rem}
.contents li{break-inside:avoid}
.contents a{text-decoration:none}.contents a:hover{text-decoration:underline}
.finding{margin:1.4rem 0 0}
.finding h3.parties{margin:0 0 .1rem;text-wrap:balance}
.known{display:flex;flex-wrap:wrap;gap:.05rem .9rem;margin:0 0 .35rem;line-height:1.6;font-variant-numeric:tabular-nums}
.label{display:block;font:600 .8125rem/1.5 var(--sans);color:var(--ink)}
.elsewhere{border-top:1px solid var(--rule);padding:.6rem 0}
.rest{margin-top:1.4rem}.rest>summary{font:.9375rem var(--sans);color:var(--link)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0 .8rem 1rem;color:var(--soft)}
dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;color:var(--ink)}
.s{font-weight:700;color:var(--s)}.passage .s,.legend .s{color:var(--s)}
.q{font-style:italic;text-decoration:underline dotted var(--q) 2px;text-underline-offset:.2em}
.c{text-decoration:underline solid var(--c) 1.5px;text-underline-offset:.22em}
.n{font:600 .68rem var(--sans);color:var(--soft);text-decoration:none;vertical-align:.35em;margin-right:.2em;padding:0 .1em}
.n:hover,.n:target,.n.on{color:var(--paper);background:var(--ink);border-radius:2px}
.n:target{outline:2px solid var(--focus)}
.off{color:var(--soft);opacity:.72;font-size:.92em}
.day h3{margin-top:1.8rem;font:600 .875rem/1.4 var(--sans);color:var(--soft)}
.article{border-top:1px solid var(--rule)}
.article>summary{padding:.6rem 0}
.article>summary .title{font-size:1.125rem;font-weight:600;line-height:1.3}
.article>summary .meta{display:flex;flex-wrap:wrap;gap:.05rem .9rem;margin-top:.1rem}
.article>summary:hover .title{text-decoration:underline;text-decoration-color:var(--rule)}
.text{padding:.2rem 0 1.6rem;max-width:40rem}
.text p{margin:0 0 .85rem}
.on-s{background:var(--s-tint)}.on-q{background:var(--q-tint)}.on-c{background:var(--c-tint)}
.on-k{background:var(--k-tint)}
.on-s,.on-q,.on-c,.on-k{box-shadow:0 0 0 .12em var(--tint);border-radius:1px;color:var(--ink)}
.on-k{--tint:var(--k-tint)}
.on-s{--tint:var(--s-tint)}.on-q{--tint:var(--q-tint)}.on-c{--tint:var(--c-tint)}
#pane{background:var(--raised)}
#pane .bar-top{position:sticky;top:0;z-index:2;display:flex;justify-content:space-between;gap:1rem;align-items:center;background:var(--raised);border-bottom:1px solid var(--rule);padding:.6rem 1.5rem;font:.8125rem var(--sans);color:var(--soft)}
#pane button{font:inherit;color:var(--link);background:none;border:1px solid var(--rule);border-radius:4px;padding:.3rem .7rem;cursor:pointer}
#pane .inner{padding:1.2rem 1.5rem 45vh}
#pane h2{border:0;padding:0;margin:0 0 .2rem;font-size:1.5rem;font-weight:600}
#pane dl.facts{margin:.8rem 0 1.2rem;padding-bottom:1rem;border-bottom:1px solid var(--rule)}
#pane .text{padding:0}
#pane:has(.hint){background:none}
#pane .hint{font:.9375rem/1.6 var(--sans);color:var(--soft);max-width:24rem;margin:18vh auto 0}
.reading-one .text span:not(.on-s):not(.on-q):not(.on-c):not(.on-k):not(.off){text-decoration-color:var(--rule);text-decoration-thickness:1px}
.empty,.nothing{color:var(--soft)}
.nothing{padding-top:1rem;padding-bottom:30vh;font-size:1.125rem}
code{font-size:.9em}
footer{margin-top:4rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--rule)}
html:not(.js) .keys{display:none}
.js .line .passage,.js .line dl.facts,.js .line p.go{margin-left:.2rem}
@media (min-width:66rem){
.js .masthead,.js footer{max-width:84rem}
.js .desk{display:grid;grid-template-columns:minmax(0,1.08fr) minmax(0,1fr);max-width:84rem;gap:2.5rem}
.js #pane{position:sticky;top:0;height:100vh;overflow:auto;margin-top:1.5rem;border-left:1px solid var(--rule);overscroll-behavior:contain}}
@media (max-width:65.99rem){
.js #pane{position:fixed;inset:0;z-index:5;overflow:auto}
.js #pane .inner{max-width:44rem;margin:0 auto}}
@media (max-width:34rem){
body{font-size:1rem}
.masthead{padding-top:1.25rem}
.tools{position:static}
.tools label:not(.search){flex:1 1 calc(50% - .5rem)}.tools select{width:100%;max-width:none}
.search kbd,.keys{display:none}
dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.35rem}
html{scroll-padding-top:1rem}}
@media (prefers-reduced-motion:no-preference){html:not(.js){scroll-behavior:smooth}}
@media (forced-colors:active){.on-s,.on-q,.on-c,.on-k{outline:1px solid}}
@media print{
:root{--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--rule:#bbb;--s:#004a78;--q:#7a3300;--c:#005c44}
body{font-size:10pt}
.tools,#pane,.skip,.sources,.keys,.go{display:none!important}
.js .desk,.js .masthead,.masthead,.desk,footer{display:block;max-width:none;padding:0}
.line,.article>summary,h3,h4{break-inside:avoid}h3,h4{break-after:avoid}
.cautions{border:1px solid #888}
.article:not([open]){break-inside:avoid}}
`;
