"""A PostgreSQL server for the tests alone: in a temporary folder, on a socket in it, gone when the test is."""
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")
# A server may compare text in any order, and the archive is to be the same: not that of bytes.
CLUSTER = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=nl", "--no-sync")
SETTINGS = ("listen_addresses=", "shared_buffers=16MB", "fsync=off", "max_wal_size=256MB", "autovacuum=off")


class Server:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sopconv-pg-"))
        self.process = None
        try:
            self.user = ["--inh-caps=-all"]
            if os.geteuid() == 0:  # as which PostgreSQL does not run
                entry = pwd.getpwnam("postgres")
                os.chown(self.folder, entry.pw_uid, entry.pw_gid)
                self.user = ["--reuid=postgres", "--regid=postgres", "--init-groups"]
            subprocess.run(self.command("initdb", "-D", self.folder / "data", "--username=postgres", *CLUSTER), check=True,
                           stdout=subprocess.DEVNULL, cwd=self.folder)
            self.start()
        except BaseException:
            self.close()
            raise

    def command(self, program, *arguments):
        # Ends with the test, however that ends.
        return ["setpriv", "--pdeathsig=INT", *self.user, str(PROGRAMS / program), *map(str, arguments)]

    def start(self):
        settings = [word for setting in (*SETTINGS, f"unix_socket_directories={self.folder}") for word in ("-c", setting)]
        deadline = time.monotonic() + 60
        while True:
            with open(self.folder / "log", "ab") as log:
                self.process = subprocess.Popen(self.command("postgres", "-D", self.folder / "data", *settings), stderr=log,
                                                stdout=log, cwd=self.folder)
            while self.process.poll() is None:
                if subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder]).returncode == 0:
                    return
                assert time.monotonic() < deadline, (self.folder / "log").read_text()
                time.sleep(0.02)
            # After a kill, processes of the old server may be about to end.
            assert time.monotonic() < deadline, (self.folder / "log").read_text()
            time.sleep(0.1)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(60)
        shutil.rmtree(self.folder)

    def new_database(self):
        name = f"archief{time.monotonic_ns()}"
        self.rows(f"CREATE DATABASE {name}", "postgres")
        return name

    def address(self, database, options=""):
        return f"postgresql://postgres@/{database}?host={self.folder}{options}"

    def psql(self, sql, database):
        return subprocess.run([PROGRAMS / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.address(database), "-c", sql],
                              env=os.environ | {"PGOPTIONS": "-c search_path=sopconv", "PGCLIENTENCODING": "UTF8"}, check=True,
                              capture_output=True).stdout.decode()

    def rows(self, sql, database):
        """As sqlite3 gives them: tuples, with bytes for bytea."""
        if not sql.startswith("SELECT"):
            return self.psql(sql, database)
        cells = lambda row: tuple(bytes.fromhex(cell[2:]) if isinstance(cell, str) and cell.startswith("\\x") else cell
                                  for _, cell in row)
        text = self.psql(f"SELECT row_to_json(answer) FROM ({sql}) AS answer", database)
        return [json.loads(line, object_pairs_hook=cells) for line in text.splitlines()]


def database_of(address):
    return re.fullmatch(r"postgresql://.*/(\w+)\?.*", address)[1]


server = None


def start_server():
    """The server of this test program."""
    global server
    if not (PROGRAMS / "postgres").exists():
        raise unittest.SkipTest("postgresql-15 is not installed")
    server = Server()
    unittest.addModuleCleanup(server.close)


class OnServer:
    """Where the archives of a test are: databases."""

    beside = set()

    def new_archive(self, _name="archief"):
        return server.address(server.new_database())

    @staticmethod
    def rows_of(archive, sql):
        return server.rows(sql, database_of(archive))

    @classmethod
    def is_there(cls, archive):
        return cls.rows_of(archive, "SELECT to_regnamespace('sopconv')") != [(None,)]

    @classmethod
    def state_of(cls, archive):
        return [cls.rows_of(archive, f"SELECT ctid, xmin, * FROM {table} ORDER BY ctid")
                for table in ("archive", "run", "document", "original", "source", "failure", "search")]

    def check_consistent(self):
        if not self.rows_of(self.archive, "SELECT 1 WHERE to_regclass('sopconv.document') IS NOT NULL"):
            return
        counts = self.rows_of(self.archive, "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM original), "
                              "(SELECT count(*) FROM search), (SELECT count(DISTINCT id) FROM source)")
        self.assertEqual(len(set(counts[0])), 1, counts)
