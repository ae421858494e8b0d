"""A sample's document as a web page, in the styles that browsers and other printers of HTML are tried with."""
import html
import re

import dump

FONTS = {"sans": "'DejaVu Sans'", "serif": "'Nimbus Roman'", "narrow": "'DejaVu Sans Condensed'"}

# How a table is drawn: the rules that tell its cells apart, and nothing else.
TABLES = {
    "solid": "td,th{border:1px solid #000}",
    "grey": "td,th{border:.5px solid #bbb}",
    "dashed": "td,th{border:1px dashed #555}",
    "double": "td,th{border:3px double #333}",
    "none": "td,th{border:0;padding:4px 14px 8px 0;vertical-align:middle}",
    "zebra": "td,th{border:0} tr:nth-child(odd) td{background:#fff} tr:nth-child(even) td{background:#dde8f3}"
             "thead th{background:#29527a;color:#fff}",
    "rules": "td,th{border:0;border-bottom:.75px solid #000} table{border-top:.75px solid #000}",
}
BOXES = {
    True: {"glyph": "☒", "vector": '<svg class="b" viewBox="0 0 10 10"><path d="M.5 .5h9v9h-9zM2 2l6 6M8 2l-6 6"/></svg>'},
    False: {"glyph": "☐", "vector": '<svg class="b" viewBox="0 0 10 10"><path d="M.5 .5h9v9h-9z"/></svg>'},
}
PAGE = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>
@page{{size:A4 {orientation};margin:2cm {margins}}}
body{{font-family:{font};font-size:{size}pt;line-height:1.25;margin:0;-webkit-print-color-adjust:exact}}
h1{{font-size:1.45em;margin:1em 0 .4em;break-after:avoid}} h2{{font-size:1.2em;margin:.9em 0 .3em;break-after:avoid}}
p{{margin:0 0 .55em}} p.title{{font-size:2em;margin:0 0 .8em}} p.toc{{margin:0}} p.toc b{{font-weight:normal;float:right}}
ul,ol{{margin:0 0 .55em;padding-left:1.6em}}
table{{border-collapse:collapse;width:100%;margin:.3em 0 .8em}} td,th{{font-size:.9em;padding:3px 5px;vertical-align:top;text-align:left}}
td p,th p{{margin:0}} td p+p,th p+p,td p+ul,td ul+p{{margin-top:.4em}} td ul,th ul,td ol{{margin:0;padding-left:1.3em}}
.t{{display:inline-block;min-width:11em;white-space:nowrap}} .b{{width:.85em;height:.85em;fill:none;stroke:#000;stroke-width:1;vertical-align:-.1em}}
sup{{font-size:.6em;line-height:0}} {tables}
{extra}</style></head><body>
{body}
</body></html>
"""


class Writer:
    def __init__(self, document, boxes="glyph", hanging=False, floats=False):
        self.document, self.boxes, self.hanging, self.floats = document, boxes, hanging, floats
        self.notes = []

    def text(self, pieces):
        out = ""
        after_tab = 0  # where the text before the first tab ends: it is set as wide as a column
        for piece in pieces:
            if isinstance(piece, dump.Text):
                text = html.escape(piece.text).replace("  ", "&nbsp; ")
                out += f"<s>{text}</s>" if piece.struck else text
            elif isinstance(piece, dump.Box):
                out += BOXES[piece.checked][self.boxes] + " "
            elif isinstance(piece, dump.Break):
                out += "<br>"
            elif isinstance(piece, dump.Tab):
                out = out[:after_tab] + f'<span class="t">{out[after_tab:]} </span>'
                after_tab = len(out)
            elif isinstance(piece, dump.Note) and self.floats:
                out += f'<span class="note">{self.note(piece.id)}</span>'
            elif isinstance(piece, dump.Note):
                self.notes.append(self.note(piece.id))
                out += f"<sup>{len(self.notes)}</sup>"
        return out.strip()

    def note(self, name):
        return " ".join(self.text(block.pieces) for block in self.document.stories[name])

    def paragraph(self, block):
        text = self.text(block.pieces)
        if block.kind == "toc":  # number, heading, page
            *name, page = re.split(r'<span class="t">|</span>', text)
            name = " ".join(name).strip()
            return f'<p class="toc">{name} <b>{page}</b></p>' if name else f'<p class="toc">{page}</p>'
        if block.bold:
            text = f"<strong>{text}</strong>"
        if block.kind == "heading":
            number = f"{html.escape(block.label)} " if block.label else ""
            return f"<h{block.level}>{number}{text}</h{block.level}>"
        return f'<p class="title">{text}</p>' if block.kind == "title" else f"<p>{text}</p>"

    def item(self, block):
        label = html.escape(block.label)
        if self.hanging:
            return (f'<p style="padding-left:{1.6 * (block.level + 1)}em;text-indent:-1.2em">'
                    f'<span style="display:inline-block;width:1.2em;text-indent:0">{label}</span>{self.text(block.pieces)}</p>')
        return f"<li style='list-style-type:\"{label} \"'>{self.text(block.pieces)}</li>"

    def blocks(self, blocks):
        out, depth = "", 0  # lists that stand open
        for block in blocks:
            is_item = isinstance(block, dump.Paragraph) and block.kind == "item" and not self.hanging
            while depth > (block.level + 1 if is_item else 0):
                out, depth = out + "</ul>", depth - 1
            while is_item and depth <= block.level:
                out, depth = out + "<ul>", depth + 1
            if isinstance(block, dump.Table):
                out += self.table(block)
            elif block.kind == "item":
                out += self.item(block)
            else:
                out += self.paragraph(block)
            out += "\n"
        return out + "</ul>" * depth

    def table(self, table):
        head, body, open_cells = "", "", {}  # column: rows that a merged cell still goes on
        for is_header, cells in table.rows:
            row, column, at = "", 0, {cell.column: cell for cell in cells}
            while column < table.columns:
                if open_cells.get(column, 0) > 0:
                    open_cells[column] -= 1
                    column += 1
                    continue
                cell = at.get(column) or dump.Cell(column, 1, 1, [])
                for covered in range(column, column + cell.columns):
                    open_cells[covered] = cell.rows - 1
                span = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + \
                       (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
                name = "th" if is_header else "td"
                row += f"<{name}{span}>{self.blocks(cell.blocks).strip()}</{name}>"
                column += cell.columns
            row = f"<tr>{row}</tr>\n"
            head, body = (head + row, body) if is_header and not body else (head, body + row)
        head = f"<thead>{head}</thead>" if head else ""
        return f"<table>{head}<tbody>{body}</tbody></table>"


def write(document, tables="solid", font="sans", size=10, boxes="glyph", orientation="portrait", margins="2cm", extra="",
          hanging=False, floats=False, columns=False):
    writer = Writer(document, boxes, hanging, floats)
    body = writer.blocks(document.blocks)
    if columns:  # title and tables over the full width, the text between them in two columns
        extra += "main{columns:2;column-gap:1cm} main table,main p.title{column-span:all}"
        body = f"<main>{body}</main>"
    if writer.notes:
        body += '<hr style="width:30%;margin:2em 0 .3em;border:0;border-top:.75px solid #000">' + "".join(
            f'<p style="font-size:.8em"><sup>{number}</sup> {note}</p>' for number, note in enumerate(writer.notes, 1))
    return PAGE.format(title=html.escape(document.title), font=FONTS[font], size=size, orientation=orientation, margins=margins,
                       tables=TABLES[tables], extra=extra, body=body)
