// The filter: words and tokens to a test of findings.

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|\/((?:\\.|[^/\\])+)\/(?=\s|$)|(\S+))/giu;
const HELD = /suppressed|fixed|baseline|comment|config|ignore-file/;
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Return a test of a string: a regular expression, a glob, or a part in any case. */
function stringTest(value, isRegex) {
  const low = value.toLowerCase();
  if (!isRegex && !/[*?]/.test(value)) return (text) => text.toLowerCase().includes(low);
  const glob = `^${literal(value).replaceAll("\\*", ".*").replaceAll("\\?", ".")}$`;
  const regex = new RegExp(isRegex ? value : glob, "iu");
  return (text) => regex.test(text);
}

/** Return what words are looked for in. */
const haystack = (finding) =>
  (finding.hay ??= [
    finding.message,
    finding.match,
    finding.excerpt,
    finding.doc.path,
    finding.rule.id
  ]
    .join("\n")
    .toLowerCase());

const isShown = (finding) => !finding.held;
const isNew = (finding) => isShown(finding) && finding.since === report.runs.length;
const fixOf = (finding) => (finding.fixes.length ? FIXES[finding.fixes[0].kind] : "none");

/** Return the words that `is:` knows a finding by. */
const states = (finding) => [
  isNew(finding)
    ? "new"
    : isShown(finding)
      ? "known"
      : finding.held === "fixed"
        ? ""
        : "suppressed",
  finding.held,
  wayOf(finding) ?? "open",
  decisions.get(finding.print)?.note && "noted"
];

const among = (read) => (value) => {
  const wanted = new Set(value.toLowerCase().split(","));
  return (finding) => [read(finding)].flat().some((word) => wanted.has(word));
};

/** A whole name stands for itself; anything else for all that it is a part of. */
const named = (read) => (value, isRegex) => {
  const low = value.toLowerCase();
  const isSame = (text) => text.toLowerCase() === low;
  const isWhole = !isRegex && findings.some((finding) => isSame(read(finding)));
  const test = isWhole ? isSame : stringTest(value, isRegex);
  const known = new Map();
  return (finding) => {
    const text = read(finding);
    if (!known.has(text)) known.set(text, test(text));
    return known.get(text);
  };
};

const tagged =
  (side) =>
  (value) =>
  ({ doc }) =>
    `${doc[side] || "unknown"}-`.toLowerCase().startsWith(`${value.toLowerCase()}-`);

/** What came after an earlier run: the one of that name, or the last of a name with a day by then. */
const newSince = (value) => {
  const isThen = (name) =>
    name.toLowerCase() === value.toLowerCase() || name.match(/\d{4}-\d\d-\d\d/)?.[0] <= value;
  const run = report.runs.findLastIndex(isThen);
  return (finding) => isShown(finding) && finding.since > run;
};

const KEYS = {
  __proto__: null,
  sev: among((finding) => SEVERITIES[finding.severity]),
  conf: among((finding) => CONFIDENCES[finding.rule.confidence]),
  pack: among((finding) => finding.rule.id.split("/")[0].toLowerCase()),
  fix: among(fixOf),
  is: among(states),
  new: newSince,
  lang: tagged("target"),
  from: tagged("source"),
  rule: named((finding) => finding.rule.id),
  cat: named((finding) => finding.rule.category),
  file: named((finding) => finding.doc.path),
  match: named((finding) => finding.match)
};

/** Return a test of findings that a query comes to; throws if a regular expression is wrong. */
function filterOf(query) {
  const tests = [];
  let seesHeld = false;
  for (const [whole, minus, key, phrase, regex, word] of query.matchAll(TOKEN)) {
    const value = phrase ?? regex ?? word;
    const test =
      KEYS[key?.toLowerCase()]?.(value, regex != null) ??
      anywhere(key ? whole.slice(minus.length) : value, !key && regex);
    seesHeld ||= key === "is" && HELD.test(value);
    tests.push(minus ? (finding) => !test(finding) : test);
  }
  return (finding) => (seesHeld || isShown(finding)) && tests.every((test) => test(finding));
}

function anywhere(value, isRegex) {
  const low = value.toLowerCase();
  const regex = isRegex && new RegExp(value, "iu");
  return (finding) => (regex ? regex.test(haystack(finding)) : haystack(finding).includes(low));
}

const tokensOf = (query) => [...query.matchAll(TOKEN)].map(([whole]) => whole);

/** Return a query with a token in it, or without it if it was there. */
function toggled(query, token) {
  const tokens = tokensOf(query);
  return (
    tokens.includes(token) ? tokens.filter((each) => each !== token) : [...tokens, token]
  ).join(" ");
}

const tokenFor = (key, value) =>
  `${key}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "?")}"` : value}`;
