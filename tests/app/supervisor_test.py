#!/usr/bin/env python3
"""The program that watches over the readers: what it links, and what becomes of a run when processes are killed."""
import ctypes
import json
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from support import SOPCONV, docx, pdf, run, tree, write_files

SUPERVISOR = pathlib.Path(SOPCONV).with_name("sopconv-supervisor")
PR_CAPBSET_DROP, CAP_SYS_RESOURCE = 24, 24  # linux/prctl.h, linux/capability.h
ARCHIVE_LIBRARIES = ("sqlite", "pqxx", "libpq.")
READERS_LIBRARIES = ("poppler", "qpdf", "pugixml", "deflate", "yaml", "hunspell", "phonenumber", "lcms", "freetype")


def children_of(process):
    """Process ids below `process`, by generation."""
    tasks = pathlib.Path(f"/proc/{process}/task/{process}/children")
    try:
        below = [int(word) for word in tasks.read_text().split()]
    except OSError:
        return []
    return [(process, child) for child in below] + [pair for child in below for pair in children_of(child)]


def sources(count):
    """Documents of both kinds that take a while together."""
    files = {f"{i:03}.docx": docx(*(f"Alinea {i} {j}" for j in range(400))) for i in range(count)}
    files |= {f"{i:03}.pdf": pdf(f"BT /F1 12 Tf 72 700 Td (Tekst {i}) Tj ET", pages=20) for i in range(count)}
    return files


class SupervisorTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_the_supervisor_links_no_reader(self):
        linked = subprocess.run(["readelf", "-d", SUPERVISOR], capture_output=True, text=True, check=True).stdout
        names = re.findall(r"Shared library: \[(.+?)\]", linked)
        self.assertTrue(names)
        self.assertEqual([name for name in names if any(word in name for word in READERS_LIBRARIES)], [])
        reader = subprocess.run(["readelf", "-d", SOPCONV], capture_output=True, text=True, check=True).stdout
        self.assertIn("poppler", reader)  # the test could fail

    def test_readers_do_not_load_the_libraries_of_the_archive(self):
        for program, loads in (SUPERVISOR, True), (SOPCONV, False):
            linked = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
            for library in ARCHIVE_LIBRARIES:
                self.assertEqual(library in linked, loads, f"{program} {library}")

    def test_readers_learn_what_they_need_and_not_where_the_archive_is(self):
        write_files(self.folder, {"in/a.docx": docx("a"), "lijst.csv": b"bestand;vestigingscode\n", "reader": (
            b'#!/bin/sh\n(printf "%s\\n" "$@"; env; ls -l /proc/$$/fd) > "$(dirname "$0")/learnt"\nexit 42\n'),
            "sopconv.toml": f'archive = "{self.folder}/archief-geheim.db"\npassword = "wachtwoord-van-pdf"\nredact = true\n'
                            f'manifest = "{self.folder}/lijst.csv"\njobs = 3\n'.encode()})
        (self.folder / "reader").chmod(0o755)
        result = subprocess.run([self.folder / "reader", "import", self.folder / "in", "--config",
                                 self.folder / "sopconv.toml"], executable=SUPERVISOR, capture_output=True)
        self.assertEqual(result.returncode, 42, result.stderr)
        learnt = (self.folder / "learnt").read_text()
        arguments = learnt.splitlines()[:5]
        self.assertEqual(arguments, ["--worker", "convert", "-", "--jobs=3", f"--manifest={self.folder}/lijst.csv"])
        self.assertIn("SOPCONV_PASSWORD=wachtwoord-van-pdf", learnt)
        self.assertNotIn("geheim", learnt)
        self.assertNotIn("sopconv.toml", learnt)

    def test_a_killed_reader_is_started_again_and_the_records_are_the_same(self):
        if os.environ.get("SOPCONV_SANITIZE"):
            self.skipTest("slow under sanitizers")
        write_files(self.folder / "in", sources(40))
        run("convert", self.folder / "in", "--out", self.folder / "quiet")
        choose, killed = random.Random(1), 0
        busy = subprocess.Popen([SOPCONV, "convert", self.folder / "in", "--out", self.folder / "killed"],
                                stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while busy.poll() is None and killed < 5 and time.monotonic() < deadline:
            time.sleep(0.02)
            below = children_of(busy.pid)
            if len(below) < 2:  # not at work yet, or between two
                continue
            # Once the zygote, so that all under way are lost; else one that reads.
            target = below[0][1] if killed == 2 else choose.choice(below)[1]
            try:
                os.kill(target, signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
        busy.communicate(timeout=120)
        report = json.loads((self.folder / "killed" / "rapport.json").read_text("utf-8"))
        codes = {file["fout"]["code"] for file in report["bestanden"] if file["fout"]}
        self.assertLessEqual(codes, {"VASTGELOPEN"})  # one that was killed twice
        self.assertEqual(len(report["bestanden"]), 80)
        quiet, after = tree(self.folder / "quiet"), tree(self.folder / "killed")
        self.assertGreater(len(after), 71)
        for name, record in after.items():
            if not name.startswith("rapport."):
                self.assertEqual(record, quiet[name], name)
        self.assertGreater(killed, 0)

    @unittest.skipIf(os.environ.get("SOPCONV_SANITIZE"), "sanitizers take memory without bounds")
    def test_limits_that_the_program_was_started_with_stay_and_hinder_no_reader(self):
        def without_right_to_lift(limits):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_SYS_RESOURCE, 0, 0, 0)
            for kind, most in limits:
                resource.setrlimit(kind, (most, most))

        write_files(self.folder / "in", sources(3))
        for limits in ((resource.RLIMIT_STACK, 8 << 20),), ((resource.RLIMIT_NOFILE, 40), (resource.RLIMIT_CPU, 15)), \
                ((resource.RLIMIT_AS, 800 << 20), (resource.RLIMIT_FSIZE, 100 << 20)):
            done = run("convert", self.folder / "in", "--out", self.folder / "out",
                       preexec_fn=lambda limits=limits: without_right_to_lift(limits))
            self.assertEqual(done.returncode, 0, (limits, done.stderr))

    def test_nothing_is_left_when_the_supervisor_is_killed(self):
        write_files(self.folder / "in", sources(40))
        busy = subprocess.Popen([SOPCONV, "convert", self.folder / "in", "--out", self.folder / "out"],
                                stderr=subprocess.DEVNULL)
        below = []
        while busy.poll() is None and len(below) < 2:
            below = children_of(busy.pid)
        busy.kill()
        busy.wait()
        deadline = time.monotonic() + 20
        alive = [child for _, child in below]
        while alive and time.monotonic() < deadline:
            alive = [child for child in alive if pathlib.Path(f"/proc/{child}/exe").exists()]
            time.sleep(0.01)
        self.assertEqual(alive, [])


if __name__ == "__main__":
    unittest.main()
