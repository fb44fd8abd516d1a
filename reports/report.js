"use strict";
// The live part of the report. Whatever comes from texts, packs and paths goes into the page
// by textContent and setAttribute alone: nothing of it is ever read as markup.

const SEVERITIES = ["neutral", "minor", "major", "critical"];
const ICONS = ["○", "●", "▲", "◆"];
const CONFIDENCES = ["low", "medium", "high"];
const FIXES = ["manual", "unsafe", "safe"];
const FIX_LABELS = ["Suggestion", "Unsafe fix", "Safe fix"];
const WAYS = { fix: "to fix", ignore: "to ignore", later: "later" };
const GROUPS = ["file", "rule", "suggestion", "severity", "language", "none"];
const HEAD = 42, ROW = 66, SPARE = 8;

const byId = (id) => document.getElementById(id);
const all = (selector) => document.querySelectorAll(selector);
const on = (id, event, act) => byId(id).addEventListener(event, act);
const scroller = () => byId("rows").parentElement;
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** Return an element; strings become text, functions listeners, everything else attributes. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== ""));
  return node;
}

const quiet = (...children) => el("p", { class: "quiet" }, ...children);
const bdi = (text) => el("bdi", {}, shown(text));

// ---------------------------------------------------------------- What the page holds

/** Return the value of an embedded block, unpacked if it is packed. */
async function unpacked(name) {
  const { textContent: text, dataset } = byId(name);
  if (dataset.encoding === "plain") return JSON.parse(text);
  const packed = Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

let report, findings, documents, rules, byPrint;
const chunks = new Map();

async function load() {
  report = await unpacked("index");
  rules = report.rules.map(([id, category, confidence, why, whyNotSafe, url]) =>
    ({ id, category, confidence, why, whyNotSafe, url, pack: id.split("/")[0] }));
  documents = report.documents.map(([path, words, target, source, original, chunk, slot, comment], number) =>
    ({ number, path, words, target, source, original, chunk, slot, comment, findings: [] }));
  findings = report.findings.map((row, number) => {
    const [doc, rule, severity, line, column, start, end, message, match, print, excerpt, fixes, suppressed, related] = row;
    const finding = { number, doc: documents[doc], rule: rules[rule], severity, line, column, start, end,
      message: message.replaceAll("\ufffc", "…"), match, print, from: excerpt[0], excerpt: excerpt[1],
      fixes: fixes.map(([title, kind, edits]) => ({ title, kind, edits })), suppressed, related };
    finding.doc.findings.push(finding);
    return finding;
  });
  byPrint = new Map(findings.map((finding) => [finding.print, finding]));
}

/** Return the text of a document and its blocks; null where the report does not have them. */
async function textOf(doc) {
  if (doc.chunk < 0) return null;
  if (!chunks.has(doc.chunk)) chunks.set(doc.chunk, unpacked(`texts-${doc.chunk}`));
  const [text, blocks] = (await chunks.get(doc.chunk))[doc.slot];
  return { text, blocks: blocks.map(([role, cuts, lang, source]) => ({ role: report.roles[role], cuts, lang, source })) };
}

// ---------------------------------------------------------------- Text, made visible

const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]|(?! )\p{Zs}/gu;
const JOINS = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}])\p{L})$/u;
const nameOf = (char) => report.names[char] ?? "";
const point = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Return text as nodes: a character that hides is a box with its number, its name on hover and focus. */
function shown(text) {
  const plain = text.replace(/\r\n?/g, "\n");
  const nodes = [];
  let done = 0;
  for (const { 0: char, index } of plain.matchAll(HIDDEN)) {
    if (char === "\n" || char === "\t") continue;
    if (/[\u200c\u200d\ufe0e\ufe0f]/.test(char) && JOINS.test(plain.slice(Math.max(0, index - 4), index))) continue;
    nodes.push(plain.slice(done, index));
    const space = /\p{Zs}/u.test(char), title = `${nameOf(char)} ${point(char)}`.trim();
    nodes.push(space ? el("span", { class: "space", title }, char) : el("span", { class: "unseen", title }, point(char)));
    done = index + char.length;
  }
  nodes.push(plain.slice(done));
  return nodes;
}

/** Return the attributes of an element that holds text in `lang`. */
const spoken = (lang, rest) => ({ ...rest, dir: "auto", lang: lang || null });

function badge(severity) {
  const name = SEVERITIES[severity];
  return el("span", { class: `badge ${name}` }, el("span", { class: "icon", "aria-hidden": "true" }, ICONS[severity]), ` ${name}`);
}

/** Return the words of a text, and what is between them, one by one; signs without spaces by themselves. */
const words = (text) => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}'’]+|\s+|./gsu) ?? [];

/** Yield what stays, goes and comes between two texts, by words. */
function* difference(before, after) {
  const a = words(before), b = words(after);
  if (a.length * b.length > 250_000) { yield ["del", before]; yield ["ins", after]; return; }
  const wide = b.length + 1, table = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * wide + j] = a[i] === b[j] ? table[(i + 1) * wide + j + 1] + 1
        : Math.max(table[(i + 1) * wide + j], table[i * wide + j + 1]);
  let i = 0, j = 0, held = { del: "", ins: "" };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      for (const sort of ["del", "ins"]) if (held[sort]) yield [sort, held[sort]];
      held = { del: "", ins: "" };
      yield ["same", a[i]];
      i++; j++;
    } else if (j < b.length && (i === a.length || table[i * wide + j + 1] > table[(i + 1) * wide + j])) held.ins += b[j++];
    else held.del += a[i++];
  }
  for (const sort of ["del", "ins"]) if (held[sort]) yield [sort, held[sort]];
}

/** Return the excerpt with the match marked. */
function marked(finding, around = 160) {
  const { excerpt, from, start, end } = finding, first = start - from, last = end - from;
  const left = excerpt.slice(Math.max(0, first - around), first), right = excerpt.slice(last, last + around);
  return [first > around || finding.column - 1 > first ? "…" : "", shown(left),
    el("mark", {}, shown(excerpt.slice(first, last))), shown(right), last + around < excerpt.length ? "…" : ""].flat();
}

