"""Holds a sample's document and record against the files beside it, byte for byte.

    golden_test.py SAMPLE.docx...             exit 1 and a diff where one differs
    golden_test.py --update SAMPLE.docx...    rewrites them; the diff in git is the review

The program is $SOPCONV.
"""
import difflib
import pathlib
import sys

from support import run

COMMANDS = {".document.txt": "inspect", ".json": "convert"}


def main():
    update = sys.argv[1] == "--update"
    differs = False
    for sample in map(pathlib.Path, sys.argv[2 if update else 1:]):
        for suffix, command in COMMANDS.items():
            result = run(command, sample)
            if result.returncode != 0:
                sys.exit(f"sopconv {command} {sample}: {result.stderr.decode()}")
            expected = sample.with_suffix(suffix)
            if update:
                expected.write_bytes(result.stdout)
                continue
            old = expected.read_bytes() if expected.exists() else b""
            if old != result.stdout:
                differs = True
                sys.stdout.writelines(difflib.unified_diff(
                    old.decode().splitlines(True), result.stdout.decode().splitlines(True), str(expected), command))
    sys.exit(differs)


if __name__ == "__main__":
    main()
