"""sopconv import and sopconv archive, as an administrator and a nightly timer run them."""
import csv
import fcntl
import hashlib
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from packing import FRAME, unpacked
from support import ROOT, SOPCONV, bad_files, docx, pdf, run, tree, write_files


CONTENTS = ("SELECT id, path, record, bytes FROM source JOIN document USING (id) JOIN original ON document = number "
            "ORDER BY id, path")


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


class InFile:
    """Where the archives of a test are: files; postgresql.py has another place."""

    beside = {"archief.db", "archief.db.lock"}

    def new_archive(self, name="archief"):
        return self.folder / f"{name}.db"

    @staticmethod
    def is_there(archive):
        return archive.exists()

    @staticmethod
    def state_of(archive):
        return archive.read_bytes()

    @staticmethod
    def rows_of(archive, sql):
        database = sqlite3.connect(archive)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()


class ArchiveTests:
    """What an archive does, wherever it is."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.source, self.archive = self.folder / "bron", self.new_archive()
        self.source.mkdir()

    def imported(self, *paths, code=0, options=(), archive=None):
        result = run("import", *(paths or [self.source]), "--archive", archive or self.archive, *options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        self.assertEqual(result.stdout, b"")
        return re.sub(r" \(\d+ met opmerkingen\)", "", result.stderr.decode())

    def asked(self, *words, code=0, archive=None):
        result = run("archive", *words, "--archive", archive or self.archive)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result.stdout.decode() if code == 0 else result.stderr.decode()

    def rows(self, sql, archive=None):
        return self.rows_of(archive or self.archive, sql)

    def stored(self, sql, archive=None):
        return unpacked(self.rows(sql, archive))

    def test_every_document_is_there_with_its_record_and_its_bytes(self):
        files = {"a.docx": docx("a"), "b/c.docx": docx("c")}
        write_files(self.source, files)
        self.imported()
        run("convert", self.source, "--out", self.folder / "uit")
        records = {path: content for path, content in tree(self.folder / "uit").items() if path.endswith(".docx.json")}
        stored = self.stored("SELECT path, record, bytes, record_digest FROM source JOIN document USING (id) "
                           "JOIN original ON document = number")
        self.assertEqual({path + ".json": record for path, record, _, _ in stored}, records)
        self.assertEqual({path: content for path, _, content, _ in stored}, files)
        for _, record, _, record_digest in stored:
            self.assertEqual(digest(record), record_digest)
        shown = self.asked("show", digest(files["a.docx"])[7:23])
        self.assertEqual(shown.encode(), records["a.docx.json"])

    def test_a_second_import_writes_nothing(self):
        write_files(self.source, {f"{i}.docx": docx(f"tekst {i}") for i in range(20)})
        write_files(self.source, {"stuk.docx": b"stuk", "kopie.docx": docx("tekst 1")})
        self.assertIn("20 geconverteerd, 1 al in het archief, 1 mislukt", self.imported(code=1))
        before = self.state_of(self.archive)
        summary = self.imported(code=1)
        self.assertIn("0 geconverteerd, 21 al in het archief, 1 mislukt", summary)
        self.assertIn("ONBEKEND_FORMAAT", summary)
        self.assertEqual(self.state_of(self.archive), before)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"bron"} | self.beside)

    def test_only_what_is_new_is_read(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        write_files(self.source, {"b.docx": docx("b"), "map/a.docx": docx("a")})
        self.assertIn("1 geconverteerd, 2 al in het archief", self.imported())
        self.assertEqual(self.rows("SELECT count(*) FROM run"), [(2,)])
        self.assertEqual(self.rows(f"SELECT path FROM source WHERE id = '{digest(docx('a'))}' ORDER BY path"),
                         [("a.docx",), ("map/a.docx",)])

    def test_equal_bytes_under_two_names_are_read_once_whatever_the_number_of_readers(self):
        write_files(self.source, {f"{i}.docx": docx("a") for i in range(10)})
        for jobs in "1", "8":
            archive = self.new_archive(jobs)
            self.assertIn("1 geconverteerd, 9 al in het archief", self.imported(archive=archive, options=("-j", jobs)))
            self.assertEqual(self.rows("SELECT bestandsnaam FROM document", archive), [("0.docx",)])
            self.assertEqual(self.rows("SELECT count(*) FROM source", archive), [(10,)])

    def test_another_list_reads_everything_again(self):
        write_files(self.source, {"a.docx": docx("a")})
        (self.folder / "lijst.csv").write_text("bestandsnaam;vestigingscode\na.docx;99ZZ00\n")
        self.imported()
        self.imported(options=("--manifest", self.folder / "lijst.csv"))
        self.assertEqual(self.rows("SELECT vestigingscode FROM document"), [("99ZZ00",)])
        self.assertIn("1 al in het archief", self.imported(options=("--manifest", self.folder / "lijst.csv")))
        self.assertIn("1 geconverteerd", self.imported(options=("--taxonomy", ROOT / "normalize/taxonomie.yaml")))
        self.imported(options=("--manifest", self.folder / "weg.csv"), code=2)

    def test_every_bad_file_is_known_by_its_code_the_next_night(self):
        bad = bad_files()
        write_files(self.source, {name: content for name, (content, _) in bad.items()} | {"goed.docx": docx("a")})
        self.imported(code=1)
        self.assertEqual(dict(self.rows("SELECT bestandsnaam, code FROM failure")),
                         {name: code for name, (_, code) in bad.items()})
        self.assertEqual(self.rows("SELECT bestandsnaam FROM document"), [("goed.docx",)])

    def test_a_file_that_was_half_there_is_read_again_when_it_is_whole(self):
        whole = {"a.docx": docx("a" * 5000), "b.pdf": pdf(pages=3), "c.docx": docx("c")}
        write_files(self.source, {name: content[:len(content) * 2 // 3] for name, content in whole.items()} | {"c.docx": b""})
        self.imported(code=1)
        write_files(self.source, whole)
        self.assertIn("3 geconverteerd", self.imported())
        self.assertLessEqual({digest(content) for content in whole.values()},
                             {identity for identity, in self.rows("SELECT id FROM document")})

    def test_by_reference_keeps_the_place_and_not_the_bytes(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported(options=("--by-reference",))
        self.assertEqual(self.rows("SELECT count(*) FROM original"), [(0,)])
        self.assertEqual(self.rows("SELECT location FROM source"), [(str(self.source / "a.docx").encode(),)])
        self.imported()  # the bytes are wanted now
        self.assertEqual(self.rows("SELECT bytes FROM original"), [(docx("a"),)])

    def test_an_id_that_is_not_there_or_not_one_is_wrong_usage(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        for word in "00000000", "geen-id", "sha256:", "%":
            self.asked("show", word, code=2)

    def test_the_report_of_an_import_knows_what_earlier_ones_gave(self):
        write_files(self.source, {"a/rietwaard.docx": (ROOT / "samples/docx/rietwaard.docx").read_bytes(), "b.docx": docx("b"),
                                  "c.docx": docx("c") + b" ", "stuk.docx": b"stuk", "kopie.docx": docx("b")})
        folder = self.folder / "verslag"
        for known in (1, 4):
            self.assertIn("Verslag: ", self.imported(code=1, options=("--report", folder, "--date", "2026-11-26")))
            self.assertEqual(set(tree(folder)), {"rapport.html", "rapport.json"})
            report = json.loads((folder / "rapport.json").read_text("utf-8"))
            self.assertEqual(report["aantallen"]["bekend"], known)
            self.assertEqual(report["aantallen"]["ouder_dan_vier_jaar"], 1)
            files = {file["pad"]: file for file in report["bestanden"]}
            self.assertEqual((files["a/rietwaard.docx"]["brin"], files["a/rietwaard.docx"]["versie"]), ("98RW", "2017-2018"))
            self.assertIn("hetzelfde bestand als <bdi>b.docx</bdi>", (folder / "rapport.html").read_text("utf-8"))

    def test_files_of_one_name_are_told_apart_by_their_folders(self):
        def profile(year):
            return docx("Schoolondersteuningsprofiel", "Naam school: OBS De Vlieger", f"Schooljaar: {year}",
                        "Basisondersteuning", "Wij bieden dyslexiebehandeling.")
        write_files(self.source, {"2020/SOP.docx": profile("2020-2021"), "2021/SOP.docx": profile("2021-2022"),
                                  "lijst.csv": b"bestandsnaam;vestigingscode\nSOP.docx;98ZZ00\n"})
        folder = self.folder / "verslag"
        for _ in range(2):
            self.imported(options=("--report", folder, "--manifest", self.source / "lijst.csv"))
            files = json.loads((folder / "rapport.json").read_text("utf-8"))["bestanden"]
            self.assertEqual([(file["pad"], file["vervangt"]) for file in files],
                             [("2020/SOP.docx", None), ("2021/SOP.docx", "2020/SOP.docx")])
        self.assertEqual([line.split("\t")[5] for line in self.asked("list").splitlines()[1:]],
                         ["2020/SOP.docx", "2021/SOP.docx"])
        self.assertIn("\t2021/SOP.docx\t", self.asked("search", "vlieger"))
        # And where the earlier one has left the folder.
        (self.source / "2020/SOP.docx").unlink()
        self.imported(options=("--report", folder, "--manifest", self.source / "lijst.csv"))
        self.assertEqual(json.loads((folder / "rapport.json").read_text("utf-8"))["bestanden"][0]["vervangt"], "2020/SOP.docx")

    def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(self):
        write_files(self.source, {"a.docx": docx("a")})
        (self.folder / "vol").write_bytes(b"")
        said = self.imported(code=74, options=("--report", self.folder / "vol"))
        self.assertIn("SCHRIJFFOUT", said)
        self.assertIn(str(self.folder / "vol"), said)
        self.assertNotIn("geconverteerd", said)
        self.imported()
        self.asked("export", "--out", self.folder / "vol", code=74)
        self.asked("export", "--format", "csv", "--out", self.folder / "vol/x.csv", code=74)

    def exported(self, *options, code=0, archive=None):
        out = self.folder / "export"
        shutil.rmtree(out, ignore_errors=True)
        out.unlink(missing_ok=True)
        result = run("archive", "export", "--archive", archive or self.archive, "--out", out, *options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return tree(out) if out.is_dir() else out.read_bytes()

    def test_export_gives_the_records_of_convert_as_files_lines_and_rows(self):
        self.imported(ROOT / "samples/docx")
        run("convert", ROOT / "samples/docx", "--out", self.folder / "uit")
        records = sorted(content for name, content in tree(self.folder / "uit").items() if name.endswith(".docx.json"))
        self.assertEqual(sorted(self.exported().values()), records)
        lines = self.exported("--format", "ndjson").decode().splitlines()
        self.assertEqual(sorted(json.dumps(json.loads(line)) for line in lines),
                         sorted(json.dumps(json.loads(record)) for record in records))
        rows = list(csv.DictReader(io.StringIO(self.exported("--format", "csv").decode("utf-8-sig"), newline=""),
                                   delimiter=";"))
        arrangements = [row for record in map(json.loads, records) for row in record["arrangementen"]]
        self.assertGreater(len(arrangements), 20)
        self.assertEqual(sorted(row["ondersteuningsvraag"] for row in rows),
                         sorted(row["doelgroep"] or "" for row in arrangements))
        chosen = list(csv.DictReader(io.StringIO(self.exported("--format", "csv", "--school", "98RW").decode("utf-8-sig"),
                                                 newline=""), delimiter=";"))
        self.assertEqual({row["brin"] for row in chosen}, {"98RW"})
        wanted = [record for record in map(json.loads, records) if record["versie"]["schooljaar"] == "2017-2018"
                  and re.search(r"\bdyslexie", json.dumps([record["voorwerk"], record["secties"]]).lower())]
        self.assertEqual(sorted(content["document"]["id"] for content in
                                map(json.loads, self.exported("--search", "dyslexie*", "--schooljaar", "2017-2018").values())),
                         sorted(record["document"]["id"] for record in wanted))
        self.assertIn(len(wanted), range(1, len(records)))
        profiles = [record for record in map(json.loads, records) if record["document"]["soort"] == "sop"]
        self.assertEqual(len(self.exported("--soort", "SOP")), len(profiles))

    def test_an_export_writes_to_a_pipe_or_by_a_link_and_replaces_neither(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        lines = self.asked("export", "--format", "ndjson")
        pipe, link, file = (self.folder / name for name in ("pijp", "link", "bestand"))
        os.mkfifo(pipe)
        self.assertIn("niemand leest", self.asked("export", "--format", "ndjson", "--out", pipe, code=74))
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        os.set_blocking(reader, True)
        self.asked("export", "--format", "ndjson", "--out", pipe)
        self.assertEqual(os.read(reader, 1 << 20).decode(), lines)
        link.symlink_to(file)
        for _ in range(2):
            self.asked("export", "--format", "ndjson", "--out", link)
            self.assertEqual((file.read_text("utf-8"), link.is_symlink(), pipe.is_fifo()), (lines, True, True))
        self.assertEqual(self.asked("export", "--format", "ndjson", "--out", "/dev/stdout"), lines)

    def test_a_filter_that_can_find_nothing_is_refused(self):
        self.imported(ROOT / "samples/docx")
        for option, wrong, right in (("--soort", "profiel", "anders"), ("--schooljaar", "2017", "2017-2018"),
                                     ("--schooljaar", "2017-2019", "1999-2000")):
            self.assertIn(option, run("archive", "list", "--archive", self.archive, option, wrong).stderr.decode())
            self.asked("list", option, wrong, code=2)
            self.asked("list", option, right)

    def test_export_with_mdto_is_valid_and_its_checksums_are_right(self):
        from lxml import etree
        schema = etree.XMLSchema(etree.parse(str(ROOT / "tests/export/mdto.xsd")))
        self.imported(ROOT / "samples/docx")
        files = self.exported("--mdto", "SWV De Proef")
        described = 0
        for name, content in files.items():
            if not name.endswith(".mdto.xml"):
                continue
            xml = etree.fromstring(content)
            schema.assertValid(xml)
            text = lambda path: xml.findtext(".//{*}" + path)
            if name.endswith(".bestand.mdto.xml"):
                file = files[name.removesuffix(".bestand.mdto.xml")]
                self.assertEqual(text("naam"), name.removesuffix(".bestand.mdto.xml"))
                self.assertEqual(text("checksumWaarde"), hashlib.sha256(file).hexdigest())
                self.assertEqual(text("omvang"), str(len(file)))
                described += 1
        documents = len(list((ROOT / "samples/docx").glob("*.docx")))
        self.assertEqual((described, len(files)), (2 * documents, 5 * documents))
        broken = etree.fromstring(next(content for name, content in files.items() if name.endswith(".mdto.xml")))
        broken[0].remove(broken[0][0])
        self.assertFalse(schema.validate(broken))  # the test could fail

    def test_a_name_cannot_lead_out_of_the_folder_of_the_export(self):
        write_files(self.source, {"a\uff0f..\uff0f..\uff0fbuiten.docx": docx("a"), "x" * 250 + ".docx": docx("b")})
        self.imported()
        self.assertEqual(len(self.exported("--mdto", "SWV De Proef")), 10)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"bron", "export"} | self.beside)

    def test_export_finds_files_that_are_kept_elsewhere(self):
        write_files(self.source, {"a.docx": docx("a"), "b.docx": docx("b"), "map/a.docx": docx("a")})
        self.imported(options=("--by-reference",))
        (self.source / "a.docx").unlink()
        write_files(self.source, {"b.docx": docx("anders")})
        result = run("archive", "export", "--archive", self.archive, "--out", self.folder / "uit", "--mdto", "SWV De Proef")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("niet geëxporteerd: 1 bestand\n", result.stderr.decode())
        originals = {name: content for name, content in tree(self.folder / "uit").items() if name.endswith(".docx")}
        self.assertEqual(list(originals.values()), [docx("a")])

    def test_verify_looks_for_files_that_are_kept_elsewhere(self):
        write_files(self.source, {"a.docx": docx("a"), "b.docx": docx("b")})
        self.imported(options=("--by-reference",))
        self.asked("verify")
        write_files(self.source, {"a.docx": docx("anders")})
        result = run("archive", "verify", "--archive", self.archive)
        self.assertIn(f"{digest(docx('a'))} (a.docx): ", result.stdout.decode())
        self.assertEqual(result.returncode, 65)
        self.assertEqual(result.stdout.decode().count("\n"), 1)
        self.assertIn(digest(docx("a")), result.stdout.decode())

    def test_commands_that_change_an_archive_do_not_make_one(self):
        for command in ("verify",), ("gc",), ("forget", "00"):
            self.asked(*command, code=74)
        self.assertFalse(self.is_there(self.archive))
        self.assertEqual([path.name for path in self.folder.iterdir()], ["bron"])

    def test_a_run_that_is_killed_loses_nothing_and_does_nothing_twice(self):
        files = {f"{i:03}.docx": docx(*(f"Alinea {i} {j}" for j in range(50))) for i in range(150)}
        write_files(self.source, files)
        choose, kills = random.Random(6), 0
        while kills < 12:
            busy = subprocess.Popen([SOPCONV, "import", self.source, "--archive", self.archive], stderr=subprocess.DEVNULL)
            try:
                self.assertEqual(busy.wait(choose.uniform(0, 0.1 * (kills + 1))), 0)
                break
            except subprocess.TimeoutExpired:
                busy.send_signal(signal.SIGKILL)
                busy.wait()
                kills += 1
            self.check_consistent()
        self.assertGreater(kills, 0)
        self.imported()
        self.check_consistent()
        quiet = self.new_archive("rustig")
        self.imported(archive=quiet)
        self.assertEqual(len(self.stored(CONTENTS)), len(files))
        self.assertEqual(self.stored(CONTENTS), self.stored(CONTENTS, quiet))


class FileTest(InFile, ArchiveTests, unittest.TestCase):
    def test_an_archive_that_is_not_there_is_told_from_one_that_may_not_be_read(self):
        self.assertIn("bestaat niet", self.asked("list", code=74))
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        self.assertIn("kan niet worden geopend", self.asked("list", code=74, archive=self.source))
        self.assertIn("bestaat niet", self.asked("list", code=74, archive=self.folder / "archiev.db"))

    def test_a_second_run_on_one_archive_exits_75_and_breaks_nothing(self):
        write_files(self.source, {"a.docx": docx("a")})
        with open(self.folder / "archief.db.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn("andere opdracht", self.imported(code=75))
        self.imported()

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_a_disk_that_cannot_lock_is_not_taken_for_another_run(self):
        inbox = self.folder / "in"
        inbox.mkdir()
        for words in ("import", self.source), ("watch", inbox, "--once"):
            result = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK",
                                     SOPCONV, *words, "--archive", self.archive], capture_output=True, timeout=120)
            if b"ptrace" in result.stderr:
                self.skipTest("may not trace")
            self.assertEqual(result.returncode, 74, result.stderr)
            self.assertIn("kent geen sloten", result.stderr.decode())

    def test_an_archive_has_one_lock_by_whatever_way_one_comes_to_it(self):
        write_files(self.source, {"a.docx": docx("a")})
        for link, target in (("b.db", self.archive), ("c.db", "archief.db"), ("map", ".")):
            (self.folder / link).symlink_to(target)
        ways = [self.folder / "b.db", self.folder / "c.db", self.folder / "map/c.db"]
        with open(self.folder / "archief.db.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for way in ways:
                self.imported(code=75, archive=way)  # though it is not there yet
        self.imported(archive=ways[0])
        self.assertTrue(self.archive.is_file())
        with open(self.folder / "archief.db.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for way in ways:
                self.imported(code=75, archive=way)
        self.assertEqual({path.name for path in self.folder.glob("*.lock")}, {"archief.db.lock"})

    def read_only_places(self):
        """The archive's folder and the archive as somebody sees them who may not write there, or only beside it; each
        with the command's user. On a disk that is read-only even root is such a one."""
        nobody = {"user": 65534, "group": 65534, "extra_groups": []}
        for path, mode in ((self.folder, 0o755), (self.archive, 0o644), (self.folder / "archief.db.lock", 0o644)):
            path.chmod(mode)
        yield "folder", nobody
        self.folder.chmod(0o777)
        yield "file", nobody
        self.folder.chmod(0o755)
        if subprocess.run(["mount", "--bind", self.folder, self.folder], capture_output=True).returncode != 0:
            return  # in a container without the right to
        self.addCleanup(subprocess.run, ["umount", self.folder], check=True)
        subprocess.run(["mount", "-o", "remount,ro,bind", self.folder], check=True)
        yield "disk", {}

    @unittest.skipUnless(os.geteuid() == 0, "only root can be two users")
    def test_what_cannot_be_written_can_be_read(self):
        write_files(self.source, {"a.docx": docx("De coördinator"), "b.docx": docx("b")})
        self.imported()
        identity = digest(docx("b"))
        out = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        out.chmod(0o777)
        expected = {words: self.asked(*words) for words in (("list",), ("search", "coordinator"), ("show", identity),
                                                           ("export", "--format", "ndjson"))}
        files = {path.name for path in self.folder.iterdir()}
        for place, user in self.read_only_places():
            for words, answer in expected.items():
                result = run("archive", *words, "--archive", self.archive, **user)
                self.assertEqual((result.returncode, result.stdout.decode()), (0, answer), (place, words, result.stderr))
            result = run("archive", "export", "--out", out / place, "--archive", self.archive, **user)
            self.assertEqual((result.returncode, len(tree(out / place))), (0, 2), (place, result.stderr))
            result = run("archive", "verify", "--archive", self.archive, **user)
            self.assertEqual((result.returncode, b"Alles" in result.stderr), (0, True), (place, result.stderr))
            for words in ("import", self.source), ("archive", "gc"), ("archive", "forget", identity):
                result = run(*words, "--archive", self.archive, **user)
                self.assertEqual((result.returncode, result.stderr.count(b"\n"), b"kan niet worden geschreven" in result.stderr),
                                 (74, 1, True), (place, words, result.stderr))
            self.assertEqual({path.name for path in self.folder.iterdir()}, files)

    @unittest.skipUnless(os.geteuid() == 0, "only root can be two users")
    def test_who_may_only_read_sees_what_a_run_has_just_written(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        for path in self.folder, self.archive, self.folder / "archief.db.lock":
            path.chmod(0o755)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []}
        with open(self.folder / "archief.db.lock") as lock:  # as a run has it, with its last pages in the log
            fcntl.flock(lock, fcntl.LOCK_EX)
            database = sqlite3.connect(self.archive)
            self.addCleanup(database.close)
            database.execute("UPDATE document SET naam = 'Net geschreven'")
            database.commit()
            for beside in "archief.db-wal", "archief.db-shm":
                (self.folder / beside).chmod(0o644)
            result = run("archive", "list", "--archive", self.archive, **nobody)
            self.assertIn(b"Net geschreven", result.stdout, result.stderr)
            (self.folder / "archief.db-shm").rename(self.folder / "shm")  # as after a kill, and a copy of two of the files
        result = run("archive", "list", "--archive", self.archive, **nobody)
        self.assertEqual((result.returncode, b"niet afgesloten" in result.stderr), (74, True), result.stderr)
        (self.folder / "shm").rename(self.folder / "archief.db-shm")

    def test_the_address_of_a_server_is_no_name_of_a_file(self):
        write_files(self.source, {"a.docx": docx("a")})
        before = tree(self.folder)
        for address in ("host=db.example.org dbname=sop password=geheim", " dbname = sop", "service=sop", "PostgreSQL://db/sop",
                        "mysql://db/sop", "sqlite://archief.db"):
            for words in (["import", self.source], ["archive", "list"]):
                result = run(*words, "--archive", address, cwd=self.folder)
                self.assertEqual((result.returncode, b"postgresql://SERVER/DATABASE" in result.stderr), (2, True), address)
                self.assertNotIn(b"geheim", result.stderr)
        self.assertEqual(tree(self.folder), before)
        self.imported(archive=self.folder / "jaar=2026.db")

    def test_a_search_for_a_whole_text_is_refused(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        for words in ("search", "kind " * 300), ("export", "--format", "csv", "--search", '"' + "kind " * 300 + '"'):
            self.assertIn("ten hoogste 1000 tekens", self.asked(*words, code=2))

    def test_list_and_search_work_while_a_run_writes(self):
        write_files(self.source, {"a.docx": docx("De coördinator")})
        self.imported()
        database = sqlite3.connect(self.archive)
        database.execute("BEGIN IMMEDIATE")
        self.assertIn("a.docx", self.asked("list"))
        self.assertIn("a.docx", self.asked("search", "COORDINATOR"))
        self.assertNotIn("a.docx", self.asked("search", "iets", "anders"))
        database.close()

    def test_what_is_no_archive_is_refused_and_left_alone(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.archive.write_bytes(b"geen archief " * 100)
        self.assertIn("geen archief", self.imported(code=65))
        self.assertEqual(self.archive.read_bytes(), b"geen archief " * 100)
        self.assertIn("archief", self.asked("list", code=74, archive=self.folder / "weg.db"))
        self.assertFalse((self.folder / "weg.db").exists())

    def test_no_flipped_byte_that_changes_a_record_or_a_file_stays_unseen(self):
        write_files(self.source, {f"{i}.docx": docx(f"tekst {i}") for i in range(6)} | {"stuk.docx": b"stuk"})
        self.imported(code=1)
        self.assertEqual(self.asked("verify"), "")  # the control
        whole = self.archive.read_bytes()
        contents = "SELECT id, record, bytes FROM document LEFT JOIN original ON document = number ORDER BY id"
        before, seen = self.rows(contents), 0
        choose = random.Random(6)
        filled = [place for place, byte in enumerate(whole) if byte]
        places = [whole.index(docx("tekst 3")) + 40, whole.index(FRAME) + 100]
        for place in places + choose.sample(filled, 40):
            self.archive.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << choose.randrange(8))]) + whole[place + 1:])
            code = run("archive", "verify", "--archive", self.archive).returncode
            self.assertGreaterEqual(code, 0)
            seen += code != 0
            if code == 0:
                self.assertNotIn(place, places)
                self.assertEqual(self.rows(contents), before, place)
        self.assertGreater(seen, 20)

    def test_no_byte_of_what_is_forgotten_is_left(self):
        canary = "Kwikstaartkanarie"
        files = {"a.docx": docx(f"Naam de school: {canary}"), "b.docx": docx("b")}
        write_files(self.source, files)
        self.imported()
        own = next(files["a.docx"][at:at + 24] for at in range(len(files["a.docx"]))
                   if files["a.docx"][at:at + 24] not in files["b.docx"] and b"word" not in files["a.docx"][at:at + 24])
        traces = [canary.encode(), canary.lower().encode(), own, hashlib.sha256(files["a.docx"]).hexdigest().encode()]
        raw = self.archive.read_bytes()
        self.assertEqual([trace in raw for trace in traces], [True] * 4)  # the control
        result = run("archive", "forget", digest(files["a.docx"])[7:20], "--archive", self.archive)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, "Geïmporteerd van:\n  a.docx\n1 bron vergeten\n"))
        raw = self.archive.read_bytes()
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"bron", "archief.db", "archief.db.lock"})
        self.assertEqual([trace in raw for trace in traces], [False] * 4)
        self.assertNotIn("a.docx", self.asked("list"))
        self.assertIn("b.docx", self.asked("list"))
        self.asked("verify")
        self.asked("gc")
        self.asked("forget", "00000000", code=2)

    def test_what_is_forgotten_while_somebody_reads_is_said_to_be_on_the_disk_still(self):
        files = {"a.docx": docx("Kwikstaartkanarie"), "b.docx": docx("b")}
        write_files(self.source, files)
        self.imported()
        reader = sqlite3.connect(self.archive)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchall()
        self.assertIn("iemand leest", self.asked("forget", digest(files["a.docx"])[7:20], code=75))
        self.assertNotIn("a.docx", self.asked("list"))
        reader.close()
        self.asked("gc")
        self.assertNotIn(b"kwikstaartkanarie", self.archive.read_bytes().lower())

    def check_consistent(self):
        if not self.archive.exists() or not self.rows("SELECT 1 FROM sqlite_schema WHERE name = 'document'"):
            return
        self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])
        self.assertEqual(self.rows("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document)"),
                         self.rows("SELECT (SELECT count(*) FROM original), (SELECT count(*) FROM search)"))


if __name__ == "__main__":
    unittest.main()
