"""What is in a document stays in its record: no message quotes it, and a redacted record names nobody."""
import json
import pathlib
import re
import shutil
import tempfile
import unittest

from support import RELATIONSHIPS, ROOT, W, bad_files, document_xml, docx, package, pdf, run, write_files

CANARY = "Kanariepiet"  # in every place of a document where its writer may have written something


def paragraph(text, style=None):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def profile(*fields, body=()):
    """A Word document that a template recognises: fields of the first section as label and value, then sections."""
    sections = [paragraph("1. Gegevens van de school", "Heading1"), table(*fields)]
    for number, heading in enumerate(("Visie en onderwijsconcept van de school", "Beschrijving van de basisondersteuning",
                                      "Arrangementen extra ondersteuning", "Grenzen van de ondersteuning", "Verbeterpunten"), 2):
        sections.append(paragraph(f"{number}. {heading}", "Heading1"))
        sections.extend(body)
    xml = f'<w:document xmlns:w="{W}"><w:body>{"".join(sections)}</w:body></w:document>'
    core = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Profiel {CANARY}</dc:title></cp:coreProperties>')
    return package(("_rels/.rels", RELATIONSHIPS.format("word/document.xml")), ("word/document.xml", xml.encode()),
                   ("docProps/core.xml", core.encode()))


def odd_profiles():
    """Documents full of values that no rule can read, each holding the canary."""
    fields = [(label, f"{CANARY} ???") for label in
              ("Naam de school", "BRIN-nummer", "Adres", "Telefoon", "E-mail", "Website", "Bestuur", "Directie",
               "Interne begeleiding", "Datum", "Schooljaar", "Planperiode", "Aantal leerlingen", "Samenwerkingsverband")]
    odd_table = table(("Leerlingen met …", "Welke begeleiding krijgen deze leerlingen?", CANARY),
                      (CANARY, "idem", "zie boven"), ("idem", CANARY, "2 tot 3 uur"))
    boxes = paragraph(f"☒ ja ☒ nee {CANARY}") + paragraph(f"{CANARY}: ☐ ja ☐ nee")
    return {
        "waarden.docx": profile(*fields, body=(paragraph(CANARY), odd_table, boxes)),
        "kop.docx": docx(f"9. {CANARY}", f"{CANARY} {CANARY}"),
        "tekst.pdf": pdf(f"BT /F1 12 Tf 72 700 Td ({CANARY} en meer tekst) Tj ET"),
    }


def broken_documents():
    """Documents that fail, with the canary beside what is wrong."""
    text = document_xml(CANARY)
    return {
        **{name: content for name, (content, _) in bad_files().items()},
        "xml.docx": docx(main=text.replace(b"</w:t>", b"</w:x>")),
        "bytes.docx": docx(main=text.replace(b"<w:t ", b"\xff<w:t ")),
        "doctype.docx": docx(main=f'<!DOCTYPE {CANARY} [<!ENTITY {CANARY} "{CANARY}">]>'.encode() + text),
        "element.docx": docx(main=text.replace(b"w:body", CANARY.encode())),
        "afgekapt.pdf": pdf(f"BT /F1 12 Tf ({CANARY}) Tj")[:-300],
        "tekst.docx": CANARY.encode() * 100,
        "deel.docx": package(("_rels/.rels", RELATIONSHIPS.format(f"word/{CANARY}.xml")), (f"word/{CANARY}.xml", b"<w:")),
        "dubbel.docx": package(("_rels/.rels", RELATIONSHIPS.format("word/document.xml")), ("word/document.xml", text),
                               ("word/document.xml", text)),
    }


class PrivacyTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def test_no_message_quotes_a_document(self):
        files = {**odd_profiles(), **{f"stuk/{name}": content for name, content in broken_documents().items()}}
        write_files(self.folder / "in", files)
        batch = run("convert", self.folder / "in", "--out", self.folder / "uit")
        said = batch.stdout + batch.stderr
        # Of the document the report tells only what its school is called.
        for name in "rapport.json", "rapport.html":
            said += (self.folder / "uit" / name).read_bytes().replace(f"{CANARY} ???".encode(), b"")
        archive = run("import", self.folder / "in", "--archive", self.folder / "a.db")
        said += archive.stdout + archive.stderr
        for name in files:
            for command in "convert", "inspect":
                said += run(command, self.folder / "in" / name).stderr
        self.assertNotIn(CANARY.encode(), said)
        read = 0
        for path in (self.folder / "uit").rglob("*.docx.json"):
            record = json.loads(path.read_text("utf-8"))
            read += CANARY in json.dumps(record)
            self.assertNotIn(CANARY, json.dumps(record["meldingen"]), path.name)
        self.assertGreaterEqual(read, 2)
        record = json.loads((self.folder / "uit/waarden.docx.json").read_text("utf-8"))
        self.assertIn("WAARDE_ONLEESBAAR", {melding["code"] for melding in record["meldingen"]})

    def test_a_redacted_record_names_nobody(self):
        fields = [("Naam de school", "OBS De Wilg"), ("Telefoon", "036-5550123"), ("E-mail", "info@dewilg.example"),
                  ("Directie", "mw. Xandra de Wolf (ma, di)"), ("Interne begeleiding", "Yolijn Hazelaar - groep 1 t/m 4 - 06-12345678")]
        body = (paragraph("Vraag Xandra of mevrouw Hazelaar. De moeder van Zebedeus belt 06-87654321."),
                paragraph("Er zijn 3 leerlingen met autisme. BSN: 123456782, mail y.hazelaar@dewilg.example."),
                table(("Leerlingen met …", "Begeleiding", "Aantal leerlingen"),
                      ("dyslexie", "door Yolijn", "2"), ("dyscalculie", "door IB'er Quirien Populier", "12")))
        canaries = ("Xandra", "Wolf", "Yolijn", "Hazelaar", "Zebedeus", "Quirien", "Populier", "5550123", "12345678", "87654321",
                    "123456782", "dewilg.example")
        write_files(self.folder, {"SOP.docx": profile(*fields, body=body)})
        source = self.folder / "SOP.docx"
        open_text = run("convert", source).stdout.decode()
        for canary in canaries:
            self.assertIn(canary, open_text)
        result = run("convert", source, "--out", self.folder / "uit", "--redact")
        self.assertEqual(result.returncode, 0, result.stderr)
        closed_text = (self.folder / "uit/SOP.docx.json").read_text("utf-8")
        self.assertEqual(run("convert", source, "--redact").stdout.decode(), closed_text)
        for canary in canaries:
            self.assertNotIn(canary.lower(), closed_text.lower())
        given, redacted = json.loads(open_text), json.loads(closed_text)
        self.assertEqual(redacted["school"]["naam"], "OBS De Wilg")
        self.assertEqual(redacted["privacy"], given["privacy"])
        self.assertEqual([row["overig"]["Aantal leerlingen"] for row in redacted["arrangementen"]][:2], ["<5", "12"])
        self.assertIn("GEMASKEERD", {melding["code"] for melding in redacted["meldingen"]})
        self.assertEqual(given["secties"][0]["id"], redacted["secties"][0]["id"])

    def test_no_redacted_sample_has_a_contact_of_the_open_one(self):
        run("convert", ROOT / "samples/docx", "--out", self.folder / "open")
        result = run("convert", ROOT / "samples/docx", "--out", self.folder / "dicht", "--redact")
        self.assertEqual(result.returncode, 0, result.stderr)
        seen = 0
        for path in (self.folder / "open").rglob("*.docx.json"):
            record = json.loads(path.read_text("utf-8"))
            text = (self.folder / "dicht" / path.name).read_text("utf-8")
            redacted = json.loads(text)
            redacted["document"]["bestandsnaam"] = ""
            text = json.dumps(redacted, ensure_ascii=False)
            persons = [person for persons in record["contact"].values() for person in persons]
            for value in [record["school"]["telefoon"], record["school"]["email"],
                          *(person[key] for person in persons for key in ("naam", "telefoon", "email"))]:
                if value:
                    seen += 1
                    self.assertIsNone(re.search(rf"\b{re.escape(value)}\b", text), path.name)
        self.assertGreater(seen, 40)


if __name__ == "__main__":
    unittest.main()
