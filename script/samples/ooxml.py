"""WordprocessingML as Word writes it: elements as strings, and a package with fixed times.

Elements are written transitional with the prefix `w`; `Package.write` turns them into another prefix, strict
namespaces, another encoding or other part names, for what readers must survive.
"""
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships":
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DECLARATIONS = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items()) + ' mc:Ignorable="w14 w15"'
PROMPT = "Klik of tik om tekst in te voeren."


def run_properties(bold=False, italic=False, struck=False, hidden=False, style=None, color=None, size=None,
                   font=None, superscript=False):
    """w:rPr, its children in the order of the schema (ECMA-376 17.3.2.28)."""
    parts = [f'<w:rStyle w:val="{style}"/>' if style else "",
             f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
             "<w:b/><w:bCs/>" if bold else "", "<w:i/><w:iCs/>" if italic else "", "<w:strike/>" if struck else "",
             "<w:vanish/>" if hidden else "", f'<w:color w:val="{color}"/>' if color else "",
             f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
             '<w:vertAlign w:val="superscript"/>' if superscript else ""]
    content = "".join(parts)
    return f"<w:rPr>{content}</w:rPr>" if content else ""


def text_elements(text, element="w:t"):
    """w:t with tabs, breaks and special hyphens as elements of their own."""
    parts = []
    for part in re.split("([\t\n\u00ad\u2011])", text):
        sign = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
        if part in sign:
            parts.append(sign[part])
        elif part:
            space = ' xml:space="preserve"' if part != part.strip() or "  " in part else ""
            parts.append(f"<{element}{space}>{escape(part)}</{element}>")
    return "".join(parts)


def run(text, rsid=None, deleted=False, **format):
    mark = f' w:rsidR="{rsid}"' if rsid else ""
    return f"<w:r{mark}>{run_properties(**format)}{text_elements(text, 'w:delText' if deleted else 'w:t')}</w:r>"


def paragraph(content="", style=None, list_=None, rsid=None, mark="", align=None, tabs=(), indent=None,
              outline=None):
    """w:p. `list_` is (numId, ilvl); `mark` stands in the paragraph mark's w:rPr."""
    parts = [f'<w:pStyle w:val="{style}"/>' if style else "",
             f'<w:numPr><w:ilvl w:val="{list_[1]}"/><w:numId w:val="{list_[0]}"/></w:numPr>' if list_ else "",
             "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{tab}"/>' for tab in tabs) + "</w:tabs>" if tabs else "",
             f'<w:ind w:left="{indent}" w:hanging="{indent}"/>' if indent else "",
             f'<w:jc w:val="{align}"/>' if align else "",
             f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
             f"<w:rPr>{mark}</w:rPr>" if mark else ""]
    ids = f' w:rsidR="{rsid}" w:rsidRDefault="{rsid}"' if rsid else ""
    own = "".join(parts)
    return f"<w:p{ids}>{f'<w:pPr>{own}</w:pPr>' if own else ''}{content}</w:p>"


def control(content, kind="<w:text/>", alias=None, tag=None, number=1, empty=False, binding=""):
    """w:sdt around runs, blocks, cells or rows; `empty`: shows its prompt."""
    parts = [f"<w:alias w:val={quoteattr(alias)}/>" if alias else "", f"<w:tag w:val={quoteattr(tag)}/>" if tag else "",
             f'<w:id w:val="{number}"/>',
             '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>' if empty else "",
             "<w:showingPlcHdr/>" if empty else "", binding, kind]
    return f"<w:sdt><w:sdtPr>{''.join(parts)}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def date_kind(day):
    value = f' w:fullDate="{day}T00:00:00Z"' if day else ""
    return (f'<w:date{value}><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>')


def choice_kind(choices):
    return "<w:dropDownList>" + "".join(f'<w:listItem w:displayText={quoteattr(choice)} w:value="{i}"/>'
                                        for i, choice in enumerate(choices)) + "</w:dropDownList>"


