"""script/check-layering refuses what the layout forbids: each row is a tree with one fault."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "script/check-layering"

FAULTS = {
    ("ingest/a.cpp", '#include "extract/b.h"'): "to the right of ingest/",
    ("ingest/docx/a.cpp", '#include "b.h"'): "does not start at the root",
    ("export/a.cpp", '#include "ingest/docx/b.h"'): "is for ingest/ alone",
    ("export/a.cpp", '#include "ingest/weg.h"'): "does not exist",
    ("extract/a.cpp", "#include <pugixml.hpp>"): "is not for extract/",
    ("ingest/a.h", "#include <pugixml.hpp>"): "in a header",
    ("extract/a.cpp", "#include <qpdf/QPDF.hh>"): "is not for extract/",
    ("app/a.cpp", "#include <poppler/cpp/poppler-document.h>"): "is not for app/",
    ("ingest/a.h", "#include <qpdf/QPDF.hh>"): "in a header",
    ("export/a.cpp", '#include "ingest/pdf/page.h"'): "is for ingest/ alone",
    ("normalize/a.h", "#include <unicode/utf8.h>"): "in a header",
    ("export/a.cpp", "#include <nlohmann/json.hpp>"): "no folder may use",
    ("ingest/a.cpp", "#  include <fcntl.h>"): "stages touch no file",
}
GOOD = {
    "ingest/docx/b.h": "#include <pugixml.hpp>\n#include <vector>\n",
    "ingest/pdf/b.h": "#include <qpdf/QPDF.hh>\n",
    "extract/b.h": '#include "ingest/c.h"\n',
    "ingest/c.h": "",
    "app/a.cpp": '#include "app/a.h"\n\n#include <CLI/CLI.hpp>\n#include <fcntl.h>\n#include "extract/b.h"\n',
    "app/a.h": "",
}


def check(files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True)


class LayeringTest(unittest.TestCase):
    def test_a_tree_without_faults_passes(self):
        result = check(GOOD)
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_each_fault_is_found(self):
        for (name, line), problem in FAULTS.items():
            with self.subTest(line=line):
                result = check(GOOD | {name: line + "\n"})
                self.assertEqual(result.returncode, 1)
                self.assertIn(f"{name}: ", result.stdout)
                self.assertIn(problem, result.stdout)


if __name__ == "__main__":
    unittest.main()
