"""Scores a record against the facts it should hold: value by value, cell by cell.

A slot is one field or one cell. Right: the record has the fact, whatever its white space. Missing: it has nothing. Wrong: it has
something else, or something where the facts have nothing. A wrong one costs two missing ones:

    F1 = 2 right / (2 right + missing + 2 wrong)
"""
import collections
import difflib

import facts as school

# Follow from the school's name or are of the program's own making: no slot.
NO_FIELD = ("brin_bron", "schoolsoort", "denominatie", "onderwijsconcept")
# Rows of a list are one another's when their first texts are this alike (0..1).
ALIKE = 0.6

Outcome = collections.namedtuple("Outcome", "slot kind fact value confidence")


def tidy(value):
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, list):
        return ", ".join(value) or None
    return value


def scalars(path, value):
    if isinstance(value, dict) and "waarde" not in value:
        for key, inner in value.items():
            if key not in NO_FIELD:
                yield from scalars(f"{path}/{key}", inner)
    elif isinstance(value, dict):
        yield path, value["waarde"]
    elif not isinstance(value, list):
        yield path, value


def rows_of(record):
    """(pointer of the list, its rows as {member: value}), the member that tells rows apart first."""
    def persons(kind):
        return [{"naam": person["naam"], "werkdagen": tidy(person["werkdagen"])} for person in record["contact"][kind]]
    yield "/contact/directie", persons("directie")
    yield "/contact/interne_begeleiding", persons("interne_begeleiding")
    yield "/secties", [{"kop": row["kop"], "id": row["id"]} for row in record["secties"]]
    yield "/arrangementen", [{column: row[column] for column in school.COLUMNS} for row in record["arrangementen"]]
    items, limits = record["basisondersteuning"], record["grenzen"]
    items = items["items"] if isinstance(items, dict) else items
    yield "/basisondersteuning/items", [{"label": row["label"], "waarde": row["waarde"]} for row in items]
    yield "/grenzen/punten", [{"": text} for text in (limits["punten"] if isinstance(limits, dict) else limits)]
    yield "/verbeterpunten", [{"tekst": row["tekst"], "termijn": row["termijn"]} for row in record["verbeterpunten"]]


def aligned(facts, values):
    """Pairs (fact row or None, index of the value's row or None) with the most likeness, both in their order."""
    first = [str(tidy(next(iter(row.values()))) or "") for row in facts]
    other = [str(tidy(next(iter(row.values()))) or "") for row in values]
    best = [[(0.0, None)] * (len(other) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            ratio = difflib.SequenceMatcher(None, first[i], other[j], autojunk=False).ratio()
            steps = [(best[i + 1][j][0], "fact"), (best[i][j + 1][0], "value")]
            if ratio >= ALIKE:
                steps.append((ratio + best[i + 1][j + 1][0], "both"))
            best[i][j] = max(steps, key=lambda step: step[0])
    i = j = 0
    while i < len(first) or j < len(other):
        step = "fact" if j == len(other) else "value" if i == len(first) else best[i][j][1]
        yield (facts[i] if step != "value" else None), (j if step != "fact" else None)
        i, j = i + (step != "value"), j + (step != "fact")


def judge(slot, fact, value, confidence):
    fact, value = tidy(fact), tidy(value)
    if fact is None and value is None:
        return
    kind = "right" if fact == value else "missing" if value is None else "wrong"
    yield Outcome(slot, kind, fact, value, confidence)


def outcomes(facts, record):
    truth, evidence = school.expected_record(facts), record["herkomst"]

    def sure(pointer):
        return evidence.get(pointer, {}).get("zekerheid")
    for part in ("school", "bestuur", "samenwerkingsverband", "versie", "vaststelling"):
        values = dict(scalars(f"/{part}", record[part]))
        for path, fact in scalars(f"/{part}", truth[part]):
            yield from judge(path, fact, values.get(path), sure(path))
    lists = dict(rows_of(record))
    for path, rows in rows_of(truth):
        for fact, at in aligned(rows, lists[path]):
            value = lists[path][at] if at is not None else {}
            for member in fact or value:
                pointer = f"{path}/{at}/{member}".rstrip("/")
                yield from judge(f"{path}/{member}".rstrip("/"), (fact or {}).get(member), value.get(member), sure(pointer))


def f1(counts):
    right, missing, wrong = (counts[kind] for kind in ("right", "missing", "wrong"))
    total = 2 * right + missing + 2 * wrong
    return 2 * right / total if total else 1.0
