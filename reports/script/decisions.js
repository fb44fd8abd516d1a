// Decisions: kept in this browser, exported for a command that carries them out.

let decisions = new Map();

function readDecisions() {
  try {
    decisions = new Map(Object.entries(JSON.parse(memory.get(report.id) ?? "{}")));
  } catch {
    decisions = new Map();
  }
}

const wayOf = (finding) => decisions.get(finding.print)?.way;
const fixIndex = (finding) => decisions.get(finding.print)?.fix ?? 0;
const canFix = (finding, fix = 0) => finding.fixes[fix]?.edits.length > 0;

/** Keep a decision on findings; the same one again takes it back. */
function decide(some, way, fix = 0) {
  const isBack = some.every((each) => wayOf(each) === way && fixIndex(each) === fix);
  const able = way === "fix" ? some.filter((each) => canFix(each, fix)) : some;
  for (const finding of able) {
    const note = decisions.get(finding.print)?.note ?? "";
    if (isBack) decisions.delete(finding.print);
    else decisions.set(finding.print, way === "fix" ? { way, note, fix } : { way, note });
  }
  keep();
  const passed = some.length - able.length;
  say(
    isBack
      ? "Decision taken back"
      : `Decided ${WAYS[way]}: ${plural(able.length, "finding")}${passed ? `; ${passed} without a fix` : ""}`
  );
}

function note(finding, text) {
  decisions.set(finding.print, { way: "ignore", ...decisions.get(finding.print), note: text });
  keep();
}

function keep() {
  memory.set(report.id, JSON.stringify(Object.fromEntries(decisions)));
  tellDecisions();
  draw();
}

function tellDecisions() {
  const ways = [...decisions.values()].map(({ way }) => way);
  const told = Object.entries(WAYS).map(
    ([way, words]) => `${ways.filter((each) => each === way).length} ${words}`
  );
  byId("decided").textContent = number(ways.length);
  byId("told").textContent = `${told.join(", ")}.`;
}

/** Return the decisions as `mtaudit triage apply` reads them. */
function exported() {
  const listed = findings
    .filter(({ print }) => decisions.has(print))
    .map(({ print, doc, rule, match, fixes }) => {
      const { way, note, fix } = decisions.get(print);
      const chosen = way === "fix" ? { fix, title: fixes[fix].title } : {};
      return {
        fingerprint: print,
        path: doc.path,
        rule: rule.id,
        match,
        decision: way,
        reason: note ?? "",
        ...chosen
      };
    });
  return `${JSON.stringify({ schema_version: 1, report: report.id, tool: report.tool, decisions: listed }, null, 2)}\n`;
}

async function readFile(file) {
  try {
    const { decisions: listed } = JSON.parse(await file.text());
    const known = listed.filter(
      (each) => byPrint.has(each.fingerprint) && Object.hasOwn(WAYS, each.decision)
    );
    for (const { fingerprint, decision: way, reason, fix = 0 } of known) {
      if (way === "fix" && !canFix(byPrint.get(fingerprint), fix)) continue;
      const note = String(reason ?? "");
      decisions.set(fingerprint, way === "fix" ? { way, note, fix } : { way, note });
    }
    keep();
    say(`Read ${plural(known.length, "decision")}`);
  } catch {
    say("This is no file of decisions");
  }
}
