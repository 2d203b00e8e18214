"""What is written: one entry, a Write of 500, a list of pupils, a file, a copy of the vault."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.bench.beside import Measure, beside
from dsl_desk.app.bench.pupils import a_list
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.concern_choices import ConcernState, SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.progress import untold
from dsl_desk.domain.stop import Stop, StopAnswer, WayIn
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

_WORDS: Final = "“nobody wants u on the residential. just dont come.” She showed us. " * 12
_MANY: Final = 500
_PUPILS: Final = 1_200
_BLOB: Final = 2_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_ONCE: Final = 1
_THRICE: Final = 3


def written(desk: Desk, aside: Path) -> Iterator[Measure]:
    """Return each measure as it is taken; `aside` is a folder for lists, copies and floors."""
    yield _recording(desk, aside)
    yield _many_at_once(desk, aside)
    yield from _evidence(desk, aside)
    yield _pupils(desk, aside)
    yield _copying(desk, aside)


def _recording(desk: Desk, aside: Path) -> Measure:
    one = (_WORDS * 2).encode()
    return beside(
        "recording a concern",
        "its bytes in a file, flushed to the disk",
        lambda: desk.concerns.record(_draft(desk), _fresh(desk)),
        partial(_flushed, aside, one),
    )


def _many_at_once(desk: Desk, aside: Path) -> Measure:
    every = (_WORDS * 2).encode() * _MANY

    def ours() -> None:
        with desk.sitting.writing(Compartment.CHILDREN, EntryClass.CONCERN) as write:
            for number in range(_MANY):
                # Closed: nobody's Today is full of what was written only to be measured.
                draft = replace(_draft(desk), state=ConcernState.CLOSED, outcome="Settled")
                write.record(CONCERN, said_of(draft, f"C-1926-{number:03}"), _fresh(desk))

    def floor() -> None:
        for _ in range(_MANY):
            hashlib.sha256(every[: len(every) // _MANY]).digest()
        _flushed(aside, every)

    return beside(
        "a Write of 500 entries", "their bytes hashed, and flushed once", ours, floor, _THRICE
    )


def _evidence(desk: Desk, aside: Path) -> Iterator[Measure]:
    """Measure a file that is handed in: let in behind the stop, sealed, entered; then proved."""
    basis, sealed = _handed_in(desk), []

    def ours() -> None:
        content = _PNG + os.urandom(_BLOB - len(_PNG))
        now = desk.sitting.clock.now()
        stop = Stop(fresh_id(now), StopAnswer.NO, WayIn.FILE, 1, basis, now)
        door = desk.evidence.let_in(stop)
        kept = door.seal(io.BytesIO(content), "Screenshot.png", None)
        said = EvidenceDraft("A page of nothing", "handed in", wall_clock(now))
        sealed.append(desk.evidence.keep(kept, said, _fresh(desk)).answer)

    def floor() -> None:
        content = _PNG + os.urandom(_BLOB - len(_PNG))
        hashlib.sha256(content).digest()
        _flushed(aside, content)

    yield beside(
        "a file of 2 MB let in, sealed and entered", "hashed, and flushed bare", ours, floor
    )
    bare = aside / "flushed"
    yield beside(
        "that file opened and proved",
        "as many bytes read and hashed",
        lambda: desk.evidence.prove(sealed[-1]),
        lambda: hashlib.sha256(_last_of(bare)).digest(),
    )


def _handed_in(desk: Desk) -> RecordId:
    draft = HandedInDraft(
        from_whom="Carys Tamarisk, mother",
        at=wall_clock(desk.sitting.clock.now()),
        how="Brought to the office",
        words="“I thought you should see it.”",
    )
    return desk.told.take(draft, _fresh(desk)).answer.id


def _last_of(file: Path) -> bytes:
    with file.open("rb") as stream:
        stream.seek(-_BLOB, os.SEEK_END)
        return stream.read()


def _pupils(desk: Desk, aside: Path) -> Measure:
    file = aside / "pupils.csv"
    file.write_text(a_list(_PUPILS), encoding="utf-8")

    def ours() -> None:
        sheet = read_file(file)
        known, clock = desk.importing.known(), desk.sitting.clock
        rest = plan(sheet, guess_columns(sheet, {}), known, clock, untold).writes({}, leavers=False)
        while rest:
            desk.importing.take_in(rest)
            rest = rest[AT_ONCE:]

    return beside(
        "1,200 pupils read, planned and taken in",
        "the list flushed as it came",
        ours,
        partial(_flushed, aside, file.read_bytes()),
        _ONCE,
    )


def _copying(desk: Desk, aside: Path) -> Measure:
    vault, to = desk.sitting.folder, aside / "copies"
    to.mkdir()

    def floor() -> None:
        shutil.copytree(vault / "parts", aside / "bare copy")
        shutil.rmtree(aside / "bare copy")

    return beside(
        "a copy of the whole vault, proved",
        "its parts copied bare",
        lambda: desk.snapshots.take(to),
        floor,
        _ONCE,
    )


def _draft(desk: Desk) -> ConcernDraft:
    return ConcernDraft(
        people=(Involved(PersonRef("Wren Tamarisk")),),
        told_by=Teller("Lena Harebell, class teacher"),
        told_at=wall_clock(desk.sitting.clock.now()),
        words=_WORDS,
        safe_now=SafeNow.YES,
    )


def _fresh(desk: Desk) -> EntryId:
    return EntryId(fresh_id(desk.sitting.clock.now()))


def _flushed(aside: Path, content: bytes) -> None:
    with (aside / "flushed").open("ab", buffering=0) as file:
        file.write(content)
        os.fsync(file.fileno())
