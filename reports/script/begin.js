// The beginning: everything is read, listened to, and drawn.

function turnTheme() {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];
  const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length];
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
  memory.set("theme", next === "auto" ? "" : next);
  nameTheme();
}

function nameTheme() {
  byId("theme").textContent = `Theme: ${document.documentElement.dataset.theme ?? "auto"}`;
}

/** Let a table of the summary be sorted by its columns. */
function makeSortable(table) {
  const [body] = table.tBodies;
  const heads = [...table.tHead.rows[0].cells].filter((cell) => !cell.matches(".chart"));
  for (const head of heads) {
    const isNumber = head.matches(".number");
    const value = ({ cells }) => {
      const text = cells[head.cellIndex].textContent;
      return isNumber ? Number.parseFloat(text.replaceAll(",", "")) || -1 : text;
    };
    const sort = () => {
      const was = head.getAttribute("aria-sort");
      const isUp = isNumber ? was === "descending" : was !== "ascending";
      const order = (a, b) =>
        (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (isUp ? 1 : -1);
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      body.append(...[...body.rows].sort(order));
    };
    head.replaceChildren(button(head.textContent, sort, { class: "sorter" }));
  }
}

/** Put all that is listed on paper, whatever the window shows; from the summary, that alone. */
function layOut() {
  if (state.view === "summary") return;
  const most = 2000;
  const files = Map.groupBy(hits.slice(0, most), ({ doc }) => doc.path);
  const nodes = [...files].map(([path, some]) =>
    el("section", el("h2.path", bdi(path)), some.map(onPaper))
  );
  if (hits.length > most)
    nodes.push(
      el(
        "p",
        `… and ${plural(hits.length - most, "more finding")}: narrow the filter to print them.`
      )
    );
  byId("paper").replaceChildren(...nodes);
}

function onPaper(finding) {
  const way = wayOf(finding);
  return el(
    "article.finding",
    el(
      "p",
      badge(finding.severity),
      " ",
      el("b", { dir: "auto" }, shown(finding.message)),
      el("span.quiet", ` · line ${finding.line} · ${finding.rule.id}`)
    ),
    quoted(finding),
    changed(finding, finding.fixes[0]),
    way && quiet(`Decided: ${WAYS[way]} ${decisions.get(finding.print).note}`)
  );
}

function listen() {
  addEventListener("keydown", pressed);
  addEventListener("hashchange", moved);
  addEventListener("beforeprint", layOut);
  addEventListener("afterprint", () => byId("paper").replaceChildren());
  addEventListener("resize", () => state.view === "findings" && drawRows());
  let frame = 0;
  const scrolled = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      drawRows();
    });
  };
  scroller().addEventListener("scroll", scrolled, { passive: true });
  let timer = 0;
  on("query", "input", ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ query: target.value }), 60);
  });
  on("group", "change", ({ target }) => go({ group: target.value }));
  on("docs", "change", ({ target }) => openDoc(documents[target.value]));
  on("before-doc", "click", () => stepFile(-1));
  on("next-doc", "click", () => stepFile(1));
  on("theme", "click", turnTheme);
  on("keys", "click", () => byId("help").showModal());
  on("decide", "click", () => byId("sheet").showModal());
  on("export", "click", () => save("decisions.json", exported()));
  on("csv", "click", () => save("findings.csv", csv(), "text/csv"));
  on("import", "change", ({ target }) => readFile(target.files[0]));
  on("forget", "click", () => {
    decisions.clear();
    keep();
  });
  for (const copied of all("[data-copy]"))
    copied.addEventListener("click", async () =>
      save(copied.dataset.name, await block(copied.dataset.copy).text())
    );
  for (const id of ["folder", "editor"])
    on(id, "change", ({ target }) => memory.set(id, target.value.trim()));
  for (const facet of all("[data-facet]"))
    facet.addEventListener("click", () => go({ query: toggled(state.query, facet.dataset.facet) }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-key]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go({ view: "findings", query: tokenFor(link.dataset.key, link.dataset.value) });
  });
}

/** The address has changed: somebody followed a link, or went back. */
function moved() {
  readHash();
  arrive();
}

function arrive() {
  sift();
  reveal();
  draw();
  if (state.view !== "findings") return;
  scrollToCursor();
  drawRows();
}

/** Begin once everything is read; what is drawn without a script gives way. */
async function begin() {
  await load();
  readDecisions();
  tellDecisions();
  nameTheme();
  all(".static").forEach((each) => each.remove());
  for (const id of ["folder", "editor"]) byId(id).value = memory.get(id) ?? "";
  byId("docs").append(
    ...documents
      .filter((doc) => doc.findings.length)
      .map((doc) => el("option", { value: doc.number }, `${doc.path} (${doc.findings.length})`))
  );
  all("#summary table").forEach(makeSortable);
  listen();
  moved();
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
