"""sopconv watch, as a service runs it."""
import fcntl
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from archive_test import InFile
from support import ROOT, SOPCONV, docx, run, tree, write_files


class WatchTests:
    """What watching does, wherever the archive is."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.inbox, self.archive = self.folder / "in", self.new_archive()
        self.inbox.mkdir()

    def names(self):
        return {name for name, in self.rows_of(self.archive, "SELECT bestandsnaam FROM document")}

    def test_once_imports_what_lies_there_and_parts_good_from_bad(self):
        write_files(self.inbox, {"a.docx": docx("a"), "map/b.docx": docx("b"), "oud.rtf": rb"{\rtf1 x}", "c.docx.part": b"x"})
        write_files(self.inbox / ".sopconv", {"eerder.docx": docx("van een afgebroken run")})
        reports = self.folder / "verslagen"
        result = run("watch", self.inbox, "--archive", self.archive, "--once", "--report", reports)
        self.assertEqual(result.returncode, 1, result.stderr)
        told = len(tree(reports))  # two at least: one for what lay claimed, one for the rest
        self.assertLessEqual({re.sub(r"\d", "9", name).replace("-9.", ".") for name in tree(reports)},
                             {"rapport-9999-99-99-999999.html", "rapport-9999-99-99-999999.json"})
        self.assertGreaterEqual(told, 2)
        self.assertEqual(self.names(), {"a.docx", "b.docx", "eerder.docx"})
        self.assertEqual(set(tree(self.inbox)), {"verwerkt/a.docx", "verwerkt/map/b.docx", "verwerkt/eerder.docx",
                                                 "quarantaine/oud.rtf", "quarantaine/oud.rtf.reden.json", "c.docx.part"})
        reason = json.loads((self.inbox / "quarantaine/oud.rtf.reden.json").read_text("utf-8"))
        self.assertEqual(reason["fout"]["code"], "NIET_ONDERSTEUND")
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once", "--report", reports).returncode, 0)
        self.assertEqual(len(tree(reports)), told)  # nothing came, nothing to tell

    def test_a_service_takes_what_comes_and_ends_on_a_signal(self):
        busy = subprocess.Popen([SOPCONV, "watch", self.inbox, "--archive", self.archive], stderr=subprocess.DEVNULL)
        self.addCleanup(busy.kill)
        deadline = time.monotonic() + 60
        while not (self.inbox / "verwerkt").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 75)  # one at a time
        write_files(self.inbox, {"a.docx": docx("a")})
        while not (self.inbox / "verwerkt/a.docx").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual(self.names(), {"a.docx"})
        busy.send_signal(signal.SIGTERM)
        self.assertEqual(busy.wait(20), 0)

    def test_a_report_that_cannot_be_written_does_not_end_a_service(self):
        reports = self.folder / "verslagen"
        service = subprocess.Popen([SOPCONV, "watch", self.inbox, "--archive", self.archive, "--report", reports, "--log", "text"],
                                   stderr=subprocess.PIPE)
        self.addCleanup(service.kill)
        while not reports.exists():
            time.sleep(0.05)
        reports.rmdir()
        reports.write_bytes(b"")
        write_files(self.inbox, {"a.docx": docx("a")})
        for line in service.stderr:
            if b"SCHRIJFFOUT" in line:
                break
        reports.unlink()
        write_files(self.inbox, {"b.docx": docx("b")})
        deadline = time.monotonic() + 300
        while len(list(self.inbox.glob("verwerkt/*"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        service.terminate()
        service.communicate()
        self.assertEqual((service.returncode, sorted(tree(self.inbox))), (0, ["verwerkt/a.docx", "verwerkt/b.docx"]))
        self.assertTrue(list(reports.glob("*.html")))

    def test_what_a_service_had_not_done_when_it_was_stopped_is_done_the_next_time(self):
        names = {f"{i:03}.docx" for i in range(300)}
        write_files(self.inbox / ".sopconv", {name: docx(*(f"Alinea {name} {j}" for j in range(200))) for name in names})
        busy = subprocess.Popen([SOPCONV, "watch", self.inbox, "--archive", self.archive, "--log", "text"],
                                stderr=subprocess.PIPE, bufsize=0)
        busy.stderr.readline()
        busy.send_signal(signal.SIGTERM)
        self.assertIn(b"niet gedaan", busy.communicate(timeout=60)[1])
        self.assertEqual(busy.returncode, 0)
        waiting = len(tree(self.inbox / ".sopconv"))
        self.assertEqual((len(tree(self.inbox / "verwerkt")) + waiting, waiting > 0), (300, True))
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 0)
        self.assertEqual((set(tree(self.inbox / "verwerkt")), self.names()), (names, names))


class FileTest(InFile, WatchTests, unittest.TestCase):
    @unittest.skipUnless(os.geteuid() == 0, "only root can be two users")
    def test_folders_that_are_somebody_else_s_are_told_of_and_keep_no_file(self):
        service, uploader = 12345, 23456
        write_files(self.inbox, {"0/a.docx": docx("a"), "map/b.docx": docx("b"), "z.docx": docx("z")})
        (self.inbox / "1").mkdir()
        for path in self.folder, *self.inbox.rglob("*"):
            os.chown(path, service, service)
        for name in "0", "0/a.docx", "1":  # one that may be read and not changed, one that may not be looked into
            os.chown(self.inbox / name, uploader, uploader)
        (self.inbox / "1").chmod(0o700)
        os.chown(self.inbox, service, service)
        self.inbox.chmod(0o1777)
        reports = self.folder / "verslagen"
        for round in 1, 2:
            result = run("watch", self.inbox, "--archive", self.archive, "--once", "--report", reports, "--log", "text",
                         user=service, group=service, extra_groups=[])
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertEqual(self.names(), {"b.docx", "z.docx"})
            said = result.stderr.decode()
            self.assertEqual((said.count("LEESFOUT"), said.count("VERPLAATSFOUT")), (1, 1), said)
            self.assertIn("0/a.docx", said)
        told = {(file["pad"], file["fout"] and file["fout"]["code"]) for path in reports.glob("*.json")
                for file in json.loads(path.read_text("utf-8"))["bestanden"]}
        self.assertEqual(told, {("0/a.docx", "VERPLAATSFOUT"), ("1", "LEESFOUT"), ("map/b.docx", None), ("z.docx", None)})

    def test_nothing_is_put_away_while_another_run_has_the_archive(self):
        write_files(self.inbox, {"a.docx": docx("a")})
        with open(self.folder / "archief.db.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 75)
        self.assertEqual(list(tree(self.inbox)), [".sopconv/a.docx"])
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 0)
        self.assertEqual(list(tree(self.inbox)), ["verwerkt/a.docx"])

    def test_a_folder_that_is_not_there_is_an_error_and_is_not_made(self):
        result = run("watch", self.folder / "weg", "--archive", self.archive, "--once")
        self.assertEqual(result.returncode, 2)
        self.assertIn(f"er is geen map {self.folder}/weg".encode(), result.stderr)
        self.assertFalse((self.folder / "weg").exists())

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount")
    def test_a_folder_on_another_disk_is_told_before_anything_is_read(self):
        (self.inbox / "verwerkt").mkdir()
        write_files(self.inbox, {"a.docx": docx("a")})
        if subprocess.run(["mount", "-t", "tmpfs", "none", self.inbox / "verwerkt"], capture_output=True).returncode != 0:
            self.skipTest("may not mount")
        self.addCleanup(subprocess.run, ["umount", self.inbox / "verwerkt"])
        result = run("watch", self.inbox, "--archive", self.archive, "--once")
        self.assertEqual(result.returncode, 74, result.stderr)
        self.assertIn("in/verwerkt: staat op een andere schijf", result.stderr.decode())
        self.assertFalse(self.is_there(self.archive))

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_the_units_are_right_and_exposed_to_little(self):
        units = self.folder / "units"
        units.mkdir()
        for path in (ROOT / "app").glob("sopconv.*"):
            if path.suffix in (".service", ".timer", ".path"):
                (units / path.name).write_text(path.read_text().replace("/usr/bin/sopconv", SOPCONV))
        environment = os.environ | {"SYSTEMD_UNIT_PATH": f"{units}:"}
        result = subprocess.run(["systemd-analyze", "verify", "--man=no", *units.iterdir()], capture_output=True, text=True,
                                env=environment)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        result = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=10", units / "sopconv.service"],
                                capture_output=True, text=True, env=environment)
        self.assertEqual(result.returncode, 0, result.stdout[-300:])  # an exposure of 1.0 at most


if __name__ == "__main__":
    unittest.main()
