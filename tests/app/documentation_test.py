"""What the documentation says is what the program does."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, SOPCONV, run

MANUAL = ROOT / "app/sopconv.1"
COMPLETION = ROOT / "app/sopconv.bash"
OPTIONS = {"--out", "--jobs", "--password", "--manifest", "--register", "--taxonomy", "--templates", "--redact", "--archive", "--by-reference", "--once", "--report", "--date", "--log", "--log-level", "--metrics", "--config", "--school", "--bestuur",
           "--schooljaar", "--soort", "--newest", "--format", "--search", "--mdto", "--overlay", "--attachment", "--require-sandbox", "--help", "--version"}
ACTIONS = {"list", "search", "show", "export", "verify", "forget", "gc"}
SET_UP = ("script/demo", "script/test")  # CI runs both by themselves


def completions(*words):
    """What Tab gives after these words."""
    script = f'. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sopconv; printf "%s\\n" "${{COMPREPLY[@]}}"'
    result = subprocess.run(["bash", "-c", script, "bash", COMPLETION, "sopconv", *words], cwd=ROOT,
                            capture_output=True, text=True, check=True)
    return set(result.stdout.split())


class DocumentationTest(unittest.TestCase):
    @unittest.skipUnless(shutil.which("man"), "man is not installed")
    def test_the_manual_page_has_no_warnings(self):
        result = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", MANUAL], capture_output=True,
                                env={"LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80", "PATH": os.environ["PATH"]})
        self.assertEqual((result.returncode, result.stderr), (0, b""))

    def test_manual_and_help_name_every_option_and_command(self):
        manual = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
        usage = run("--help").stdout.decode()
        for word in OPTIONS | {"convert", "import", "watch", *(f"archive {word}" for word in ACTIONS), "template check", "template explain", "template new", "inspect", "schema", "doctor"}:
            self.assertIn(word, manual)
            self.assertIn(word, usage)

    def test_the_manual_names_every_error_code(self):
        table = (ROOT / "ingest/diagnostic.cpp").read_text(encoding="utf-8")
        codes = set(re.findall(r'ErrorCode::\w+,\s*"([A-Z_]+)"', table))
        self.assertGreater(len(codes), 10)
        self.assertEqual(set(re.findall(r"^\.B ([A-Z_]{4,})$", MANUAL.read_text(encoding="utf-8"), re.M)), codes)

    def test_completion_offers_commands_options_and_files(self):
        self.assertEqual(completions(""), {"convert", "import", "watch", "archive", "inspect", "template", "schema", "doctor", "--help", "--version"})
        self.assertEqual(completions("in"), {"inspect"})
        self.assertEqual(completions("archive", ""), ACTIONS)
        self.assertEqual(completions("template", ""), {"check", "explain", "new"})
        self.assertEqual(completions("template", "explain", "--"), {"--templates", "--password", "--require-sandbox", "--help"})
        self.assertIn("--newest", completions("archive", "list", "--"))
        self.assertIn("--by-reference", completions("import", "--"))
        self.assertIn("--report", completions("watch", "--"))
        self.assertIn("--once", completions("watch", "--"))
        self.assertEqual(completions("convert", "--"), {"--out", "--jobs", "--manifest", "--register", "--taxonomy", "--templates", "--date", "--log", "--log-level", "--metrics", "--config", "--redact", "--password", "--attachment",
                                                          "--require-sandbox", "--help"})
        self.assertEqual(completions("inspect", "--"), {"--overlay", "--password", "--attachment", "--require-sandbox", "--help"})
        self.assertEqual(completions("convert", "READ"), {"README.md"})
        self.assertEqual(completions("convert", "a", "--out", "sam"), {"samples"})

    def test_every_command_of_the_readme_runs_and_prints_what_stands_below_it(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```sh\n(.*?)^```\n(?:\n```(?:text|json)\n(.*?)^```\n)?", readme, re.M | re.S)
        commands = [(command, printed) for command, printed in blocks if command.strip() not in SET_UP]
        self.assertGreaterEqual(len(commands), 3)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for path in ROOT.iterdir():
                if path.name not in ("out", "build"):
                    (folder / path.name).symlink_to(path)
            (folder / "build/release").mkdir(parents=True)
            (folder / "build/release/sopconv").symlink_to(SOPCONV)
            for command, printed in commands:
                with self.subTest(command=command):
                    result = subprocess.run(["sh", "-ec", command], cwd=folder, stdout=subprocess.PIPE,
                                            stderr=subprocess.STDOUT, timeout=300)
                    text = result.stdout.decode()
                    self.assertEqual(result.returncode, 0, text)
                    if printed:
                        self.assertEqual(text, printed)


if __name__ == "__main__":
    unittest.main()
