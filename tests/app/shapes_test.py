#!/usr/bin/env python3
"""The same facts in another shape and in other words give the same record.

    tests/app/shapes_test.py SOPCONV [SEED [VARIANTS]]

Every school of samples/scholen is written again in shapes drawn by chance: labels, headings, lists, tick boxes and tables
each in another way than its sample has, with the words of wordings.py. The draw is the same in every run; another SEED draws other shapes.
"""
import collections
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "script" / "samples"))
import facts as school  # noqa: E402
import word  # noqa: E402
from facts_test import mistakes  # noqa: E402
from wordings import BEFORE_NUMBER, reword  # noqa: E402

CHOICES = {
    "labels": ("colon", "tab", "breaks", "table", "pairs", "controls", "legacy"),
    "headings": ("auto", "typed", "bold", "outline"),
    "after_number": (". ", " ", ") ", ".\t"),
    "before_number": BEFORE_NUMBER,
    "lists": ("numbered", "typed", "characters"),
    "numbered_points": (True, False),
    "checks": ("control", "control_table", "cross", "legacy", "strike", "symbol"),
    "landscape": (True, False),
    "repeat_header": (True, False),
    "header_again": (True, False),
    "row_controls": (True, False),
    "noise": (True, False),
    "no_styles": (True, False, False),
    "one_table": (True, False, False, False, False),
}
TERMS = (" – gereed: {}", " (gereed: {})", " Termijn: {}", " ({})")


def number_again(sections):
    """Numbers as Word counts them."""
    chapter = part = 0
    for section in sections:
        if section["nummer"] and section.get("niveau", 1) == 1:
            chapter, part = chapter + 1, 0
            section["nummer"] = str(chapter)
        elif section["nummer"]:
            part += 1
            section["nummer"] = f"{chapter}.{part}"


def is_merged(cell):
    return isinstance(cell, dict) and school.cell_text(cell) is None


def variant(facts, draw):
    facts = copy.deepcopy(facts)
    shape = {key: draw.choice(values) for key, values in CHOICES.items()}
    facts["shape"] = {**facts.get("shape", {}), **shape}
    shape = facts["shape"]
    if shape["no_styles"]:
        shape["headings"], shape["lists"] = draw.choice(("bold", "outline")), draw.choice(("typed", "characters"))
    if shape["one_table"]:
        shape["headings"], shape["landscape"] = draw.choice(("bold", "typed")), False
    if shape["before_number"]:
        shape["after_number"] = draw.choice((": ", " ", ". "))
    if shape["headings"] == "auto":
        number_again(facts["secties"])
    rows = facts["arrangementen"]["rows"]
    if len(rows) < 2 or any(is_merged(cell) for row in rows for cell in row.values()):
        shape["header_again"] = False
    for path, entry in facts["fields"].items():
        entry.setdefault("tag", path)
    if not any(" / " in heading for _, heading in facts["arrangementen"]["columns"]):
        reword(facts, draw)
    for section in facts["secties"]:
        section["blocks"] = [points(facts, block, draw) for block in section["blocks"]]
    return facts


def points(facts, block, draw):
    """Grenzen and verbeterpunten as a list or as a table."""
    name = isinstance(block, dict) and block.get("list", block.get("table"))
    if name not in ("grenzen", "verbeterpunten"):
        return block
    term = draw.choice(TERMS)
    for point in facts["verbeterpunten"]:
        point["written"] = point["tekst"] + (term.format(point["termijn"]) if point["termijn"] else "")
    return {draw.choice(("list", "table")): name}


def main():
    program, seed, variants = (sys.argv[1:] + ["1", "4"][len(sys.argv) - 2:])[:3]
    draw = random.Random(int(seed))
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "in", pathlib.Path(folder) / "out"
        source.mkdir()
        for name in school.names():
            facts = school.load(name)
            is_form = "arrangementen" in facts and "sjabloon" not in facts  # the shapes are those of the Almere form
            for i in range(int(variants) if is_form else 0):
                made[f"{name}-{i}"] = variant(facts, draw)
        for name, facts in made.items():
            word.write(name, facts, source / f"{name}.docx")
        run = subprocess.run([program, "convert", source, "--out", target], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"sopconv convert ended with {run.returncode}: {run.stderr}")
        kinds = collections.defaultdict(list)
        wrong = 0
        for name, facts in made.items():
            record = json.loads((target / f"{name}.docx.json").read_text("utf-8"))
            # In words of the vocabulary alone a form is no longer that of Almere.
            lines = [line for line in mistakes(facts, record) if not line.startswith("sjabloon:")]
            wrong += bool(lines)
            for line in lines:
                kinds[re.sub(r"\d+", "N", line.partition(":")[0])].append((name, line))
    for kind, lines in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{kind}: {len(lines)}, the first:")
        name, line = lines[0]
        shape = made[name]["shape"]
        print(f"    {name} {' '.join(f'{key}={shape[key]!r}' for key in CHOICES)}\n    {line}")
    print(f"{len(made) - wrong} of {len(made)} documents as the facts say")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
