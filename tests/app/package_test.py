"""cmake --install and the Debian package: everything is there, and the program in it runs."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, docx

BUILD = pathlib.Path(os.environ["BUILD"])

FILES = {
    "bin/sopconv",
    *(f"lib/systemd/system/sopconv.{kind}" for kind in ("service", "timer", "path")),
    "lib/sysusers.d/sopconv.conf",
    "lib/tmpfiles.d/sopconv.conf",
    "libexec/sopconv/sopconv-supervisor",
    "share/bash-completion/completions/sopconv",
    "share/doc/sopconv/CHANGELOG.md",
    "share/doc/sopconv/README.md",
    "share/doc/sopconv/copyright",
    "share/man/man1/sopconv.1.gz",
    "share/sopconv/sop-record.schema.json",
    "share/sopconv/taxonomie.yaml",
    *(f"share/sopconv/templates/{path.name}" for path in (ROOT / "extract/templates").glob("*.yaml")),
}


CONFIG = "etc/sopconv/sopconv.toml"


def output_of(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


class PackageTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def check_program(self, program):
        source = self.folder / "a.docx"
        source.write_bytes(docx("a"))
        self.assertIn('"bestandsnaam": "a.docx"', output_of(program, "convert", source))
        output_of(program, "convert", source, "--out", self.folder / "out")  # by the supervisor
        self.assertIn('"bestandsnaam": "a.docx"', (self.folder / "out/a.docx.json").read_text("utf-8"))

    def test_an_installed_tree_is_complete_and_runs(self):
        output_of("cmake", "--install", BUILD, "--prefix", self.folder / "usr")
        self.assertEqual(files_below(self.folder), {f"usr/{file}" for file in FILES} | {CONFIG})
        self.check_program(self.folder / "usr/bin/sopconv")

    def test_the_debian_package_is_complete_and_runs(self):
        output_of("cpack", "-B", self.folder / "cpack", cwd=BUILD)
        package, = (self.folder / "cpack").glob("*.deb")
        fields = output_of("dpkg-deb", "--field", package)
        self.assertIn("Package: sopconv\n", fields)
        self.assertIn("Section: text\n", fields)
        for library in "libdeflate0", "libpugixml", "libqpdf", "libpoppler-cpp", "libicu", "libyaml-cpp", "libpqxx":
            self.assertRegex(fields, rf"Depends:.*\b{library}")
        self.assertIn("Recommends: poppler-data\n", fields)
        self.assertEqual(output_of("dpkg-deb", "--info", package, "conffiles"), f"/{CONFIG}\n")
        self.assertIn("systemd-tmpfiles --create sopconv.conf", output_of("dpkg-deb", "--info", package, "postinst"))
        output_of("dpkg-deb", "--extract", package, self.folder / "root")
        self.assertEqual(files_below(self.folder / "root"), {f"usr/{file}" for file in FILES} | {CONFIG})
        self.check_program(self.folder / "root/usr/bin/sopconv")

    @unittest.skipUnless(shutil.which("systemd-sysusers") and shutil.which("systemd-tmpfiles") and os.geteuid() == 0,
                         "needs systemd's tools and root")
    def test_the_package_makes_the_user_and_the_folders_that_its_units_name(self):
        self.folder.chmod(0o755)
        (self.folder / "etc").mkdir()
        (self.folder / "etc/group").write_text("root:x:0:\n")
        output_of("systemd-sysusers", f"--root={self.folder}", ROOT / "app/sysusers.conf")
        users = dict(line.split(":")[:3:2] for line in (self.folder / "etc/passwd").read_text().splitlines())
        folders = (ROOT / "app/tmpfiles.conf").read_text()  # a name in a list of rights is looked up outside the root
        (self.folder / "etc/sopconv.conf").write_text(folders.replace("user:sopconv", f"user:{users['sopconv']}"))
        output_of("systemd-tmpfiles", f"--root={self.folder}", "--create", self.folder / "etc/sopconv.conf")
        unit = (ROOT / "app/sopconv.service").read_text()
        inbox = self.folder / re.search(r"watch /(\S+)", unit)[1]
        self.assertEqual(inbox.stat().st_mode & 0o7777, 0o3770)
        self.assertEqual(str(inbox.stat().st_uid), users[re.search(r"^User=(\S+)", unit, re.M)[1]])
        self.assertTrue((self.folder / re.search(r"ReadWritePaths=/(\S+)", unit)[1]).is_dir())
        # An uploader's folder is the service's to move files out of, whatever the umask.
        user, other = int(users["sopconv"]), 23456
        subprocess.run(["mkdir", inbox / "map"], user=other, group=inbox.stat().st_gid, extra_groups=[], umask=0o077, check=True)
        subprocess.run(["touch", inbox / "map/a.docx"], user=other, group=inbox.stat().st_gid, extra_groups=[], check=True)
        subprocess.run(["mv", inbox / "map/a.docx", inbox / "a.docx"], user=user, group=user, extra_groups=[], check=True)


if __name__ == "__main__":
    unittest.main()