/** Return what a fix makes of the excerpt, changes marked; null if it reaches out of it. */
function changed(finding, fix) {
  const { excerpt, from } = finding, nodes = [];
  if (!fix.edits.length || fix.edits.some(([start, end]) => start < from || end > from + excerpt.length)) return null;
  let done = Math.max(0, fix.edits[0][0] - from - 90);
  if (done) nodes.push("…");
  for (const [start, end, content] of fix.edits) {
    nodes.push(...shown(excerpt.slice(done, start - from)));
    for (const [sort, text] of difference(excerpt.slice(start - from, end - from), content))
      nodes.push(...(sort === "same" ? shown(text) : [el(sort, {}, shown(text))]));
    done = end - from;
  }
  const rest = excerpt.slice(done);
  nodes.push(...shown(rest.slice(0, 90)), rest.length > 90 ? "…" : "");
  return nodes;
}

// ---------------------------------------------------------------- What can be copied

/** Return the text that should stand where the finding is; null if the fix edits more than one place. */
const wording = (fix) => (fix.edits.length === 1 ? fix.edits[0][2] : null);

/** Return a path as a patch spells it. */
function patchPath(side, path) {
  const full = `${side}/${path}`;
  if (/[\x00-\x1f"\\]/.test(full)) {
    const octal = (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
    return `"${full.replace(/["\\]/g, "\\$&").replace(/[\x00-\x1f]/g, octal)}"`;
  }
  return full.includes(" ") ? `${full}\t` : full;
}

/** Return a unified patch that makes `edits` in `text`; `git apply` takes it. */
function patchOf(path, text, edits) {
  const sorted = [...edits].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let after = "", done = 0;
  for (const [start, end, content] of sorted) { after += text.slice(done, start) + content; done = end; }
  after += text.slice(done);
  const lines = (whole) => whole.split(/(?<=\n)/);
  const a = lines(text), b = lines(after);
  let first = 0, same = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  while (same < Math.min(a.length, b.length) - first && a.at(-1 - same) === b.at(-1 - same)) same++;
  const from = Math.max(0, first - 3), to = Math.max(0, same - 3);
  const old = a.length - to - from, fresh = b.length - to - from;
  const line = (sign, content) => sign + (content.endsWith("\n") ? content : `${content}\n\\ No newline at end of file\n`);
  const body = [
    ...a.slice(from, first).map((each) => line(" ", each)),
    ...a.slice(first, a.length - same).map((each) => line("-", each)),
    ...b.slice(first, b.length - same).map((each) => line("+", each)),
    ...a.slice(a.length - same, a.length - to).map((each) => line(" ", each)),
  ];
  const place = (count) => (count ? from + 1 : from);
  return `--- ${patchPath("a", path)}\n+++ ${patchPath("b", path)}\n@@ -${place(old)},${old} +${place(fresh)},${fresh} @@\n${body.join("")}`;
}

/** Return the comment that ignores a finding in its file, or null. */
function commentOf(finding, reason) {
  const { match, rule, doc } = finding;
  const exact = match.trim() === match && match && match.length <= 60 && !/["\]\n\r]|--|until/.test(match);
  const said = (reason || "reason").replace(/\s+/g, " ").replaceAll("--", "—");
  const parts = [exact ? `${rule.id}="${match}"` : rule.id, said];
  return doc.comment && doc.comment.replace(/%/g, () => parts.shift());
}

function say(sentence) {
  byId("said").textContent = sentence;
}

async function copy(text, what) {
  if (text == null) { say(`There is no ${what} to copy`); return; }
  try { await navigator.clipboard.writeText(text); } catch {
    const area = el("textarea", { class: "unheard", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied the ${what}`);
}

function download(name, text, type) {
  const link = el("a", { download: name, href: URL.createObjectURL(new Blob([text], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// ---------------------------------------------------------------- Decisions

const memory = {
  get(key) { try { return localStorage.getItem(`mtaudit:${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`mtaudit:${key}`, value); } catch { say("This browser keeps nothing: export before you close the page"); } },
};
let decisions = new Map();

function readDecisions() {
  try { decisions = new Map(Object.entries(JSON.parse(memory.get(report.id) ?? "{}"))); } catch { decisions = new Map(); }
}

const wayOf = (finding) => decisions.get(finding.print)?.way;
const noteOf = (finding) => decisions.get(finding.print)?.note;
const isShown = (finding) => !finding.suppressed;

/** Keep a decision on findings; the same way again takes it back. */
function decide(some, way, { fix = 0, toggle = true } = {}) {
  const already = toggle && some.every((each) => wayOf(each) === way && (decisions.get(each.print).fix ?? 0) === fix);
  let passed = 0;
  for (const finding of some) {
    const note = noteOf(finding) ?? "";
    if (already) decisions.delete(finding.print);
    else if (way === "fix" && !finding.fixes[fix]?.edits.length) passed++;
    else decisions.set(finding.print, { way, note, ...(way === "fix" ? { fix } : {}) });
  }
  keep();
  say(already ? "Decision taken back" : `Decided ${WAYS[way]}: ${plural(some.length - passed, "finding")}${passed ? `; ${passed} without a fix` : ""}`);
}

function note(finding, text) {
  const decision = decisions.get(finding.print) ?? { way: "ignore" };
  decisions.set(finding.print, { ...decision, note: text });
  keep();
}

function keep() {
  memory.set(report.id, JSON.stringify(Object.fromEntries(decisions)));
  byId("decided").textContent = decisions.size.toLocaleString("en");
  draw();
}

/** Return the decisions as `mtaudit triage apply` reads them. */
function exported() {
  const listed = findings.filter((finding) => decisions.has(finding.print)).map((finding) => {
    const { way, note: reason = "", fix } = decisions.get(finding.print);
    const chosen = way === "fix" ? { fix, title: finding.fixes[fix].title } : {};
    return { fingerprint: finding.print, path: finding.doc.path, rule: finding.rule.id, match: finding.match, decision: way, reason, ...chosen };
  });
  return JSON.stringify({ schema_version: 1, report: report.id, tool: report.tool, decisions: listed }, null, 2) + "\n";
}

async function imported(file) {
  try {
    const { decisions: listed } = JSON.parse(await file.text());
    for (const { fingerprint, decision: way, reason, fix } of listed)
      if (byPrint.has(fingerprint) && WAYS[way]) decisions.set(fingerprint, { way, note: String(reason ?? ""), ...(way === "fix" ? { fix: fix ?? 0 } : {}) });
    keep();
    say(`Read ${plural(listed.length, "decision")}`);
  } catch { say("This is no file of decisions"); }
}

/** Return the listed findings as CSV in which no cell is a formula. */
function csv() {
  const cell = (value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const rows = hits.map((each) => [each.doc.path, each.line, each.column, SEVERITIES[each.severity], each.rule.id, each.message, each.match, each.fixes[0]?.title ?? "", wayOf(each) ?? "", each.print]);
  return [["path", "line", "column", "severity", "rule", "message", "match", "fix", "decision", "fingerprint"], ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

// ---------------------------------------------------------------- The filter

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|\/((?:\\.|[^/\\])+)\/(?=\s|$)|(\S+))/giu;
const glob = (pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "iu");

/** Return a test of a string: a regular expression, a glob, or a part in any case. */
function stringTest(value, isRegex) {
  if (isRegex) { const regex = new RegExp(value, "iu"); return (text) => regex.test(text); }
  if (/[*?]/.test(value)) { const regex = glob(value); return (text) => regex.test(text); }
  const low = value.toLowerCase();
  return (text) => text.toLowerCase().includes(low);
}

const haystack = (finding) => (finding.hay ??= `${finding.message}\n${finding.match}\n${finding.excerpt}\n${finding.doc.path}\n${finding.rule.id}`.toLowerCase());
const fixOf = (finding) => (finding.fixes.length ? FIXES[finding.fixes[0].kind] : "none");
const states = (finding) => [finding.suppressed ? "suppressed" : "new", finding.suppressed, wayOf(finding) ?? "open", noteOf(finding) ? "noted" : ""];
const among = (read) => (value) => { const set = value.toLowerCase().split(","); return (finding) => set.includes(String(read(finding)).toLowerCase()); };
/** A whole name stands for itself; anything else for all that it is a part of. */
const named = (read) => (value, regex) => {
  const low = value.toLowerCase(), isLow = (text) => text.toLowerCase() === low;
  return memoised(read, !regex && findings.some((finding) => isLow(read(finding))) ? isLow : stringTest(value, regex));
};
const tagged = (side) => (value) => ({ doc }) => `${doc[side] || "unknown"}-`.toLowerCase().startsWith(`${value.toLowerCase()}-`);
const KEYS = {
  sev: among((finding) => SEVERITIES[finding.severity]),
  conf: among((finding) => CONFIDENCES[finding.rule.confidence]),
  pack: among((finding) => finding.rule.pack),
  fix: among(fixOf),
  is: (value) => { const set = value.split(","); return (finding) => states(finding).some((state) => set.includes(state)); },
  lang: tagged("target"),
  from: tagged("source"),
  rule: named((finding) => finding.rule.id),
  cat: named((finding) => finding.rule.category),
  file: named((finding) => finding.doc.path),
  match: named((finding) => finding.match),
};

/** Return a test that asks `test` once for each string. */
function memoised(read, test) {
  const known = new Map();
  return (finding) => {
    const text = read(finding);
    if (!known.has(text)) known.set(text, test(text));
    return known.get(text);
  };
}

/** Return a test of findings that a query comes to; throws if a regular expression is wrong. */
function filterOf(query) {
  const tests = [];
  let held = false;
  for (const [whole, minus, key, phrase, regex, word] of query.matchAll(TOKEN)) {
    const value = phrase ?? regex ?? word;
    let test = KEYS[key?.toLowerCase()]?.(value, regex != null);
    if (!test) {
      const text = key ? whole.slice(minus.length) : value;
      if (regex != null && !key) test = ((re) => (finding) => re.test(haystack(finding)))(new RegExp(regex, "iu"));
      else test = ((low) => (finding) => haystack(finding).includes(low))(text.toLowerCase());
    }
    if (key === "is" && /suppressed|baseline|comment|config|ignore-file/.test(value)) held = true;
    tests.push(minus ? (finding) => !test(finding) : test);
  }
  return (finding) => (held || !finding.suppressed) && tests.every((test) => test(finding));
}

/** Return a query with a token in it, or without it if it was there. */
function toggled(query, token) {
  const tokens = [...query.matchAll(TOKEN)].map(([whole]) => whole);
  return (tokens.includes(token) ? tokens.filter((each) => each !== token) : [...tokens, token]).join(" ");
}

const tokenFor = (key, value) => `${key}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "?")}"` : value}`;

// ---------------------------------------------------------------- Groups and rows

const isWord = /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su;
const shortened = (text) => { const short = text.length > 60 ? `${text.slice(0, 60)}…` : text; return !short ? "nothing" : isWord.test(short) ? short : `“${short}”`; };
const GROUP = {
  file: (finding) => finding.doc.path,
  rule: (finding) => finding.rule.id,
  severity: (finding) => SEVERITIES[finding.severity],
  language: ({ doc }) => (doc.source ? `${doc.source} → ${doc.target || "unknown"}` : doc.target || "unknown"),
  suggestion(finding) {
    const [fix] = finding.fixes, to = fix && wording(fix);
    if (!fix) return `${shortened(finding.match)}: no suggestion`;
    return to == null ? `${shortened(finding.match)}: ${fix.title}` : `${shortened(finding.match)} → ${shortened(to)}`;
  },
};
const TALL = new Set(["rule", "suggestion"]);

const state = { view: "summary", query: "", group: "file", print: "", doc: null };
let hits = [], groups = [], rows = [], tops = new Float64Array(1), fault = "";
const folded = new Set();

/** Find what the filter lets through, and lay it out in rows. */
function sift() {
  fault = "";
  let test = () => false;
  try { test = filterOf(state.query); } catch (error) { fault = `The regular expression is wrong: ${error.message}`; }
  hits = findings.filter(test);
  const grouped = new Map();
  if (state.group === "none") grouped.set("", hits);
  else for (const hit of hits) {
    const key = GROUP[state.group](hit);
    const some = grouped.get(key);
    if (some) some.push(hit); else grouped.set(key, [hit]);
  }
  groups = [...grouped].map(([key, some]) => ({ key, some }));
  if (state.group === "severity") groups.sort((a, b) => b.some[0].severity - a.some[0].severity);
  else if (state.group !== "file" && state.group !== "none") groups.sort((a, b) => b.some.length - a.some.length || (a.key < b.key ? -1 : 1));
  lay();
}

/** A group is folded if somebody did it, or if its kind begins so and nobody opened it. */
const isFolded = (group) => folded.has(`${state.group}\n${group.key}`) !== (TALL.has(state.group) && hits.length > 30);

function fold(group, closed = !isFolded(group)) {
  if (isFolded(group) === closed) return;
  const key = `${state.group}\n${group.key}`;
  if (!folded.delete(key)) folded.add(key);
  lay();
}

function lay() {
  rows = [];
  for (const group of groups) {
    if (state.group !== "none") rows.push({ group });
    if (state.group === "none" || !isFolded(group)) for (const finding of group.some) rows.push({ finding, group });
  }
  tops = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => { tops[index + 1] = tops[index] + (row.finding ? ROW : HEAD); });
}

/** Return the first row that ends below `y`. */
function rowAt(y) {
  let low = 0, high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] <= y) low = middle + 1; else high = middle;
  }
  return low;
}

let cursor = { finding: null, group: null };
const rowOfCursor = () => rows.findIndex((row) => (cursor.finding ? row.finding === cursor.finding : row.group === cursor.group && !row.finding));

/** Draw the rows that can be seen. */
function drawRows() {
  const list = byId("rows"), box = scroller();
  const first = Math.max(0, rowAt(box.scrollTop) - SPARE);
  const last = Math.min(rows.length, rowAt(box.scrollTop + box.clientHeight) + SPARE + 1);
  const had = list.contains(document.activeElement);
  list.style.blockSize = `${tops[rows.length]}px`;
  const current = rowOfCursor();
  const drawn = [];
  for (let index = first; index < last; index++) {
    const row = rows[index], isCurrent = index === current;
    const button = row.finding ? findingRow(row.finding) : groupRow(row.group);
    button.tabIndex = isCurrent || (current < 0 && index === first) ? 0 : -1;
    if (isCurrent) button.setAttribute("aria-current", "true");
    const item = el("li", { "aria-setsize": rows.length, "aria-posinset": index + 1 }, button);
    item.style.insetBlockStart = `${tops[index]}px`;
    item.style.blockSize = `${tops[index + 1] - tops[index]}px`;
    drawn.push(item);
  }
  list.replaceChildren(...drawn);
  if (had) list.querySelector("[aria-current]")?.focus({ preventScroll: true });
}

function groupRow(group) {
  const open = !isFolded(group), files = new Set(group.some.map((each) => each.doc)).size;
  const inFiles = state.group === "file" ? "" : ` in ${plural(files, "file")}`;
  return el("button", { class: "group", type: "button", "aria-expanded": String(open), click: () => { select({ group }); fold(group); draw(); } },
    el("span", { class: "turn", "aria-hidden": "true" }, open ? "▾" : "▸"), el("bdi", { class: "name" }, shown(group.key)),
    el("span", { class: "count" }, ` ×${group.some.length.toLocaleString("en")}${inFiles}`));
}

function findingRow(finding) {
  const way = wayOf(finding), { doc, line } = finding;
  const where = state.group === "file" ? `line ${line}` : `${doc.path}:${line}`;
  return el("button", { class: `row ${SEVERITIES[finding.severity]} ${way ?? ""}`, type: "button", click: () => { select({ finding }); draw(); } },
    badge(finding.severity), el("span", { class: "message", dir: "auto" }, shown(finding.message)),
    el("bdi", { class: "where" }, shown(where)), el("span", spoken(doc.target, { class: "snippet" }), marked(finding, 48)),
    way ? el("span", { class: "way" }, WAYS[way]) : null);
}

function scrollToCursor() {
  const index = rowOfCursor(), box = scroller();
  if (index < 0) return;
  if (tops[index] < box.scrollTop + HEAD) box.scrollTop = Math.max(0, tops[index] - HEAD);
  else if (tops[index + 1] > box.scrollTop + box.clientHeight) box.scrollTop = tops[index + 1] - box.clientHeight;
}

// ---------------------------------------------------------------- The panel of one finding

const button = (label, act, rest) => el("button", { type: "button", click: act, ...rest }, label);
const chip = (key, value, label = value) => button(label, () => go({ view: "findings", query: toggled(state.query, tokenFor(key, value)) }),
  { class: "chip", title: `Filter by ${tokenFor(key, value)}` });

function drawPanel() {
  const panel = byId("panel");
  const field = panel.contains(document.activeElement) && document.activeElement.id;
  if (cursor.finding) panel.replaceChildren(...findingPanel(cursor.finding));
  else if (cursor.group && state.view === "findings") panel.replaceChildren(...groupPanel(cursor.group));
  else panel.replaceChildren(quiet(hits.length ? "Choose a finding: j and k walk through them, ? tells the other keys." : "Nothing is chosen."));
  if (field) byId(field)?.focus();
}

function findingPanel(finding) {
  const { doc, rule, line, column } = finding;
  return [
    el("p", { class: "facts" }, badge(finding.severity), chip("rule", rule.id), chip("cat", rule.category), chip("conf", CONFIDENCES[rule.confidence], `confidence ${CONFIDENCES[rule.confidence]}`)),
    el("h2", { dir: "auto" }, shown(finding.message)),
    el("p", { class: "place" }, el("a", { href: hashOf({ view: "document", doc, print: finding.print }) }, bdi(doc.path), `, line ${line}, column ${column}`),
      finding.suppressed ? ` · suppressed by ${finding.suppressed}` : ""),
    el("blockquote", spoken(doc.target, { class: "excerpt" }), marked(finding)),
    lookAlikes(finding),
    ...finding.fixes.map((fix, index) => fixPart(finding, fix, index)),
    finding.fixes.length ? null : quiet("No rule can say what should stand here: it is for a person to mend."),
    rule.whyNotSafe && fixOf(finding) !== "safe" ? el("p", { class: "unsafe-why" }, el("b", {}, "Why the fix is not safe. "), el("span", { dir: "auto" }, shown(rule.whyNotSafe))) : null,
    ...finding.related.map(([said, by, place]) => el("p", { class: "related" }, el("b", {}, "Note. "), bdi(said),
      el("span", { class: "quiet" }, [by, place && `${place[0]}, line ${place[1]}`].filter(Boolean).map((each) => ` · ${each}`).join("")))),
    deciding([finding]),
    el("details", { class: "why", open: true }, el("summary", {}, "Why this rule"), el("p", { dir: "auto" }, shown(rule.why)),
      rule.url && /^https?:/.test(rule.url) ? el("p", {}, el("a", { href: rule.url, rel: "noreferrer" }, "More about it")) : null),
    el("p", { class: "copying" }, button("Copy ignore comment", () => copy(commentOf(finding, noteOf(finding)), "ignore comment"), { disabled: !doc.comment }),
      button("Copy link", () => copy(location.href.split("#")[0] + hashOf({ view: "findings", print: finding.print }), "link")),
      button("Open in editor", () => openEditor(finding))),
    walking(),
  ].filter(Boolean);
}

function fixPart(finding, fix, index) {
  const { doc } = finding, after = changed(finding, fix), text = wording(fix), can = fix.edits.length > 0;
  const taken = wayOf(finding) === "fix" && (decisions.get(finding.print).fix ?? 0) === index;
  return el("section", { class: `fix ${FIXES[fix.kind]}`, "aria-label": `${index ? "Alternative" : FIX_LABELS[fix.kind]}: ${fix.title}` },
    el("p", { class: "label" }, index ? `Or · ${FIX_LABELS[fix.kind].toLowerCase()}` : FIX_LABELS[fix.kind]),
    el("p", { class: "title" }, bdi(fix.title)),
    after ? el("p", spoken(doc.target, { class: "change" }), after) : null,
    el("p", { class: "copying" },
      can && index ? button("Fix this way", () => decide([finding], "fix", { fix: index }), { "aria-pressed": String(taken) }) : null,
      button("Copy text", () => copy(text, "text"), { disabled: text == null }),
      button("Copy patch", () => copyPatch(finding, fix), { disabled: !can || doc.chunk < 0 })));
}

async function copyPatch(finding, fix) {
  const got = await textOf(finding.doc);
  copy(got && fix?.edits.length ? patchOf(finding.doc.path, got.text, fix.edits) : null, "patch");
}

/** Say by name which letters of a mixed word are not what they look like. */
function lookAlikes(finding) {
  const letters = [...new Set(finding.match)].filter((char) => /\p{L}/u.test(char) && nameOf(char));
  if (!letters.length || !/\p{Script=Latin}/u.test(finding.match)) return null;
  return el("ul", { class: "letters", "aria-label": "Letters from another script" },
    letters.map((char) => el("li", {}, el("b", {}, char), ` ${point(char)} ${nameOf(char)}`)));
}

function deciding(some) {
  const every = (way) => String(some.every((each) => wayOf(each) === way));
  const only = some.length === 1 && some[0], fixable = some.some((each) => each.fixes[0]?.edits.length);
  const field = only && decisions.has(only.print) && el("label", { class: "noted" }, "Reason or note ",
    el("input", { id: "note", value: decisions.get(only.print).note ?? "", maxlength: 300, autocomplete: "off", change: (event) => note(only, event.target.value) }));
  return el("div", { class: "deciding", role: "group", "aria-label": "Decide" },
    button("Fix", () => decide(some, "fix"), { "aria-pressed": every("fix"), disabled: !fixable, "aria-keyshortcuts": "a" }),
    button("Ignore", () => decide(some, "ignore"), { "aria-pressed": every("ignore"), "aria-keyshortcuts": "i" }),
    button("Later", () => decide(some, "later"), { "aria-pressed": every("later"), "aria-keyshortcuts": "l" }), field || null);
}

function groupPanel({ key, some }) {
  const files = new Map();
  for (const { doc } of some) files.set(doc, (files.get(doc) ?? 0) + 1);
  const decided = some.filter((each) => wayOf(each)).length;
  return [
    el("p", { class: "facts" }, `${plural(some.length, "finding")} in ${plural(files.size, "file")}${decided ? `, ${decided} decided` : ""}`),
    el("h2", { dir: "auto" }, shown(key)),
    el("blockquote", spoken(some[0].doc.target, { class: "excerpt" }), marked(some[0])),
    some[0].fixes[0] && changed(some[0], some[0].fixes[0]) ? el("p", spoken(some[0].doc.target, { class: "change" }), changed(some[0], some[0].fixes[0])) : null,
    quiet(`Decide on all ${some.length.toLocaleString("en")} at once:`),
    deciding(some),
    el("ul", { class: "files" }, [...files].slice(0, 40).map(([doc, count]) =>
      el("li", {}, el("a", { href: hashOf({ view: "document", doc, print: some.find((each) => each.doc === doc).print }) }, bdi(doc.path)), ` ×${count}`))),
    files.size > 40 ? quiet(`… and ${plural(files.size - 40, "more file")}`) : null,
  ].filter(Boolean);
}

function walking() {
  return el("p", { class: "walking" }, button("Previous", () => step(-1), { "aria-keyshortcuts": "k" }), button("Next", () => step(1), { "aria-keyshortcuts": "j" }));
}

function openEditor({ doc, line, column }) {
  const folder = memory.get("folder");
  if (!folder) { byId("help").showModal(); byId("folder").focus(); say("Say first where the files are"); return; }
  location.href = `vscode://file/${`${folder.replace(/\/$/, "")}/${doc.path}`.split("/").map(encodeURIComponent).join("/").replace(/^\//, "")}:${line}:${column}`;
}

// ---------------------------------------------------------------- The document

let drawnDoc = null;

/** Draw the whole text of a document with its findings marked, the original beside it. */
async function drawDocument() {
  const doc = state.doc ?? cursor.finding?.doc ?? documents.find((each) => each.findings.length) ?? documents[0];
  const page = byId("page");
  state.doc = doc;
  if (!doc) { page.replaceChildren(quiet("No file was audited.")); return; }
  byId("docs").value = String(doc.number);
  if (drawnDoc !== doc) {
    drawnDoc = doc;
    const got = await textOf(doc);
    if (state.doc !== doc) return;
    const isPair = Boolean(got?.blocks.some((block) => block.source));
    page.classList.toggle("pair", isPair);
    page.replaceChildren(...(got ? textNodes(doc, got) : [quiet(doc.findings.length
      ? "The text of this file is not in the report; its findings are in the list." : "Nothing was found in this file, so the report leaves out its text.")]));
    page.scrollTop = 0;
  }
  for (const mark of page.querySelectorAll("a.mark")) {
    const finding = findings[mark.dataset.finding], isCurrent = finding === cursor.finding;
    mark.className = `mark ${SEVERITIES[finding.severity]} ${wayOf(finding) ?? ""}`;
    if (isCurrent) mark.setAttribute("aria-current", "true"); else mark.removeAttribute("aria-current");
  }
  page.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Yield the parts of a document in order: blocks of prose and what is between them. */
function* regions({ text, blocks }) {
  const lineStart = (offset) => text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (offset) => { const end = text.indexOf("\n", offset); return end < 0 ? text.length : end; };
  let done = 0;
  for (let index = 0; index < blocks.length;) {
    const first = blocks[index], some = [];
    if (!first.cuts.length) { index++; continue; }
    const start = Math.max(done, lineStart(first.cuts[0]));
    let end = start;
    while (index < blocks.length && (!blocks[index].cuts.length || !some.length || blocks[index].cuts[0] <= end)) {
      const block = blocks[index++];
      if (!block.cuts.length) continue;
      some.push(block);
      end = Math.max(end, lineEnd(Math.max(block.cuts.at(-1) - 1, block.cuts[0])));
    }
    if (text.slice(done, start).trim()) yield { start: done, end: start, role: "markup", cuts: [] };
    const sources = some.map((block) => block.source).filter(Boolean);
    yield { start, end, role: first.role, lang: first.lang, cuts: some.flatMap((block) => block.cuts), source: sources.join("\n") };
    done = end;
  }
  if (text.slice(done).trim()) yield { start: done, end: text.length, role: "markup", cuts: [] };
}

function textNodes(doc, got) {
  const nodes = [], some = doc.findings.filter(isShown);
  for (const region of regions(got)) {
    const inside = some.filter((each) => each.start < region.end && Math.max(each.end, each.start + 1) > region.start);
    const target = el("div", spoken(region.lang || doc.target, { class: `block ${region.role}` }), markedText(got.text, region, inside));
    nodes.push(target);
    if (region.source) nodes.push(el("div", spoken(doc.source, { class: `original ${region.role}` }), markedSource(region.source, inside)));
    else nodes.push(el("div", { class: "original none", "aria-hidden": "true" }));
  }
  return nodes;
}

/** Return the text of a region: findings are links, markup is quiet. */
function markedText(text, { start, end, cuts, role }, some) {
  const trimmed = start + text.slice(start, end).match(/^\s*\n|/)[0].length, stop = start + text.slice(start, end).trimEnd().length;
  const edges = new Set([trimmed, stop, ...cuts]);
  for (const each of some) { edges.add(each.start); edges.add(each.end); }
  const sorted = [...edges].filter((edge) => edge >= trimmed && edge <= stop).sort((a, b) => a - b);
  const nodes = [], empty = (at) => some.filter((each) => each.start === each.end && each.start === at).forEach((each) => nodes.push(markOf(each, [])));
  let cut = 0;
  sorted.forEach((from, index) => {
    empty(from);
    const to = sorted[index + 1];
    if (to === undefined) return;
    while (cut < cuts.length && cuts[cut] <= from) cut++;
    const isProse = cut % 2 === 1, part = shown(text.slice(from, to));
    const over = some.filter((each) => each.start <= from && each.end >= to).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const content = isProse || role === "markup" ? part : [el("span", { class: "code" }, part)];
    const last = nodes.at(-1);
    if (over && last?.dataset?.finding === String(over.number)) last.append(...content);
    else nodes.push(...(over ? [markOf(over, content)] : content));
  });
  return nodes;
}

function markOf(finding, content) {
  return el("a", { class: `mark ${SEVERITIES[finding.severity]}`, "data-finding": finding.number, href: hashOf({ view: "document", doc: finding.doc, print: finding.print }),
    title: `${SEVERITIES[finding.severity]}: ${finding.message}` }, el("bdi", {}, content));
}

/** Return the original, with what a finding left in it as it was marked as well. */
function markedSource(source, some) {
  const found = some.map((each) => each.match.trim()).filter((match) => /\p{L}{3}/u.test(match) && source.includes(match));
  if (!found.length) return shown(source);
  const parts = source.split(new RegExp(`(${found.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "u"));
  return parts.flatMap((part, index) => (index % 2 ? el("mark", {}, shown(part)) : shown(part)));
}

// ---------------------------------------------------------------- Where one is, and the address of it

function hashOf({ view = state.view, query = "", group, doc, print = "" }) {
  const parts = new URLSearchParams();
  if (view === "document") parts.set("d", doc?.path ?? "");
  else if (view === "findings") parts.set("q", query);
  else return "#summary";
  if (group && group !== "file") parts.set("g", group);
  if (print) parts.set("f", print);
  return `#${parts}`;
}

function readHash() {
  const raw = location.hash.slice(1);
  if (/^(summary|findings|document)$/.test(raw)) { Object.assign(state, { view: raw }); return; }
  const parts = new URLSearchParams(raw.startsWith("f-") ? `f=${raw.slice(2)}` : raw);
  if (!raw) state.view = "summary";
  if (parts.has("d")) { state.view = "document"; state.doc = documents.find((each) => each.path === parts.get("d")) ?? null; }
  else if (parts.has("q") || parts.has("f")) { state.view = "findings"; state.query = parts.get("q") ?? ""; }
  if (GROUPS.includes(parts.get("g"))) state.group = parts.get("g");
  if (parts.has("f")) {
    const finding = byPrint.get(parts.get("f"));
    if (finding) cursor = { finding, group: null }; else say("That finding is not in this report any more");
  }
}

function writeHash(push = false) {
  const hash = hashOf({ ...state, print: cursor.finding?.print ?? "" });
  try { if (hash !== location.hash) history[push ? "pushState" : "replaceState"](null, "", hash); } catch { /* too many at once for this browser */ }
}

/** Go somewhere else: another view, another filter, another group. */
function go(change) {
  Object.assign(state, change);
  if ("query" in change || "group" in change) { sift(); scroller().scrollTop = 0; }
  writeHash("view" in change);
  draw();
}

function select({ finding = null, group = null }) {
  cursor = { finding, group };
  if (finding && state.view === "document") state.doc = finding.doc;
  writeHash();
}

/** Make the row of the finding under the cursor one that is there. */
function reveal() {
  const { finding } = cursor;
  if (!finding) return;
  const group = groups.find((each) => each.some.includes(finding));
  if (group && state.group !== "none") fold(group, false);
}

function step(by) {
  if (state.view === "document") {
    const some = state.doc.findings.filter(isShown);
    const finding = some[clamp(some.indexOf(cursor.finding) + by, 0, some.length - 1)];
    if (finding) select({ finding });
  } else {
    if (state.view === "summary") Object.assign(state, { view: "findings" });
    const row = rows[clamp(rowOfCursor() + by, 0, rows.length - 1)];
    if (row) select(row.finding ? { finding: row.finding } : { group: row.group });
    scrollToCursor();
  }
  draw();
}

function openDoc(doc) {
  cursor = { finding: doc.findings.find(isShown) ?? null, group: null };
  go({ view: "document", doc });
}

function stepFile(by) {
  if (state.view === "document") {
    const some = documents.filter((each) => each.findings.length);
    const doc = some[clamp(some.indexOf(state.doc) + by, 0, some.length - 1)];
    if (doc) openDoc(doc);
    return;
  }
  const heads = rows.map((row, index) => (row.finding ? -1 : index)).filter((index) => index >= 0);
  const here = rowOfCursor();
  const next = by > 0 ? heads.find((index) => index > here) : heads.findLast((index) => index < here);
  if (next !== undefined) { select({ group: rows[next].group }); scrollToCursor(); draw(); }
}

// ---------------------------------------------------------------- Drawing

function draw() {
  document.body.dataset.view = state.view;
  for (const link of all("nav.views a")) {
    if (link.hash === `#${state.view}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  byId("summary").hidden = state.view !== "summary";
  byId("work").hidden = state.view === "summary";
  byId("listed").hidden = state.view !== "findings";
  byId("document").hidden = state.view !== "document";
  if (state.view === "summary") return;
  if (state.view === "findings") drawList(); else drawDocument();
  drawPanel();
}

function drawList() {
  const query = byId("query");
  if (document.activeElement !== query) query.value = state.query;
  byId("group").value = state.group;
  const counts = new Map([["is:suppressed", findings.length - findings.filter(isShown).length]]);
  const count = (token) => counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const hit of hits) {
    count(`sev:${SEVERITIES[hit.severity]}`);
    count(`fix:${fixOf(hit)}`);
    count(`is:${wayOf(hit) ?? "open"}`);
  }
  const tokens = new Set([...state.query.matchAll(TOKEN)].map(([whole]) => whole));
  for (const facet of all("[data-facet]")) {
    facet.querySelector("b").textContent = (counts.get(facet.dataset.facet) ?? 0).toLocaleString("en");
    facet.classList.toggle("nothing", !counts.has(facet.dataset.facet));
    facet.setAttribute("aria-pressed", String(tokens.has(facet.dataset.facet)));
  }
  const total = findings.filter(isShown).length;
  byId("result").textContent = fault || `${plural(hits.length, "finding")} of ${total.toLocaleString("en")}`;
  byId("nothing").hidden = hits.length > 0;
  drawRows();
}

const HANDS = {
  j: () => step(1), k: () => step(-1), J: () => stepFile(1), K: () => stepFile(-1),
  "/": () => { go({ view: "findings" }); byId("query").focus(); byId("query").select(); },
  y: () => cursor.finding && copy(cursor.finding.fixes[0] ? wording(cursor.finding.fixes[0]) : null, "text"),
  Y: () => cursor.finding && copyPatch(cursor.finding, cursor.finding.fixes[0]),
  c: () => cursor.finding && copy(commentOf(cursor.finding, decisions.get(cursor.finding.print)?.note), "ignore comment"),
  e: () => cursor.finding && openEditor(cursor.finding),
  d: () => go({ view: "document", doc: cursor.finding?.doc ?? state.doc }),
  s: () => go({ view: "summary" }), f: () => { reveal(); go({ view: "findings" }); scrollToCursor(); },
  g: () => go({ view: "findings", group: GROUPS[(GROUPS.indexOf(state.group) + 1) % GROUPS.length] }),
  a: () => decideHere("fix"), i: () => decideHere("ignore"), l: () => decideHere("later"),
  x: () => {
    const ways = ["fix", "ignore", "later"], now = cursor.finding && wayOf(cursor.finding);
    const next = ways[ways.indexOf(now) + 1];
    if (next === "fix" && !cursor.finding?.fixes[0]?.edits.length) decideHere("ignore"); else decideHere(next ?? now);
  },
  t: () => turnTheme(), "?": () => byId("help").showModal(),
};
const decideHere = (way) => { const some = cursor.finding ? [cursor.finding] : cursor.group?.some; if (some) decide(some, way); };

function pressedKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const { target, key } = event, isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (key === "Escape" && isTyping) { target.blur(); return; }
  if (isTyping) {
    if (target.id === "query" && (key === "Enter" || key === "ArrowDown")) { event.preventDefault(); target.blur(); step(cursor.finding && hits.includes(cursor.finding) ? 0 : 1); byId("rows").querySelector("[aria-current]")?.focus(); }
    return;
  }
  const inRows = target.closest?.("#rows");
  if (inRows && (key === "ArrowDown" || key === "ArrowUp")) { event.preventDefault(); step(key === "ArrowDown" ? 1 : -1); return; }
  if (key === "Enter" && (inRows || target === document.body)) {
    event.preventDefault();
    if (cursor.group && !cursor.finding) { fold(cursor.group); draw(); } else byId("panel").focus();
    return;
  }
  if (Object.hasOwn(HANDS, key)) { event.preventDefault(); HANDS[key](); }
}

function turnTheme() {
  const root = document.documentElement, themes = ["auto", "light", "dark"];
  const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length];
  if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
  memory.set("theme", next === "auto" ? "" : next);
  byId("theme").textContent = `Theme: ${next}`;
}

/** Let the tables of the summary be sorted by their columns. */
function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells].filter((cell) => !cell.classList.contains("chart"));
  for (const head of heads) {
    const label = head.textContent, index = head.cellIndex, isNumber = head.classList.contains("number");
    const sort = () => {
      const was = head.getAttribute("aria-sort"), up = isNumber ? was === "descending" : was !== "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => (isNumber ? Number.parseFloat(row.cells[index].textContent.replaceAll(",", "")) || -1 : row.cells[index].textContent);
      const body = table.tBodies[0];
      body.append(...[...body.rows].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (up ? 1 : -1)));
    };
    head.replaceChildren(button(label, sort, { class: "sorter" }));
  }
}

/** Put all that is listed on paper, whatever the window shows; from the summary, that alone. */
function layOut() {
  if (state.view === "summary") return;
  const most = 2000, nodes = [];
  let path = null;
  for (const finding of hits.slice(0, most)) {
    if (finding.doc.path !== path) { path = finding.doc.path; nodes.push(el("h2", { class: "path" }, bdi(path))); }
    const after = finding.fixes[0] && changed(finding, finding.fixes[0]);
    nodes.push(el("article", { class: "finding" }, el("p", {}, badge(finding.severity), " ", el("b", { dir: "auto" }, shown(finding.message)), el("span", { class: "quiet" }, ` · line ${finding.line} · ${finding.rule.id}`)),
      el("blockquote", spoken(finding.doc.target, { class: "excerpt" }), marked(finding)),
      after ? el("p", spoken(finding.doc.target, { class: "change" }), after) : null,
      wayOf(finding) ? quiet(`Decided: ${WAYS[wayOf(finding)]} ${decisions.get(finding.print).note ?? ""}`) : null));
  }
  if (hits.length > most) nodes.push(el("p", {}, `… and ${plural(hits.length - most, "more finding")}: narrow the filter to print them.`));
  byId("paper").replaceChildren(...nodes);
}

function listen() {
  addEventListener("keydown", pressedKey);
  addEventListener("hashchange", () => { const { query, group } = state; readHash(); if (query !== state.query || group !== state.group) sift(); reveal(); draw(); scrollToCursor(); if (state.view === "findings") drawRows(); });
  addEventListener("beforeprint", layOut);
  addEventListener("afterprint", () => byId("paper").replaceChildren());
  addEventListener("resize", () => state.view === "findings" && drawRows());
  let waiting = 0;
  scroller().addEventListener("scroll", () => { waiting ||= requestAnimationFrame(() => { waiting = 0; drawRows(); }); }, { passive: true });
  let timer = 0;
  on("query", "input", (event) => { clearTimeout(timer); timer = setTimeout(() => go({ query: event.target.value }), 60); });
  on("group", "change", (event) => go({ group: event.target.value }));
  on("docs", "change", (event) => { openDoc(documents[event.target.value]); });
  on("before-doc", "click", () => stepFile(-1));
  on("next-doc", "click", () => stepFile(1));
  on("theme", "click", turnTheme);
  on("keys", "click", () => byId("help").showModal());
  on("decide", "click", () => { byId("told").textContent = toldDecisions(); byId("sheet").showModal(); });
  on("export", "click", () => download("decisions.json", exported(), "application/json"));
  on("csv", "click", () => download("findings.csv", csv(), "text/csv"));
  on("import", "change", (event) => imported(event.target.files[0]).then(() => { byId("told").textContent = toldDecisions(); }));
  on("forget", "click", () => { decisions.clear(); keep(); byId("told").textContent = toldDecisions(); });
  on("folder", "change", (event) => memory.set("folder", event.target.value.trim()));
  for (const facet of all("[data-facet]")) facet.addEventListener("click", () => go({ query: toggled(state.query, facet.dataset.facet) }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-key]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go({ view: "findings", query: tokenFor(link.dataset.key, link.dataset.value) });
  });
}

function toldDecisions() {
  const count = (way) => [...decisions.values()].filter((each) => each.way === way).length;
  return `${count("fix")} to fix, ${count("ignore")} to ignore, ${count("later")} for later.`;
}

/** Begin once everything is read; what is drawn without a script gives way. */
async function begin() {
  await load();
  readDecisions();
  all(".static").forEach((each) => each.remove());
  byId("decided").textContent = decisions.size.toLocaleString("en");
  byId("theme").textContent = `Theme: ${document.documentElement.dataset.theme ?? "auto"}`;
  byId("folder").value = memory.get("folder") ?? "";
  byId("docs").append(...documents.filter((doc) => doc.findings.length).map((doc) => el("option", { value: doc.number }, `${doc.path} (${doc.findings.length})`)));
  all("#summary table").forEach(makeSortable);
  listen();
  readHash();
  sift();
  reveal();
  draw();
  if (state.view === "findings") { scrollToCursor(); drawRows(); }
  document.documentElement.dataset.ready = "";
  prepare();
}

/** Make ready for the first search while nobody asks for anything. */
function prepare(from = 0) {
  self.requestIdleCallback?.(() => {
    findings.slice(from, from + 2000).forEach(haystack);
    if (from < findings.length) prepare(from + 2000);
  });
}

if ("js" in document.documentElement.dataset) begin();
