"""Documents of others, where they are at hand (../shared, not part of the repository): a record or a classified error
for every file, every record valid, every visible word in the document, nothing that was deleted."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

from support import ROOT, SOPCONV, run

SHARED = ROOT.parent / "shared"
CORPUS, RECALL = SHARED / "corpus/docx", SHARED / "check/docx-recall"
SKIPPED = 77
COMPLETE_PERCENT = "99.5"


def main():
    if not RECALL.exists():
        sys.exit(SKIPPED)
    problems = []
    validator = jsonschema.Draft202012Validator(json.loads((ROOT / "export/sop-record.schema.json").read_text("utf-8")))
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name)
        result = run("convert", CORPUS, "--out", out)
        print(result.stderr.decode())
        report = json.loads((out / "rapport.json").read_text("utf-8"))
        for file in report["bestanden"]:
            if file["fout"]:
                if file["fout"]["code"] == "INTERNE_FOUT":
                    problems.append(f"{file['pad']}: INTERNE_FOUT")
                continue
            record = json.loads((out / file["record"]).read_text("utf-8"))
            problems += [f"{file['pad']}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                         for error in validator.iter_errors(record)]
            if record["document"]["soort"] != "anders":
                problems.append(f"{file['pad']}: taken for a {record['document']['soort']}")

    recall = subprocess.run([RECALL, CORPUS, "--min", COMPLETE_PERCENT, "--", SOPCONV, "inspect", "{}"],
                            capture_output=True, text=True)
    print(recall.stdout, recall.stderr)
    if recall.returncode != 0:
        problems.append("docx-recall: too few documents are complete")
    problems += [line for line in recall.stdout.splitlines()
                 if "must be 0" in line and not re.search(r"\b0 printed, must be 0", line)]
    print("\n".join(problems))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
