"""The producers that a sample is printed with: each writes one PDF of a school; see script/make-pdfs."""
import pathlib
import re
import subprocess
import tempfile
import zipfile

import dump
import facts as school
import reportlab_print
import webpage

PORTRAIT = 11906  # twips; A4
QUIET = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def document(name):
    return dump.read((school.DOCX / f"{name}.document.txt").read_text("utf-8"))


def qpdf(source, target, *options):
    """qpdf's exit code 3 is a warning about the source."""
    run = subprocess.run(["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9", *options, source, target],
                         capture_output=True, text=True)
    if run.returncode not in (0, 3):
        raise RuntimeError(run.stderr)


def printable(source, folder):
    """A copy without tracked changes, which LibreOffice prints struck and Word as "all accepted" does not, and without lists to
    choose from, of which LibreOffice 7.4 prints a "0" in the next row; on landscape pages where a table is wider than others."""
    copy = pathlib.Path(folder) / source.name
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:del [^>]*>.*?</w:del>|<w:ins [^>]*(?<!/)>|</w:ins>", b"", part, flags=re.S)
                if any(int(width) > PORTRAIT for width in re.findall(rb'<w:tblW w:w="(\d+)" w:type="dxa"', part)):
                    part = re.sub(rb'<w:pgSz w:w="11906" w:h="16838"', b'<w:pgSz w:w="16838" w:h="11906"', part)
                part = re.sub(rb"<w:dropDownList>.*?</w:dropDownList>", b"<w:text/>", part, flags=re.S)
            new.writestr(name, part)
    return copy


def libreoffice(**options):
    settings = ",".join(f'"{name}":{{"type":"{"long" if type(value) is int else "boolean"}","value":"{str(value).lower()}"}}'
                        for name, value in options.items())

    def write(name, target, _made):
        with tempfile.TemporaryDirectory() as folder:
            source = printable(school.DOCX / f"{name}.docx", folder)
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user", "--convert-to",
                            f"pdf:writer_pdf_Export:{{{settings}}}", "--outdir", folder, source], **QUIET)
            qpdf(pathlib.Path(folder) / f"{name}.pdf", target)
    return write


def chromium(tagged=False, **style):
    def write(name, target, _made):
        with tempfile.TemporaryDirectory() as folder:
            page, printed = pathlib.Path(folder) / "page.html", pathlib.Path(folder) / "page.pdf"
            page.write_text(webpage.write(document(name), **style), "utf-8")
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                            f"--user-data-dir={folder}/user", *([] if tagged else ["--disable-pdf-tagging"]),
                            f"--print-to-pdf={printed}", page.as_uri()], **QUIET)
            qpdf(printed, target)
    return write


def weasyprint(name, target, _made):
    facts = document(name)
    running = next((line for story in ("header1", "footer1") for line in facts.stories.get(story, [])), None)
    header = running and "".join(piece.text for piece in running.pieces if isinstance(piece, dump.Text)).split(" Pagina ")[0]
    extra = ("@page{@bottom-right{content:'Pagina ' counter(page) ' van ' counter(pages);font-size:8pt}"
             f"@top-left{{content:'{header or facts.title}';font-size:8pt;color:#555}}"
             "@footnote{border-top:.5pt solid #000;margin-top:6pt}} p,li{hyphens:auto;text-align:justify} td p,th p{text-align:left}"
             ".note{float:footnote;font-size:.8em} ::footnote-call{font-size:.6em;vertical-align:super;line-height:0}")
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(webpage.write(facts, font="serif", size=10.5, extra=extra, floats=True), "utf-8")
        subprocess.run(["weasyprint", "--optimize-size", "all", page, target], **QUIET)


def wkhtmltopdf(name, target, _made):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(webpage.write(document(name), tables="double", font="narrow", hanging=True), "utf-8")
        subprocess.run(["wkhtmltopdf", "--quiet", "--title", document(name).title, "--margin-top", "20", "--margin-bottom", "20", page, target],
                       env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder}, **QUIET)


def ghostscript(_name, target, made):
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.4", "-o", target,
                    made("lo-untagged")], **QUIET)


def linearized(_name, target, made):
    qpdf(made("lo-tagged"), target, "--linearize")


def sideways(_name, target, made):
    qpdf(made("lo-untagged"), target, "--rotate=+90")


def turned(_name, target, made):
    """Pages that are drawn lying on their side and turned upright again by /Rotate."""
    with tempfile.TemporaryDirectory() as folder:
        plain, edited, fixed = (pathlib.Path(folder) / f"{name}.pdf" for name in ("plain", "edited", "fixed"))
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--coalesce-contents", made("chromium-solid"), plain], **QUIET)
        text = plain.read_bytes()
        for content, width, height in re.findall(rb"/Contents (\d+) 0 R.*?/MediaBox \[\s*0\s+0\s+(\S+)\s+(\S+)\s*\]", text, re.S):
            text = re.sub(rb"(\n%s 0 obj\n<<\n.*?stream\n)" % content, rb"\g<1>0 1 -1 0 %s 0 cm\n" % height, text, count=1, flags=re.S)
        text = re.sub(rb"/MediaBox \[\s*0\s+0\s+(\S+)\s+(\S+)\s*\]", rb"/MediaBox [ 0 0 \2 \1 ]\n  /Rotate 90", text)
        edited.write_bytes(text)
        with fixed.open("wb") as out:
            subprocess.run(["fix-qdf", edited], check=True, stdout=out)
        qpdf(fixed, target)


# In the order in which they are made: some print again what another has made.
PRODUCERS = {
    "lo-tagged": libreoffice(UseTaggedPDF=True),
    "lo-untagged": libreoffice(UseTaggedPDF=False, ExportFormFields=False),
    "lo-pdfa2": libreoffice(SelectPdfVersion=2, ExportFormFields=False),
    "ghostscript": ghostscript,
    "qpdf-linearized": linearized,
    "rotate-90": sideways,
    "chromium-solid": chromium(tagged=True),
    "chromium-grey": chromium(tables="grey", font="serif", size=11, boxes="vector"),
    "chromium-dashed": chromium(tables="dashed", font="narrow"),
    "chromium-none": chromium(tables="none", font="narrow", size=9),
    "chromium-zebra": chromium(tables="zebra", boxes="vector"),
    "chromium-rules": chromium(tables="rules", font="serif", size=10.5),
    "chromium-columns": chromium(font="serif", columns=True, margins="1.5cm"),
    "chromium-landscape": chromium(tagged=True, orientation="landscape", font="narrow", extra="tr{break-inside:avoid}"),
    "turned": turned,
    "weasyprint": weasyprint,
    "wkhtmltopdf": wkhtmltopdf,
    "reportlab": reportlab_print.write_plain,
    "form": reportlab_print.write_form,
}
