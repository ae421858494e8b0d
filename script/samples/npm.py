"""npm packages that samples and measurements need; kept below build/, never in the repository."""
import subprocess

from facts import ROOT


def install(package, version):
    """Folder whose node_modules holds the package; its scripts go in the folder."""
    folder = ROOT / "build" / "npm" / package
    if not (folder / "node_modules" / package).exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder,
                        f"{package}@{version}"], check=True)
    return folder
