"""What the end-to-end tests share: the program, and documents good and bad, built here byte by byte."""
import io
import os
import pathlib
import struct
import subprocess
import warnings
import zipfile

SOPCONV = os.environ["SOPCONV"]
ROOT = pathlib.Path(__file__).resolve().parents[2]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="{}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>')


def run(*arguments, **options):
    return subprocess.run([SOPCONV, *map(str, arguments)], capture_output=True, timeout=120, **options)


def document_xml(*paragraphs):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in paragraphs)
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def package(*parts):
    """A zip archive of (name, bytes), in this order, names possibly twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that stands there twice is meant
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(*paragraphs, main=None):
    return package(("_rels/.rels", RELATIONSHIPS.format("word/document.xml")),
                   ("word/document.xml", document_xml(*paragraphs) if main is None else main))


def compound_file(stream):
    """A compound file (MS-CFB) with one empty stream of that name."""
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6,
                         0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)

    def entry(name, kind, child):
        utf16 = (name + "\0").encode("utf-16-le")
        return struct.pack("<64sHBBIII36xIQ", utf16, len(utf16), kind, 1, free, free, child, end, 0)

    empty = struct.pack("<64sHBBIII36xIQ", b"", 0, 0, 0, free, free, free, 0, 0)
    directory = entry("Root Entry", 5, 1) + entry(stream, 2, free) + empty * 2
    return header + struct.pack("<128I", fat, end, *[free] * 126) + directory


def pdf(content="BT /F1 12 Tf 72 700 Td (Tekst van de pagina) Tj ET", pages=1):
    """A PDF of equal pages; readers find the objects by themselves."""
    kids = " ".join(["3 0 R"] * pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
               "/Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} "
            f"/Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n").encode()


def without_last_bytes(data, count):
    return data[:-count]


def with_wrong_checksum(data):
    at = data.rindex(b"PK\x01\x02")  # the last entry's directory record; its CRC stands at 16
    return data[:at + 16] + bytes(b ^ 0xFF for b in data[at + 16:at + 20]) + data[at + 20:]


def bad_files():
    """{file name: (bytes, the code it must get)}"""
    parts = [("_rels/.rels", RELATIONSHIPS.format("word/document.xml")), ("word/document.xml", document_xml("a"))]
    return {
        "leeg.docx": (b"", "LEEG_BESTAND"),
        "tekst.docx": (b"Dit is gewone tekst.\n" * 50, "ONBEKEND_FORMAAT"),
        "oud.doc": (compound_file("WordDocument"), "OUD_WORD_FORMAAT"),
        "versleuteld.docx": (compound_file("EncryptedPackage"), "VERSLEUTELD"),
        "profiel.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "BESCHADIGD_PAKKET"),
        "leeg.pdf": (pdf(pages=0), "GEEN_PAGINAS"),
        "profiel.rtf": (rb"{\rtf1\ansi Profiel}", "NIET_ONDERSTEUND"),
        "profiel.odt": (package(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
                        "NIET_ONDERSTEUND"),
        "afgekapt.docx": (without_last_bytes(docx("a" * 5000), 200), "BESCHADIGD_PAKKET"),
        "controlesom.docx": (with_wrong_checksum(docx("a")), "BESCHADIGD_PAKKET"),
        "dubbel.docx": (package(*parts, ("word/document.xml", document_xml("b"))), "DUBBELZINNIG_PAKKET"),
        "zip.docx": (package(("foto.jpg", b"x")), "GEEN_HOOFDDEEL"),
        "xml.docx": (docx(main=b"<w:document><w:body>"), "BESCHADIGD_DEEL"),
        "bytes.docx": (docx(main=document_xml("a").replace(b">a<", b">\xff\xfe\xfd<")), "ONGELDIGE_CODERING"),
        "doctype.docx": (docx(main=b'<!DOCTYPE x [<!ENTITY a "b">]>' + document_xml("a")), "DOCTYPE_GEWEIGERD"),
        "bom.docx": (docx(main=document_xml(" " * (80 << 20))), "GRENS_OVERSCHREDEN"),
        "namen.docx": (package(*parts, *((f"deel{i}", b"") for i in range(5000))), "GRENS_OVERSCHREDEN"),
        "diep.docx": (docx(main=document_xml("a").replace(b"<w:p>", b"<w:p>" + b"<w:x>" * 100_000)
                           .replace(b"</w:p>", b"</w:x>" * 100_000 + b"</w:p>")), "GRENS_OVERSCHREDEN"),
    }


def write_files(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def tree(folder):
    """{relative path: bytes} of all files below folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
