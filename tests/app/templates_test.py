"""Templates of an administrator: a new format takes one file, and the program helps to write it."""
import json
import pathlib
import shutil
import tempfile
import unittest

from support import ROOT, docx, run, write_files

FORMAT = """id: lindekwartier
naam: Format Lindekwartier
soort: sop
uitgaven:
  - id: "2019"
    nummers: {visie: 1}
herkenning:
  titels: {gewicht: 40, genoeg: 1, teksten: [Ondersteuningskaart Lindekwartier]}
  koppen: {gewicht: 30, genoeg: 2}
  labels: {gewicht: 30, genoeg: 2}
secties:
  - id: visie
    koppen: [Waar wij voor staan]
  - id: grenzen
    koppen: [Waar het ophoudt]
velden:
  - veld: school.naam
    labels: [Deze kaart is van]
  - veld: school.telefoon
    labels: [Bel ons op]
weglaten:
  - Vul hier de kaart in
"""
DOCUMENT = ("Ondersteuningskaart Lindekwartier", "Deze kaart is van: OBS De Lindebloesem", "Bel ons op: 036-5550123",
            "1. Waar wij voor staan", "Ieder kind hoort erbij.", "2. Waar het ophoudt", "- Wij hebben geen lift.",
            "- Wij geven geen medicijnen.")


class TemplatesTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.templates = self.folder / "sjablonen"
        self.templates.mkdir()
        self.template = self.templates / "lindekwartier.yaml"
        self.template.write_text(FORMAT, "utf-8")
        write_files(self.folder, {"in/kaart.docx": docx(*DOCUMENT)})
        self.document = self.folder / "in/kaart.docx"

    def test_a_format_nobody_knew_takes_one_file(self):
        unknown = json.loads(run("convert", self.document).stdout)
        self.assertIsNone(unknown["document"]["sjabloon"])
        out = self.folder / "uit"
        self.assertEqual(run("convert", self.folder / "in", "--out", out, "--templates", self.templates).returncode, 0)
        for text in (run("convert", self.document, "--templates", self.templates).stdout.decode(),
                     (out / "kaart.docx.json").read_text("utf-8")):
            record = json.loads(text)
            self.assertEqual(record["document"]["soort"], "sop")
            self.assertEqual(record["document"]["sjabloon"]["id"], "lindekwartier")
            self.assertEqual(record["school"]["naam"], "OBS De Lindebloesem")
            self.assertEqual(record["school"]["telefoon"], "+31365550123")
            self.assertEqual([section["id"] for section in record["secties"]], ["visie", "grenzen"])
            self.assertEqual(record["grenzen"]["punten"], ["Wij hebben geen lift.", "Wij geven geen medicijnen."])

    def test_own_templates_take_nothing_from_the_built_in_ones(self):
        sample = ROOT / "samples/docx/rietwaard.docx"
        self.assertEqual(run("convert", sample, "--templates", self.templates).stdout, run("convert", sample).stdout)

    def test_a_template_with_the_id_of_a_built_in_one_replaces_it(self):
        self.template.write_text(FORMAT.replace("id: lindekwartier", "id: almere-po"), "utf-8")
        record = json.loads(run("convert", self.document, "--templates", self.templates).stdout)
        form = record["document"]["sjabloon"]
        self.assertEqual((form["id"], form["versie"]), ("almere-po", "2019"))

    def test_a_value_that_a_template_does_not_expect_is_kept_and_said(self):
        for check, is_expected in (('masker: "999-9999999"', True), ('masker: "9999 AA"', False),
                                   ("waarden: [036-5550123, 036-5550124]", True), ("waarden: [geen]", False)):
            with self.subTest(check=check):
                self.template.write_text(FORMAT.replace("    labels: [Bel ons op]", f"    labels: [Bel ons op]\n    {check}"), "utf-8")
                record = json.loads(run("convert", self.document, "--templates", self.templates).stdout)
                self.assertEqual(record["school"]["telefoon"], "+31365550123")
                codes = [remark["code"] for remark in record["meldingen"]]
                self.assertEqual("WAARDE_WIJKT_AF" in codes, not is_expected)
                self.assertEqual(record["herkomst"]["/school/telefoon"]["zekerheid"] > 0.8, is_expected)

    def test_check_tells_mistakes_with_their_line(self):
        result = run("template", "check", self.template)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertIn("2 secties, 2 velden", result.stdout.decode())
        self.template.write_text(FORMAT.replace("- veld: school.telefoon", "- veld: school.telefoonn"), "utf-8")
        result = run("template", "check", self.template, self.folder / "geen.yaml")
        self.assertEqual(result.returncode, 1)
        line = FORMAT.splitlines().index("  - veld: school.telefoon") + 1
        self.assertIn(f"lindekwartier.yaml:{line}:11: ", result.stderr.decode())
        self.assertIn("geen.yaml: ", result.stderr.decode())

    def test_a_mistake_in_a_template_ends_the_command_before_anything_is_converted(self):
        self.template.write_text("id: Fout\n", "utf-8")
        out = self.folder / "uit"
        for arguments in (("convert", self.document), ("convert", self.document, "--out", out),
                          ("template", "explain", self.document)):
            result = run(*arguments, "--templates", self.templates)
            self.assertEqual(result.returncode, 2)
            self.assertIn("lindekwartier.yaml:1:", result.stderr.decode())
            self.assertEqual(result.stdout, b"")
        for folder, part in ((self.folder / "in", "geen sjabloon"), (self.document, "geen map")):
            result = run("convert", self.document, "--templates", folder)
            self.assertEqual(result.returncode, 2)
            self.assertIn(part, result.stderr.decode())

    def test_explain_tells_scores_and_why_a_field_is_missing(self):
        write_files(self.folder, {"leeg.docx": docx(*DOCUMENT[:2], "Bel ons op:", *DOCUMENT[3:])})
        text = run("template", "explain", self.folder / "leeg.docx", "--templates", self.templates).stdout.decode()
        lines = {line.split()[0]: line for line in text.splitlines() if line.startswith("  ") and line.split()}
        self.assertIn("<- gebruikt", lines["lindekwartier"])
        self.assertRegex(lines["school.naam"], r'"OBS De Lindebloesem" +label, zekerheid 0,9')
        self.assertIn('"Bel ons op:" in voorwerk: er staat niets bij', lines["school.telefoon"])
        self.assertIn("het label staat er niet", lines["school.email"])
        self.assertIn("2 rijen", lines["grenzen"])
        self.assertIn("geen van de kolommen", lines["arrangementen"])
        self.assertIn("geen: het document is iets anders", run("template", "explain", self.document).stdout.decode())

    def test_a_draft_from_documents_is_a_template_that_fits_them(self):
        names = ["rietwaard", "elooi", "sterrenkruid"]
        samples = [ROOT / f"samples/docx/{name}.docx" for name in names]
        draft = run("template", "new", *samples)
        self.assertEqual(draft.returncode, 0)
        self.template.write_bytes(draft.stdout)
        self.assertEqual(run("template", "check", self.template).returncode, 0)
        text = draft.stdout.decode()
        self.assertIn("- id: visie", text)
        self.assertIn("- veld: school.naam", text)
        for sample in samples:
            explained = run("template", "explain", sample, "--templates", self.templates).stdout.decode()
            (line,) = [line for line in explained.splitlines() if line.startswith("  nieuw-format")]
            self.assertGreater(float(line.split()[1].replace(",", ".")), 0.6)

    def test_the_title_of_a_draft_stands_in_front_of_its_sections(self):
        text = run("template", "new", ROOT / "samples/docx/rietwaard.docx").stdout.decode()
        titles = text.partition("titels:")[2].partition("koppen:")[0]
        self.assertIn("Schoolondersteuningsprofiel", titles)
        self.assertNotIn("Visie", titles)
        self.assertNotIn("Gegevens van de school", titles)

    def test_a_draft_leaves_out_what_only_one_document_has(self):
        other = docx(*DOCUMENT[:4], "Iets van deze school: ja", *DOCUMENT[4:])
        write_files(self.folder, {"in/ander.docx": other})
        text = run("template", "new", self.document, self.folder / "in/ander.docx").stdout.decode()
        self.assertIn('labels: ["Bel ons op"]', text)
        self.assertNotIn("Iets van deze school", text)


if __name__ == "__main__":
    unittest.main()
