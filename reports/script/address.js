// Where one is, the address of it, and the way from there.

function hashOf({ view = state.view, query = "", group, doc, print }) {
  if (view === "summary") return "#summary";
  const parts = new URLSearchParams(view === "document" ? { d: doc?.path ?? "" } : { q: query });
  if (group && group !== "file") parts.set("g", group);
  if (print) parts.set("f", print);
  return `#${parts}`;
}

function readHash() {
  const raw = location.hash.slice(1) || "summary";
  if (/^(summary|findings|document)$/.test(raw)) {
    state.view = raw;
    return;
  }
  const parts = new URLSearchParams(raw.startsWith("f-") ? `f=${raw.slice(2)}` : raw);
  if (parts.has("d")) {
    state.view = "document";
    state.doc = documents.find(({ path }) => path === parts.get("d"));
  } else if (parts.has("q") || parts.has("f")) {
    state.view = "findings";
    state.query = parts.get("q") ?? "";
  }
  if (GROUPS.includes(parts.get("g"))) state.group = parts.get("g");
  if (!parts.has("f")) return;
  const finding = byPrint.get(parts.get("f"));
  if (finding) cursor = { finding };
  else say("That finding is not in this report any more");
}

function writeHash(isStep) {
  const hash = hashOf({ ...state, print: cursor.finding?.print });
  try {
    if (hash !== location.hash) history[isStep ? "pushState" : "replaceState"](null, "", hash);
  } catch {
    /* too many at once for this browser */
  }
}

/** Go somewhere else: another view, another filter, another group. */
function go(change) {
  Object.assign(state, change);
  if ("query" in change || "group" in change) {
    sift();
    scroller().scrollTop = 0;
  }
  writeHash("view" in change);
  draw();
}

function select(chosen) {
  cursor = chosen;
  if (chosen.finding && state.view === "document") state.doc = chosen.finding.doc;
  writeHash();
}

/** Make the row of the finding under the cursor one that is there, and in sight. */
function reveal() {
  const group = cursor.finding && groups.find(({ some }) => some.includes(cursor.finding));
  if (group && state.group !== "none" && isFolded(group)) turn(group);
}

function step(by) {
  if (state.view === "document") {
    const some = state.doc.findings.filter(isShown);
    const finding = some[clamp(some.indexOf(cursor.finding) + by, 0, some.length - 1)];
    if (finding) select({ finding });
  } else {
    state.view = "findings";
    choose(rows[clamp(rowOfCursor() + by, 0, rows.length - 1)]);
  }
  draw();
}

function choose(row) {
  if (row) select(row.finding ? { finding: row.finding } : { group: row.group });
  scrollToCursor();
}

function openDoc(doc) {
  cursor = { finding: doc.findings.find(isShown) };
  go({ view: "document", doc });
}

function stepFile(by) {
  if (state.view === "document") {
    const some = documents.filter((doc) => doc.findings.length);
    const doc = some[clamp(some.indexOf(state.doc) + by, 0, some.length - 1)];
    if (doc) openDoc(doc);
    return;
  }
  const here = rowOfCursor();
  const isHead = ({ finding }, index) => !finding && (by > 0 ? index > here : index < here);
  choose(by > 0 ? rows.find(isHead) : rows.findLast(isHead));
  draw();
}

function draw() {
  const { view } = state;
  document.body.dataset.view = view;
  for (const link of all("nav.views a")) {
    if (link.hash === `#${view}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  byId("summary").hidden = view !== "summary";
  byId("work").hidden = view === "summary";
  byId("listed").hidden = view !== "findings";
  byId("document").hidden = view !== "document";
  if (view === "summary") return;
  if (view === "findings") drawList();
  else drawDocument();
  drawPanel();
}
