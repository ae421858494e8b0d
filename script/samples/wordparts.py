"""The parts of a package beside the main part, as a Dutch Word writes them."""
from ooxml import CONTENT, DECLARATIONS, PROLOG, RELATION, field, paragraph, run
from xml.sax.saxutils import escape

OFFICE = "application/vnd.openxmlformats-officedocument."
BULLET, DECIMAL, DASH, HEADING = 1, 2, 3, 4  # w:numId


def styles():
    def style(id_, name, based="Standaard", kind="paragraph", default=False, ppr="", rpr="", extra=""):
        mark = ' w:default="1"' if default else ""
        base = f'<w:basedOn w:val="{based}"/>' if based and not default else ""
        return (f'<w:style w:type="{kind}"{mark} w:styleId="{id_}"><w:name w:val="{name}"/>{base}'
                f'{f"<w:pPr>{ppr}</w:pPr>" if ppr else ""}{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}{extra}</w:style>')

    def heading(level, size):
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADING}"/></w:numPr>'
        return style(f"Kop{level}", f"heading {level}",
                     ppr=f'<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="{level - 1}"/>',
                     rpr=f'<w:b/><w:color w:val="2E74B5"/><w:sz w:val="{size}"/>') + style(
                         f"Kopgenummerd{level}", f"Kop {level} genummerd", based=f"Kop{level}", ppr=number)

    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                      for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (f'{PROLOG}<w:styles {DECLARATIONS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
            'w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
            + style("Standaard", "Normal", default=True)
            + heading(1, 30) + heading(2, 26) + heading(3, 24)
            + style("Titel", "Title", rpr='<w:color w:val="1F4D78"/><w:sz w:val="48"/>')
            + style("Lijstalinea", "List Paragraph", ppr='<w:ind w:left="720"/><w:contextualSpacing/>')
            + style("Inhopg1", "toc 1", ppr='<w:tabs><w:tab w:val="left" w:pos="440"/>'
                    '<w:tab w:val="right" w:leader="dot" w:pos="9600"/></w:tabs>')
            + style("Koptekst", "header") + style("Voettekst", "footer")
            + style("Voetnoottekst", "footnote text", rpr='<w:sz w:val="18"/>')
            + style("Tekstopmerking", "annotation text", rpr='<w:sz w:val="18"/>')
            + style("Standaardalinea-lettertype", "Default Paragraph Font", kind="character", default=True)
            + style("Tekstvantijdelijkeaanduiding", "Placeholder Text", "Standaardalinea-lettertype", "character",
                    rpr='<w:color w:val="808080"/>')
            + style("Hyperlink", "Hyperlink", "Standaardalinea-lettertype", "character",
                    rpr='<w:color w:val="0563C1"/><w:u w:val="single"/>')
            + style("Voetnootmarkering", "footnote reference", "Standaardalinea-lettertype", "character",
                    rpr='<w:vertAlign w:val="superscript"/>')
            + style("Standaardtabel", "Normal Table", None, "table", True)
            + style("Tabelraster", "Table Grid", "Standaardtabel", "table",
                    extra=f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>")
            + "</w:styles>")


def numbering():
    def level(number, format_, text, link="", font="", indent=None):
        left = indent if indent is not None else 720 * (number + 1)
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
        style = f'<w:pStyle w:val="{link}"/>' if link else ""
        return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>'
                f'{style}<w:lvlText w:val="{text}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>{fonts}</w:lvl>')

    lists = [
        level(0, "bullet", "\uf0b7", font="Symbol") + level(1, "bullet", "o", font="Courier New"),
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
        level(0, "bullet", "-", font="Calibri") + level(1, "bullet", "–", font="Calibri"),
        level(0, "decimal", "%1.", "Kopgenummerd1", indent=432)
        + level(1, "decimal", "%1.%2", "Kopgenummerd2", indent=576)
        + level(2, "decimal", "%1.%2.%3", "Kopgenummerd3", indent=720),
    ]
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="multilevel"/>{levels}'
                       "</w:abstractNum>" for i, levels in enumerate(lists))
    numbers = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(lists)))
    return f"{PROLOG}<w:numbering {DECLARATIONS}>{abstract}{numbers}</w:numbering>"


def header(text):
    return f'{PROLOG}<w:hdr {DECLARATIONS}>{paragraph(run(text), "Koptekst")}</w:hdr>'


def footer(text):
    pages = run("Pagina ") + field("PAGE", "1") + run(" van ") + field("NUMPAGES", "6")
    return f'{PROLOG}<w:ftr {DECLARATIONS}>{paragraph(run(text + " ") + pages, "Voettekst")}</w:ftr>'


def footnotes(notes):
    separators = ('<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
                  "</w:footnote>")
    mark = '<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteRef/></w:r>'
    items = "".join(f'<w:footnote w:id="{i}">{paragraph(mark + run(" " + text), "Voetnoottekst")}</w:footnote>'
                    for i, text in enumerate(notes, 1))
    return f"{PROLOG}<w:footnotes {DECLARATIONS}>{separators}{items}</w:footnotes>"


def comments(texts):
    items = "".join(f'<w:comment w:id="{i}" w:author="R. Voorbeeld" w:date="2016-03-02T10:15:00Z" w:initials="RV">'
                    f'{paragraph(run(text), "Tekstopmerking")}</w:comment>' for i, text in enumerate(texts))
    return f"{PROLOG}<w:comments {DECLARATIONS}>{items}</w:comments>"


def add(package, part, kind, text, relation=None):
    """Adds word/<part>; returns the relationship's id."""
    package.part(f"word/{part}", f"{CONTENT}{kind}+xml", text)
    return package.relate(relation or kind, part)


def properties(package, title, created):
    package.part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                 f'{PROLOG}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
                 'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
                 f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title>'
                 f'<dc:creator>Administratie</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{created}T08:30:00Z'
                 f'</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{created}T15:05:00Z</dcterms:modified>'
                 "</cp:coreProperties>")
    package.part("docProps/app.xml", f"{OFFICE}extended-properties+xml",
                 f'{PROLOG}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
                 "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>")


STORE = "{7A1C2E0B-3D44-4B6E-9A57-1F0C5D2E8B91}"
STORE_NAMESPACE = "urn:example:school"


def store(package, values):
    """A custom XML item that controls bind to."""
    items = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())
    package.part("customXml/item1.xml", None, f'{PROLOG}<school xmlns="{STORE_NAMESPACE}">{items}</school>')
    package.relate("customXml", "../customXml/item1.xml")
    package.part("customXml/itemProps1.xml", f"{OFFICE}customXmlProperties+xml",
                 f'{PROLOG}<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/'
                 f'2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{STORE_NAMESPACE}"/></ds:schemaRefs>'
                 "</ds:datastoreItem>")
    package.part("customXml/_rels/item1.xml.rels", None,
                 f'{PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                 f'<Relationship Id="rId1" Type="{RELATION}customXmlProps" Target="itemProps1.xml"/></Relationships>')


def binding(name):
    return (f"<w:dataBinding w:prefixMappings=\"xmlns:s='{STORE_NAMESPACE}'\" "
            f'w:xpath="/s:school[1]/s:{name}[1]" w:storeItemID="{STORE}"/>')
