"""The facts of the sample schools: what each document says, and what its record must therefore hold.

samples/scholen/<name>.json is the single source of a sample: a writer makes the document from it, and
tests/app/facts_test.py holds the record against `expected_record`, value by value. Nothing here looks at what the
program makes of a document.

A text may hold marks `{kind|text}` or `{kind:argument|text}`:
  bold, italic           formatting only
  ins, del               tracked insertion and deletion
  strike, hidden         struck out, hidden: no part of a value
  note, comment          footnote, comment: stand beside the text
  link:address           hyperlink

A section's heading is its `nummer` and `kop`, or `written` where that stands there: "Domein 1: borging".

Blocks of `front` and of a section are:
  "text"                 paragraph; a tab in it is a tab
  "## text"              heading one level below the section's, no section of its own
  "- text", "  - text"   bullets, "1. text" numbered items
  "! text"               instruction of the template that was left in
  {"fields": [...]}      labels and values of `fields`, in the shape the sample has
  {"table": name}        arrangementen, grenzen, verbeterpunten, basisondersteuning; or {"table": rows} of cell texts
  {"list": name}         grenzen or verbeterpunten as a list
  {"kind": text}         what Word alone has: text_box, deleted, inserted, moved (a paragraph)

A cell is a text: lines are its paragraphs, those with "- " bullets. `{"text": t, "value": v}` where the record's value
is another, `{"above": true}` where it is merged with the cell above, with "text" where it says so ("idem").
"""
import copy
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHOOLS = ROOT / "samples" / "scholen"
DOCX = ROOT / "samples" / "docx"

MARK = re.compile(r"\{(\w+)(?::([^|{}]*))?\|([^{}]*)\}")
NOT_READ = {"del", "strike", "hidden", "note", "comment"}
COLUMNS = ("doelgroep", "begeleiding", "voorzieningen", "ondersteuningsroute", "externe_expertise")
# What a Document holds for characters of a file (ingest/text.h).
CLEANED = {"\u00ad": "", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\t": " "}
# What a record writes as "'": signs between letters, and before what is left of "des" and "het".
APOSTROPHE = re.compile(r"(?<=\w)[´`’‘‛](?=\w)|(?<!\w)[´`’‘‛](?=[stnk]\b)")

EMPTY = {
    "school": {"naam": None, "brin": None, "vestigingscode": None, "brin_bron": None, "schoolsoort": None,
               "denominatie": None, "onderwijsconcept": None,
               "adres": {"straat": None, "huisnummer": None, "postcode": None, "plaats": None},
               "telefoon": None, "email": None, "website": None, "leerlingaantal": None},
    "contact": {"directie": [], "interne_begeleiding": []},
    "bestuur": {"naam": None, "nummer": None},
    "samenwerkingsverband": {"code": None, "naam": None},
    "versie": {"tekst": None, "status": None, "datum": None, "schooljaar": None, "planperiode": None},
    "vaststelling": {"mr_advies": None, "bestuur": None},
}
# Tables whose rows stand in the facts as the record has them.
ROWS = {"deskundigheid": ("label", "categorie", "binnen_school", "buiten_school"),
        "externe_partners": ("naam", "frequentie"), "kengetallen": ("indicator", "periode", "waarde", "ruw")}
PERSON = {"naam": None, "functie": None, "werkdagen": [], "telefoon": None, "email": None}


def names():
    return sorted(path.stem for path in SCHOOLS.glob("*.json"))


def load(name):
    return json.loads((SCHOOLS / f"{name}.json").read_text("utf-8"))


def pieces(text):
    """Pieces (kind, argument, text) of a text; kind is "" between marks."""
    end = 0
    for mark in MARK.finditer(text):
        if mark.start() > end:
            yield "", None, text[end:mark.start()]
        yield mark[1], mark[2], mark[3]
        end = mark.end()
    if end < len(text):
        yield "", None, text[end:]


def clean(text):
    return APOSTROPHE.sub("'", re.sub(" +", " ", "".join(CLEANED.get(c, c) for c in text))).strip()


def value_of(text):
    """What a reader takes as filled in."""
    return clean("".join(part for kind, _, part in pieces(text) if kind not in NOT_READ))


def cell_text(cell):
    """A cell's text as written; None where it is merged with the cell above."""
    return cell.get("text") if isinstance(cell, dict) else cell


def cell_value(cell, above=None):
    if isinstance(cell, dict):
        if cell.get("above"):
            return above
        if "value" in cell:
            return cell["value"]
        cell = cell["text"]
    return "\n".join(value_of(line) for line in cell.split("\n")) or None


def list_texts(facts, name):
    """Items of `grenzen` or `verbeterpunten` as a list writes them, with their term."""
    return facts["grenzen"] if name == "grenzen" else [
        point.get("written", point["tekst"]) for point in facts["verbeterpunten"]]


def arrangement_rows(facts):
    columns = facts.get("arrangementen", {}).get("columns", [])
    result, above = [], {}
    for row in facts.get("arrangementen", {}).get("rows", []):
        if row.get("deleted"):
            continue
        above = {column: cell_value(row[column], above.get(column)) for column, _ in columns}
        other = {clean(heading): above[column] for column, heading in columns if column not in COLUMNS}
        result.append({**{column: above.get(column) for column in COLUMNS},
                       "overig": {heading: value for heading, value in other.items() if value},
                       "categorieen": row["categorieen"], "domein": row["domein"], "omvang": row.get("omvang", [])})
    return result


def raw_cells(facts):
    """(pointer, text) of the cells that say something else than their value: "idem", "n.v.t."."""
    kept = [row for row in facts.get("arrangementen", {}).get("rows", []) if not row.get("deleted")]
    for i, row in enumerate(kept):
        for column in COLUMNS:
            if isinstance(row.get(column), dict) and "text" in row[column] and not row[column].get("nested"):
                yield f"/arrangementen/{i}/{column}", row[column]["text"]


def put(record, path, value):
    *branches, leaf = path.split(".")
    for branch in branches:
        record = record[branch]
    if isinstance(value, dict) and isinstance(record[leaf], dict):
        record[leaf].update(value)
    elif isinstance(value, list):
        record[leaf] = [{**PERSON, **person} for person in value]
    else:
        record[leaf] = value


def expected_record(facts):
    """The part of the record that the facts decide; all else of it must be absent."""
    record = copy.deepcopy(EMPTY)
    for path, entry in facts.get("fields", {}).items():
        put(record, path, entry["value"] if "value" in entry else value_of(entry["text"]))
    for path, value in facts.get("derived", {}).items():
        put(record, path, value)
    record["secties"] = [{"id": section["id"], "nummer": section["nummer"], "kop": value_of(section["kop"]),
                          "niveau": section.get("niveau", 1)} for section in facts.get("secties", [])]
    record["arrangementen"] = arrangement_rows(facts)
    record["grenzen"] = [value_of(limit) for limit in facts.get("grenzen", [])]
    record["verbeterpunten"] = [{"tekst": value_of(point["tekst"]), "termijn": point["termijn"]}
                                for point in facts.get("verbeterpunten", [])]
    # The printed number of an item is no part of its label.
    record["basisondersteuning"] = [{"label": re.sub(r"^\d+(\.\d+)+ ", "", label), "waarde": value, "toelichting": note}
                                    for label, value, note in facts.get("basisondersteuning", [])]
    for name, keys in ROWS.items():
        record[name] = [dict(zip(keys, row)) for row in facts.get(name, [])]
    return record
