"""The archive on a PostgreSQL server, held against the one in a file."""
import hashlib
import os
import pathlib
import re
import signal
import subprocess
import time
import unittest

import postgresql
from archive_test import CONTENTS, ArchiveTests, InFile, digest
from packing import unpacked
from postgresql import PROGRAMS, OnServer, database_of, start_server
from support import ROOT, SOPCONV, docx, run, tree, write_files
from watch_test import WatchTests

LOCK = 0x534F5041
QUERIES = ["dyslexie*", "DYSLEXIE OR rekenen", '"intern begeleider"', '"de sch"*', "school leerling*", "coördinator",
           "2017-2018", "rietwaard.docx", "a:* & !b | (c", "<->", "\\", "é*", "x" * 900, "directie@rietwaard.example.org"]


def setUpModule():
    start_server()


class UnitTest(unittest.TestCase):
    def test_the_unit_tests_of_the_archive_pass_on_a_server(self):
        program = pathlib.Path(os.environ["BUILD"]) / "tests/export/test_archive"
        database = postgresql.server.new_database()
        result = subprocess.run([program], capture_output=True, text=True,
                                env=os.environ | {"SOPCONV_TEST_DATABASE": postgresql.server.address(database)})
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertNotEqual(postgresql.server.rows("SELECT 1 AS one WHERE to_regclass('sopconv.document') IS NOT NULL", database),
                            [])  # they were there


class WatchTest(OnServer, WatchTests, unittest.TestCase):
    def test_what_was_claimed_waits_until_the_server_is_back(self):
        write_files(self.inbox, {"a.docx": docx("a")})
        postgresql.server.kill()
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 74)
        self.assertEqual(list(tree(self.inbox)), [".sopconv/a.docx"])
        postgresql.server.start()
        self.assertEqual(run("watch", self.inbox, "--archive", self.archive, "--once").returncode, 0)
        self.assertEqual(list(tree(self.inbox)), ["verwerkt/a.docx"])