def checkbox(checked, number):
    """w14:checkbox as Word writes it: the glyph follows the state, the state is what counts."""
    kind = (f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>')
    sign = (f'<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
            f'</w:rPr><w:t>{"☒" if checked else "☐"}</w:t></w:r>')
    return control(sign, kind, number=number)


def field(instruction, result):
    """A complex field: instruction and cached result."""
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def form_field(name, data, instruction, result=""):
    """A legacy form field (ECMA-376 17.16.17)."""
    core = f'<w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/>{data}'
    return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{core}</w:ffData></w:fldChar></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def cell(content, width, columns=1, merge=None, color=None):
    """w:tc; `merge` is "restart" or "continue" of a vertical merge."""
    parts = [f'<w:tcW w:w="{width}" w:type="dxa"/>', f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else "",
             {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, ""),
             f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>' if color else ""]
    return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def row(cells, header=False, mark=""):
    own = mark + ("<w:cantSplit/><w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{own}</w:trPr>' if own else ''}{''.join(cells)}</w:tr>"


def table(rows, widths, style="Tabelraster"):
    borders = "" if style else "<w:tblBorders>" + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")) + "</w:tblBorders>"
    format = f'<w:tblStyle w:val="{style}"/>' if style else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr>{format}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
            f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def section(landscape=False, header=None, footer=None):
    """w:sectPr, A4."""
    parts = "".join(f'<w:{part}Reference w:type="default" r:id="{id_}"/>'
                    for part, id_ in (("header", header), ("footer", footer)) if id_)
    page = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return (f'<w:sectPr>{parts}<w:pgSz {page}/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" '
            'w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>')


def text_box(text, number):
    """A text box: mc:AlternateContent with the drawing and the VML picture, the same text in both."""
    inner = f"<w:txbxContent>{paragraph(run(text, bold=True, size=36), align='center')}</w:txbxContent>"
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
            'distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
            '</wp:posOffset></wp:positionV><wp:extent cx="5400000" cy="640000"/><wp:wrapTopAndBottom/>'
            f'<wp:docPr id="{number}" name="Tekstvak {number}"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="640000"/></a:xfrm><a:prstGeom prst="rect">'
            '<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="2E74B5"/></a:solidFill></a:ln>'
            f'</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
            f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s{1025 + number}" type="#_x0000_t202" '
            f'style="width:425pt;height:50pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>'
            "</mc:AlternateContent></w:r>")


class Package:
    """Parts and relationships of one file. Same calls, same bytes."""

    def __init__(self):
        self.parts = []      # (name, content type or None, text)
        self.relations = []   # of the main part: (id, type, target, external)

    def part(self, name, kind, text):
        self.parts.append((name, kind, text))

    def relate(self, kind, target, external=False):
        id_ = f"rId{len(self.relations) + 1}"
        self.relations.append((id_, kind if "/" in kind else RELATION + kind, target, external))
        return id_

    def write(self, path, main_part="word/document.xml", prefix="w", strict=False, encoding="utf-8"):
        """Main part first among `parts`; relationship targets are relative to the main part's folder."""
        def shape_text(text):
            if prefix != "w":
                text = re.sub(r"<[^>]*>", lambda m: re.sub(r"(?<=[</ :])w:", f"{prefix}:", m[0])
                               .replace("xmlns:w=", f"xmlns:{prefix}="), text)
            if strict:
                for old, new in STRICT.items():
                    text = text.replace(f'"{old}', f'"{new}')
            return text

        folder = main_part.rsplit("/", 1)[0]
        parts = [(main_part if i == 0 else name.replace("word/", folder + "/"), kind, shape_text(text))
                 for i, (name, kind, text) in enumerate(self.parts)]
        kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind, _ in parts if kind)
        content = (f'{PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
                  'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
                  f'Extension="xml" ContentType="application/xml"/>{kinds}</Types>')
        root = [("rId1", RELATION + "officeDocument", ("/" if folder != "word" else "") + main_part, False)]
        for name, _, _ in parts:
            kind = {"docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                     "core-properties", "docProps/app.xml": RELATION + "extended-properties"}.get(name)
            if kind:
                root.append((f"rId{len(root) + 1}", kind, name, False))
        files = [("[Content_Types].xml", content), ("_rels/.rels", shape_text(relations_part(root)))]
        files += [(name, text) for name, _, text in parts]
        stem = main_part.rsplit("/", 1)[-1]
        files.append((f"{folder}/_rels/{stem}.rels", shape_text(relations_part(self.relations))))
        with zipfile.ZipFile(path, "w") as zip_:
            for name, text in files:
                data = text.encode("utf-8")
                if encoding != "utf-8" and name == main_part:
                    data = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                zip_.writestr(info, data, compresslevel=9)


def relations_part(relations):
    lines = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target={quoteattr(target)}'
                     f'{" TargetMode=" + chr(34) + "External" + chr(34) if external else ""}/>'
                     for id_, kind, target, external in relations)
    return (f'{PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}'
            "</Relationships>")
