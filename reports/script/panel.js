// The panel beside the list and the document: one finding, or a group of them.

const chip = (key, value, label = value) =>
  button(label, () => go({ view: "findings", query: toggled(state.query, tokenFor(key, value)) }), {
    class: "chip",
    title: `Filter by ${tokenFor(key, value)}`
  });
const titled = (name, title, text) =>
  el(`p.${name}`, el("b", `${title}. `), el("span", { dir: "auto" }, shown(text)));
const leadTo = (view, { doc, print }, ...parts) =>
  el("a", { href: hashOf({ view, doc, print }) }, parts);

function drawPanel() {
  const panel = byId("panel");
  const field = panel.contains(document.activeElement) && document.activeElement.id;
  const hint = hits.length
    ? "Choose a finding: j and k walk through them, ? tells the other keys."
    : "Nothing is chosen.";
  const { finding, group } = cursor;
  const parts = finding
    ? findingPanel(finding)
    : group && state.view === "findings"
      ? groupPanel(group)
      : [quiet(hint)];
  panel.replaceChildren(...el("div", parts).childNodes);
  if (field) byId(field)?.focus();
}

const findingPanel = (finding) => [
  facts(finding),
  el("h2", { dir: "auto" }, shown(finding.message)),
  place(finding),
  quoted(finding),
  letters(finding),
  finding.held !== "fixed" && mending(finding),
  why(finding.rule),
  actions(finding),
  el(
    "p.walking",
    button("Previous", () => step(-1), { "aria-keyshortcuts": "k" }),
    button("Next", () => step(1), { "aria-keyshortcuts": "j" })
  )
];

const mending = (finding) => [
  finding.fixes.map((fix, index) => fixPart(finding, fix, index)),
  finding.fixes.length
    ? ""
    : quiet("No rule can say what should stand here: it is for a person to mend."),
  finding.rule.whyNotSafe &&
    /unsafe|manual/.test(fixOf(finding)) &&
    titled("unsafe-why", "Why the fix is not safe", finding.rule.whyNotSafe),
  finding.related.map(related),
  deciding([finding])
];

function facts({ severity, rule }) {
  const confidence = CONFIDENCES[rule.confidence];
  return el(
    "p.facts",
    badge(severity),
    chip("rule", rule.id),
    chip("cat", rule.category),
    chip("conf", confidence, `confidence ${confidence}`)
  );
}

function place(finding) {
  const { doc, line, column, held } = finding;
  const age = (held || report.runs.length) && ` · ${aged(finding)}`;
  return el(
    "p.place",
    leadTo("document", finding, bdi(doc.path), `, line ${line}, column ${column}`),
    age
  );
}

/** Return what earlier runs, or whatever holds it back, say of a finding. */
function aged({ held, since }) {
  const { runs } = report;
  if (held) return held === "fixed" ? `fixed since ${runs.at(-1)}` : `suppressed by ${held}`;
  if (since === runs.length) return `new since ${runs.at(-1)}`;
  return `there since ${runs[since]}${since ? "" : " or longer"}`;
}

function related([said, rule, where]) {
  const more = [rule, where && `${where[0]}, line ${where[1]}`]
    .filter(Boolean)
    .map((each) => ` · ${each}`);
  return el("p.related", el("b", "Note. "), bdi(said), el("span.quiet", more));
}

const why = ({ why, url }) =>
  el(
    "details.why",
    { open: true },
    el("summary", "Why this rule"),
    el("p", { dir: "auto" }, shown(why)),
    /^https?:/.test(url) && el("p", el("a", { href: url, rel: "noreferrer" }, "More about it"))
  );

function actions(finding) {
  const { doc, print } = finding;
  const link = () => location.href.split("#")[0] + hashOf({ view: "findings", print });
  const copyLink = button("Copy link", () => copy(link(), "link"));
  if (finding.held === "fixed") return el("p.copying", copyLink);
  return el(
    "p.copying",
    button("Copy ignore comment", () => copyComment(finding), { disabled: !doc.comment }),
    copyLink,
    button("Open in editor", () => openEditor(finding)),
    report.link &&
      el(
        "a",
        { href: addressOf(report.link, doc.path, finding), rel: "noreferrer" },
        "View at commit"
      )
  );
}

function fixPart(finding, fix, index) {
  const able = canFix(finding, index);
  const label = FIX_LABELS[fix.kind];
  const isTaken = wayOf(finding) === "fix" && fixIndex(finding) === index;
  return el(
    `section.fix.${FIXES[fix.kind]}`,
    { "aria-label": `${index ? "Alternative" : label}: ${fix.title}` },
    el("p.label", index ? `Or · ${label.toLowerCase()}` : label),
    el("p.title", bdi(fix.title)),
    changed(finding, fix),
    el(
      "p.copying",
      able && index
        ? button("Fix this way", () => decide([finding], "fix", index), {
            "aria-pressed": String(isTaken)
          })
        : "",
      button("Copy text", () => copy(wording(fix), "text"), { disabled: wording(fix) == null }),
      button("Copy patch", () => copyPatch(finding, fix), {
        disabled: !able || finding.doc.chunk < 0
      })
    )
  );
}

/** Say by name what hides in the excerpt, and which letters of the match are not what they look like. */
function letters({ excerpt, match }) {
  const isLatin = /\p{Script=Latin}/u.test(match);
  const isLetter = (char) => /\p{L}/u.test(char);
  const named = [...new Set(excerpt + match)].filter(
    (char) => nameOf(char) && (!isLetter(char) || (isLatin && match.includes(char)))
  );
  if (!named.length) return "";
  return el(
    "ul.letters",
    { "aria-label": "Characters that hide or look like others" },
    named.map((char) =>
      el("li", isLetter(char) && el("b", `${char} `), `${point(char)} ${nameOf(char)}`)
    )
  );
}

function deciding(some) {
  const choice = (label, way, key, isAble = true) =>
    button(label, () => decide(some, way), {
      "aria-pressed": String(some.every((each) => wayOf(each) === way)),
      disabled: !isAble,
      "aria-keyshortcuts": key
    });
  const [first] = some;
  const said = decisions.get(first.print);
  const field = {
    id: "note",
    value: said?.note ?? "",
    maxlength: 300,
    autocomplete: "off",
    change: ({ target }) => note(first, target.value)
  };
  return el(
    "div.deciding",
    { role: "group", "aria-label": "Decide" },
    choice(
      "Fix",
      "fix",
      "a",
      some.some((each) => canFix(each))
    ),
    choice("Ignore", "ignore", "i"),
    choice("Later", "later", "l"),
    some.length === 1 && said && el("label.noted", "Reason or note ", el("input", field))
  );
}

function groupPanel({ key, some }) {
  const files = [...Map.groupBy(some, ({ doc }) => doc)];
  const decided = some.filter(wayOf).length;
  return [
    el(
      "p.facts",
      `${plural(some.length, "finding")} in ${plural(files.length, "file")}${decided ? `, ${decided} decided` : ""}`
    ),
    el("h2", { dir: "auto" }, shown(key)),
    quoted(some[0]),
    changed(some[0], some[0].fixes[0]),
    quiet(`Decide on all ${number(some.length)} at once:`),
    deciding(some),
    el(
      "ul.files",
      files
        .slice(0, 40)
        .map(([doc, its]) => el("li", leadTo("document", its[0], bdi(doc.path)), ` ×${its.length}`))
    ),
    files.length > 40 && quiet(`… and ${plural(files.length - 40, "more file")}`)
  ];
}
