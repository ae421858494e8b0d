"""Makes the documents of the evaluation: every school of tests/eval/schools.py with every producer."""
import copy
import json
import multiprocessing.pool
import pathlib
import subprocess

import facts as school
import markup
import npm
import producers
import schools
import word

DOCX_VERSION = "9.15.2"
ANSWERS = ("ja", "nee", "in_ontwikkeling")


def plain(facts):
    """The facts with their tables as rows of texts, which is all that writers other than `word` know."""
    facts = copy.deepcopy(facts)
    columns = facts["arrangementen"]["columns"]
    tables = {
        "arrangementen": [[heading for _, heading in columns],
                          *([schools.text_of(row[name]) for name, _ in columns] for row in facts["arrangementen"]["rows"])],
        "basisondersteuning": [["Onderdeel", "Ja", "Nee", "In ontwikkeling"],
                               *([label, *("x" if answer == value else "" for answer in ANSWERS)]
                                 for label, value, _ in facts["basisondersteuning"])],
        "verbeterpunten": [["Verbeterpunt", "Termijn"], *([point["tekst"], point["termijn"] or ""] for point in facts["verbeterpunten"])],
    }
    for section in facts["secties"]:
        section["blocks"] = [{"table": tables[block["table"]]} if isinstance(block, dict) and str(block.get("table")) in tables else block
                             for block in section["blocks"]]
    return facts


def write_npm(name, facts, path):
    script = npm.install("docx", DOCX_VERSION) / "npm-docx.mjs"
    script.write_text((school.ROOT / "script/samples/npm-docx.mjs").read_text("utf-8"), "utf-8")
    source = path.with_suffix(".facts.json")
    source.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
    subprocess.run(["node", script, source, path], check=True)
    source.unlink()


WRITERS = {"word": word.write, "libreoffice": markup.write_libreoffice, "pandoc": markup.write_pandoc, "npm-docx": write_npm}
PRINTERS = {name: producers.PRODUCERS[name] for name in (
    "lo-tagged", "lo-untagged", "ghostscript", "chromium-solid", "chromium-grey", "weasyprint", "wkhtmltopdf", "form")}
NEEDED = {"ghostscript": "lo-untagged"}  # what a printer prints again


def is_print(producer):
    return producer in PRINTERS


def path_of(folder, producer, name):
    return folder / producer / f"{name}.{'pdf' if is_print(producer) else 'docx'}"


def make(folder, wanted, all_facts, program):
    """Writes the missing ones. Prints are of what the writer `word` gave; their HTML is of what the reader saw in it, so the
    text of both is the same while truth is from the facts."""
    todo = [*dict.fromkeys(["word", *(NEEDED[name] for name in wanted if name in NEEDED), *wanted])]
    school.DOCX, school.SCHOOLS = folder / "word", folder / "facts"
    for producer in [*todo, "facts"]:
        (folder / producer).mkdir(parents=True, exist_ok=True)
    for name, facts in all_facts.items():
        (school.SCHOOLS / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False), "utf-8")

    def one(job):
        producer, name = job
        path = path_of(folder, producer, name)
        if path.exists() and producer != "word":  # always the same, and quickly made
            return
        if is_print(producer):
            PRINTERS[producer](name, path, lambda other: path_of(folder, other, name))
        else:
            facts = all_facts[name]
            WRITERS[producer](name, facts if producer == "word" else plain(facts), path)
            if producer == "word":
                seen = subprocess.run([program, "inspect", path], check=True, capture_output=True).stdout
                path.with_suffix(".document.txt").write_bytes(seen)

    if "npm-docx" in todo:
        npm.install("docx", DOCX_VERSION)  # once, before two threads want it
    with multiprocessing.pool.ThreadPool(2) as pool:
        for producer in todo:  # one after the other: a printer may print what another made
            print(f"  {producer}", flush=True)
            pool.map(one, [(producer, name) for name in all_facts], chunksize=1)


def convert(folder, program):
    """{(producer, name): record} of all that is in the folder."""
    out = folder / "records"
    run = subprocess.run([program, "convert", folder, "--out", out], capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr)
    records = {}
    for path in pathlib.Path(out).rglob("*.json"):
        name = path.name.removesuffix(".json")
        if name.endswith((".docx", ".pdf")):
            records[path.parent.name, name.rpartition(".")[0]] = json.loads(path.read_text("utf-8"))
    return records
