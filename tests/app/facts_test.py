#!/usr/bin/env python3
"""Holds the records of the samples against the facts they were made from, value by value and cell by cell.

    tests/app/facts_test.py SOPCONV [NAME...]

The golden files say that the program gives what it gave; this says that it gives what the school wrote.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "script" / "samples"))
import facts as school  # noqa: E402
import word  # noqa: E402

# Derived from words of the text rather than written in a field: held only where the facts name them.
OPTIONAL = ("schoolsoort", "denominatie", "onderwijsconcept")


def differences(path, expected, actual):
    """("path", expected, actual) of the leaves that differ."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in sorted(expected.keys() | actual.keys()):
            yield from differences(f"{path}/{key}", expected.get(key), actual.get(key))
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for i, pair in enumerate(zip(expected, actual)):
            yield from differences(f"{path}/{i}", *pair)
    elif expected != actual:
        yield path, expected, actual


def plain(text):
    """Text whatever its white space: a record's tabs and lines are layout here."""
    return " ".join(school.clean(text.replace("\n", " ")).split())


def texts_of(facts):
    """(section, text): what must stand in the text of that section, -1 for the front matter."""
    sections = [(-1, facts.get("front", []))]
    sections += [(i, section["blocks"]) for i, section in enumerate(facts.get("secties", []))]
    for i, blocks in sections:
        for block in blocks:
            if isinstance(block, dict):
                yield from ((i, cell) for row in block["table"] for cell in row) if isinstance(
                    block.get("table"), list) else ()
                if block.get("table") == "arrangementen":
                    for row in facts["arrangementen"]["rows"]:
                        if not row.get("deleted"):
                            cells = [school.cell_text(row[column]) for column, _ in facts["arrangementen"]["columns"]]
                            yield from ((i, line) for cell in cells if cell for line in cell.split("\n"))
                if "list" in block:
                    yield from ((i, text) for text in school.list_texts(facts, block["list"]))
                if block.get("table") in ("grenzen", "verbeterpunten", "basisondersteuning"):
                    for entry in facts[block["table"]]:
                        yield i, {dict: lambda: entry["tekst"], list: lambda: entry[0], str: lambda: entry}[type(entry)]()
                yield from ((i, block[kind]) for kind in ("title", "inserted", "moved", "text_box") if kind in block)
            elif not block.startswith("! "):
                yield i, block


def lost_texts(facts, record):
    """Texts of the facts that stand nowhere in the section they belong to."""
    front = plain(json.dumps(record["voorwerk"], ensure_ascii=False).replace("\\n", " "))
    sections = [plain(section["tekst"] + " " + json.dumps(section["blokken"], ensure_ascii=False).replace("\\n", " ")
                      .replace("\\t", " ")) for section in record["secties"]]
    for i, text in texts_of(facts):
        text = re.sub(r"^ *(-|##|\d+\.) ", "", text)
        place = front if i < 0 else sections[i] if i < len(sections) else ""
        for kind, _, part in school.pieces(text):
            if kind not in school.NOT_READ and plain(part).replace('"', '\\"') not in place:
                yield f"{'voorwerk' if i < 0 else f'sectie {i}'}: {part!r} is nowhere"


def evidence_of(record):
    """Pointers of the values that must have an origin."""
    for path in ("school", "bestuur", "samenwerkingsverband", "versie", "vaststelling"):
        for key, value in record[path].items():
            if isinstance(value, dict) and "waarde" not in value and path == "school":
                yield from (f"/{path}/{key}/{part}" for part, text in value.items() if text is not None)
            elif value is not None and key != "brin_bron":
                yield f"/{path}/{key}"
    for i, row in enumerate(record["arrangementen"]):
        yield from (f"/arrangementen/{i}/{column}" for column in school.COLUMNS if row[column] is not None)


def mistakes(facts, record):
    """Lines for people: what of the record is not as the facts say."""
    soort = facts.get("soort", "sop")
    if record["document"]["soort"] != soort:
        yield f"soort: expected {soort!r}, record has {record['document']['soort']!r}"
    expected = school.expected_record(facts)
    if soort == "anders":
        expected["secties"] = None  # a document that is no profile has no sections of one
    elif not record["document"]["sjabloon"] or record["document"]["sjabloon"]["id"] != facts.get("sjabloon", "almere-po"):
        yield f"sjabloon: record has {record['document']['sjabloon']!r}"
    actual = {key: record[key] for key in expected}
    actual["grenzen"] = record["grenzen"]["punten"]
    actual["basisondersteuning"] = record["basisondersteuning"]["items"]
    keys = ("id", "nummer", "kop", "niveau")
    actual["secties"] = [{key: section[key] for key in keys} for section in record["secties"]]
    for key in OPTIONAL:
        if expected["school"][key] is None:
            actual["school"] = {**actual["school"], key: None}
    for i, (want, have) in enumerate(zip(expected["arrangementen"], actual["arrangementen"])):
        if want["omvang"] is None:
            actual["arrangementen"][i] = {**have, "omvang": None}
    if expected["secties"] is None:
        del expected["secties"], actual["secties"]
    for path, want, have in differences("", expected, actual):
        want, have = (json.dumps(value, ensure_ascii=False) for value in (want, have))
        yield f"{path}:\n      facts  {want}\n      record {have}"
    yield from lost_texts(facts, record)
    for pointer in evidence_of(record):
        if pointer not in record["herkomst"]:
            yield f"herkomst has nothing for {pointer}"
    for pointer, text in school.raw_cells(facts):
        raw = record["herkomst"].get(pointer, {}).get("ruw")
        if raw != text:
            yield f"herkomst of {pointer}: expected {text!r}, record has {raw!r}"


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {part: package.read(part) for part in package.namelist()}


def is_stale(name, folder):
    """Whether the facts of a sample changed after it was made; only the writer `word` always writes the same."""
    facts = school.load(name)
    if facts["writer"] != "word":
        return False
    path = pathlib.Path(folder) / f"{name}.docx"
    word.write(name, facts, path)
    return parts_of(path) != parts_of(school.DOCX / path.name)


def main():
    program, *names = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([program, "convert", school.DOCX, "--out", folder], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"sopconv convert ended with {run.returncode}: {run.stderr}")
        found = {path.name.removesuffix(".docx.json"): path for path in pathlib.Path(folder).rglob("*.docx.json")}
        for name in names or school.names():
            lines = ["no record"]
            if name in found:
                lines = list(mistakes(school.load(name), json.loads(found[name].read_text("utf-8"))))
            if is_stale(name, folder):
                lines.append("the sample is older than its facts: script/make-samples")
            failed += bool(lines)
            print(f"{name}: {f'{len(lines)} mistakes' if lines else 'as the facts say'}")
            for line in lines:
                print("   ", line)
    if set(found) != set(school.names()):
        sys.exit(f"records without facts or facts without records: {sorted(set(found) ^ set(school.names()))}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
