"""Reads a sample's golden document (samples/docx/*.document.txt, the dump of ingest/document.h) back into blocks.

The prints of script/make-pdfs are made from it: what the Word file says, free of Word. A block is a Paragraph or a Table;
a paragraph's pieces are Text, Box, Break, Tab and Note.
"""
import dataclasses
import re


@dataclasses.dataclass
class Text:
    text: str
    control: str = ""  # name of the innermost text control it stands in
    struck: bool = False


@dataclasses.dataclass
class Box:
    checked: bool


class Break:
    pass


class Tab:
    pass


@dataclasses.dataclass
class Note:
    id: str


@dataclasses.dataclass
class Paragraph:
    kind: str  # p, title, toc, heading, item
    level: int = 0
    label: str = ""  # of a list item, or the number of a heading
    ordered: bool = False
    bold: bool = False
    pieces: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Cell:
    column: int
    columns: int
    rows: int
    blocks: list


@dataclasses.dataclass
class Table:
    columns: int
    rows: list  # of (is header, [Cell])


@dataclasses.dataclass
class Document:
    title: str = ""
    blocks: list = dataclasses.field(default_factory=list)
    stories: dict = dataclasses.field(default_factory=dict)  # "footnote 1", "header1": blocks


LINE = re.compile(r"(?P<kind>heading (?P<depth>\d) \([a-z ]+\)|item (?P<level>\d+)(?P<ordered> ordered)? \"(?P<label>.*?)\"|p|title|toc|caption)"
                  r"(?: \"(?P<number>[^\"]*)\")?(?P<bold> bold)?(?:: (?P<text>.*))?$")
CELL = re.compile(r"(\d+)(?:\+(\d+))?(?: v(\d+))?(?: header)?$")
MARKS = re.compile(r"⟨[^⟨⟩]*?: |⟩|\[x\] |\[ \] | ⏎⏎? | ⇥ |\[\^[^\]]+\]|\{(?:hidden|prompt|highlighted|super|sub): |\}|~~")
NOT_SHOWN = ("{hidden: ", "{prompt: ")
NO_FIELD = {"group", "building_block", "checkbox", "arrangementen"}  # controls around text that holds others, or boxes


def pieces(text):
    made, controls, styles, at, struck = [], [], [], 0, False
    for mark in [*MARKS.finditer(text), None]:
        plain = text[at:mark.start() if mark else len(text)]
        if plain and not any(style in NOT_SHOWN for style in styles):
            name = controls[-1] if controls and controls[-1] not in NO_FIELD else ""
            made.append(Text(plain, name, struck))
        if not mark:
            return made
        at, sign = mark.end(), mark.group()
        if sign[0] == "⟨":
            controls.append(sign[1:-2])
        elif sign == "⟩":
            controls.pop()
        elif sign[0] == "{":
            styles.append(sign)
        elif sign == "}":
            styles.pop()
        elif sign == "~~":
            struck = not struck
        elif sign in ("[x] ", "[ ] "):
            made.append(Box(sign == "[x] "))
        elif sign == " ⇥ ":
            made.append(Tab())
        elif sign.startswith("[^"):
            made.append(Note(sign[2:-1]))
        else:
            made.append(Break())


def paragraph(line):
    found = LINE.match(line)
    if not found:
        raise ValueError(f"not a line of a dump: {line}")
    kind = found["kind"].split(" ")[0]
    return Paragraph(kind, int(found["depth"] or found["level"] or 0), found["label"] or found["number"] or "",
                     bool(found["ordered"]), bool(found["bold"]), pieces(found["text"] or ""))


class Lines:
    def __init__(self, text):
        self.lines = [(len(line) - len(line.lstrip(" ")), line.strip(" ")) for line in text.splitlines()]
        self.at = 0

    def next(self, depth):
        """The next line where it stands at this depth."""
        if self.at < len(self.lines) and self.lines[self.at][0] == depth:
            self.at += 1
            return self.lines[self.at - 1][1]
        return None

    def blocks(self, depth):
        made = []
        while line := self.next(depth):
            made.append(self.table(line, depth + 2) if line.startswith("table ") else paragraph(line))
        return made

    def table(self, line, depth):
        made = Table(int(re.search(r": (\d+) column", line)[1]), [])
        while line := self.next(depth):
            cells = []
            while cell := self.next(depth + 2):
                column, span, rows = CELL.match(cell).groups()
                cells.append(Cell(int(column), int(span or 0) + 1, int(rows or 1), self.blocks(depth + 4)))
            made.rows.append((line == "row header", cells))
        return made


def read(text):
    lines, document = Lines(text), Document()
    while line := lines.next(0):
        if line == "body":
            document.blocks = lines.blocks(2)
        elif line in ("metadata", "controls", "diagnostics"):
            while entry := lines.next(2):
                if entry.startswith("title: ") and line == "metadata":
                    document.title = entry[7:]
        else:
            document.stories[line] = lines.blocks(2)
    return document
