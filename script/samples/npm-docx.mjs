// A sample that the npm package `docx` writes: node npm-docx.mjs FACTS.json OUT.docx
import fs from "node:fs";
import {
  AlignmentType, CheckBox, CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, Footer,
  FootnoteReferenceRun, Header, HeadingLevel, InsertedTextRun, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph,
  Tab, Table, TableCell, TableRow, TextRun, WidthType,
} from "docx";

const [source, target] = process.argv.slice(2);
const facts = JSON.parse(fs.readFileSync(source, "utf8"));
const footnotes = {}, comments = [];
const change = { author: "R. Voorbeeld", date: "2017-01-16T09:00:00Z" };
let changes = 0;

// Runs of a text with marks {kind|text}; the kinds are those of facts.py.
function runs(text, format = {}) {
  const children = [];
  let end = 0;
  for (const mark of text.matchAll(/\{(\w+)\|([^{}]*)\}/g)) {
    if (mark.index > end) children.push(new TextRun({ text: text.slice(end, mark.index), ...format }));
    end = mark.index + mark[0].length;
    const [, kind, part] = mark;
    if (kind === "ins") children.push(new InsertedTextRun({ text: part, id: ++changes, ...change }));
    else if (kind === "del") children.push(new DeletedTextRun({ text: part, id: ++changes, ...change }));
    else if (kind === "bold") children.push(new TextRun({ text: part, bold: true }));
    else if (kind === "note") {
      const id = Object.keys(footnotes).length + 1;
      footnotes[id] = { children: [new Paragraph(part)] };
      children.push(new FootnoteReferenceRun(id));
    } else if (kind === "comment") {
      const id = comments.length;
      comments.push({ id, author: change.author, date: new Date(change.date), children: [new Paragraph(part)] });
      children.push(new CommentRangeStart(id), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] }));
    } else throw new Error(`unknown mark ${kind}`);
  }
  if (end < text.length) children.push(new TextRun({ text: text.slice(end), ...format }));
  return children;
}

const paragraph = (text) => new Paragraph({ children: runs(text) });
const bullet = (text) => new Paragraph({ children: runs(text), bullet: { level: 0 } });
const item = (text) => new Paragraph({ children: runs(text), numbering: { reference: "punten", level: 0 } });

function field(entry) {
  return new Paragraph({ tabStops: [{ type: "left", position: 2800 }],
    children: [new TextRun({ text: `${entry.label}:`, bold: true }), new TextRun({ children: [new Tab()] }), ...runs(entry.text)] });
}

function basis([label, value]) {
  const children = [new TextRun(`${label}  `)];
  for (const [answer, text] of [["ja", "ja"], ["nee", "nee"], ["in_ontwikkeling", "in ontwikkeling"]])
    children.push(new CheckBox({ checked: answer === value, alias: `${label} ${text}` }), new TextRun(` ${text}  `));
  return new Paragraph({ children });
}

function cell(text, options = {}) {
  return new TableCell({ width: { size: 20, type: WidthType.PERCENTAGE },
    children: text.split("\n").map((line) => line.startsWith("- ") ? bullet(line.slice(2)) : new Paragraph({ children: runs(line, options) })) });
}

function arrangements() {
  const { columns, rows } = facts.arrangementen;
  const header = new TableRow({ tableHeader: true, children: columns.map(([, heading]) => cell(heading, { bold: true })) });
  const body = rows.map((row) => new TableRow({ cantSplit: true,
    children: columns.map(([column]) => cell(row[column].text ?? row[column])) }));
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [header, ...body] });
}

// Rows of texts.
function grid(rows) {
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })) });
}

function block(content) {
  if (typeof content === "string") return [content.startsWith("- ") ? bullet(content.slice(2)) : paragraph(content)];
  if (content.title) return [new Paragraph({ text: content.title, heading: HeadingLevel.TITLE })];
  if (content.fields) return content.fields.map((path) => field(facts.fields[path]));
  if (Array.isArray(content.table)) return [grid(content.table)];
  if (content.table === "basisondersteuning") return facts.basisondersteuning.map(basis);
  if (content.table === "arrangementen") return [arrangements()];
  if (content.list === "grenzen") return facts.grenzen.map(item);
  if (content.list === "verbeterpunten") return facts.verbeterpunten.map((point) => bullet(point.written ?? point.tekst));
  throw new Error(`unknown block ${Object.keys(content)}`);
}

// The page turns for the table, as in the form.
const page = (landscape) => ({ properties: { page: { size: { orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } } },
  headers: { default: new Header({ children: [new Paragraph(facts.shape.header)] }) },
  footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [`${facts.shape.footer} – pagina `, PageNumber.CURRENT] })] })] }) }, children: [] });
const sections = [page(false)];
for (const content of facts.front) sections[0].children.push(...block(content));
for (const section of facts.secties) {
  const landscape = section.id === "arrangementen";
  if (landscape || sections.length === 2) sections.push(page(landscape));
  sections.at(-1).children.push(
    new Paragraph({ text: `${section.nummer}. ${section.kop}`, heading: HeadingLevel.HEADING_1 }), ...section.blocks.flatMap(block));
}
const document = new Document({ title: facts.title, creator: "Administratie", footnotes, comments: { children: comments }, sections,
  numbering: { config: [{ reference: "punten", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1)",
    alignment: AlignmentType.START }] }] } });
fs.writeFileSync(target, await Packer.toBuffer(document));
