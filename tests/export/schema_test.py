"""Records against the schema, with a validator that is not ours.

    schema_test.py SCHEMA RECORD FOLDER...

RECORD has a value at every key: it must be valid, and must stop being valid when any key is dropped or added where the
schema closes an object. Every *.json under the FOLDERs must be valid, and laid out as the contract says.
"""
import copy
import json
import pathlib
import sys
import unicodedata

import jsonschema

OPEN = ("herkomst", "overig")  # objects whose keys are data
OPTIONAL = ("kop",)            # keys that stand only where they say something


def places(value, path=()):
    """Paths of all objects in value."""
    if isinstance(value, dict):
        yield path
        for key, child in value.items():
            yield from places(child, path + (key,))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from places(child, path + (index,))


def odd_texts(value):
    """Texts that are not as every text of a record is: NFC, without private-use and control characters."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from odd_texts(key)
            yield from odd_texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from odd_texts(child)
    elif isinstance(value, str):
        if not unicodedata.is_normalized("NFC", value) or any(
                unicodedata.category(c) in ("Co", "Cc") and c not in "\n\t" for c in value):
            yield value


def at(value, path):
    for step in path:
        value = value[step]
    return value


def changed(record, path, change):
    copied = copy.deepcopy(record)
    change(at(copied, path))
    return copied


def main():
    schema_file, full_file, *folders = map(pathlib.Path, sys.argv[1:])
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems = []

    full = json.loads(full_file.read_text(encoding="utf-8"))
    for path in places(full):
        name = path[-1] if path else ""
        if name in OPEN or "bron" in path:
            continue
        if validator.is_valid(changed(full, path, lambda o: o.update(onbekend=1))):
            problems.append(f"an unknown key in /{'/'.join(map(str, path))} is accepted")
        for key in at(full, path):
            if key in OPTIONAL and "voorwerk" in path:
                continue
            if validator.is_valid(changed(full, path, lambda o: o.pop(key))):
                problems.append(f"/{'/'.join(map(str, path + (key,)))} may be absent")
    wrong = {
        ("school", "brin"): ["", "99zz", "99ZZ00"],
        ("school", "vestigingscode"): ["99ZZ"],
        ("school", "telefoon"): ["036 5550100", "0365550100"],
        ("school", "leerlingaantal"): [0, "212"],
        ("school", "naam"): ["", 1],
        ("school", "adres", "postcode"): ["1399ZZ", "0399 ZZ"],
        ("document", "id"): ["sha256:AA", "a" * 64],
        ("document", "soort"): ["SOP", None],
        ("versie", "datum"): [{"waarde": "2015-05", "precisie": "dag"}, "2015-05-01"],
        ("versie", "schooljaar"): ["2014/2015"],
        ("secties", 0, "id"): ["iets_anders"],
        ("secties", 0, "blokken", 0, "soort"): ["paragraaf"],
        ("arrangementen", 0, "domein"): ["gedrag"],
        ("basisondersteuning", "items", 0, "waarde"): ["misschien", ""],
        ("herkomst", "/school/naam", "zekerheid"): [1.01, "0.9"],
        ("herkomst", "/school/naam", "methode"): ["gok"],
        ("herkomst", "/school/naam", "bron"): [{}, {"rij": 1}, {"regel": 1}],
        ("meldingen", 0, "ernst"): ["warning"],
    }
    for path, values in wrong.items():
        for value in values:
            if validator.is_valid(changed(full, path[:-1], lambda o: o.__setitem__(path[-1], value))):
                problems.append(f"/{'/'.join(map(str, path))} may be {value!r}")

    files = [full_file] + sorted(file for folder in folders for file in folder.rglob("*.json"))
    for file in files:
        text = file.read_bytes().decode("utf-8")
        record = json.loads(text)
        problems += [f"{file}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                     for error in validator.iter_errors(record)]
        problems += [f"{file}: not NFC, or a control or private-use character: {odd[:80]!a}" for odd in odd_texts(record)]
        if text != json.dumps(record, indent=2, ensure_ascii=False) + "\n":
            problems.append(f"{file}: not laid out with two spaces and a final newline")

    print("\n".join(problems) or f"{len(files)} records are valid")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