class ServerTest(OnServer, ArchiveTests, unittest.TestCase):
    def session(self, sql):
        """Runs SQL and keeps its session until the test ends, or the process that it gives is killed."""
        session = subprocess.Popen([PROGRAMS / "psql", "-XAtq", "-d", self.archive], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True, env=os.environ | {"PGOPTIONS": "-c search_path=sopconv"})
        self.addCleanup(session.communicate)
        self.addCleanup(session.kill)
        session.stdin.write(sql + "; SELECT 'done';\n")
        session.stdin.flush()
        while session.stdout.readline() not in ("done\n", ""):
            pass
        return session

    def test_exports_lists_and_searches_are_those_of_an_archive_in_a_file(self):
        in_file = self.folder / "archief.db"
        for archive in self.archive, in_file:
            self.imported(ROOT / "samples/docx", archive=archive)
        for options in (), ("--format", "ndjson"), ("--format", "csv"), ("--search", "dyslexie*", "--newest"):
            self.assertEqual(self.exported(*options), self.exported(*options, archive=in_file), options)
        self.assertEqual(self.asked("list"), self.asked("list", archive=in_file))
        found = 0
        for words in QUERIES:
            with self.subTest(words=words):
                listed, expected = (re.sub(r"^  .*\n", "", self.asked("search", words, archive=archive), flags=re.M)
                                    for archive in (self.archive, in_file))
                self.assertEqual(listed, expected)
                found += listed.count("\n") > 1
        self.assertGreater(found, 6)
        self.asked("verify")

    def test_records_can_be_asked_in_sql(self):
        self.imported(ROOT / "samples/docx")
        self.assertEqual(self.rows("SELECT DISTINCT inhoud #>> '{school,naam}' AS naam FROM document WHERE inhoud @> "
                                   "'{\"school\": {\"brin\": \"98RW\"}}' AND naam = 'OBS De Rietwaard'"),
                         [("OBS De Rietwaard",)])
        self.assertEqual(self.rows("SELECT count(*) FROM document WHERE inhoud IS NULL"), [(0,)])

    def test_a_second_run_on_one_archive_exits_75_and_breaks_nothing(self):
        write_files(self.source, {"a.docx": docx("a")})
        other = self.session(f"SELECT pg_advisory_lock({LOCK})")
        self.assertIn("andere opdracht", self.imported(code=75))
        self.assertFalse(self.is_there(self.archive))
        other.kill()
        self.imported()

    def test_list_and_search_work_while_a_run_writes(self):
        write_files(self.source, {"a.docx": docx("De coördinator")})
        self.imported()
        self.session(f"SELECT pg_advisory_lock({LOCK}); BEGIN; DELETE FROM search; DELETE FROM document")
        self.assertIn("a.docx", self.asked("list"))
        self.assertIn("a.docx", self.asked("search", "COORDINATOR"))
        self.assertNotIn("a.docx", self.asked("search", "iets", "anders"))

    def test_who_may_read_only_reads_and_is_told_so(self):
        write_files(self.source, {"a.docx": docx("a")})
        self.imported()
        self.rows("DROP ROLE IF EXISTS lezer; CREATE ROLE lezer LOGIN; GRANT USAGE ON SCHEMA sopconv TO lezer; "
                  "GRANT SELECT ON ALL TABLES IN SCHEMA sopconv TO lezer")
        address = self.archive.replace("postgres@", "lezer@")
        self.assertIn("a.docx", self.asked("search", "a", archive=address))
        write_files(self.source, {"b.docx": docx("b")})
        self.assertIn("geen rechten", self.imported(code=74, archive=address))
        self.assertIn("geen rechten", self.imported(code=74, archive=self.new_archive().replace("postgres@", "lezer@")))
        self.rows("DROP OWNED BY lezer; DROP ROLE lezer")

    def test_what_is_no_database_is_said_without_the_password(self):
        write_files(self.source, {"a.docx": docx("a")})
        folder = postgresql.server.folder
        for address in (f"postgresql://postgres:geheim@/weg?host={folder}", "postgresql://u:geheim@127.0.0.1:1/a",
                        "postgresql://u:ge%heim@/a", "postgresql://u@/a?password=geheim&onbekend=1",
                        f"postgres://u:geheim@/a?host={folder}/weg"):
            result = run("import", self.source, "--archive", address)
            self.assertEqual(result.returncode, 74, address)
            self.assertIn("geen verbinding", result.stderr.decode())
            self.assertNotRegex((result.stderr + result.stdout).decode(), "heim|postgres:")
        postgresql.server.rows("CREATE DATABASE latijn ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0",
                               "postgres")
        self.assertIn("UTF-8", self.imported(code=65, archive=postgresql.server.address("latijn")))

    def test_no_reader_has_the_password(self):
        write_files(self.source, {f"{i}.docx": docx(*(f"Alinea {i} {j}" for j in range(2000))) for i in range(40)})
        busy = subprocess.Popen([SOPCONV, "import", self.source, "--archive=" + self.archive.replace("postgres@", "postgres:geheim@")],
                                stderr=subprocess.DEVNULL, env=os.environ | {"PGPASSWORD": "geheim", "PGAPPNAME": "geheim"})
        seen = 0
        while busy.poll() is None:
            try:
                for child in pathlib.Path(f"/proc/{busy.pid}/task/{busy.pid}/children").read_text().split():
                    command = pathlib.Path(f"/proc/{child}/cmdline").read_bytes()
                    if b"--worker" in command:
                        self.assertNotIn(b"geheim", command + pathlib.Path(f"/proc/{child}/environ").read_bytes())
                        seen += 1
            except OSError:
                pass
        self.assertEqual(busy.returncode, 0)
        self.assertGreater(seen, 0)

    def test_nothing_of_what_is_forgotten_is_left(self):
        canary = "Kwikstaartkanarie"
        files = {f"{canary}.docx": docx(f"Naam de school: {canary}"), "b.docx": docx("b")}
        write_files(self.source, files)
        self.imported()
        self.imported(options=("--by-reference",))
        database = database_of(self.archive)
        traces = [canary, canary.lower(), files[f"{canary}.docx"][-40:].hex(),
                  hashlib.sha256(files[f"{canary}.docx"]).hexdigest()]
        self.rows("ANALYZE")

        def left():
            dump = subprocess.run([PROGRAMS / "pg_dump", "-d", self.archive], check=True, capture_output=True).stdout.decode()
            dump += postgresql.server.psql("SELECT * FROM pg_statistic", database)
            return [trace in dump for trace in traces]

        def left_in_files():
            self.rows("CHECKPOINT")
            oid, = self.rows(f"SELECT oid FROM pg_database WHERE datname = '{database}'")[0]
            folder = postgresql.server.folder / "data/base" / str(oid)
            return any(canary.encode() in path.read_bytes() for path in folder.iterdir())

        self.assertEqual(left(), [True] * 4)  # the control
        self.assertTrue(left_in_files())
        self.asked("forget", digest(files[f"{canary}.docx"])[7:20])
        self.assertEqual(left(), [False] * 4)
        self.asked("gc")
        self.assertFalse(left_in_files())
        self.assertEqual(re.findall(r"[\w-]+\.docx", self.asked("list")), ["b.docx"])
        self.asked("verify")

    def check_completed(self, files):
        self.imported()
        self.check_consistent()
        self.asked("verify")
        self.assertEqual(len(self.stored(CONTENTS)), len(files))
        quiet = self.folder / "rustig.db"
        self.imported(archive=quiet)
        expected = unpacked(InFile.rows_of(quiet, CONTENTS))
        self.assertEqual(self.stored(CONTENTS), expected)
        self.rows("DELETE FROM original WHERE document = (SELECT min(number) FROM document)")  # the control
        self.assertNotEqual(self.stored(CONTENTS), expected)
        self.asked("verify", code=65)

    def disturbed(self, disturb):
        """Imports many files, calls `disturb` when some of them are stored, and gives what the run says."""
        files = {f"{i:03}.docx": docx(f"Alinea {i}") for i in range(100)}
        write_files(self.source, files)
        busy = subprocess.Popen([SOPCONV, "import", self.source, "--archive", self.archive], stderr=subprocess.PIPE, text=True)
        self.addCleanup(busy.kill)
        stored = 0
        while stored == 0:
            time.sleep(0.01)
            busy.send_signal(signal.SIGSTOP)  # so that it is at work when it is disturbed
            self.assertIsNone(busy.poll())
            if self.rows("SELECT 1 AS one WHERE to_regclass('sopconv.document') IS NOT NULL"):
                stored = self.rows("SELECT count(*) FROM document")[0][0]
            if stored == 0:
                busy.send_signal(signal.SIGCONT)
        self.assertLess(stored, len(files))
        disturb()
        busy.send_signal(signal.SIGCONT)
        said = busy.communicate(timeout=120)[1]
        self.assertEqual(busy.returncode, 74, said)
        return files, said

    def test_a_server_that_is_killed_loses_nothing_that_was_stored_and_the_next_run_completes_it(self):
        files, said = self.disturbed(postgresql.server.kill)
        self.assertIn("verbinding met de databaseserver is verbroken", said)
        self.assertIn("geen verbinding", self.imported(code=74))
        postgresql.server.start()
        self.check_consistent()
        self.assertGreater(self.rows("SELECT count(*) FROM document")[0][0], 0)
        self.check_completed(files)

    def test_a_session_that_the_server_ends_is_not_taken_up_without_its_lock(self):
        files, said = self.disturbed(lambda: self.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sopconv'"))
        self.assertIn("verbinding met de databaseserver is verbroken", said)
        self.check_completed(files)


if __name__ == "__main__":
    unittest.main()
