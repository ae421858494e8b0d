"""Copies of documents for benchmarks: each with bytes that no other has, and as long as real ones are."""
import re
import shutil
import subprocess
import zipfile


def _write_own_copy(source, target, number):
    shutil.copyfile(source, target)
    if target.suffix == ".docx":
        with zipfile.ZipFile(target, "a") as package:
            package.comment = str(number).encode()
    else:
        with target.open("ab") as file:
            file.write(f"\n%{number}\n".encode())


def write_copies(sources, folder, count):
    """`count` files, the sources over and over, which say what those say in bytes that no other has. Gives their paths."""
    paths = []
    for number in range(count):
        source = sources[number % len(sources)]
        paths.append(folder / f"{number:05}-{source.parent.name}-{source.name}")
        _write_own_copy(source, paths[-1], number)
    return paths


def _lengthened(content, times):
    """The text of a main part with its blocks `times` over; that of another part as it is."""
    body = re.search(r"<(\w*:?)body>(.*)</\1body>", content, re.DOTALL)
    if not body:
        return content
    blocks = body[2]
    end = blocks.rfind(f"<{body[1]}sectPr")  # of the last section: stands behind the blocks, and once
    if end < 0 or f"</{body[1]}p>" in blocks[end:]:
        end = len(blocks)
    return content[:body.start(2)] + blocks[:end] * times + blocks[end:] + content[body.end(2):]


def write_long(source, target, times):
    """What `source` says, `times` over: its pages, or the blocks of its main part."""
    if target.suffix == ".pdf":
        # Of the file itself, so that its tags and output intents stay.
        subprocess.run(list(map(str, ["qpdf", source, "--pages", *[".", "1-z"] * times, "--", target])), check=True)
        return
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as longer:
        for part in package.infolist():
            content = package.read(part)
            if b"body>" in content:  # a part in UTF-16 stays as it is
                content = _lengthened(content.decode(), times).encode()
            longer.writestr(part, content)
