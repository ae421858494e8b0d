"""The command line: what each command prints, where, and with which exit code."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, SOPCONV, bad_files, docx, pdf, run, write_files

# Of processor time and of memory, for a file that is refused. A tenth of a second on a quiet machine; this one may be busy.
BUDGET_SECONDS, BUDGET_KILOBYTES = 0.5, 100_000


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        write_files(self.folder, {"a.docx": docx("Eén regel", "en nog een")})
        self.file = self.folder / "a.docx"

    def test_doctor_names_every_layer(self):
        result = run("doctor")
        self.assertIn(result.returncode, (0, 69))
        for layer in "Landlock", "seccomp":
            self.assertIn(layer, result.stdout.decode())

    def test_one_file_without_out_goes_to_standard_output(self):
        result = run("convert", self.file)
        self.assertEqual(result.returncode, 0)
        record = json.loads(result.stdout)
        self.assertEqual(record["document"]["soort"], "anders")
        self.assertTrue(result.stderr.decode().startswith("1 bestand: 1 geconverteerd"))
        self.assertEqual(list(self.folder.iterdir()), [self.file])

    def test_a_file_that_fails_gives_an_error_object_and_no_record(self):
        self.file.write_bytes(b"geen document")
        for command in "convert", "inspect":
            result = run(command, self.file)
            self.assertEqual(result.returncode, 1)
            self.assertEqual(result.stdout, b"")
            self.assertEqual(json.loads(result.stderr)["fout"]["code"], "ONBEKEND_FORMAAT")

    def test_lists_of_files_and_schools_tell_the_school(self):
        manifest, registry = self.folder / "m.csv", self.folder / "r.csv"
        manifest.write_bytes("bestandsnaam;brin\r\na.docx;98ZA\r\n".encode("utf-8-sig"))
        registry.write_bytes("VESTIGINGSNUMMER;VESTIGINGSNAAM;PLAATSNAAM\n98ZA00;De Eéndracht;VEEN\n".encode("cp1252"))
        lists = "--manifest", manifest, "--register", registry
        out = self.folder / "uit"
        self.assertEqual(run("convert", self.file, "--out", out, *lists).returncode, 0)
        for text in run("convert", self.file, *lists).stdout.decode(), (out / "a.docx.json").read_text("utf-8"):
            school = json.loads(text)["school"]
            self.assertEqual((school["brin"], school["brin_bron"], school["vestigingscode"], school["naam"]),
                             ("98ZA", "manifest", "98ZA00", "De Eéndracht"))

    def test_a_file_that_only_the_manifest_names_is_counted(self):
        manifest, folder = self.folder / "m.csv", self.folder / "in"
        folder.mkdir()
        (folder / "a.docx").write_bytes(self.file.read_bytes())
        manifest.write_text("bestandsnaam;brin\na.docx;98ZA\nb.docx;98ZB\n", encoding="utf-8")
        result = run("convert", folder, "--out", self.folder / "uit", "--manifest", manifest)
        self.assertEqual(result.returncode, 0)
        self.assertIn("1 alleen in het manifest", result.stderr.decode())
        result = run("convert", folder / "a.docx", "--out", self.folder / "uit2", "--manifest", manifest)
        self.assertNotIn("alleen in het manifest", result.stderr.decode())

    def test_a_list_that_is_none_is_wrong_usage(self):
        for option, text, part in (("--manifest", "naam\nDe Brug\n", "bestandsnaam"), ("--register", "", "leeg"),
                                   ("--register", "naam\nDe Brug\n", "BRIN"), ("--manifest", None, "bestaat niet")):
            with self.subTest(option=option, text=text):
                source = self.folder / "lijst.csv"
                source.unlink(missing_ok=True)
                if text is not None:
                    source.write_text(text)
                for where in ([], ["--out", self.folder / "uit"]):
                    result = run("convert", self.file, option, source, *where)
                    self.assertEqual((result.returncode, result.stdout), (2, b""))
                    self.assertIn(part, result.stderr.decode())
                    self.assertIn("lijst.csv", result.stderr.decode())

    def test_an_own_taxonomy_sorts_the_arrangements(self):
        taxonomy, source = self.folder / "eigen.yaml", ROOT / "samples/docx/rietwaard.docx"
        taxonomy.write_text("behoeften:\n  - id: leesdorp\n    domein: cota\n    label: Lezen\n    synoniemen: [dyslexie]\n")
        out = self.folder / "uit"
        self.assertEqual(run("convert", source, "--out", out, "--taxonomy", taxonomy).returncode, 0)
        for text in (run("convert", source, "--taxonomy", taxonomy).stdout.decode(),
                     (out / "rietwaard.docx.json").read_text("utf-8")):
            rows = [(row["categorieen"], row["domein"]) for row in json.loads(text)["arrangementen"]]
            self.assertIn((["leesdorp"], "cota"), rows)
            self.assertTrue(all(row in ((["leesdorp"], "cota"), ([], None)) for row in rows), rows)

    def test_a_taxonomy_with_a_mistake_is_wrong_usage(self):
        taxonomy = self.folder / "eigen.yaml"
        for text, part in (("behoeften:\n  - id: lezen\n    kleur: rood\n", "eigen.yaml:3:5: "), ("", "eigen.yaml:1:"),
                           (None, "eigen.yaml: ")):
            with self.subTest(text=text):
                taxonomy.unlink(missing_ok=True)
                if text is not None:
                    taxonomy.write_text(text)
                for where in ([], ["--out", self.folder / "uit"]):
                    result = run("convert", self.file, "--taxonomy", taxonomy, *where)
                    self.assertEqual((result.returncode, result.stdout), (2, b""))
                    self.assertIn(part, result.stderr.decode())

    def test_inspect_shows_the_text(self):
        result = run("inspect", self.file)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertIn("Eén regel", result.stdout.decode())

    def test_a_pdf_gives_a_record_with_its_pages_and_text_layer(self):
        source = self.folder / "a.pdf"
        for content, layer, codes in ((pdf(), "volledig", set()), (pdf(""), "geen", {"GEEN_TEKSTLAAG"})):
            source.write_bytes(content)
            record = json.loads(run("convert", source).stdout)
            document = record["document"]
            self.assertEqual((document["mediatype"], document["paginas"], document["tekstlaag"]),
                             ("application/pdf", 1, layer))
            self.assertEqual({melding["code"] for melding in record["meldingen"]} & {"GEEN_TEKSTLAAG"}, codes)

    @unittest.skipUnless(shutil.which("qpdf"), "qpdf is not installed")
    def test_an_attached_document_is_read_in_place_of_the_pdf(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write_files(folder, {"omslag.pdf": pdf(), "profiel.docx": docx("Tekst van de bijlage")})
            subprocess.run(["qpdf", "omslag.pdf", "--add-attachment", "profiel.docx", "--", "map.pdf"], check=True, cwd=folder)
            for which in "profiel.docx", "1":
                record = json.loads(run("convert", folder / "map.pdf", "--attachment", which).stdout)
                self.assertEqual(record["document"]["bestandsnaam"], "profiel.docx")
                self.assertIn("Tekst van de bijlage", json.dumps(record["voorwerk"]))
            self.assertIn(b"Tekst van de bijlage", run("inspect", folder / "map.pdf", "--attachment", "1").stdout)
            for wrong in "2", "profiel":
                result = run("convert", folder / "map.pdf", "--attachment", wrong)
                self.assertEqual((result.returncode, json.loads(result.stderr)["fout"]["code"]), (1, "LEESFOUT"))
            result = run("convert", folder / "profiel.docx", "--attachment", "1")
            self.assertEqual(json.loads(result.stderr)["fout"]["code"], "NIET_ONDERSTEUND")
            self.assertEqual(run("convert", folder, "--attachment", "1", "--out", folder / "uit").returncode, 2)

    @unittest.skipUnless(shutil.which("qpdf"), "qpdf is not installed")
    def test_an_encrypted_pdf_opens_with_its_password_only(self):
        plain, source = self.folder / "a.pdf", self.folder / "b.pdf"
        plain.write_bytes(pdf())
        for user, given, is_read in (("", [], True), ("geheim", ["--password", "geheim"], True),
                                     ("geheim", [], False), ("geheim", ["--password", "raad-ik"], False)):
            with self.subTest(user=user, given=given):
                subprocess.run(["qpdf", "--encrypt", user, "eigenaar", "256", "--", plain, source], check=True)
                for command in "convert", "inspect":
                    result = run(command, source, *given)
                    self.assertEqual(result.returncode, 0 if is_read else 1)
                    if not is_read:
                        failure = json.loads(result.stderr)["fout"]
                        self.assertEqual(failure["code"], "VERSLEUTELD")
                        self.assertIn("--password", failure["bericht"])
                    self.assertNotIn(b"raad-ik", result.stderr)
                    self.assertNotIn(b"geheim", result.stdout + result.stderr)

    def test_an_overlay_is_a_page_of_its_own(self):
        source, overlay = self.folder / "a.pdf", self.folder / "uit.html"
        source.write_bytes(pdf("BT /F1 12 Tf 72 700 Td (<script>&) Tj ET"))
        result = run("inspect", source, "--overlay", overlay)
        self.assertEqual((result.returncode, result.stdout), (0, b""), result.stderr)
        html = overlay.read_text(encoding="utf-8")
        self.assertIn("&lt;script&gt;&amp;", html)
        self.assertIn("data:image/png;base64,iVBOR", html)
        self.assertNotIn("<script", html)
        self.assertEqual(run("inspect", source, "--overlay", source).returncode, 2)
        self.assertEqual(run("inspect", self.file, "--overlay", overlay).returncode, 1)

    def test_schema_is_the_file_in_the_repository(self):
        result = run("schema")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout, (ROOT / "export/sop-record.schema.json").read_bytes())

    def test_version_and_help_are_asked_for_and_go_to_standard_output(self):
        version = run("--version")
        self.assertRegex(version.stdout.decode(), r"^sopconv \d+\.\d+\.\d+\n$")
        helps = {run(*arguments).stdout for arguments in (["--help"], ["-h"], ["convert", "--help"])}
        self.assertEqual(len(helps), 1)
        text = helps.pop().decode()
        for word in "convert", "inspect", "schema", "--out", "--jobs", "--version", "Gebruik":
            self.assertIn(word, text)

    def test_wrong_usage_gives_2_and_a_dutch_sentence(self):
        os.mkdir(self.folder / "map")
        wrong = [[], ["omzetten"], ["convert"], ["convert", "--out", "x"], ["convert", self.file, "--out"],
                 ["convert", self.file, "--uit", "x"], ["convert", self.file, self.file], ["convert", self.folder / "map"],
                 ["convert", self.file, "--out", "x", "--jobs", "0"], ["convert", self.file, "--out", "x", "-j", "veel"],
                 ["inspect"], ["inspect", self.file, self.file], ["schema", "x"]]
        for arguments in wrong:
            with self.subTest(arguments=arguments):
                result = run(*arguments, cwd=self.folder)
                self.assertEqual((result.returncode, result.stdout), (2, b""))
                self.assertRegex(result.stderr.decode(), r"^sopconv: [^\n]+\nZie: sopconv --help\n$")
        self.assertEqual(set(os.listdir(self.folder)), {"a.docx", "map"})

    def test_a_path_may_have_the_name_of_a_command_or_an_option(self):
        names = ["schema", "--out", "-x.docx"]
        write_files(self.folder, {name: docx(name) for name in names})
        result = run("convert", "--out", "uit", "--", *names, cwd=self.folder)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(run("convert", "schema", cwd=self.folder).returncode, 0)

    def test_the_locale_changes_nothing(self):
        results = {run("convert", self.file, env={"LC_ALL": locale}).stdout for locale in ("C", "C.UTF-8", "nl_NL.UTF-8", "tr_TR")}
        self.assertEqual(len(results), 1)

    @unittest.skipIf(os.environ.get("SOPCONV_SANITIZE"), "sanitizers change time and memory")
    def test_every_bad_file_is_refused_quickly_and_in_little_memory(self):
        for name, (content, code) in bad_files().items():
            with self.subTest(name=name):
                self.file.write_bytes(content)
                child = subprocess.Popen(["sh", "-c", f'ulimit -d {BUDGET_KILOBYTES}; exec "$0" convert "$1"', SOPCONV,
                                          str(self.file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                failure = json.loads(child.stderr.read())["fout"]
                child.stderr.close()
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(failure["code"], code)
                self.assertNotIn("geheugen", failure["bericht"])
                self.assertLess(usage.ru_utime + usage.ru_stime, BUDGET_SECONDS)


if __name__ == "__main__":
    unittest.main()
