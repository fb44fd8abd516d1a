// What can be copied, saved, and opened elsewhere.

/** Return the text that should stand where the finding is; null if the fix edits more than one place. */
const wording = (fix) => (fix?.edits.length === 1 ? fix.edits[0][2] : null);

/** Return a path as a patch spells it. */
function patchPath(side, path) {
  const full = `${side}/${path}`;
  if (!/[\x00-\x1f"\\]/.test(full)) return full.includes(" ") ? `${full}\t` : full;
  const octal = (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
  return `"${full.replace(/["\\]/g, "\\$&").replace(/[\x00-\x1f]/g, octal)}"`;
}

/** Return a unified patch that makes `edits`, which are sorted, in `text`; `git apply` takes it. */
function patchOf(path, text, edits) {
  let after = "";
  let done = 0;
  for (const [start, end, content] of edits) {
    after += text.slice(done, start) + content;
    done = end;
  }
  const old = text.split(/(?<=\n)/);
  const fresh = (after + text.slice(done)).split(/(?<=\n)/);
  let head = 0;
  let tail = 0;
  while (head < old.length && old[head] === fresh[head]) head++;
  while (
    tail < Math.min(old.length, fresh.length) - head &&
    old.at(-1 - tail) === fresh.at(-1 - tail)
  )
    tail++;
  const from = Math.max(0, head - 3);
  const rest = Math.max(0, tail - 3);
  const line = (sign) => (content) =>
    sign + (content.endsWith("\n") ? content : `${content}\n\\ No newline at end of file\n`);
  const body = [
    ...old.slice(from, head).map(line(" ")),
    ...old.slice(head, old.length - tail).map(line("-")),
    ...fresh.slice(head, fresh.length - tail).map(line("+")),
    ...old.slice(old.length - tail, old.length - rest).map(line(" "))
  ];
  const range = ({ length }) => `${length - rest > from ? from + 1 : from},${length - rest - from}`;
  return `--- ${patchPath("a", path)}\n+++ ${patchPath("b", path)}\n@@ -${range(old)} +${range(fresh)} @@\n${body.join("")}`;
}

async function copyPatch({ doc }, fix) {
  const got = await textOf(doc);
  copy(got && fix?.edits.length ? patchOf(doc.path, got.text, fix.edits) : null, "patch");
}

/** Return the comment that ignores a finding in its file, or null. */
function commentOf({ match, rule, doc, print }) {
  const isExact =
    match.trim() === match && match && match.length <= 60 && !/["\]\n\r]|--|until/.test(match);
  const reason = (decisions.get(print)?.note || "reason")
    .replace(/\s+/g, " ")
    .replaceAll("--", "—");
  const parts = [isExact ? `${rule.id}="${match}"` : rule.id, reason];
  return doc.comment && doc.comment.replace(/%/g, () => parts.shift());
}

const copyComment = (finding) => copy(commentOf(finding), "ignore comment");

async function copy(text, what) {
  if (text == null) return say(`There is no ${what} to copy`);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea.unheard", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied the ${what}`);
}

function save(name, text, type = "application/json") {
  const link = el("a", { download: name, href: URL.createObjectURL(new Blob([text], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Return the listed findings as CSV in which no cell is a formula. */
function csv() {
  const cell = (value) =>
    `"${String(value)
      .replace(/^[=+\-@\t\r]/, "'$&")
      .replaceAll('"', '""')}"`;
  const head = [
    "path",
    "line",
    "column",
    "severity",
    "rule",
    "message",
    "match",
    "fix",
    "decision",
    "fingerprint"
  ];
  const rows = hits.map((hit) => [
    hit.doc.path,
    hit.line,
    hit.column,
    SEVERITIES[hit.severity],
    hit.rule.id,
    hit.message,
    hit.match,
    hit.fixes[0]?.title ?? "",
    wayOf(hit) ?? "",
    hit.print
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Return an address of a place: `template` with what stands in braces filled in. */
function addressOf(template, path, { line, column }) {
  const parts = { path: path.split("/").map(encodeURIComponent).join("/"), line, column };
  return template.replace(/\{(path|line|column)\}/g, (whole, name) => parts[name]);
}

function openEditor(finding) {
  const folder = memory.get("folder");
  if (!folder) {
    byId("help").showModal();
    byId("folder").focus();
    return say("Say first where the files are");
  }
  const path = `${folder.replace(/\/$/, "")}/${finding.doc.path}`.replace(/^\//, "");
  location.href = addressOf(memory.get("editor") || byId("editor").placeholder, path, finding);
}
