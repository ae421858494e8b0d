#!/usr/bin/env python3
"""A school's PDF gives the same record as the Word file it was printed from, whoever printed it.

    producers_test.py PDF...      samples/pdf/<producer>/<school>.pdf; exit 1 and the differences by JSON pointer

The program is $SOPCONV. What known-differences.txt says of a file must be so: where it no longer differs, its line has to go.
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


def is_of_a_control(evidence):
    """Evidence that names a form control: Word's own or, in a PDF, a field's; a print of it has a label at most."""
    return isinstance(evidence, dict) and evidence.get("methode") == "invoerveld"


def escape(key):
    return key.replace("~", "~0").replace("/", "~1")


def differences(word, pdf, pointer=""):
    """Lines of `pointer: what the Word file gives -> what the PDF gives`."""
    if OF_THE_FILE.search(pointer) or word == pdf or is_of_a_control(word) or is_of_a_control(pdf):
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


def known(producer, school):
    """Of this file: the patterns of pointers that differ, each with the reason."""
    lines = [re.fullmatch(r"(\S+) (\S+) (\S+): (.+)", line) for line in KNOWN.read_text("utf-8").splitlines()
             if line and line[0] != "#"]
    return [(line[3], line[4]) for line in lines if producer in line[1].split(",") and school in line[2].split(",")]


def check(path):
    producer, school = path.parent.name, path.stem
    word, pdf = record(ROOT / "samples" / "docx" / f"{school}.docx"), record(path)
    for pointer, evidence in word["herkomst"].items():  # of Word's controls, and what was concluded from those
        of_control = [other["ruw"] for other in word["herkomst"].values() if is_of_a_control(other)]
        if evidence["ruw"] in of_control and pointer in pdf["herkomst"]:
            pdf["herkomst"][pointer] = evidence
    lines = list(differences(word, pdf))
    print(f"{producer}/{school}: {len(lines)} differences")
    passed = True
    for pattern, reason in known(producer, school):
        fitting = [line for line in lines if re.match(f"(  [-+] )?{pattern}", line)]
        lines = [line for line in lines if line not in fitting]
        passed &= bool(fitting)
        print(f"{len(fitting)} as known: {reason}" if fitting else f"No longer differs; take it off {KNOWN.name}: {pattern}")
    print(*lines, sep="\n")
    return passed and not lines


def main():
    sys.exit(not all([check(path) for path in map(pathlib.Path, sys.argv[1:])]))


if __name__ == "__main__":
    main()
