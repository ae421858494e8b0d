#!/usr/bin/env python3
"""An import of uploads that mean harm, among profiles that do not.

Bombs, damaged files and, where it is, the shared corpus, all into one archive: each ends in a record or in an error of
the list in the manual page, and the records beside them are those of a run without them. What a reader that was taken
over tries is in pool_test.cpp, by way of `attacker`.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, bad_files, run, tree, write_files

CORPUS = ROOT.parent / "shared" / "corpus"
GOOD = sorted((ROOT / "samples").rglob("*.docx")) + sorted((ROOT / "samples").rglob("*.pdf"))[::4]


def documented_codes():
    """The errors that the manual page knows: a closed list."""
    manual = (ROOT / "app" / "sopconv.1").read_text("utf-8")
    return set(re.findall(r"^\.B ([A-Z_]{6,})$", manual[manual.index(".SH FOUTCODES"):], re.M))


class HostileTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def exported(self, archive):
        out = self.folder / f"uit-{archive.stem}"
        self.assertEqual(run("archive", "export", "--archive", archive, "--out", out).returncode, 0)
        return {json.loads(content)["document"]["id"]: content
                for name, content in tree(out).items() if name.endswith(".json")}

    def imported(self, name, code):
        """The report's entry of each file; the archive."""
        archive, report = self.folder / f"{name}.db", self.folder / f"verslag-{name}"
        result = subprocess.run([os.environ["SOPCONV"], "import", self.folder / name, "--archive", archive,
                                 "--report", report], capture_output=True, timeout=900)
        self.assertEqual(result.returncode, code, result.stderr[-2000:])
        files = json.loads((report / "rapport.json").read_text("utf-8"))["bestanden"]
        return {pathlib.Path(file["pad"]).name: file for file in files}, archive

    def test_every_file_ends_in_a_record_or_a_known_error_and_harms_no_other(self):
        alone, mixed = self.folder / "goed", self.folder / "gemengd"
        for place in alone, mixed:
            place.mkdir()
            for number, path in enumerate(GOOD):
                shutil.copyfile(path, place / f"{number:04}-{path.parent.name}-{path.name}")
        subprocess.run([pathlib.Path(os.environ["BUILD"]) / "tests" / "app" / "write_bombs", mixed], check=True)
        write_files(mixed, {f"{number:04}-{name}": content for number, (name, (content, _)) in
                            enumerate(sorted(bad_files().items()))})
        corpus = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in (".docx", ".pdf")]
        for number, path in enumerate(corpus):
            shutil.copyfile(path, mixed / f"corpus-{number:04}{path.suffix}")

        _, quiet = self.imported("goed", 0)
        files, busy = self.imported("gemengd", 1)
        self.assertEqual(sorted(files), sorted(path.name for path in mixed.iterdir()))
        codes = documented_codes()
        self.assertIn("GRENS_OVERSCHREDEN", codes)
        for name, file in files.items():
            if file["fout"]:
                self.assertIn(file["fout"]["code"], codes, name)
            else:
                self.assertTrue(file["record"], name)
        refused = {file["fout"]["code"] for file in files.values() if file["fout"]}
        self.assertLessEqual({"GRENS_OVERSCHREDEN", "BESCHADIGD_PAKKET", "VERSLEUTELD"}, refused)
        expected, got = self.exported(quiet), self.exported(busy)
        self.assertEqual({key: got.get(key) for key in expected}, expected)
        print(f"{len(GOOD)} profiles beside {len(files) - len(GOOD)} others, of which "
              f"{sum(bool(file['fout']) for file in files.values())} refused", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
