"""The tables and labels of the form as Word writes them."""
import datetime

import facts as school
import ooxml as x
import wordparts
from wordtext import CHANGE, LANDSCAPE, WordText

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
ANSWERS = (("ja", "ja"), ("nee", "nee"), ("in_ontwikkeling", "in ontwikkeling"))
LABEL = 3000


class WordForm(WordText):
    # Fields

    def block_fields(self, paths):
        entries = [self.facts["fields"][path] for path in paths]
        return getattr(self, f"fields_{self.shape.get('labels', 'colon')}")(entries)

    def fields_colon(self, entries):
        return "".join(x.paragraph(self.inline(f"{entry['label']}: ", bold=entry.get("bold", False))
                                   + self.inline(entry["text"] or "")) for entry in entries)

    def fields_breaks(self, entries):
        """All in one paragraph, a line break between them."""
        lines = [self.inline(f"{entry['label']}: ", bold=True) + self.inline(entry["text"] or "") for entry in entries]
        return x.paragraph("<w:r><w:br/></w:r>".join(lines))

    def fields_pairs(self, entries):
        """Two labels with their values beside each other in a row of four cells."""
        widths = [1900, 2900, 1900, 2900]
        cells = [self.paragraph(text) for entry in entries for text in (entry["label"], entry["text"] or "")]
        cells += [x.paragraph()] * (-len(cells) % 4)
        return self.grid([cells[i:i + 4] for i in range(0, len(cells), 4)], widths, header_rows=0)

    def fields_tab(self, entries):
        return "".join(x.paragraph(self.inline(f"{entry['label']}\t") + self.inline(entry["text"] or ""), tabs=(2800,))
                       for entry in entries)

    def fields_table(self, entries):
        widths = [LABEL, self.width - LABEL]
        rows = [x.row([x.cell(self.paragraph(entry["label"]), widths[0]), x.cell(self.lines(entry["text"] or ""), widths[1])])
                for entry in entries]
        return x.table(rows, widths, "Tabelraster" if self.styled else None) + x.paragraph()

    def fields_controls(self, entries):
        """Controls at every level Word puts them: run, cell and row, by turns."""
        rows = []
        for i, entry in enumerate(entries):
            kind, text = self.control_kind(entry), entry["text"]
            empty = text is None
            if entry.get("bound"):
                self.store[entry["tag"]], empty = text, True
            content = x.run(x.PROMPT, style="Tekstvantijdelijkeaanduiding") if empty else self.inline(text)
            about = {"kind": kind, "alias": entry["label"], "tag": entry["tag"], "number": self.number(),
                     "empty": empty, "binding": wordparts.binding(entry["tag"]) if entry.get("bound") else ""}
            level = i % 3
            value = x.cell(x.paragraph(x.control(content, **about) if level == 0 else content), self.width - LABEL)
            label = x.cell(self.paragraph(entry["label"]), LABEL, color="DEEAF6")
            if level == 1:
                rows.append(x.row([label, x.control(value, **about)]))
            elif level == 2:
                rows.append(x.control(x.row([label, x.control(value, **about)]), "<w:group/>", number=self.number()))
            else:
                rows.append(x.row([label, value]))
        return x.table(rows, [LABEL, self.width - LABEL]) + x.paragraph()

    def control_kind(self, entry):
        if "choices" in entry:
            return x.choice_kind(entry["choices"])
        if entry.get("date"):
            day, month, year = (entry["text"] or "1 januari 0").split()
            known = entry["text"] and datetime.date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()
            return x.date_kind(known)
        return "<w:text/>"

    def fields_legacy(self, entries):
        paragraphs = []
        for entry in entries:
            name, text = f"Tekst{self.number()}", entry["text"]
            if "choices" in entry and text:
                choices = "".join(f'<w:listEntry w:val="{choice}"/>' for choice in entry["choices"])
                data = f'<w:ddList><w:result w:val="{entry["choices"].index(text)}"/>{choices}</w:ddList>'
                filled = x.form_field(name, data, "FORMDROPDOWN")
            else:
                filled = x.form_field(name, "<w:textInput/>", "FORMTEXT", self.inline(text if text else "\u2002" * 5))
            paragraphs.append(x.paragraph(x.run(f"{entry['label']}:\t") + filled, tabs=(2800,)))
        return "".join(paragraphs)

    # Lists and tables with a meaning

    def block_list(self, name):
        numbered = self.shape.get("numbered_points")
        return "".join(self.item(f"{f'{i}.' if numbered else '-'} {text}")
                       for i, text in enumerate(school.list_texts(self.facts, name), 1))

    def block_table(self, name):
        if isinstance(name, list):
            rows = [[self.lines(text) for text in row] for row in name]
            return self.grid(rows, [self.width // len(rows[0])] * len(rows[0]))
        return getattr(self, f"table_{name}")()

    def grid(self, rows, widths, header_rows=1):
        body = [x.row([x.cell(content, width) for content, width in zip(row, widths)], header=i < header_rows)
                for i, row in enumerate(rows)]
        return x.table(body, widths, "Tabelraster" if self.styled else None) + x.paragraph()

    def table_grenzen(self):
        heading = self.shape.get("limits_heading", ["Nr.", "Grens van de ondersteuning"])
        rows = [[self.paragraph(f"{{bold|{text}}}") for text in heading]]
        rows += [[self.paragraph(str(i)), self.lines(text)] for i, text in enumerate(self.facts["grenzen"], 1)]
        return self.grid(rows, [900, self.width - 900])

    def table_verbeterpunten(self):
        columns = self.shape.get("points_columns", ["Verbeterpunt", "Gereed"])
        rows = [[self.paragraph(f"{{bold|{text}}}") for text in columns]]
        for point in self.facts["verbeterpunten"]:
            texts = [point["tekst"], point.get("written_term", point["termijn"] or ""), point.get("who", "")]
            rows.append([self.lines(text) for text in texts[:len(columns)]])
        return self.grid(rows, [self.width - 2600 * (len(columns) - 1)] + [2600] * (len(columns) - 1))

    def table_basisondersteuning(self):
        kind = self.shape.get("checks", "control")
        items = self.facts["basisondersteuning"]
        if kind in ("cross", "control_table"):
            rows = [[self.paragraph(text) for text in ("Onderdeel", "Ja", "Nee", "In ontwikkeling", "Toelichting")]]
            for label, value, note in items:
                marks = [self.check(kind, answer == value) for answer, _ in ANSWERS]
                rows.append([self.paragraph(label), *marks, self.paragraph(note or "")])
            return self.grid(rows, [3600, 800, 800, 1600, 2800])
        return "".join(self.check_line(kind, *item) for item in items)

    def check(self, kind, checked):
        if kind == "cross":
            return self.paragraph("x" if checked else "")
        return x.paragraph(x.checkbox(checked, self.number()))

    def check_line(self, kind, label, value, note):
        parts = [x.run(f"{label}: " if kind == "strike" else f"{label}\t")]
        for i, (answer, text) in enumerate(ANSWERS):
            chosen = answer == value
            if kind == "strike":
                parts.append((x.run(" / ") if i else "") + x.run(text, struck=not chosen))
            elif kind == "legacy":
                data = f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{"<w:checked/>" if chosen else ""}</w:checkBox>'
                parts.append(x.form_field(f"Selectievakje{self.number()}", data, "FORMCHECKBOX") + x.run(f" {text}\t"))
            elif kind == "symbol":
                parts.append(f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if chosen else "F0A8"}"/></w:r>'
                             + x.run(f" {text}\t"))
            else:
                parts.append(x.checkbox(chosen, self.number()) + x.run(f" {text}\t"))
        if note:
            parts.append(x.run(f"({note})"))
        return x.paragraph("".join(parts), tabs=(4200, 5200, 6200, 8200))

    def table_arrangementen(self):
        columns, rows = (self.facts["arrangementen"][key] for key in ("columns", "rows"))
        wide = self.shape.get("landscape")
        width = LANDSCAPE if wide else self.width
        widths = [width // len(columns)] * len(columns)
        body = self.arrangement_header([heading for _, heading in columns], widths)
        if self.shape.get("header_again"):
            again, body = len(rows) // 2, list(body)
        group = None
        for i, row in enumerate(rows):
            if row.get("group") and row["group"] != group:
                group = row["group"]
                body.append(x.row([x.cell(self.paragraph(f"{{bold|{group}}}"), width, len(columns), color="E7E6E6")]))
            if self.shape.get("header_again") and i == again:
                body += self.arrangement_header([heading for _, heading in columns], widths)
            below = rows[i + 1] if i + 1 < len(rows) else {}
            cells = [self.arrangement_cell(row[column], below.get(column), size)
                     for (column, _), size in zip(columns, widths)]
            mark = f'<w:del w:id="{self.number()}" {CHANGE}/>' if row.get("deleted") else ""
            line = x.row(cells, mark=mark)
            if self.shape.get("row_controls"):
                line = x.control(line, "<w15:repeatingSectionItem/>", number=self.number())
            body.append(line)
        for _ in range(self.facts["arrangementen"].get("empty_rows", 0)):
            prompt = x.run(x.PROMPT, style="Tekstvantijdelijkeaanduiding")
            cells = [x.control(x.cell(x.paragraph(prompt), size), tag=column, number=self.number(), empty=True)
                     for (column, _), size in zip(columns, widths)]
            body.append(x.control(x.row(cells), "<w15:repeatingSectionItem/>", number=self.number()))
        if self.shape.get("row_controls"):
            first = next(i for i, line in enumerate(body) if line.startswith("<w:sdt>"))
            body = body[:first] + [x.control("".join(body[first:]), "<w15:repeatingSection/>", "Arrangementen",
                                             "arrangementen", self.number())]
        grid = x.table(body, widths, "Tabelraster" if self.styled else None)
        if not wide:
            return grid + x.paragraph()
        ends = [x.section(False, *self.page_ids), x.section(True, *self.page_ids)]
        return f"<w:p><w:pPr>{ends[0]}</w:pPr></w:p>{grid}<w:p><w:pPr>{ends[1]}</w:pPr></w:p>"

    def arrangement_header(self, headings, widths):
        repeat = self.shape.get("repeat_header", True)

        def title(text, size, columns=1, merge=None):
            heading, *questions = text.split("\n")
            content = "" if merge == "continue" else x.paragraph(self.inline(heading, bold=True))
            content += "".join(self.lines(question) for question in questions)
            return x.cell(content, size, columns, merge, "DEEAF6")

        if not any(" / " in heading for heading in headings):
            return [x.row([title(text, size) for text, size in zip(headings, widths)], repeat)]
        top, bottom = [], []
        for i, (text, size) in enumerate(zip(headings, widths)):
            above, _, below = text.rpartition(" / ")
            if not above:
                top.append(title(text, size, merge="restart"))
                bottom.append(title(text, size, merge="continue"))
                continue
            bottom.append(title(below, size))
            if i == 0 or headings[i - 1].rpartition(" / ")[0] != above:
                span = sum(1 for other in headings if other.rpartition(" / ")[0] == above)
                top.append(title(above, size * span, span))
        return [x.row(top, repeat), x.row(bottom, repeat)]

    def arrangement_cell(self, cell, below, width):
        text = school.cell_text(cell)
        merged = isinstance(cell, dict) and cell.get("above") and text is None
        goes_on = isinstance(below, dict) and below.get("above") and school.cell_text(below) is None
        if merged:
            return x.cell("", width, merge="continue")
        if isinstance(cell, dict) and cell.get("nested"):
            rows = [[self.paragraph(part) for part in line.split("\t")] for line in text.split("\n")]
            content = self.grid(rows, [width // len(rows[0])] * len(rows[0]), 0)
        else:
            content = self.lines(text)
        return x.cell(content, width, merge="restart" if goes_on else None)
