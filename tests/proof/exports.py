"""Exports of hostile words: each printed, locked, opened again, and read by two other programs.

    python -m tests.proof.exports 1000

Nothing may crash; nobody who is covered may be found; nothing in the file may act or lead out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import pypdfium2

from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.leaf import Made, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.cover import Named, Showing, cover_of
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.proof.hostile_words import HIDDEN_NAME, hostile, hostile_line

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "moss penknife harbour quilt"  # noqa: S105 of no vault
_HIDDEN = Named("hidden", HIDDEN_NAME)


@dataclass(frozen=True)
class Tried:
    """What came of one export."""

    pages: int
    size: int
    found: tuple[str, ...]


def export(seed: int) -> Tried:
    """Make one paper of hostile words, and look in it for whom it covers."""
    random = Random(seed)  # noqa: S311 a test's own dice
    people = (Involved(PersonRef("Wren Tamarisk")), Involved(PersonRef(hostile_line(random))))
    concern = a_concern(
        words=hostile(random),
        people=people,
        told_by=Teller(hostile_line(random)),
        wishes=hostile(random, 2),
        view=hostile(random, 2),
        action=hostile(random, 2),
        outcome=hostile(random, 1),
    )
    how = random.choice((Showing.COVERED, Showing.ALIAS))
    cover = cover_of((_HIDDEN,), {"hidden": how}, str(seed))
    made = Made(
        a_member(), datetime(2026, 11, 19, 12, 31, tzinfo=UTC), FONTS, for_whom=hostile_line(random)
    )
    leaf = concern_leaf(EntryFacts((concern,), NOTHING_DONE))
    pdf = print_leaf(leaf, a_face(hostile_line(random)), made, cover)
    locked = finished(pdf, Finishing(leaf.title, PASSPHRASE))
    pages = prove(locked, Wanted(leaf.title, PASSPHRASE, cover))
    return Tried(pages, len(locked), cover.found_anyhow(_read(locked)))


def _read(locked: bytes) -> str:
    paper = pypdfium2.PdfDocument(locked, password=PASSPHRASE)
    text = "\n".join(paper[at].get_textpage().get_text_range() for at in range(len(paper)))
    paper.close()
    return text


def checked_by_strangers(locked: Path) -> dict[str, int]:
    """Return what the programs of this machine that share no line with us say of a file."""
    asked = {
        "qpdf": ["qpdf", "--check", f"--password={PASSPHRASE}", str(locked)],
        "pdfinfo": ["pdfinfo", "-upw", PASSPHRASE, str(locked)],
        "pdftotext": ["pdftotext", "-upw", PASSPHRASE, str(locked), "-"],
        "mutool": ["mutool", "info", "-p", PASSPHRASE, str(locked)],
    }
    there = {name: words for name, words in asked.items() if shutil.which(name)}
    return {
        name: subprocess.run(words, capture_output=True, check=False).returncode
        for name, words in there.items()
    }


def main() -> int:
    """Make so many; say how long it took and what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    began, pages, found, longest = time.monotonic(), 0, 0, 0.0
    for seed in range(count):
        started = time.monotonic()
        tried = export(seed)
        longest = max(longest, time.monotonic() - started)
        pages, found = pages + tried.pages, found + len(tried.found)
    took = time.monotonic() - began
    sys.stdout.write(
        f"{count} exports, {pages} pages, {found} names found, 0 crashes; {took:.0f} s,"
        f" {took / count:.2f} s each, the longest {longest:.1f} s\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
