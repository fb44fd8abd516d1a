// What the page holds.

let report, findings, documents, byPrint;
const chunks = new Map();

/** Return the text of an embedded block, unpacked if it is packed. */
async function blockText(name) {
  const { textContent: text, dataset } = byId(name);
  if (dataset.encoding === "plain") return text;
  const packed = Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

const block = async (name) => JSON.parse(await blockText(name));

/** Return the rows of a table as objects, each value under the name of its column. */
const records = ({ columns, rows }) =>
  rows.map((row) => {
    const record = {};
    columns.forEach((name, index) => {
      record[name] = row[index];
    });
    return record;
  });

async function load() {
  report = await block("index");
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
  if (!chunks.has(chunk)) chunks.set(chunk, block(`texts-${chunk}`));
  const [text, regions] = (await chunks.get(chunk))[slot];
  return { text, regions: records({ columns: report.regions, rows: regions }) };
}
