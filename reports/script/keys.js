// The keyboard: whatever can be done can be done with it.

/** Return an act on the finding that is chosen, if one is. */
const onFinding = (act) => () => cursor.finding && act(cursor.finding);
const onChosen = (act) => () => act(cursor.finding ? [cursor.finding] : (cursor.group?.some ?? []));

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  J: () => stepFile(1),
  K: () => stepFile(-1),
  "/": () => {
    go({ view: "findings" });
    byId("query").select();
  },
  s: () => go({ view: "summary" }),
  f: () => {
    reveal();
    go({ view: "findings" });
    scrollToCursor();
  },
  d: () => go({ view: "document", doc: cursor.finding?.doc ?? state.doc }),
  g: () =>
    go({ view: "findings", group: GROUPS[(GROUPS.indexOf(state.group) + 1) % GROUPS.length] }),
  a: onChosen((some) => decide(some, "fix")),
  i: onChosen((some) => decide(some, "ignore")),
  l: onChosen((some) => decide(some, "later")),
  x: onFinding((finding) => {
    const ways = Object.keys(WAYS).filter((way) => way !== "fix" || canFix(finding));
    const now = wayOf(finding);
    decide([finding], ways[ways.indexOf(now) + 1] ?? now, fixIndex(finding));
  }),
  y: onFinding((finding) => copy(wording(finding.fixes[0]), "text")),
  Y: onFinding((finding) => copyPatch(finding, finding.fixes[0])),
  c: onFinding(copyComment),
  e: onFinding(openEditor),
  t: () => turnTheme(),
  "?": () => byId("help").showModal()
};

/** Return what a key does where it was pressed; nothing for one that has no meaning there. */
function actOf({ key, target }) {
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    if (key === "Escape") return () => target.blur();
    return target.id === "query" && /^(Enter|ArrowDown)$/.test(key) ? intoList : null;
  }
  const isRow = target.closest("#rows");
  if (isRow && /^Arrow(Down|Up)$/.test(key)) return () => step(key === "ArrowDown" ? 1 : -1);
  if (key === "Enter" && (isRow || target === document.body)) return enter;
  return Object.hasOwn(ACTS, key) ? ACTS[key] : null;
}

function intoList() {
  byId("query").blur();
  step(hits.includes(cursor.finding) ? 0 : 1);
  byId("rows").querySelector("[aria-current]")?.focus();
}

function enter() {
  if (!cursor.group) return byId("panel").focus();
  turn(cursor.group);
  draw();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
    return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  act();
}
