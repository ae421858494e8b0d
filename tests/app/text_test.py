"""Every string of every record is clean: in NFC, with no mojibake, no private-use character, no control character but tab
and newline, nothing invisible. Of all samples, and of the profiles of others where they are at hand (../shared, not part
of the repository); of those only places are printed, never text."""
import json
import pathlib
import re
import sys
import tempfile
import textwrap
import unicodedata

from support import ROOT, pdf, run

SHARED = ROOT.parent / "shared" / "corpus" / "ivo"
DUTCH = ("De school werkt samen met het samenwerkingsverband en met de ouders. Ieder kind krijgt ondersteuning die past bij wat "
         "het nodig heeft. De intern begeleider bespreekt de resultaten drie keer per jaar met de leerkrachten. Voor kinderen met "
         "dyslexie gebruiken wij extra hulpmiddelen. In de onderbouw observeren wij de taalontwikkeling en het gedrag. De "
         "orthopedagoog denkt mee over onderzoek en over het vervolgonderwijs. Vragen van ouders beantwoordt de directeur. ")
# UTF-8 read as Windows-1252, CP850 or CP852: the first character of each and one that may follow.
MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf]|â€|â‚¬|├[\u2500-\u259f©«®»½¼´]|ÔÇ")
ALLOWED = "\t\n"
UNWANTED = {"Cc": "control character", "Co": "private-use character", "Cn": "unassigned character",
            "Cs": "surrogate", "Cf": "invisible character"}


def strings_of(value, pointer=""):
    if isinstance(value, str):
        yield pointer, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(value, dict):
            yield pointer, key
        yield from strings_of(item, f"{pointer}/{key}")


def problems_of(text):
    if not unicodedata.is_normalized("NFC", text):
        yield "not in NFC"
    if MOJIBAKE.search(text):
        yield "mojibake"
    for character in set(text) - set(ALLOWED):
        kind = UNWANTED.get(unicodedata.category(character))
        if kind:
            yield f"{kind} U+{ord(character):04X}"


def damaged_problems(folder):
    """A text that lacks a letter says so; the same text with all its letters says nothing."""
    for name, text, layer in (("heel", DUTCH, "volledig"), ("zonder-o", DUTCH.replace("o", ""), "beschadigd")):
        lines = " ".join(f"({line}) Tj T*" for line in textwrap.wrap(text * 4, 80))
        path = folder / f"{name}.pdf"
        path.write_bytes(pdf(f"BT /F1 9 Tf 12 TL 50 800 Td {lines} ET"))
        record = json.loads(run("convert", path).stdout)
        codes = {remark["code"] for remark in record["meldingen"]}
        if record["document"]["tekstlaag"] != layer or ("TEKSTLAAG_BESCHADIGD" in codes) != (layer == "beschadigd"):
            yield f"{name}: {record['document']['tekstlaag']}, {sorted(codes)}"


def main():
    problems, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        problems += damaged_problems(pathlib.Path(name))
        for number, folder in enumerate((ROOT / "samples" / "docx", ROOT / "samples" / "pdf", SHARED)):
            if not folder.exists():
                continue
            out = pathlib.Path(name) / str(number)
            result = run("convert", folder, "--out", out)
            if result.returncode != 0:
                problems.append(f"{folder}: {result.stderr.decode()}")
            for path in sorted(out.rglob("*.json")):
                for pointer, text in strings_of(json.loads(path.read_text("utf-8"))):
                    count += 1
                    problems += [f"{path.relative_to(out)} {pointer}: {problem}" for problem in problems_of(text)]
    print("\n".join(problems) or f"{count} strings are clean")
    sys.exit(bool(problems) or count == 0)


if __name__ == "__main__":
    main()
