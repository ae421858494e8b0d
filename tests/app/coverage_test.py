"""Nothing of a document's text vanishes: every paragraph that the reader saw stands in voorwerk or secties.

    coverage_test.py        all samples and their prints; what a record left out on purpose, its meldingen count

The program is $SOPCONV.
"""
import collections
import json
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "script" / "samples"))
import dump  # noqa: E402
from support import ROOT, run  # noqa: E402

# Meldingen that count paragraphs which are left out.
LEFT_OUT = "SJABLOONTEKST_WEGGELATEN",
# Before the number of a heading, which the record has alone.
NUMBER_WORD = re.compile(r"^(Ad|Deel|Domein|Hoofdstuk) (?=\w+\b)")


def letters(text):
    """Whatever its spaces and hyphens: `convert` asks a word list where a print broke words, `inspect` shows what stands there."""
    return "".join(re.findall(r"\w", re.sub(r"~~|\[[x ]\]", "", text)))


def paragraphs(blocks):
    for block in blocks:
        if isinstance(block, dump.Table):
            yield from (inner for _, row in block.rows for cell in row for inner in paragraphs(cell.blocks))
        elif block.kind != "toc":
            parts = [""]  # a paragraph with tick boxes is several items of the record
            for piece in block.pieces:
                if isinstance(piece, dump.Box):
                    parts.append("")
                elif isinstance(piece, dump.Text):
                    parts[-1] += piece.text
            if block.kind.startswith("heading"):
                parts[0] = NUMBER_WORD.sub("", parts[0])
            yield [letters(part) for part in parts]


def texts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("tekst", "kop") and isinstance(inner, str):
                yield inner
            elif key != "id":
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def lost(path, record):
    """Paragraphs that stand nowhere in the record, and the letters that all others have more of than the record."""
    document = dump.read(run("inspect", path).stdout.decode())
    kept = "|".join(map(letters, [*texts(record["voorwerk"]), *(text for section in record["secties"] for text in texts(
        {"kop": (section["nummer"] or "") + section["kop"], "blokken": section["blokken"]}))]))
    missing, found = [], collections.Counter()
    for parts in paragraphs(document.blocks):
        if all(part in kept for part in parts):
            found.update("".join(parts))
        else:
            missing.append(" ".join(parts))
    left_out = sum(melding["aantal"] for melding in record["meldingen"] if melding["code"] in LEFT_OUT)
    sizes = [melding["bericht"] for melding in record["meldingen"] if melding["code"] == "TEKSTDEKKING"]
    assert len(sizes) == 1, sizes
    body, sections, front, dropped = map(int, re.findall(r"\d+", sizes[0])[:4])
    assert body == sections + front + dropped, sizes
    too_few = found - collections.Counter(kept)
    return (missing if len(missing) > left_out else []) + (["".join(too_few.elements())] if too_few else [])


def main():
    failed = False
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        run("convert", ROOT / "samples", "--out", folder, check=True)
        for path in sorted(pathlib.Path(folder).rglob("*.*.json")):
            source = path.relative_to(folder).with_suffix("")
            count += 1
            for text in lost(ROOT / "samples" / source, json.loads(path.read_text("utf-8"))):
                failed = True
                print(f"{source}: {text!r} is in no section")
    print(f"{count} documents")
    sys.exit(failed or not count)


if __name__ == "__main__":
    main()
