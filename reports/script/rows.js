// The list: what the filter lets through, in groups, of which only rows in sight are drawn.

const HEAD_HEIGHT = 42;
const ROW_HEIGHT = 66;
const SPARE = 8;

const isWord = /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su;
function shortened(text) {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text || "nothing";
  return isWord.test(short) ? short : `“${short}”`;
}

/** Return what is to become of a match, as findings that are alike share it. */
function suggestion({ match, fixes: [fix] }) {
  if (!fix) return `${shortened(match)}: no suggestion`;
  const to = wording(fix);
  return shortened(match) + (to == null ? `: ${fix.title}` : ` → ${shortened(to)}`);
}

const GROUP = {
  none: () => "",
  file: ({ doc }) => doc.path,
  rule: ({ rule }) => rule.id,
  severity: ({ severity }) => SEVERITIES[severity],
  language: ({ doc: { source, target } }) =>
    `${source ? `${source} → ` : ""}${target || "unknown"}`,
  suggestion: (finding) => (finding.suggestion ??= suggestion(finding))
};
const byCount = (a, b) => b.some.length - a.some.length || (a.key < b.key ? -1 : 1);
const ORDER = {
  rule: byCount,
  suggestion: byCount,
  language: byCount,
  severity: (a, b) => b.some[0].severity - a.some[0].severity
};

const state = { view: "summary", query: "", group: "file", doc: null };
/** What is chosen: a finding, a group, or neither. */
let cursor = {};
let hits = [];
let groups = [];
let rows = [];
let tops = [0];
let fault = "";
const turned = new Set();

/** Find what the filter lets through, and lay it out in rows. */
function sift() {
  fault = "";
  let test = () => false;
  try {
    test = filterOf(state.query);
  } catch (error) {
    fault = `The regular expression is wrong: ${error.message}`;
  }
  hits = findings.filter(test);
  const grouped = Map.groupBy(hits, GROUP[state.group]);
  groups = [...grouped].map(([key, some]) => ({ key, some }));
  if (ORDER[state.group]) groups.sort(ORDER[state.group]);
  lay();
}

/** Long lists of small groups begin folded; somebody may have turned any of them. */
const turnKey = ({ key }) => `${state.group}\n${key}`;
const isFolded = (group) =>
  turned.has(turnKey(group)) !== (/rule|suggestion/.test(state.group) && hits.length > 30);

function turn(group) {
  if (!turned.delete(turnKey(group))) turned.add(turnKey(group));
  lay();
}

function lay() {
  const isFlat = state.group === "none";
  rows = groups.flatMap((group) => [
    ...(isFlat ? [] : [{ group }]),
    ...(!isFlat && isFolded(group) ? [] : group.some.map((finding) => ({ finding, group })))
  ]);
  tops = new Float64Array(rows.length + 1);
  rows.forEach(({ finding }, index) => {
    tops[index + 1] = tops[index] + (finding ? ROW_HEIGHT : HEAD_HEIGHT);
  });
}

/** Return the first row that ends below `y`. */
function rowAt(y) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

const scroller = () => byId("rows").parentElement;
const rowOfCursor = () =>
  rows.findIndex(
    ({ finding, group }) => finding === cursor.finding && (finding || group === cursor.group)
  );

/** Draw the rows that can be seen. */
function drawRows() {
  const list = byId("rows");
  const { scrollTop, clientHeight } = scroller();
  const first = Math.max(0, rowAt(scrollTop) - SPARE);
  const last = rowAt(scrollTop + clientHeight) + SPARE + 1;
  const current = rowOfCursor();
  const reachable = current >= first && current < last ? current : first;
  const hadFocus = list.contains(document.activeElement);
  list.style.blockSize = `${tops[rows.length]}px`;
  list.replaceChildren(
    ...rows.slice(first, last).map(({ finding, group }, offset) => {
      const index = first + offset;
      const node = finding ? findingRow(finding) : groupRow(group);
      node.tabIndex = index === reachable ? 0 : -1;
      if (index === current) node.setAttribute("aria-current", "true");
      const item = el("li", { "aria-setsize": rows.length, "aria-posinset": index + 1 }, node);
      item.style.insetBlockStart = `${tops[index]}px`;
      item.style.blockSize = `${tops[index + 1] - tops[index]}px`;
      return item;
    })
  );
  if (hadFocus) list.querySelector("[aria-current]")?.focus({ preventScroll: true });
}

function groupRow(group) {
  const isOpen = !isFolded(group);
  const files = new Set(group.some.map(({ doc }) => doc)).size;
  const act = () => {
    select({ group });
    turn(group);
    draw();
  };
  return button(
    "",
    act,
    { class: "group", "aria-expanded": String(isOpen) },
    el("span", { "aria-hidden": "true" }, isOpen ? "▾" : "▸"),
    el("bdi.name", shown(group.key)),
    el(
      "span.count",
      ` ×${number(group.some.length)}${state.group === "file" ? "" : ` in ${plural(files, "file")}`}`
    )
  );
}

function findingRow(finding) {
  const { doc, line, severity, message } = finding;
  const way = wayOf(finding);
  const act = () => {
    select({ finding });
    draw();
  };
  return button(
    "",
    act,
    { class: `row ${SEVERITIES[severity]} ${way ?? ""}` },
    badge(severity),
    el(
      "span.message",
      { dir: "auto" },
      report.runs.length && isNew(finding) ? el("b.new", "new ") : "",
      shown(message)
    ),
    el("bdi.where", shown(state.group === "file" ? `line ${line}` : `${doc.path}:${line}`)),
    el("span.snippet", spoken(doc.target), marked(finding, 48)),
    way && el("span.way", WAYS[way])
  );
}

function scrollToCursor() {
  const index = rowOfCursor();
  const box = scroller();
  if (index < 0) return;
  if (tops[index] < box.scrollTop + HEAD_HEIGHT) box.scrollTop = tops[index] - HEAD_HEIGHT;
  else if (tops[index + 1] > box.scrollTop + box.clientHeight)
    box.scrollTop = tops[index + 1] - box.clientHeight;
}

/** Draw the list, and what the facets above it count. */
function drawList() {
  const query = byId("query");
  if (document.activeElement !== query) query.value = state.query;
  byId("group").value = state.group;
  const counts = new Map();
  const count = (token) => counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const finding of findings)
    if (finding.held) count(finding.held === "fixed" ? "is:fixed" : "is:suppressed");
  for (const hit of hits) {
    count(`sev:${SEVERITIES[hit.severity]}`);
    count(`fix:${fixOf(hit)}`);
    count(`is:${wayOf(hit) ?? "open"}`);
    if (isShown(hit)) count(isNew(hit) ? "is:new" : "is:known");
  }
  const tokens = tokensOf(state.query);
  for (const facet of all("[data-facet]")) {
    const token = facet.dataset.facet;
    facet.querySelector("b").textContent = number(counts.get(token) ?? 0);
    facet.classList.toggle("nothing", !counts.has(token));
    facet.setAttribute("aria-pressed", String(tokens.includes(token)));
  }
  byId("result").textContent =
    fault || `${plural(hits.length, "finding")} of ${number(findings.filter(isShown).length)}`;
  byId("nothing").hidden = hits.length > 0;
  drawRows();
}
