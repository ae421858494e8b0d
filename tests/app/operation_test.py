"""What looks after runs of sopconv: log, figures for Prometheus, settings."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import unittest

from support import ROOT, SOPCONV, docx, run, write_files

CANARY = "Kanariepiet"


class OperationTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.source, self.archive = self.folder / "bron", self.folder / "archief.db"
        write_files(self.source, {"goed.docx": docx(f"Naam de school: {CANARY}"), "stuk.docx": f"{CANARY} stuk".encode(),
                                  os.fsdecode(b"lat\xedn\n\x1b[31m\"\\.docx"): docx("b")})

    def logged(self, *options, code=1):
        result = run("import", self.source, "--archive", self.archive, *options)
        self.assertEqual((result.returncode, result.stdout), (code, b""), result.stderr)
        self.assertNotIn(CANARY.encode(), result.stderr)
        return result.stderr.decode("utf-8")

    def test_every_line_of_the_log_is_json_whatever_the_name(self):
        lines = [json.loads(line) for line in self.logged("--log", "json").splitlines()]
        self.assertEqual(sorted(line["staat"] for line in lines[:-1]), ["geconverteerd", "geconverteerd", "mislukt"])
        self.assertEqual(lines[-1]["staat"], "einde")
        files = {line["bestand"]: line for line in lines[:-1]}
        self.assertEqual(len(files), 3)
        for line in files.values():
            self.assertLessEqual({"tijd", "niveau", "staat", "ms"}, set(line))
        bad = files[str(self.source / "stuk.docx")]
        self.assertEqual((bad["niveau"], bad["staat"], bad["code"]), ("fout", "mislukt", "ONBEKEND_FORMAAT"))
        self.assertTrue(lines[-1]["bericht"].startswith("3 bestanden: 2 geconverteerd"))

    def test_a_log_in_text_has_a_line_for_each_file_and_levels_leave_some_out(self):
        lines = self.logged("--log", "text", "--log-level", "error").splitlines()
        self.assertRegex("\n".join(lines), r"^[-0-9T:]+Z fout mislukt ONBEKEND_FORMAAT \d+ ms: .*stuk.docx$")
        lines = self.logged("--log", "text").splitlines()
        self.assertEqual(len(lines), 4)
        self.assertNotIn("\x1b", "".join(lines))

    def test_what_breaks_a_run_off_is_in_the_log_and_in_the_figures(self):
        self.archive.write_bytes(b"geen archief " * 100)
        metrics = self.folder / "sopconv.prom"
        line = json.loads(self.logged("--log", "json", "--metrics", metrics, code=65))
        self.assertEqual((line["niveau"], line["staat"]), ("fout", "afgebroken"))
        self.assertIn('sopconv_runs_total{result="aborted"} 1\n', metrics.read_text())

    def broken_off(self, signal_number, *words):
        """Of a run that gets the signal with its first line: that line, what it gave on its way out, and its report."""
        write_files(self.source, {f"{i:03}.docx": docx(*(f"Alinea {i} {j}" for j in range(200))) for i in range(300)})
        busy = subprocess.Popen([SOPCONV, *map(str, words), "--log", "json"], stderr=subprocess.PIPE, bufsize=0)
        first = json.loads(busy.stderr.readline())
        busy.send_signal(signal_number)
        rest = busy.communicate(timeout=60)[1].decode()
        self.assertEqual(busy.returncode, -signal_number, rest)
        self.assertEqual([line for line in rest.splitlines() if not line.startswith("{")], [])
        return first, [json.loads(line) for line in rest.splitlines(True) if line.endswith("\n")]  # the last may be cut

    def paths_in_archive(self):
        database = sqlite3.connect(self.archive)
        self.addCleanup(database.close)
        return {path for path, in database.execute("SELECT path FROM source")}

    def test_what_the_log_tells_of_is_on_the_disk(self):
        for _ in range(3):
            first, _ = self.broken_off(signal.SIGKILL, "import", self.source, "--archive", self.archive)
            self.assertIn(pathlib.Path(first["bestand"]).name, self.paths_in_archive())

    def test_a_run_that_is_stopped_tells_what_it_has_done(self):
        out, metrics = self.folder / "verslag", self.folder / "sopconv.prom"
        for number, words in ((signal.SIGTERM, ("import", self.source, "--archive", self.archive, "--report", out)),
                              (signal.SIGINT, ("convert", self.source, "--out", out))):
            first, rest = self.broken_off(number, *words, "--metrics", metrics)
            report = json.loads((out / "rapport.json").read_text("utf-8"))
            self.assertTrue(report["afgebroken"])
            done, left = len(report["bestanden"]), report["aantallen"]["niet_gedaan"]
            self.assertEqual((done + left, min(done, left) > 0), (303, True))
            self.assertIn("Niet gedaan: ", (out / "rapport.html").read_text("utf-8"))
            files = [line for line in [first, *rest] if "ms" in line]
            self.assertEqual(len(files), done)
            self.assertEqual([line["staat"] for line in rest[-2:]], ["afgebroken", "verslag"])
            self.assertIn(f"{left} niet gedaan", rest[-2]["bericht"])
            if words[0] == "import":
                self.assertEqual({file["pad"] for file in report["bestanden"]}, self.paths_in_archive())
        self.assertIn('sopconv_runs_total{result="aborted"} 2\n', metrics.read_text())
        self.assertIn('sopconv_runs_total{result="completed"} 0\n', metrics.read_text())
        self.logged("--report", out)
        report = json.loads((out / "rapport.json").read_text("utf-8"))
        self.assertEqual((report["afgebroken"], len(report["bestanden"])), (False, 303))

    def test_figures_count_on_from_run_to_run_and_anybody_may_read_them(self):
        metrics = self.folder / "sopconv.prom"
        for known in 0, 2:
            self.logged("--metrics", metrics)
            text = metrics.read_text()
            self.assertIn(f'sopconv_files_total{{result="known"}} {known}\n', text)
            self.assertIn("sopconv_archive_documents 2\n", text)
            self.assertEqual(metrics.stat().st_mode & 0o777, 0o644)
        self.assertIn('sopconv_failures_total{code="ONBEKEND_FORMAAT"} 2\n', text)
        self.assertNotIn(CANARY, text)
        self.assertNotIn("docx", text)
        self.assertEqual(run("convert", self.source, "--out", self.folder / "uit", "--metrics", metrics).returncode, 1)
        self.assertIn('sopconv_runs_total{result="completed"} 3\n', metrics.read_text())
        inbox = self.folder / "in"
        inbox.mkdir()
        self.assertEqual(run("watch", inbox, "--archive", self.archive, "--once", "--metrics", metrics).returncode, 0)
        self.assertIn('sopconv_runs_total{result="completed"} 3\n', metrics.read_text())

    @unittest.skipUnless(shutil.which("promtool"), "prometheus is not installed")
    def test_promtool_finds_nothing_wrong_with_the_figures(self):
        metrics = self.folder / "sopconv.prom"
        self.logged("--metrics", metrics)
        text = metrics.read_bytes()
        result = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))
        broken = text.replace(b"sopconv_files_total", b"sopconv_files")
        self.assertNotEqual(subprocess.run(["promtool", "check", "metrics"], input=broken, capture_output=True).returncode, 0)

    def test_figures_that_cannot_be_written_are_told_and_stop_nothing(self):
        said = self.logged("--metrics", self.source / "goed.docx" / "x.prom")
        self.assertIn("--metrics", said)
        self.assertIn("2 geconverteerd", said)

    def test_a_file_of_settings_serves_all_commands(self):
        config = self.folder / "sopconv.toml"
        config.write_text(f'archive = "{self.archive}"\nreport = "{self.folder}/verslag"\nlog = "json"\nonce = true\njobs = 2\n')
        result = run("import", self.source, "--config", config)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertEqual(json.loads(result.stderr.splitlines()[-1])["staat"], "verslag")
        self.assertTrue((self.folder / "verslag/rapport.html").exists())
        self.assertIn(b"goed.docx", run("archive", "list", "--config", config).stdout)
        config.write_text("# niets\nkleur = 1\n")
        for words in (("import", self.source), ("convert", self.source, "--out", self.folder / "uit"), ("archive", "list")):
            result = run(*words, "--config", config)
            self.assertEqual((result.returncode, result.stderr), (78, "sopconv: sopconv.toml:2: de sleutel kleur is onbekend\n".encode()))
        config.write_text('jobs = "veel"\n')
        self.assertEqual(run("import", self.folder, "--archive", self.archive, "--config", config).stderr,
                         b"sopconv: sopconv.toml:1: jobs heeft een ongeldige waarde\n")
        self.assertEqual(run("archive", "list", "--config", self.folder / "weg.toml").returncode, 78)

    def test_the_settings_that_are_shipped_are_right(self):
        shipped = (ROOT / "app/sopconv.toml").read_text("utf-8")
        config = self.folder / "sopconv.toml"
        config.write_text(shipped.replace("# metrics", "metrics").replace("# jobs", "jobs").replace("/srv/sopconv/", f"{self.folder}/")
                          .replace("require-sandbox = true", "require-sandbox = false"))
        result = run("import", self.source, "--config", config)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertTrue(self.archive.exists())
        self.assertTrue((self.folder / "sopconv.prom").exists())
        self.assertIn("--config /etc/sopconv/sopconv.toml", (ROOT / "app/sopconv.service").read_text())


if __name__ == "__main__":
    unittest.main()
