#!/usr/bin/env python3
"""A school's PDF gives the same record as the Word file it was printed from, whoever printed it.

    producers_test.py PDF...      samples/pdf/<producer>/<school>.pdf; exit 1 and the differences by JSON pointer

The program is $SOPCONV. known-differences.txt says how many lines differ of which file and why: more is an error, and where
nothing differs any more its line has to go. With --update before the files it is written anew.
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
    r"/document/(id|bestandsnaam|mediatype|omvang|paginas|titel|producent|aangemaakt|gewijzigd)$"  # of its properties
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


def known_differences():
    """(producer, school) -> (how many lines differ at most, why)."""
    lines = [re.fullmatch(r"(\S+) (\S+) (\d+): (.+)", line) for line in KNOWN.read_text("utf-8").splitlines()
             if line and line[0] != "#"]
    return {(line[1], line[2]): (int(line[3]), line[4]) for line in lines}


def check(path):
    producer, school = path.parent.name, path.stem
    word, pdf = record(ROOT / "samples" / "docx" / f"{school}.docx"), record(path)
    for pointer, evidence in word["herkomst"].items():  # of Word's controls, and what was concluded from those
        of_control = [other["ruw"] for other in word["herkomst"].values() if is_of_a_control(other)]
        if evidence["ruw"] in of_control and pointer in pdf["herkomst"]:
            pdf["herkomst"][pointer] = evidence
    lines = list(differences(word, pdf))
    return (producer, school), lines


def update(found):
    """Writes the list anew: fewer differences are noted, new ones have to get their reason."""
    known = known_differences()
    head = [line for line in KNOWN.read_text("utf-8").splitlines() if line.startswith("#")]
    body = [f"{pair[0]} {pair[1]} {len(lines)}: {known.get(pair, (0, 'FIXME: to be looked into'))[1]}"
            for pair, lines in sorted(found.items()) if lines]
    KNOWN.write_text("\n".join(head + body) + "\n", "utf-8")


def main():
    found = dict(check(path) for path in map(pathlib.Path, sys.argv[1:]) if path.suffix == ".pdf")
    if "--update" in sys.argv:
        return update(found)
    known, passed = known_differences(), True
    for pair, lines in found.items():
        most, reason = known.get(pair, (0, ""))
        print("/".join(pair) + f": {len(lines)} differences", f"({most} known: {reason})" if most else "", *lines, sep="\n")
        if most and not lines:
            print(f"No longer differs; take it off {KNOWN.name}")
        passed &= len(lines) <= most and (not most or bool(lines))
    sys.exit(not passed)


if __name__ == "__main__":
    main()
