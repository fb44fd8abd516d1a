// What the page holds.

let report, findings, documents, byPrint;
const chunks = new Map();

/** Return an embedded block, unpacked if it is packed, to be read as text or as JSON. */
function block(name) {
  const { textContent: text, dataset } = byId(name);
  if (dataset.encoding === "plain") return new Response(text);
  const bytes = atob(text.trim());
  const packed = new Uint8Array(bytes.length).map((_, index) => bytes.charCodeAt(index));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** Return the rows of a table as objects, each value under the name of its column. */
const records = ({ columns, rows }) =>
  rows.map((row) => {
    const record = {};
    for (let index = 0; index < columns.length; index++) record[columns[index]] = row[index];
    return record;
  });

async function load() {
  report = await block("index").json();
  const rules = records(report.rules);
  documents = records(report.documents);
  documents.forEach((doc, number) => Object.assign(doc, { number, findings: [] }));
  findings = records(report.findings);
  findings.forEach((finding, number) => {
    finding.number = number;
    finding.rule = rules[finding.rule];
    finding.doc = documents[finding.doc];
    if (finding.held !== "fixed") finding.doc.findings.push(finding);
  });
  byPrint = new Map(findings.map((finding) => [finding.print, finding]));
}

/** Return the text of a document and its regions; null where the report does not have them. */
async function textOf({ chunk, slot }) {
  if (chunk < 0) return null;
  if (!chunks.has(chunk)) chunks.set(chunk, block(`texts-${chunk}`).json());
  const [text, regions] = (await chunks.get(chunk))[slot];
  return { text, regions: records({ columns: report.regions, rows: regions }) };
}
