#!/usr/bin/env python3
"""A school's PDF gives the same record as the Word file it was printed from, whoever printed it.

    producers_test.py PDF...      samples/pdf/<producer>/<school>.pdf; exit 1 and the differences by JSON pointer

The program is $SOPCONV. A pair of known-differences.txt must differ: when it no longer does, its line has to go.
"""
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = pathlib.Path(__file__).with_name("known-differences.txt")

# What tells of the file and not of the school. The rest of the record is compared, evidence included: its raw text, its
# certainty, and the table, row and column where it stood.
OF_THE_FILE = re.compile(
    r"/document/(id|bestandsnaam|mediatype|omvang|paginas|producent|aangemaakt|gewijzigd)$"
    r"|/bron/(pad|pagina|vak)$"    # the place: a path in Word's XML, a box on a page
    r"|/meldingen$"                # what was odd about the file: its fonts, its tracked changes, its running headers
)


def record(path):
    run = subprocess.run([os.environ["SOPCONV"], "convert", path], capture_output=True, timeout=120)
    if run.returncode != 0:
        sys.exit(f"sopconv convert {path} ended with {run.returncode}: {run.stderr.decode()}")
    return json.loads(run.stdout)


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else f"{text[:110]} … {text[-40:]}"


def escape(key):
    return key.replace("~", "~0").replace("/", "~1")


def differences(word, pdf, pointer=""):
    """Lines of `pointer: what the Word file gives -> what the PDF gives`."""
    if OF_THE_FILE.search(pointer) or word == pdf:
        return
    if isinstance(word, dict) and isinstance(pdf, dict):
        for key in [*word, *(key for key in pdf if key not in word)]:
            where = f"{pointer}/{escape(key)}"
            if key in word and key in pdf:
                yield from differences(word[key], pdf[key], where)
            elif not OF_THE_FILE.search(where):
                yield f"{where}: {short(word[key])} -> absent" if key in word else f"{where}: absent -> {short(pdf[key])}"
    elif isinstance(word, list) and isinstance(pdf, list) and len(word) == len(pdf):
        for at, (old, new) in enumerate(zip(word, pdf)):
            yield from differences(old, new, f"{pointer}/{at}")
    elif isinstance(word, list) and isinstance(pdf, list):
        yield f"{pointer}: {len(word)} -> {len(pdf)} entries"
        old, new = [short(entry) for entry in word], [short(entry) for entry in pdf]
        for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield from (f"  - {pointer}/{at}: {old[at]}" for at in range(a, b))
                yield from (f"  + {pointer}/{at}: {new[at]}" for at in range(c, d))
    else:
        yield f"{pointer}: {short(word)} -> {short(pdf)}"


def known():
    lines = [line.partition(": ") for line in KNOWN.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return {pair: reason for pair, _, reason in lines}


def main():
    failed, reasons = False, known()
    for path in map(pathlib.Path, sys.argv[1:]):
        pair = f"{path.parent.name}/{path.stem}"
        lines = list(differences(record(ROOT / "samples" / "docx" / f"{path.stem}.docx"), record(path)))
        if bool(lines) == (pair in reasons):
            print(f"{pair}: {'differs as known: ' + reasons[pair] if lines else 'the same record'}")
            continue
        failed = True
        print(f"{pair}: {len(lines)} differences" if lines else f"{pair}: no longer differs; take it off {KNOWN.name}")
        print(*lines, sep="\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
