"""Samples that other programs write: the facts as HTML for LibreOffice, as Markdown for pandoc."""
import html
import os
import pathlib
import re
import subprocess
import tempfile
import textwrap

import facts as school

LIST = re.compile(r" *(-|\d+\.) ")


def blocks_of(facts):
    """(kind, what it holds): heading (level, text), title, paragraph, item (text), fields (entries), table (rows),
    arrangementen ()."""
    for block in facts.get("front", []):
        yield from expand(facts, block, 1)
    for section in facts["secties"]:
        number = f"{section['nummer']}. " if section["nummer"] else ""
        yield "heading", section.get("niveau", 1), number + section["kop"]
        for block in section["blocks"]:
            yield from expand(facts, block, section.get("niveau", 1))


def expand(facts, block, level):
    if isinstance(block, str):
        if block.startswith("## "):
            yield "heading", level + 1, block[3:]
        elif LIST.match(block):
            yield "item", block
        else:
            yield "paragraph", block
        return
    (kind, value), *_ = block.items()
    if kind == "title":
        yield "title", value
    elif kind == "line":
        yield "paragraph", facts["fields"][value]["text"]
    elif kind == "fields":
        yield "fields", [facts["fields"][path] for path in value]
    elif kind == "list":
        yield from (("item", f"- {text}") for text in school.list_texts(facts, value))
    elif value == "arrangementen":
        yield "arrangementen",
    elif value == "verbeterpunten":
        points = [[point["tekst"], point["termijn"] or ""] for point in facts["verbeterpunten"]]
        yield "table", [["Verbeterpunt", "Termijn"], *points]
    else:
        yield "table", value


# LibreOffice

def html_cell(text, tag="td", spans=""):
    parts, lines = [], text.split("\n")
    for i, line in enumerate(lines):
        item = line.startswith("- ")
        if item and (i == 0 or not lines[i - 1].startswith("- ")):
            parts.append("<ul>")
        content = html.escape(line[2:] if item else line)
        parts.append(f"<li>{content}</li>" if item else f"<p>{content}</p>")
        if item and (i + 1 == len(lines) or not lines[i + 1].startswith("- ")):
            parts.append("</ul>")
    return f"<{tag}{spans}>{''.join(parts)}</{tag}>"


def html_arrangements(facts):
    columns, rows = (facts["arrangementen"][key] for key in ("columns", "rows"))
    top, bottom = [], []
    groups = [heading.rpartition(" / ")[0] for _, heading in columns]
    for i, (_, heading) in enumerate(columns):
        group, _, own = heading.rpartition(" / ")
        if not group:
            top.append(html_cell(own, "th", ' rowspan="2"'))
            continue
        bottom.append(html_cell(own, "th"))
        if i == 0 or groups[i - 1] != group:
            top.append(html_cell(group, "th", f' colspan="{groups.count(group)}"'))
    body = []
    for i, row in enumerate(rows):
        cells = []
        for column, _ in columns:
            text = school.cell_text(row[column])
            if text is None:
                continue
            below = 1
            while i + below < len(rows) and school.cell_text(rows[i + below][column]) is None:
                below += 1
            cells.append(html_cell(text, spans=f' rowspan="{below}"' if below > 1 else ""))
        body.append(f"<tr>{''.join(cells)}</tr>")
    return html_table([f'<tr>{"".join(top)}</tr>', f'<tr>{"".join(bottom)}</tr>'], body)


def html_table(head, body):
    return f'<table border="1" cellspacing="0"><thead>{"".join(head)}</thead><tbody>{"".join(body)}</tbody></table>'


def to_html(facts):
    parts, in_list = [], None
    for kind, *content in blocks_of(facts):
        wanted = None
        if kind == "item":
            wanted = "ul" if content[0].lstrip().startswith("-") else "ol"
        if in_list != wanted:
            parts.append((f"</{in_list}>" if in_list else "") + (f"<{wanted}>" if wanted else ""))
            in_list = wanted
        if kind == "heading":
            parts.append(f"<h{content[0]}>{html.escape(content[1])}</h{content[0]}>")
        elif kind == "title":
            parts.append(f'<p align="center"><font size="6"><b>{html.escape(content[0])}</b></font></p>')
        elif kind == "paragraph":
            parts.append(f"<p>{html.escape(content[0])}</p>")
        elif kind == "item":
            parts.append(f"<li>{html.escape(LIST.sub('', content[0], 1))}</li>")
        elif kind == "fields":
            parts += [f"<p>{html.escape(entry['label'])}: {html.escape(entry['text'])}</p>" for entry in content[0]]
        elif kind == "arrangementen":
            parts.append(html_arrangements(facts))
        else:
            rows = ["<tr>" + "".join(html_cell(text, "th" if i == 0 else "td") for text in row) + "</tr>"
                    for i, row in enumerate(content[0])]
            parts.append(html_table(rows[:1], rows[1:]))
    end = f"</{in_list}>" if in_list else ""
    title = html.escape(facts["title"])
    return (f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head><body>'
            f'{"".join(parts)}{end}</body></html>')


def write_libreoffice(name, facts, path):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{name}.html"
        source.write_text(to_html(facts), "utf-8")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user",
                        "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder,
                        source], check=True, capture_output=True)
        path.write_bytes(source.with_suffix(".docx").read_bytes())


# pandoc

def grid_table(rows, header_rows=1):
    width = 130 // len(rows[0])
    rule = ("+" + "-" * (width + 2)) * len(rows[0]) + "+"
    lines = [rule]
    for i, row in enumerate(rows):
        cells = []
        for text in row:
            cell, before = [], ""
            for line in text.split("\n"):
                item = line.startswith("- ")
                if before and not (item and before.startswith("- ")):
                    cell.append("")
                cell += textwrap.wrap(line, width, subsequent_indent="  " if item else "") or [""]
                before = line
            cells.append(cell)
        for j in range(max(map(len, cells))):
            lines.append("".join(f"| {cell[j] if j < len(cell) else '':{width}} " for cell in cells) + "|")
        lines.append(rule.replace("-", "=") if i + 1 == header_rows else rule)
    return "\n".join(lines)


def to_markdown(facts):
    parts, before = [], None
    for kind, *content in blocks_of(facts):
        if kind == "heading":
            parts.append("#" * content[0] + " " + content[1])
        elif kind == "title":
            parts.insert(0, f"% {content[0]}")
        elif kind == "paragraph":
            parts.append(content[0])
        elif kind == "item":
            if before == "item":
                parts[-1] += "\n" + content[0]
            else:
                parts.append(content[0])
        elif kind == "fields":
            parts += [f"**{entry['label']}:** {entry['text']}" for entry in content[0]]
        elif kind == "arrangementen":
            columns = facts["arrangementen"]["columns"]
            parts.append(grid_table([[heading for _, heading in columns]] + [
                [school.cell_text(row[column]) for column, _ in columns] for row in facts["arrangementen"]["rows"]]))
        else:
            parts.append(grid_table(content[0]))
        before = kind
    return "\n\n".join(parts) + "\n"


def write_pandoc(name, facts, path):
    subprocess.run(["pandoc", "-f", "markdown-smart", "-t", "docx", "-M", "lang=nl", "-o", path], check=True,
                   input=to_markdown(facts).encode(), env={**os.environ, "SOURCE_DATE_EPOCH": "1500000000"})
