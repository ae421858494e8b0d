"""A sample as Word writes it: the facts of a school in WordprocessingML, in the shape that its facts ask for.

Shape (all optional): headings auto | typed | bold | outline; labels colon | tab | breaks | table | pairs | controls |
legacy; lists numbered | typed | characters; checks control | control_table | cross | legacy | strike | symbol; plus switches
named where they are used.
"""
import re

import ooxml as x
import wordparts
from wordform import WordForm
from wordtext import CHANGE, PAGE


class Word(WordForm):
    def block(self, block, level=1):
        if isinstance(block, str):
            if block.startswith("## "):
                return self.heading(block[3:], level + 1, None)
            if block.startswith("! "):
                return x.paragraph(self.runs(block[2:], italic=True, color="7F7F7F"))
            if re.match(r" *(-|\d+\.) ", block):
                return self.item(block)
            return self.paragraph(block)
        (kind, value), *_ = block.items()
        return getattr(self, f"block_{kind}")(value)

    def block_title(self, text):
        if self.styled:
            return x.paragraph(self.inline(text), "Titel")
        return x.paragraph(self.inline(text, bold=True, size=36), align="center")

    def block_text_box(self, text):
        return x.paragraph(x.text_box(text, self.number())) + x.paragraph()

    def block_deleted(self, text):
        return x.paragraph(f'<w:del w:id="{self.number()}" {CHANGE}>{x.run(text, deleted=True)}</w:del>',
                           mark=f'<w:del w:id="{self.number()}" {CHANGE}/>')

    def block_inserted(self, text):
        return x.paragraph(f'<w:ins w:id="{self.number()}" {CHANGE}>{self.runs(text)}</w:ins>',
                           mark=f'<w:ins w:id="{self.number()}" {CHANGE}/>')

    def block_moved_away(self, text):
        return x.paragraph(f'<w:moveFrom w:id="{self.number()}" {CHANGE}>{x.run(text)}</w:moveFrom>',
                           mark=f'<w:moveFrom w:id="{self.number()}" {CHANGE}/>')

    def block_moved(self, text):
        return x.paragraph(f'<w:moveTo w:id="{self.number()}" {CHANGE}>{self.runs(text)}</w:moveTo>',
                           mark=f'<w:moveTo w:id="{self.number()}" {CHANGE}/>')

    def block_prompt(self, tag):
        content = x.run(x.PROMPT, style="Tekstvantijdelijkeaanduiding")
        return x.control(x.paragraph(content), "", alias=tag, tag=tag, number=self.number(), empty=True)

    def block_line(self, path):
        return self.paragraph(self.facts["fields"][path]["text"])

    def block_page_break(self, _):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def block_toc(self, _):
        lines = []
        for i, section in enumerate(self.facts["secties"]):
            begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o '
                     '"1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                     ) if i == 0 else ""
            title = x.run(f"{section['nummer']}\t{section['kop']}\t" if section["nummer"] else f"{section['kop']}\t")
            page = x.field(f"PAGEREF _Toc{500 + i} \\h", str(2 + i // 2))
            lines.append(x.paragraph(f'{begin}<w:hyperlink w:anchor="_Toc{500 + i}" w:history="1">{title}{page}'
                                     "</w:hyperlink>", "Inhopg1"))
        end = x.paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        kind = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        return x.control(x.paragraph(x.run("Inhoud", bold=True)) + "".join(lines) + end, kind, number=self.number())

    # The whole

    def body(self):
        shape = self.shape
        self.page_ids = (wordparts.add(self.package, "header1.xml", "header", wordparts.header(shape["header"]))
                         if "header" in shape else None,
                         wordparts.add(self.package, "footer1.xml", "footer", wordparts.footer(shape["footer"]))
                         if "footer" in shape else None)
        front = "".join(self.block(block) for block in self.facts.get("front", []))
        parts = []
        for section in self.facts.get("secties", []):
            level = section.get("niveau", 1)
            content = "".join(self.block(block, level) for block in section["blocks"])
            heading, number = section["kop"], section["nummer"]
            if "written" in section:
                heading, number = section["written"], None
            parts.append((self.heading(heading, level, number), content))
        if not shape.get("one_table"):
            return front + "".join(heading + content for heading, content in parts)
        rows = [x.row([x.cell(heading, 2600, color="DEEAF6"), x.cell(content, PAGE - 2600)])
                for heading, content in parts]
        return front + x.table(rows, [2600, PAGE - 2600]) + x.paragraph()

    def write(self, path):
        body = self.body() + x.section(False, *self.page_ids)
        package = self.package
        name, kind, _ = package.parts[0]
        package.parts[0] = (name, kind, f"{x.PROLOG}<w:document {x.DECLARATIONS}><w:body>{body}</w:body></w:document>")
        if self.styled:
            wordparts.add(package, "styles.xml", "styles", wordparts.styles())
            wordparts.add(package, "numbering.xml", "numbering", wordparts.numbering())
        if self.shape.get("labels") == "legacy":
            settings = '<w:documentProtection w:edit="forms" w:enforcement="1"/>'
            wordparts.add(package, "settings.xml", "settings",
                          f"{x.PROLOG}<w:settings {x.DECLARATIONS}>{settings}</w:settings>")
        if self.notes:
            wordparts.add(package, "footnotes.xml", "footnotes", wordparts.footnotes(self.notes))
        if self.comments:
            wordparts.add(package, "comments.xml", "comments", wordparts.comments(self.comments))
        if self.store:
            wordparts.store(package, self.store)
        wordparts.properties(package, self.facts.get("title", ""), self.facts["created"])
        package.write(path, **self.shape.get("package", {}))


def write(name, facts, path):
    Word(name, facts).write(path)
