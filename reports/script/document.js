// The document: the whole text with its findings marked, the original beside it.

let drawnDoc = null;

async function drawDocument() {
  const doc =
    state.doc ??
    cursor.finding?.doc ??
    documents.find((each) => each.findings.length) ??
    documents[0];
  const page = byId("page");
  state.doc = doc;
  if (!doc) return page.replaceChildren(quiet("No file was audited."));
  byId("docs").value = String(doc.number);
  if (drawnDoc !== doc) {
    drawnDoc = doc;
    const got = await textOf(doc);
    if (state.doc !== doc) return;
    page.classList.toggle("pair", Boolean(got?.regions.some(({ source }) => source)));
    page.replaceChildren(...(got ? textNodes(doc, got) : [noText(doc)]));
    page.scrollTop = 0;
  }
  for (const mark of page.querySelectorAll("a.mark")) {
    const finding = findings[mark.dataset.finding];
    mark.className = `mark ${SEVERITIES[finding.severity]} ${wayOf(finding) ?? ""}`;
    if (finding === cursor.finding) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  }
  page.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

const noText = (doc) =>
  quiet(
    doc.findings.length
      ? "The text of this file is not in the report; its findings are in the list."
      : "Nothing was found in this file, so the report leaves out its text."
  );

/** Return a row for each region: the translation, and the original if there is any. */
function textNodes(doc, { text, regions }) {
  const some = doc.findings.filter(isShown);
  const isPair = regions.some(({ source }) => source);
  const head = isPair
    ? [side("block", doc.target, "Translation"), side("original", doc.source, "Original")]
    : [];
  return [
    ...head,
    ...regions.flatMap((region) => {
      const { start, end, role, source } = region;
      const inside = some.filter(
        (each) => each.start < end && Math.max(each.end, each.start + 1) > start
      );
      const target = el(
        `div.block.${role}`,
        spoken(region.lang || doc.target),
        markedText(text, region, inside)
      );
      if (!isPair) return [target];
      return [
        target,
        el(`div.original.${role}`, spoken(doc.source), source ? markedSource(source, inside) : "")
      ];
    })
  ];
}

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Return what stands above one side of a pair: its language, by name if it has one. */
function side(name, lang, otherwise) {
  let named = "";
  try {
    named = lang && languages.of(lang);
  } catch {
    /* no language tag */
  }
  return el(`p.${name}.side`, named || lang || otherwise);
}

/** Return the text of a region: findings are links, markup is quiet. */
function markedText(text, { start, end, role, cuts }, some) {
  const edges = new Set([start, end, ...cuts, ...some.flatMap((each) => [each.start, each.end])]);
  const sorted = [...edges].filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  const nodes = [];
  let cut = 0;
  sorted.forEach((from, index) => {
    nodes.push(
      ...some
        .filter((each) => each.start === each.end && each.start === from)
        .map((each) => markOf(each))
    );
    const to = sorted[index + 1];
    if (to === undefined) return;
    while (cuts[cut] <= from) cut++;
    const part = shown(text.slice(from, to));
    const content = cut % 2 || role === "markup" ? part : [el("span.code", part)];
    const [over] = some
      .filter((each) => each.start <= from && each.end >= to)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const last = nodes.at(-1);
    if (over && last?.dataset?.finding === String(over.number)) last.append(...content);
    else nodes.push(...(over ? [markOf(over, content)] : content));
  });
  return nodes;
}

const markOf = (finding, content = []) =>
  leadTo(
    "document",
    finding,
    {
      "data-finding": finding.number,
      class: "mark",
      title: `${SEVERITIES[finding.severity]}: ${finding.message}`
    },
    el("bdi", content)
  );

/** Return the original, with what a finding left in it as it was marked as well. */
function markedSource(source, some) {
  const left = some
    .map(({ match }) => match.trim())
    .filter((match) => /\p{L}{3}/u.test(match) && source.includes(match));
  if (!left.length) return shown(source);
  const parts = source.split(new RegExp(`(${left.map(literal).join("|")})`, "u"));
  return parts.map((part, index) => (index % 2 ? el("mark", shown(part)) : shown(part)));
}
