/**
 * The behaviour of the page, written for browsers as it stands. Without it every line and article still opens by
 * `<details>`; with it a line opens beside the list, at its place in the article.
 */
export const pageScript = `(() => {
"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const every = all(".line");
/* Contacts and evidence are lines too, which the kinds of statements and the order by date leave where they are. */
const isRecord = (line) => line.classList.contains("record");
const lines = every.filter((line) => !isRecord(line));
/* "#l3-7", "l3-7": article 3, statement 7. */
const placeOf = (address) => address.match(/(\\d+)-(\\d+)$/).slice(1);
for (const line of every) [line.dataset.d, line.dataset.n] = placeOf(line.id);
const is = (line, kind) => !kind || one(".words." + kind + ",.tag." + kind, line) !== null;
const pane = one("#pane");
if (!pane) return;
const root = document.documentElement;
const wide = matchMedia("(min-width:66rem)");
root.classList.add("js");
const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};
const say = (text) => { one("#said").textContent = text; };
const summaryOf = (line) => one("summary", line);
const articleOf = (line) => one("#a" + line.dataset.d);
let current = null;

/* The pane: the article of one line, its words marked. */
const hint = () => {
  current = null;
  pane.hidden = !wide.matches;
  pane.replaceChildren(make("p", { className: "hint", textContent: "Choose a line to read it at its place in the article. j and k walk through the lines." }));
};
const show = (line) => {
  if (current) current.classList.remove("here");
  current = line;
  line.classList.add("here");
  const article = articleOf(line);
  const number = line.dataset.n;
  const kind = line.dataset.kind || "Statement";
  const back = make("button", { type: "button", textContent: "Back to the list (Esc)" });
  back.addEventListener("click", close);
  const place = one(".text", article).cloneNode(true);
  for (const node of all("[id]", place)) node.removeAttribute("id");
  const roles = isRecord(line) ? { k: "on-k" } : { s: "on-s", q: "on-q", c: "on-c" };
  for (const node of all("[data-m]", place)) {
    const tokens = node.dataset.m.split(" ").filter((token) => token.slice(0, -1) === number && roles[token.slice(-1)]);
    if (tokens.length > 0) node.classList.add(roles[tokens[tokens.length - 1].slice(-1)]);
  }
  for (const node of all(".n", place)) node.classList.toggle("on", kind === "Statement" && placeOf(node.hash)[1] === number);
  const facts = one("dl.facts", article).cloneNode(true);
  const own = one("details > dl.facts", line);
  if (own) facts.prepend(...[...own.children].map((node) => node.cloneNode(true)));
  const meta = make("p", { className: "meta" }, ...[...one(".meta", article).children].map((node) => node.cloneNode(true)));
  for (const node of [...meta.children].slice(1)) node.before(" \\u00b7 ");
  const inner = make("div", { className: "inner reading-one" }, make("h2", {}, one(".title", article).cloneNode(true)), meta, facts, place);
  pane.hidden = false;
  pane.replaceChildren(make("div", { className: "bar-top" }, make("span", { textContent: kind + " " + number }), back), inner);
  const target = one(".on-c", place) || one(".on-s", place) || one(".on-k", place);
  pane.scrollTop = 0;
  if (target) pane.scrollTop = target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  if (!wide.matches) { document.body.style.overflow = "hidden"; back.focus(); }
  say("Opened " + kind.toLowerCase() + " " + number + " in " + one(".title", article).textContent + ". Press Enter again to go to the text, Escape to come back.");
};
const close = () => {
  const line = current;
  document.body.style.overflow = "";
  if (line) line.classList.remove("here");
  hint();
  if (line) summaryOf(line).focus();
};
wide.addEventListener("change", () => { if (!current) hint(); else document.body.style.overflow = wide.matches ? "" : "hidden"; });
for (const line of every) {
  const summary = summaryOf(line);
  summary.setAttribute("role", "button");
  summary.setAttribute("aria-controls", "pane");
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    const selection = getSelection();
    if (event.detail > 0 && String(selection) && line.contains(selection.anchorNode)) return;
    if (current === line && wide.matches) pane.focus();
    else show(line);
  });
}
const jump = (line, open) => {
  if (line.hidden) {
    for (const field of Object.values(fields)) field.value = "";
    filter();
  }
  summaryOf(line).focus();
  if (open) show(line);
};
document.addEventListener("click", (event) => {
  const number = event.target.closest && event.target.closest(".n");
  if (!number) return;
  event.preventDefault();
  const line = one(number.hash);
  if (line) jump(line, true);
});

/* Filters: every word of the search must be in the line. */
const form = one(".tools");
const fields = { query: one("#query"), outlet: one("#outlet"), quotation: one("#quotation"), sourcing: one("#sourcing") };
const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\\u0300-\\u036f]/g, "").replace(/[\\u2018\\u2019]/g, "'");
const haystack = new Map(every.map((line) => [line, plain([summaryOf(line), ...all(".passage .s,.passage .c", line)].map((node) => node.textContent).join(" "))]));
const filter = () => {
  const words = plain(fields.query.value).split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const line of every) {
    const record = isRecord(line);
    const fits = (!fields.outlet.value || one(".outlet", line).textContent === fields.outlet.value)
      && (record || is(line, fields.quotation.value))
      && (record || is(line, fields.sourcing.value))
      && words.every((word) => haystack.get(line).includes(word));
    line.hidden = !fits;
    if (fits && !record) shown++;
  }
  for (const group of all(".group")) group.hidden = one(".line", group) !== null && !one(".line:not([hidden])", group);
  for (const section of all(".records")) section.hidden = one(".line", section) !== null && !one(".line:not([hidden])", section);
  for (const voice of all(".voice")) voice.hidden = !one(".line:not([hidden])", voice);
  const filtered = shown < lines.length;
  for (const index of all(".sources")) index.hidden = filtered;
  one("#nothing").hidden = shown > 0 || lines.length === 0;
  one("#count").textContent = filtered ? shown + " of " + lines.length : lines.length + (lines.length === 1 ? " line" : " lines");
};
for (const field of Object.values(fields)) field.addEventListener("input", filter);
form.addEventListener("submit", (event) => { event.preventDefault(); focusFirst(); });
form.hidden = lines.length === 0;
fields.query.placeholder = "Search source, outlet, words";

/* Grouped by source as written, or by date: the same lines, moved. */
const bySource = one("#by-source");
const byDate = one("#by-date");
const homes = new Map(lines.map((line) => [line, line.parentElement]));
const order = one("#order");
const regroup = () => {
  const dated = order.value === "date";
  byDate.replaceChildren();
  if (dated) {
    const place = (line) => Number(line.dataset.d) * 1e6 + Number(line.dataset.n);
    let day = null, list = null;
    for (const line of [...lines].sort((a, b) => place(a) - place(b))) {
      const when = articleOf(line).closest(".day").querySelector("h3").textContent;
      if (when !== day) {
        list = make("ol", { className: "lines" });
        byDate.append(make("section", { className: "group" }, make("h3", { textContent: when }), list));
        day = when;
      }
      list.append(line);
    }
  } else for (const line of lines) homes.get(line).append(line);
  byDate.hidden = !dated;
  bySource.hidden = dated;
  filter();
};
order.addEventListener("change", regroup);

/* Keys. */
const visible = () => all("main .line:not([hidden])").filter((line) => line.offsetParent !== null);
const focusFirst = () => { const first = visible()[0]; if (first) summaryOf(first).focus(); };
const step = (by) => {
  const list = visible();
  const active = document.activeElement && document.activeElement.closest(".line");
  const at = list.indexOf(active || current);
  const next = list[at === -1 ? (by > 0 ? 0 : list.length - 1) : at + by];
  if (!next) return;
  const summary = summaryOf(next);
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
  if (current) show(next);
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input,select,textarea");
  if (event.key === "Escape") {
    if (typing && typing.value) { if (typing === fields.query) { typing.value = ""; filter(); event.preventDefault(); } return; }
    if (typing) { focusFirst(); return; }
    if (current) { event.preventDefault(); close(); }
    return;
  }
  if (typing) return;
  const onLine = event.target.closest(".line summary");
  if (event.key === "j" || (event.key === "ArrowDown" && onLine)) { event.preventDefault(); step(1); }
  else if (event.key === "k" || (event.key === "ArrowUp" && onLine)) { event.preventDefault(); step(-1); }
  else if (event.key === "/") { event.preventDefault(); fields.query.focus(); fields.query.select(); }
});

/* On paper every line has its passage. */
let opened = [];
addEventListener("beforeprint", () => { opened = all(".line details:not([open])"); for (const node of opened) node.open = true; });
addEventListener("afterprint", () => { for (const node of opened) node.open = false; });

filter();
hint();
const asked = location.hash && one(".line" + CSS.escape(location.hash.slice(1)).replace(/^/, "#"));
if (asked) jump(asked, true);
})();`;
