#!/usr/bin/env python3
"""Real profiles as PDF, where ../shared/corpus has them: tick boxes, tables and footers against independent counts.

Prints numbers only, a line a file: tick boxes that pdftotext sees, empty and ticked, and those of the record; Table elements of
the structure tree and tables that were read; lines of running text that came into the body; rows of expertise (with a mark), of
partners (with a frequency) and key figures. Exit 1 where a box is lost, where tables differ though the structure is trusted, where
running text is in the body, where another template than that of the audits was taken, where one of the five domains is missing,
or where more than one row of expertise (one has only arrows) or two of partners (two are empty) are without their mark. pdftotext
does not see boxes of fonts without Unicode, so more than it sees is no error here.
"""
import json
import re
import subprocess
import sys
from collections import Counter

from support import ROOT, SOPCONV

DOMAINS = {"populatie", "visie", "voorzieningen", "ondersteuningsstructuur", "externe_partners"}
PROFILES = sorted((ROOT.parent / "shared/corpus/ivo").glob("*.pdf"))


def output(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout


def boxes_of(record):
    text = Counter()

    def add(value):
        if isinstance(value, dict):
            if "aangevinkt" in value:
                text["☒" if value["aangevinkt"] else "☐"] += 1
            for part in value.values():
                add(part)
        elif isinstance(value, list):
            for part in value:
                add(part)
        elif isinstance(value, str):
            text.update(sign for sign in value if sign in "☐☒")

    for place in [record["voorwerk"], *(section["blokken"] for section in record["secties"])]:
        add(place)
    return text["☐"], text["☒"]


def tables_of(path):
    """Table elements of the structure tree that hold more than one cell, by qpdf's own reading of the objects."""
    run = subprocess.run(["qpdf", "--json=1", "--json-key=objects", path], capture_output=True)
    objects = json.loads(run.stdout)["objects"]

    def children(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = objects.get(kid) if isinstance(kid, str) else kid
            if isinstance(kid, dict) and "/S" in kid:
                yield kid

    def cells(element):
        return sum((kid["/S"] in ("/TD", "/TH")) + (cells(kid) if kid["/S"] not in ("/TD", "/TH") else 0)
                   for kid in children(element))

    tables = [value for value in objects.values() if isinstance(value, dict) and value.get("/S") == "/Table"]
    return sum(cells(table) > 1 for table in tables)


def running_lines(path, dump):
    """Lines that pdftotext has at the foot of most pages and that stand in the body, digits aside; a bare number may be an
    answer, three are page numbers."""
    pages = output("pdftotext", "-layout", path, "-").decode().split("\f")[:-1]
    last = Counter(re.sub(r"\d+", "#", lines[-1].strip()) for page in pages if (lines := page.strip().splitlines()))
    running = {line for line, count in last.items() if 2 * count > len(pages)}
    body = dump.split("\nbody\n", 1)[1].split("\nfooter", 1)[0]
    found = Counter(re.sub(r"\d+", "#", text.strip()) for text in re.findall(r"^  p[^:]*: (.*)$", body, re.M))
    return sum(count for line, count in found.items() if line in running and (line != "#" or count >= 3))


def main():
    if not PROFILES:
        sys.exit(77)
    passed = True
    for path in PROFILES:
        text = output("pdftotext", path, "-").decode()
        record = json.loads(output(SOPCONV, "convert", path))
        dump = output(SOPCONV, "inspect", path).decode()
        seen, read = (text.count("☐"), text.count("☒")), boxes_of(record)
        tagged, tables = tables_of(path), len(re.findall(r"^ *table \d+: ", dump, re.M))
        footers = running_lines(path, dump)
        print(f"{path.stem}: boxes {seen} read {read}, tables {tagged} read {tables}, running lines in the body {footers}")
        is_trusted = "STRUCTUUR_NIET_VERTROUWD" not in dump
        expertise = [item["binnen_school"] is not None or item["buiten_school"] is not None for item in record["deskundigheid"]]
        partners = [partner["frequentie"] is not None for partner in record["externe_partners"]]
        domains = {section["id"] for section in record["secties"]} & DOMAINS
        print(f"  domains {len(domains)}, expertise {len(expertise)} ({sum(expertise)}), partners {len(partners)} ({sum(partners)}), "
              f"figures {len(record['kengetallen'])}")
        passed &= (record["document"]["sjabloon"] or {}).get("id") == "ivo" and domains == DOMAINS
        passed &= len(expertise) >= 10 and sum(expertise) >= len(expertise) - 1 and len(partners) >= 10 and sum(partners) >= len(partners) - 2
        passed &= all(a <= b for a, b in zip(seen, read)) and (tagged == tables or not is_trusted) and footers == 0
    sys.exit(not passed)


if __name__ == "__main__":
    main()
