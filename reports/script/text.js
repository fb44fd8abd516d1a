// Text as the page shows it: what hides is made visible, what changes is marked.

const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]|(?! )\p{Zs}/gu;
const JOINER = /[\u200c\u200d\ufe0e\ufe0f]/;
const JOINED =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}])\p{L})$/u;
const nameOf = (char) => report.names[char] ?? "";
const point = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Return text as nodes: a character that hides is a box with its number, an unusual space underlined. */
function shown(text) {
  const plain = text.replace(/\r\n?/g, "\n");
  const nodes = [];
  let done = 0;
  for (const { 0: char, index } of plain.matchAll(HIDDEN)) {
    if (char === "\n" || char === "\t") continue;
    if (JOINER.test(char) && JOINED.test(plain.slice(Math.max(0, index - 4), index))) continue;
    const title = `${nameOf(char)} ${point(char)}`.trim();
    const isSpace = /\p{Zs}/u.test(char);
    nodes.push(
      plain.slice(done, index),
      isSpace ? el("span.space", { title }, char) : el("span.unseen", { title }, point(char))
    );
    done = index + char.length;
  }
  nodes.push(plain.slice(done));
  return nodes;
}

/** Return the attributes of an element that holds text in `lang`. */
const spoken = (lang) => ({ dir: "auto", lang: lang || null });

const badge = (severity) =>
  el(
    `span.badge.${SEVERITIES[severity]}`,
    el("span.icon", { "aria-hidden": "true" }, ICONS[severity]),
    ` ${SEVERITIES[severity]}`
  );

/** Return the words of a text and what is between them; signs of scripts without spaces one by one. */
const words = (text) =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}'’]+|\s+|./gsu
  ) ?? [];

/** Yield what stays, goes and comes between two lists of words: the longest run that stays first. */
function* difference(before, after) {
  const { from, to, length } = longestRun(before, after);
  if (length) {
    yield* difference(before.slice(0, from), after.slice(0, to));
    yield ["same", before.slice(from, from + length).join("")];
    yield* difference(before.slice(from + length), after.slice(to + length));
    return;
  }
  if (before.length) yield ["del", before.join("")];
  if (after.length) yield ["ins", after.join("")];
}

function longestRun(before, after) {
  let best = { length: 0 };
  if (before.length * after.length > 100_000) return best;
  for (let from = 0; from < before.length; from++)
    for (let to = 0; to < after.length; to++) {
      let length = 0;
      while (from + length < before.length && before[from + length] === after[to + length])
        length++;
      if (length > best.length) best = { from, to, length };
    }
  return best;
}

/** Return the excerpt with the match marked, no more than `around` on either side. */
function marked({ excerpt, from, start, end, column }, around = 200) {
  const first = start - from;
  const last = end - from;
  const left = Math.max(0, first - around);
  return [
    left || column - 1 > first ? "…" : "",
    shown(excerpt.slice(left, first)),
    el("mark", shown(excerpt.slice(first, last))),
    shown(excerpt.slice(last, last + around)),
    last + around < excerpt.length ? "…" : ""
  ];
}

/** Return what a fix makes of the excerpt, changes marked; null if it reaches out of it. */
function changed({ excerpt, from, doc }, fix, around = 90) {
  const edits = fix?.edits ?? [];
  if (!edits.length || edits.some(([start, end]) => start < from || end > from + excerpt.length))
    return null;
  let done = Math.max(0, edits[0][0] - from - around);
  const nodes = [done ? "…" : ""];
  for (const [start, end, content] of edits) {
    nodes.push(shown(excerpt.slice(done, start - from)));
    for (const [sort, text] of difference(
      words(excerpt.slice(start - from, end - from)),
      words(content)
    ))
      nodes.push(sort === "same" ? shown(text) : el(sort, shown(text)));
    done = end - from;
  }
  nodes.push(shown(excerpt.slice(done, done + around)), done + around < excerpt.length ? "…" : "");
  return el("p.change", spoken(doc.target), nodes);
}

/** Return the excerpt as a quotation. */
const quoted = (finding) => el("blockquote.excerpt", spoken(finding.doc.target), marked(finding));
