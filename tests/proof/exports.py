"""Exports of hostile words: each looked at, printed, locked, opened again, and read by others.

Nothing may crash; nobody who is covered may be found; nothing in the file may act or lead out; and
while it is made and looked at, nothing is written anywhere. The planted faults do one of these.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, ClassVar, Final

import pikepdf
import pypdfium2
from typing_extensions import override

from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.leaf import Made, print_front, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.preview import draw_page
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.cover import NO_COVER, Named, Showing, cover_of
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from dsl_desk.domain.leaving_errors import NotProvedError
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.proof.harness import Harness, main
from tests.proof.hostile_words import HIDDEN_NAME, hostile, hostile_line

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from dsl_desk.documents.leaf import Leaf

PASSPHRASE = "moss penknife harbour quilt"  # noqa: S105 of no vault
_HIDDEN = Named("hidden", HIDDEN_NAME)
_WIDE: Final = 640
_READ_BY_OTHERS: Final = 20  # every so many: four programs take as long as the paper itself
_WRITING: Final = frozenset("wax+")
STAYS, ACTS, WRITTEN, CRASHES = PLANTED = (
    *("a name stays", "something acts", "a file is written", "it crashes"),
)


@dataclass(frozen=True)
class Tried:
    """What came of one export: the file as it would leave, and who was found in it."""

    pages: int
    locked: bytes
    found: tuple[str, ...]


class _Watch:
    """What is opened to be written while it looks: a paper is made in memory, and nowhere else."""

    def __init__(self) -> None:
        self.looks = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, told: tuple[object, ...]) -> None:
        if self.looks and event == "open" and _WRITING & set(str(told[1] or "")):
            self.seen.append(str(told[0]))


def _leaf(random: Random) -> Leaf:
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
    return concern_leaf(EntryFacts((concern,), NOTHING_DONE))


def export(random: Random, planted: str = "") -> Tried:
    """Make one paper of hostile words, and look in it for whom it covers."""
    leaf = _leaf(random)
    how = random.choice((Showing.COVERED, Showing.ALIAS))
    cover = cover_of((_HIDDEN,), {"hidden": how}, str(random.random()))
    made = Made(
        a_member(), datetime(2026, 11, 19, 12, 31, tzinfo=UTC), FONTS, for_whom=hostile_line(random)
    )
    face, drawn = a_face(hostile_line(random)), NO_COVER if planted == STAYS else cover
    draw_page(print_front(leaf, face, made, drawn), 0, _WIDE)
    pdf = print_leaf(leaf, face, made, drawn)
    draw_page(pdf, 0, _WIDE)
    if planted == CRASHES:
        raise ZeroDivisionError
    locked = finished(_acting(pdf) if planted == ACTS else pdf, Finishing(leaf.title, PASSPHRASE))
    pages = prove(locked, Wanted(leaf.title, PASSPHRASE, cover))
    return Tried(pages, locked, cover.found_anyhow(_read(locked)))


def _acting(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        paper.save(out)
    return out.getvalue()


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


class Exports(Harness):
    """Papers of words that mean harm."""

    name: ClassVar[str] = "exports"
    claim: ClassVar[str] = "hostile words break no paper, and nobody who is covered gets out in one"
    asked: ClassVar[str] = (
        "1,000 exports: 0 crashes, 0 names found, 0 active content, 0 files written"
    )
    fast: ClassVar[int] = 12
    control: ClassVar[int] = 8
    full: ClassVar[int] = 1000
    faults: ClassVar[tuple[str, ...]] = PLANTED

    @override
    def prepare(self) -> int:
        self._watch = _Watch()
        return self.full

    @override
    def case(self, number: int, chance: Random) -> str:
        begun = time.process_time()
        self._watch.seen.clear()
        self._watch.looks = True
        try:
            tried = export(chance, self.planted)
            if self.planted == WRITTEN:
                (self.ground / "copy.pdf").write_bytes(b"")
        except NotProvedError as failure:
            return f"not proved: {failure.flaw.value}"
        except Exception as failure:  # noqa: BLE001 whatever it is, it is what we look for
            return f"crashed: {type(failure).__name__}"
        finally:
            self._watch.looks = False
        self._note(tried, round(1000 * (time.process_time() - begun)))
        if tried.found:
            return "a name was found"
        if self._watch.seen:
            return f"{len(self._watch.seen)} files were written"
        return self._read_by_others(tried) if number % _READ_BY_OTHERS == 0 else ""

    def _note(self, tried: Tried, milliseconds: int) -> None:
        self.facts["pages"] += tried.pages
        slowest = "ms of processor at most"
        self.facts[slowest] = max(self.facts[slowest], milliseconds)

    def _read_by_others(self, tried: Tried) -> str:
        paper = self.ground / f"{hashlib.sha256(tried.locked).hexdigest()[:16]}.pdf"
        paper.write_bytes(tried.locked)
        said = checked_by_strangers(paper)
        paper.unlink()
        self.facts["readings by other programs"] += len(said)
        wrong = [name for name, code in said.items() if code]
        return f"{wrong[0]} does not read it" if wrong else ""


if __name__ == "__main__":
    main(Exports)
