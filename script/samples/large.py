"""Large Word-like documents for script/bench: the form of a school that wrote far too much.

Same size, same bytes. About ten bytes of XML for one of text, as Word writes it; never more in memory than one block.
"""
import random
import zipfile

import facts as school
import ooxml as x
import wordparts

SECTIONS = ("Gegevens van de school", "Visie en onderwijsconcept van de school", "Beschrijving van de basisondersteuning",
            "Arrangementen extra ondersteuning", "Grenzen van de ondersteuning", "Verbeterpunten")
COLUMNS = ("Leerlingen met …", "Welke begeleiding geef je/krijgen deze leerlingen?",
           "Welke specifieke voorzieningen heeft de school?", "Wat is de ondersteuningsroute binnen onze school?",
           "Welke expertise heb je nodig van externe partners?")
ROWS = 8  # of a table


def words():
    """Words of the samples, without marks."""
    found = []
    for name in school.names():
        for section in school.load(name)["secties"]:
            for block in section["blocks"]:
                if isinstance(block, str):
                    found += school.value_of(block).split()
    return found


class Large:
    def __init__(self, size):
        self.size, self.random, self.words = size, random.Random(size), words()

    def text(self, count):
        start = self.random.randrange(len(self.words) - count)
        return " ".join(self.words[start:start + count])

    def paragraph(self, count, style=None, list_=None):
        rsid = f"00{self.random.randrange(0x100000, 0xFFFFFF):06X}"
        runs = "".join(f'<w:r w:rsidRPr="{rsid}"><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
                       '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="nl-NL" w:eastAsia="en-US"/></w:rPr>'
                       f'{x.text_elements(self.text(min(5, count - i)) + " ")}</w:r>' for i in range(0, count, 5))
        return x.paragraph(runs, style, list_, rsid)

    def table(self):
        widths = [2800] * len(COLUMNS)
        titles = [x.cell(x.paragraph(x.run(heading, bold=True)), 2800, color="DEEAF6") for heading in COLUMNS]
        header = x.row(titles, header=True)
        rows = [x.row([x.cell(self.paragraph(self.random.randrange(4, 16)), 2800) for _ in COLUMNS]) for _ in range(ROWS)]
        return x.table([header, *rows], widths)

    def section(self, number, heading, size):
        yield x.paragraph(x.run(f"{number}. {heading}"), "Kop1")
        if number == 1:
            yield x.paragraph(x.run("Naam de school: OBS De Lange Adem"))
        written = 0
        while written < size:
            kind = self.random.randrange(12)
            if kind == 0 or number == 4:
                block = self.table() + x.paragraph()
            elif kind < 4:
                block = self.paragraph(self.random.randrange(6, 20), "Lijstalinea", (wordparts.BULLET, 0))
            else:
                block = self.paragraph(self.random.randrange(20, 120))
            written += len(block.encode())
            yield block

    def write(self, path):
        """Returns the size of the main part in bytes."""
        package = x.Package()
        wordparts.add(package, "styles.xml", "styles", wordparts.styles())
        wordparts.add(package, "numbering.xml", "numbering", wordparts.numbering())
        package.part("word/document.xml", f"{x.CONTENT}document.main+xml", "")
        package.parts.insert(0, package.parts.pop())
        package.write(path)
        with zipfile.ZipFile(path) as small:
            others = [(info, small.read(info)) for info in small.infolist() if info.filename != "word/document.xml"]
        written = 0
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zip_:
            for info, data in others:
                zip_.writestr(info, data)
            info = zipfile.ZipInfo("word/document.xml", (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with zip_.open(info, "w") as part:
                def put(text):
                    nonlocal written
                    written += part.write(text.encode())
                put(f"{x.PROLOG}<w:document {x.DECLARATIONS}><w:body>")
                for number, heading in enumerate(SECTIONS, 1):
                    for block in self.section(number, heading, self.size // len(SECTIONS)):
                        put(block)
                put(f"{x.section()}</w:body></w:document>")
        return written
