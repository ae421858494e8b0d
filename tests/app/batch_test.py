"""sopconv convert PAD... --out MAP, as an administrator runs it."""
import fcntl
import json
import os
import pathlib
import pty
import shutil
import struct
import tempfile
import termios
import time
import unittest

from support import ROOT, SOPCONV, bad_files, docx, run, tree, write_files

REPORT = {"rapport.html", "rapport.json"}


class BatchTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.source, self.out = self.folder / "bron", self.folder / "uit"
        self.source.mkdir()

    def convert(self, *paths, out=None, code=0, options=(), day="2026-11-26"):
        result = run("convert", *(paths or [self.source]), "--out", out or self.out, "--date", day, *options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        self.assertEqual(result.stdout, b"")
        return result.stderr.decode()

    def report(self, out=None):
        return json.loads(((out or self.out) / "rapport.json").read_text(encoding="utf-8"))

    def test_every_document_gets_a_record_and_folders_are_mirrored(self):
        write_files(self.source, {"a.docx": docx("a"), "b/c/d.DOCM": docx("d"), "b/c/é ☒.docx": docx("e")})
        self.convert()
        self.assertEqual(set(tree(self.out)),
                         {"a.docx.json", "b/c/d.DOCM.json", "b/c/é ☒.docx.json", *REPORT})
        record = json.loads((self.out / "b/c/é ☒.docx.json").read_text(encoding="utf-8"))
        self.assertEqual(record["document"]["bestandsnaam"], "é ☒.docx")

    def test_every_bad_file_gets_its_code_and_the_others_their_record(self):
        bad = bad_files()
        write_files(self.source, {name: content for name, (content, _) in bad.items()})
        write_files(self.source, {"goed.docx": docx("a"), "map/goed.docx": docx("b")})
        missing = self.folder / "weg.docx"
        summary = self.convert(self.source, missing, code=1)

        report = self.report()
        codes = {file["pad"]: file["fout"]["code"] for file in report["bestanden"] if file["fout"]}
        self.assertEqual(codes, {name: code for name, (_, code) in bad.items()} | {"weg.docx": "LEESFOUT"})
        self.assertEqual(set(tree(self.out)), {"goed.docx.json", "map/goed.docx.json", *REPORT})
        self.assertEqual(report["aantallen"]["geconverteerd"], 2)
        self.assertEqual(report["aantallen"]["mislukt"], len(codes))
        for name, code in codes.items():
            self.assertIn(code, summary)
            self.assertIn(name, summary)
        for file in report["bestanden"]:
            if file["fout"]:
                self.assertEqual(set(file["fout"]), {"code", "bericht", "bestandsnaam", "id"})
                self.assertEqual(file["fout"]["id"], file["id"])
                self.assertTrue(file["fout"]["bericht"].endswith("."))

    def test_order_of_inputs_and_number_of_workers_change_nothing(self):
        names = [f"{i % 7}/{i}.docx" for i in range(60)]
        write_files(self.source, {name: docx(f"tekst van {name}") for name in names})
        write_files(self.source, {"stuk.docx": b"stuk"})
        paths = [self.source / name for name in names] + [self.source / "stuk.docx"]
        runs = [([self.source], "1"), ([self.source], "7"), (paths, "3"), (paths[::-1], "2"),
                (paths[30:] + paths[:30], "16")]
        results = []
        for number, (inputs, jobs) in enumerate(runs):
            out = self.folder / f"uit{number}"
            self.convert(*inputs, out=out, code=1, options=("-j", jobs))
            results.append(tree(out))
        self.assertEqual(results[0], results[1])
        self.assertEqual(results[2], results[3])
        self.assertEqual(results[2], results[4])
        self.assertEqual(len(results[0]), 60 + len(REPORT))
        self.convert(out=self.folder / "uit0", code=1)  # a second run over the first one's output
        self.assertEqual(tree(self.folder / "uit0"), results[0])

    def test_a_batch_of_200_with_a_tenth_broken_loses_none(self):
        good = {f"{i:03}.docx": docx(f"profiel {i}") for i in range(200)}
        broken = {name: content[:len(content) // 2] for name, content in good.items() if name[2] == "7"}
        write_files(self.source, good | broken)
        self.convert(code=1)
        self.assertEqual(set(tree(self.out)), {f"{name}.json" for name in good.keys() - broken.keys()} | REPORT)
        self.assertEqual(self.report()["aantallen"],
                         self.report()["aantallen"] | {"geconverteerd": 180, "bekend": 0, "mislukt": 20, "overgeslagen": 0})

    def test_what_is_no_document_is_skipped_and_counted(self):
        write_files(self.source, {"a.docx": docx("a"), "a.json": b"{}", "a.document.txt": b"x", "~$a.docx": b"x",
                                  ".a.docx": b"x", ".git/b.docx": docx("b"), "#recycle/weg.docx": docx("weg"),
                                  "sub/@eaDir/b.docx/c.docx": docx("c"), "$Recycle.Bin/weg.docx": docx("weg")})
        (self.source / "lus").symlink_to(self.source)
        (self.source / "link.docx").symlink_to("a.docx")
        os.mkfifo(self.source / "pijp.docx")
        summary = self.convert()
        self.assertEqual(set(tree(self.out)), {"a.docx.json", *REPORT})
        self.assertEqual({entry["pad"]: entry["reden"] for entry in self.report()["overgeslagen"]},
                         {"a.json": "ander bestandstype", "a.document.txt": "ander bestandstype", ".git": "verborgen",
                          ".a.docx": "verborgen", "~$a.docx": "vergrendelingsbestand", "lus": "koppeling",
                          "link.docx": "koppeling", "pijp.docx": "geen gewoon bestand",
                          "#recycle": "prullenbak of systeemmap", "$Recycle.Bin": "prullenbak of systeemmap",
                          "sub/@eaDir": "prullenbak of systeemmap"})
        self.assertIn("2 ander bestandstype", summary)

    def test_a_file_that_is_named_is_always_tried(self):
        write_files(self.source, {"profiel": docx("a"), ".b": docx("b"), "c.txt": b"x"})
        self.convert(*(self.source / name for name in ("profiel", ".b", "c.txt")), code=1)
        self.assertEqual(set(tree(self.out)), {"profiel.json", ".b.json", *REPORT})

    def test_a_named_pipe_gives_an_error_and_does_not_wait(self):
        os.mkfifo(self.folder / "pijp.docx")
        self.convert(self.folder / "pijp.docx", code=1)
        self.assertEqual(self.report()["bestanden"][0]["fout"]["code"], "LEESFOUT")

    def test_inputs_of_one_name_get_the_digest_in_their_record_name(self):
        write_files(self.source, {"x/a.docx": docx("x"), "y/a.docx": docx("y"), "rapport": docx("z"),
                                  "z/a.docx": docx("y")})
        paths = [self.source / name for name in ("x", "y", "z", "rapport")]
        self.convert(*paths)
        files = self.report()["bestanden"]
        self.assertEqual([file["pad"] for file in files], ["a.docx"] * 3 + ["rapport"])
        for file in files:
            self.assertEqual(file["record"], f"{file['pad']}.{file['id'][7:23]}.json")
            record = json.loads((self.out / file["record"]).read_text(encoding="utf-8"))
            self.assertEqual(record["document"]["id"], file["id"])
        self.assertEqual(len(tree(self.out)), 3 + len(REPORT))  # the same bytes twice are the same record
        first = tree(self.out)
        self.convert(*paths[::-1])
        self.assertEqual(tree(self.out), first)

    def test_a_record_of_an_earlier_run_does_not_outlive_its_source(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.convert()
        write_files(self.source, {"a.docx": b"nu stuk"})
        self.convert(code=1)
        self.assertEqual(set(tree(self.out)), {*REPORT})

    def test_nothing_is_written_outside_the_output_folder(self):
        write_files(self.source, {"a.docx": docx("a"), "b/c.docx": docx("c"), "stuk.docx": b"x"})
        before = tree(self.source)
        work = self.folder / "werk"
        work.mkdir()
        result = run("convert", self.source, "--out", self.out, cwd=work, env={"HOME": str(work), "TMPDIR": str(work)})
        self.assertEqual(result.returncode, 1)
        self.assertEqual(tree(self.source), before)
        self.assertEqual(set(os.listdir(work)), set())
        self.assertEqual(set(os.listdir(self.folder)), {"bron", "uit", "werk"})

    def test_the_output_folder_may_lie_in_the_input_folder(self):
        write_files(self.source, {"a.docx": docx("a"), "uit/b.docx": docx("b")})
        self.convert(out=self.source / "uit")
        self.assertEqual(set(tree(self.source / "uit")), {"b.docx", "a.docx.json", *REPORT})
        write_files(self.folder / "zelf", {"a.docx": docx("a")})
        self.convert(self.folder / "zelf", out=self.folder / "zelf")
        self.assertEqual(set(tree(self.folder / "zelf")), {"a.docx", "a.docx.json", *REPORT})

    def test_an_output_folder_that_cannot_be_written_gives_an_error_at_once(self):
        write_files(self.source, {"a.docx": docx("a")})
        blocked = self.folder / "bestand"
        blocked.write_bytes(b"")
        self.assertIn("SCHRIJFFOUT", self.convert(out=blocked / "uit", code=1))
        self.assertIn("--out is een bestand", self.convert(out=blocked, code=2))

    def test_a_record_that_cannot_be_written_fails_alone(self):
        long_name = "x" * 250 + ".docx"
        write_files(self.source, {long_name: docx("a"), "b.docx": docx("b"), "c.docx": docx("c")})
        (self.out / "b.docx.json" / "vol").mkdir(parents=True)
        self.convert(code=1)
        codes = {file["pad"]: file["fout"] and file["fout"]["code"] for file in self.report()["bestanden"]}
        self.assertEqual(codes, {long_name: "SCHRIJFFOUT", "b.docx": "SCHRIJFFOUT", "c.docx": None})
        self.assertEqual(set(tree(self.out)), {"c.docx.json", *REPORT})  # and no temporary file

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_a_full_disk_is_an_error_on_standard_output_too(self):
        write_files(self.source, {"a.docx": docx("a")})
        with open("/dev/full", "wb") as full:
            import subprocess
            result = subprocess.run([SOPCONV, "convert", self.source / "a.docx"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(json.loads(result.stderr)["fout"]["code"], "SCHRIJFFOUT")

    def test_the_report_tells_what_an_administrator_looks_for(self):
        rietwaard = (ROOT / "samples/docx/rietwaard.docx").read_bytes()
        write_files(self.source, {"profiel.docx": rietwaard, "brief.docx": docx("Beste ouders"), "stuk.docx": b"stuk"})
        self.convert(code=1)
        report = self.report()
        files = {file["pad"]: file for file in report["bestanden"]}
        self.assertEqual(report["dag"], "2026-11-26")
        self.assertEqual([report["aantallen"][name] for name in ("ouder_dan_vier_jaar", "zonder_school", "geen_profiel")], [1, 0, 1])
        self.assertEqual([files["profiel.docx"][key] for key in ("naam", "brin", "versie", "ouder_dan_vier_jaar", "sjabloon")],
                         ["OBS De Rietwaard", "98RW", "2017-2018", True, "almere-po"])
        self.assertEqual([files["brief.docx"][key] for key in ("soort", "ouder_dan_vier_jaar", "zonder_school")], ["anders", None, False])
        self.assertTrue(files["stuk.docx"]["advies"])
        page = (self.out / "rapport.html").read_text("utf-8")
        for text in "OBS De Rietwaard", "2017-2018", "ONBEKEND_FORMAAT", files["stuk.docx"]["advies"]:
            self.assertIn(text, page)
        self.convert(code=1, day="2020-01-01")
        self.assertEqual(self.report()["aantallen"]["ouder_dan_vier_jaar"], 0)

    def test_a_day_that_no_calendar_has_is_wrong_usage(self):
        write_files(self.source, {"a.docx": docx("a")})
        for day in "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "morgen":
            self.assertEqual(run("convert", self.source, "--out", self.out, "--date", day).returncode, 2, day)
        self.convert(day="2024-02-29")

    def test_an_empty_folder_is_no_error(self):
        self.assertIn("0 bestanden", self.convert())
        self.assertEqual(self.report()["bestanden"], [])

    def test_a_name_cannot_steer_the_terminal(self):
        write_files(self.source, {"\x1b[31m\n.docx": b"stuk"})
        self.assertNotIn("\x1b", self.convert(code=1))
        self.assertEqual(self.report()["bestanden"][0]["fout"]["code"], "ONBEKEND_FORMAAT")
        (self.source / "sopconv.toml").write_text('"kleur\u009b31m\u202e" = 1\n', encoding="utf-8")
        result = run("convert", self.source, "--out", self.out, "--config", self.source / "sopconv.toml")
        self.assertEqual(result.stderr.decode(), "sopconv: sopconv.toml:1: de sleutel kleur?31m? is onbekend\n")

    def test_a_name_that_is_not_utf8_still_gives_a_valid_record(self):
        name = os.fsdecode(b"school \xe9\xe9n.docx")
        write_files(self.source, {name: docx("a")})
        self.convert()
        record = json.loads((self.out / (name + ".json")).read_text(encoding="utf-8"))
        self.assertEqual(record["document"]["bestandsnaam"], "school \ufffd\ufffdn.docx")

    def test_progress_shows_on_a_terminal_and_nowhere_else(self):
        write_files(self.source, {f"{i}.docx": docx(str(i)) for i in range(20)})
        self.assertNotIn("[#", self.convert())
        self.assertNotIn("\r", self.convert())

        main, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        child = os.fork()
        if child == 0:
            os.dup2(terminal, 2)
            os.execv(SOPCONV, [SOPCONV, "convert", str(self.source), "--out", str(self.out)])
        os.close(terminal)
        shown, deadline = b"", time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                data = os.read(main, 4096)
            except OSError:  # the other end is closed
                break
            if not data:
                break
            shown += data
        os.close(main)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        self.assertIn("20 van 20", shown.decode())
        self.assertLess(shown.rindex(b"\x1b[K"), shown.index(b"20 bestanden"))  # the bar is gone before the summary

    def test_the_samples_convert_with_their_neighbours_skipped(self):
        summary = self.convert(ROOT / "samples")
        documents = [*(ROOT / "samples").rglob("*.docx"), *(ROOT / "samples").rglob("*.pdf")]
        self.assertGreaterEqual(len(documents), 8)
        self.assertEqual(self.report()["aantallen"]["geconverteerd"], len(documents), summary)


if __name__ == "__main__":
    unittest.main()
