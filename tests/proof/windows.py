"""The Windows installer under Wine: built, installed, asked, upgraded, removed; the vault stays.

`python -m tests.proof.windows`. Wine is not Windows: what it cannot show is in the list of
docs/release-checklist.md. In its window a vault is made; the rest is asked on the command line.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.version import VERSION
from installer.build import linux_build, windows_build
from tests.migrations.freeze import NAME, PASSPHRASE
from tests.proof.figures import Figures, save
from tests.proof.wine import Wine, why_not
from tests.proof.wine_window import made_in_the_window

if TYPE_CHECKING:
    from collections.abc import Iterator

FROZEN = Path(__file__).parents[1] / "migrations" / "0.1.0" / "vault.zip"
_CLAIM = "The MSI installs silently, opens an older vault, is upgraded, and leaves it when removed"
_AS = ("--as", NAME, "--passphrase-file", "C:\\desk\\words.txt")
_VAULT = "C:\\desk\\vault"


def main(words: list[str]) -> int:
    """Run it, say each step, and keep what was found if it was asked for in full."""
    if lacking := why_not():
        print(lacking)
        return 1
    done = Figures("windows", _CLAIM, "once", 0, of=len(STEPS))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name, right in walk(Path(folder)):
            done.cases += 1
            print(f"{'ok   ' if right else 'WRONG'} {name}", flush=True)
            if not right:
                done.bad += 1
                done.wrong.append(name)
    done.seconds = time.monotonic() - begun
    if words == ["full"]:
        save(done)
    return 1 if done.bad else 0


STEPS = (
    *(
        "installed",
        "a vault is made in its window",
        "says its version",
        "an older vault is whole",
        "locks and unlocks again",
    ),
    *("exports", "copies", "refuses a wrong passphrase", "upgraded", "removed", "the vault stays"),
)


def walk(folder: Path) -> Iterator[tuple[str, bool]]:
    """Take the steps one after the other; each says whether it came out right."""
    first, later = packages(folder)
    wine = Wine(folder / "prefix")
    try:
        yield from zip(STEPS, taken(wine, first, later), strict=True)
    finally:
        wine.end()


def packages(folder: Path) -> tuple[Path, Path]:
    """Build this version, and the same as a later one, to be upgraded to."""
    first = windows_build.build()
    later = folder / "later.msi"
    tree = windows_build.OUT / "windows"
    windows_build.pack(tree, later, linux_build.commit_time(), "9.9.9")
    shutil.copyfile(first, folder / "first.msi")
    return folder / "first.msi", later


def taken(wine: Wine, first: Path, later: Path) -> Iterator[bool]:
    """Do each step of the list."""
    desk = wine.folder / "drive_c" / "desk"
    shutil.unpack_archive(FROZEN, desk / "vault")
    (desk / "words.txt").write_text(PASSPHRASE, "utf-8")
    (desk / "wrong.txt").write_text("not these words at all", "utf-8")
    yield wine.install(first) == 0 and (wine.program / "start.py").is_file()
    yield made_in_the_window(wine)
    yield VERSION in wine.desk("--version")[1]
    yield wine.desk("check", _VAULT, *_AS)[1].startswith("Whole")
    yield "C-2026-001" in wine.desk("records", _VAULT, *_AS)[1]
    yield exported(wine, desk)
    yield wine.desk("snapshot", _VAULT, "C:\\desk\\copies", *_AS)[0] == 0
    yield (
        wine.desk("check", _VAULT, "--as", NAME, "--passphrase-file", "C:\\desk\\wrong.txt")[0] != 0
    )
    yield wine.install(later) == 0 and wine.desk("check", _VAULT, *_AS)[0] == 0
    yield wine.install(later, "/x") == 0 and not (wine.program / "start.py").exists()
    yield (desk / "vault" / "vault.json").is_file()


def exported(wine: Wine, desk: Path) -> bool:
    """Make a locked paper, and see that one lies there."""
    whom = ("--record", "C-2026-001", "--for", "Court", "--to", "court", "--why", "Asked for")
    where = ("--out", "C:\\desk\\paper.pdf", "--lock-file", "C:\\desk\\lock.txt")
    wine.desk("export", "cp-entry", _VAULT, *_AS, *whom, *where)
    paper = desk / "paper.pdf"
    return paper.is_file() and paper.read_bytes().startswith(b"%PDF")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
