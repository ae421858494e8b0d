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


class FileTest(InFile, WatchTests, unittest.TestCase):
    def test_nothing_is_put_away_while_another_run_has_the_archive(self):
        write_files(self.inbox, {"a.docx": docx("a")})
        with open(self.folder / "archief.db.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 75)
        self.assertEqual(list(tree(self.inbox)), [".sopconv/a.docx"])
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 0)
        self.assertEqual(list(tree(self.inbox)), ["verwerkt/a.docx"])

    def test_a_folder_that_is_not_there_is_an_error_and_is_not_made(self):
        self.assertEqual(run("watch", self.folder / "weg", "--archive", self.archive, "--once").returncode, 2)
        self.assertFalse((self.folder / "weg").exists())

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
