"""A sample's document by ReportLab: with the fonts every reader of PDFs has of itself (base 14), and as a form to fill in."""
import html
import re

import dump
import facts as school
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

WIDTH = A4[0] - 120
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=6)
STYLES = {
    "p": BODY,
    "toc": ParagraphStyle("toc", BODY, spaceAfter=1),
    "title": ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=20, leading=24, spaceAfter=18),
    "h1": ParagraphStyle("h1", BODY, fontName="Helvetica-Bold", fontSize=15, leading=18, spaceBefore=12, keepWithNext=True),
    "h2": ParagraphStyle("h2", BODY, fontName="Helvetica-Bold", fontSize=12.5, leading=15, spaceBefore=9, keepWithNext=True),
    "item": ParagraphStyle("item", BODY, spaceAfter=3),
    "cell": ParagraphStyle("cell", BODY, fontSize=9, leading=11, spaceAfter=2),
}
GAP = "\u00a0"  # reportlab sets no spaces at the end of a paragraph


class Printer:
    def __init__(self, document, form, values):
        """`values`: what a form to fill in shows in fields where it stands alone or after a label."""
        self.document, self.form, self.values, self.fields, self.notes = document, form, values, 0, []
        self.drawn = {}  # what is drawn when its place on the page is known, by the number in its tag

    def mark(self, width, size, draw):
        """Room in the text for what is drawn there."""
        self.drawn[str(len(self.drawn))] = draw
        spaces = max(1, round(width / (0.25 * size)))  # a space of Times is a quarter of its size wide
        return f'<onDraw name="drawn" label="{len(self.drawn) - 1}"/>' + GAP * spaces

    def box(self, checked, size):
        edge = size * 0.75

        def draw(canvas, x, y):
            canvas.saveState()
            canvas.setLineWidth(0.6)
            canvas.rect(x, y - 1, edge, edge)
            if checked:
                canvas.line(x + 1.5, y + 0.5, x + edge - 1.5, y + edge - 2.5)
                canvas.line(x + 1.5, y + edge - 2.5, x + edge - 1.5, y + 0.5)
            canvas.restoreState()

        def button(canvas, x, y):
            self.fields += 1
            canvas.acroForm.checkbox(name=f"vak{self.fields}", checked=checked, x=x, y=y - 1, size=edge + 1, borderWidth=0.6,
                                     buttonStyle="cross", relative=True)
        return self.mark(edge + 3, size, button if self.form else draw)

    def field(self, name, value, size, width):
        fitting = min(size - 1, (size - 1) * (width - 8) / stringWidth(value, "Helvetica", size - 1))

        def draw(canvas, x, y):
            self.fields += 1
            canvas.acroForm.textfield(name=f"{name}{self.fields}", tooltip=name, value=value, x=x, y=y - 3, width=width,
                                      height=size + 5, fontSize=fitting, borderWidth=0.5, relative=True)
        return self.mark(width, size, draw)

    def label_and_value(self, piece):
        """A text that a form to fill in shows as a field: in a text control, or a value of the school's facts after its label;
        where reportlab's fields can hold it."""
        text = piece.text.strip()
        if piece.control:
            return ("", text) if text.isascii() else (text, "")
        for value in sorted(self.values, key=len, reverse=True):
            if text == value or text.endswith(f": {value}"):
                return text[:-len(value)], value
        return piece.text, ""

    def text(self, pieces, style, width):
        out = ""
        for piece in pieces:
            if isinstance(piece, dump.Text):
                label, value = self.label_and_value(piece) if self.form else (piece.text, "")
                text = html.escape(label).replace("  ", GAP * 2)
                text = re.sub("[→≥≤]", lambda sign: f'<font face="Symbol">{sign.group()}</font>', text)
                out += f"<strike>{text}</strike>" if piece.struck else text
                if value:
                    room = min(0.6 * WIDTH, width - 8 - stringWidth(label, style.fontName, style.fontSize))
                    out += self.field(piece.control or "veld", value, style.fontSize, room)
            elif isinstance(piece, dump.Box):
                out += self.box(piece.checked, style.fontSize)
            elif isinstance(piece, dump.Break):
                out += "<br/>"
            elif isinstance(piece, dump.Tab):
                out += GAP * 8
            elif isinstance(piece, dump.Note):
                self.notes.append(piece.id)
                out += f"<super>{len(self.notes)}</super>"
        return out.strip(" ")

    def paragraph(self, block, style, width):
        text = self.text(block.pieces, style, width)
        if block.kind == "heading" and block.label:
            text = f"{block.label} {text}"
        if block.bold:
            text = f"<b>{text}</b>"
        if block.kind == "item":
            left = style.leftIndent + 14 * (block.level + 1)
            style = ParagraphStyle("item", style, leftIndent=left, bulletIndent=left - 12, bulletFontName=style.fontName,
                                   bulletFontSize=style.fontSize)
            label = re.sub("[●▪◦]", "•", block.label)  # the others are not in the fonts of base 14
            made = Paragraph(text, style, bulletText=label)
        else:
            made = Paragraph(text or GAP, style)
        return made

    def blocks(self, blocks, width, style=None):
        made = []
        for block in blocks:
            if isinstance(block, dump.Table):
                made += [self.table(block, width), Spacer(1, 8)]
            else:
                kind = f"h{min(block.level, 2)}" if block.kind == "heading" else block.kind
                made.append(self.paragraph(block, style or STYLES[kind], width))
        return made

    def table(self, table, width):
        widths = [width / table.columns] * table.columns
        if table.columns == 2:
            widths = [width * 0.36, width * 0.64]
        rows, style = [], [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        heads = 0
        for at, (is_header, cells) in enumerate(table.rows):
            row = [""] * table.columns
            heads = at + 1 if is_header and heads == at else heads
            for cell in cells:
                last = cell.column + cell.columns - 1
                row[cell.column] = self.blocks(cell.blocks, sum(widths[cell.column:last + 1]) - 12, STYLES["cell"]) or ""
                if cell.columns > 1 or cell.rows > 1:
                    style.append(("SPAN", (cell.column, at), (last, at + cell.rows - 1)))
            rows.append(row)
        if heads:
            style.append(("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor("#e4e4e4")))
        return Table(rows, colWidths=widths, repeatRows=heads, style=TableStyle(style))


def write(name, target, form):
    from producers import document
    source = document(name)
    texts = [entry["text"] or "" for entry in school.load(name)["fields"].values()]
    printer = Printer(source, form, [text for text in texts if len(text) > 3 and text.isascii()])
    story = printer.blocks(source.blocks, WIDTH)
    running = [line for key in ("header1", "footer1") for line in source.stories.get(key, [])]
    header = "".join(piece.text for piece in running[0].pieces if isinstance(piece, dump.Text)) if running else source.title

    def draw_in_text(canvas, _kind, label):
        place = canvas._curr_tx_info  # the only place where reportlab says where its text is
        printer.drawn[label](canvas, place["cur_x"], place["cur_y"])

    def furniture(canvas, _template):
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 40, header.split(" Pagina ")[0])
        canvas.drawRightString(A4[0] - 60, 34, f"Pagina {canvas.getPageNumber()}")
        canvas.restoreState()
        canvas.drawn = draw_in_text

    for number, note in enumerate(printer.notes, 1):
        text = " ".join(printer.text(line.pieces, BODY, WIDTH) for line in source.stories[note])
        story.append(Paragraph(f"<super>{number}</super> {text}", ParagraphStyle("note", BODY, fontSize=8, leading=10)))
    SimpleDocTemplate(str(target), pagesize=A4, leftMargin=60, rightMargin=60, topMargin=60, bottomMargin=60, title=source.title,
                      invariant=1, pageCompression=1).build(story, onFirstPage=furniture, onLaterPages=furniture)


def write_plain(name, target, _made):
    write(name, target, False)


def write_form(name, target, _made):
    write(name, target, True)
