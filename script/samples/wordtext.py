"""Runs, paragraphs, headings and list items as Word writes them."""
import random
import re

import facts as school
import ooxml as x
import wordparts

CHANGE = 'w:author="R. Voorbeeld" w:date="2016-03-02T10:15:00Z"'
PAGE, LANDSCAPE, IN_TABLE = 9600, 14500, 6700  # width of the text in twentieths of a point


class WordText:
    def __init__(self, name, facts):
        self.facts, self.shape = facts, facts.get("shape", {})
        self.random = random.Random(name)
        self.package = x.Package()
        self.package.part("word/document.xml", f"{x.CONTENT}document.main+xml", "")
        self.notes, self.comments, self.store, self.links = [], [], {}, {}
        self.ids = 100
        self.styled = not self.shape.get("no_styles")
        self.width = IN_TABLE if self.shape.get("one_table") else PAGE

    def number(self):
        self.ids += 1
        return self.ids

    def rsid(self):
        return f"00{self.random.randrange(0x100000, 0xFFFFFF):06X}" if self.shape.get("noise") else None

    def runs(self, text, **format):
        """Runs of `text`, cut where Word cuts them when the writer hesitated: anywhere."""
        if not self.shape.get("noise") or len(text) < 12:
            return x.run(text, self.rsid(), **format) if text else ""
        parts = []
        while text:
            size = self.random.randrange(5, 90)
            part, text = text[:size], text[size:]
            parts.append(x.run(part, self.rsid(), **format))
            noise = self.random.randrange(12)
            if noise == 0:
                parts.append('<w:proofErr w:type="spellStart"/>')
            elif noise == 1:
                parts.append('<w:proofErr w:type="spellEnd"/>')
            elif noise == 2:
                id_ = self.number()
                parts.append(f'<w:bookmarkStart w:id="{id_}" w:name="_Hlk{id_}"/><w:bookmarkEnd w:id="{id_}"/>')
            elif noise == 3:
                parts.append("<w:r><w:lastRenderedPageBreak/></w:r>")
            elif noise == 4 and text:
                parts.append('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">'
                             f"{x.run(text[:6], self.rsid(), **format)}</w:smartTag>")
                text = text[6:]
        return "".join(parts)

    def inline(self, text, **format):
        """Runs of a text with marks."""
        parts = []
        for kind, argument, part in school.pieces(text):
            if kind in ("", "bold", "italic", "strike", "hidden"):
                own = {"strike": "struck"}.get(kind, kind)
                parts.append(self.runs(part, **format, **({own: True} if own else {})))
            elif kind == "ins":
                parts.append(f'<w:ins w:id="{self.number()}" {CHANGE}>{self.runs(part, **format)}</w:ins>')
            elif kind == "del":
                parts.append(f'<w:del w:id="{self.number()}" {CHANGE}>{x.run(part, deleted=True, **format)}</w:del>')
            elif kind == "note":
                self.notes.append(part)
                parts.append('<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr>'
                             f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>')
            elif kind == "comment":
                parts.append(f'<w:r><w:commentReference w:id="{len(self.comments)}"/></w:r>')
                self.comments.append(part)
            elif kind == "link":
                id_ = self.links.setdefault(argument, None) or self.package.relate("hyperlink", argument, True)
                self.links[argument] = id_
                parts.append(f'<w:hyperlink r:id="{id_}" w:history="1">{x.run(part, style="Hyperlink")}</w:hyperlink>')
            else:
                raise ValueError(kind)
        return "".join(parts)

    def paragraph(self, text, **properties):
        return x.paragraph(self.inline(text), rsid=self.rsid(), **properties)

    def heading(self, text, level, number):
        kind = self.shape.get("headings", "auto")
        if kind == "auto":
            style = f"Kopgenummerd{level}" if number else f"Kop{level}"
            return x.paragraph(self.inline(text), style, rsid=self.rsid())
        if number:
            text = f"{self.shape.get('before_number', '')}{number}{self.shape.get('after_number', '. ')}{text}"
        if kind == "typed":
            return x.paragraph(self.inline(text), f"Kop{level}", rsid=self.rsid())
        outline = level - 1 if kind == "outline" else None
        return x.paragraph(self.inline(text, bold=True), rsid=self.rsid(), outline=outline)

    def item(self, line):
        """A list item: "- text", "  - text" or "1. text"."""
        level, mark, text = re.fullmatch(r"( *)(-|\d+\.) (.*)", line, re.S).groups()
        level = len(level) // 2
        if self.shape.get("lists") == "typed":
            return self.paragraph(f"{mark} {text}" if mark == "-" else f"{mark}\t{text}", indent=284 * (level + 1))
        if self.shape.get("lists") == "characters":
            return self.paragraph(f"•\t{text}", indent=284 * (level + 1))
        list_ = wordparts.DECIMAL if mark != "-" else self.shape.get("bullet", wordparts.BULLET)
        return self.paragraph(text, style="Lijstalinea", list_=(list_, level))

    def lines(self, text):
        """The paragraphs of a cell."""
        return "".join(self.item(line) if re.match(r" *- ", line) else self.paragraph(line)
                       for line in text.split("\n"))
