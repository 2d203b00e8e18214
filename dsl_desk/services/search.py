"""Search: every part this member can read, by the words that stand in its records.

Sealed cases are not searched, by nobody: a search is made with somebody at one's shoulder, and
what it finds must not depend on whether there is a case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING

from dsl_desk.domain.conversation import CONVERSATION, conversation_of
from dsl_desk.domain.evidence import evidence_of
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.storage.register_search import find_entries
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.concerns import concern_row
from dsl_desk.storage.shelves.registers import register_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.registers.register import RegisterRow
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.search import Hit, Hits


@dataclass(frozen=True)
class FoundRecord:
    """What a hit leads to: a concern, a person's file where it belongs to none, or a register."""

    part: Compartment
    found_in: tuple[FoundIn, ...]
    concern: ConcernRow | None = field(default=None, repr=False)
    person: str = ""
    register: RegisterRow | None = field(default=None, repr=False)
    piece: FoundPiece | None = None


@dataclass(frozen=True)
class FoundPiece:
    """A conversation, or evidence that belongs to no concern and nobody's file."""

    record: RecordId
    ref: str
    words: str = field(repr=False)


@dataclass(frozen=True)
class Found:
    """What was found, in how many records, and whether all were searched.

    Everything about one concern is one line; `left` entries are not shelved yet.
    """

    records: tuple[FoundRecord, ...]
    total: int
    left: int


@dataclass(frozen=True)
class _Where:
    """Where hits lead together: everything found about one concern is one line."""

    part: Compartment
    concern: str
    person: str
    register: str
    piece: str = ""


class Search:
    """What can be asked by words. A hit in a list is not an opening."""

    def __init__(self, sitting: Sitting, concerns: Concerns) -> None:
        self._sitting = sitting
        self._concerns = concerns

    def find(self, words: str, first: int, count: int) -> Found:
        """Return where all these words stand: names before words, each newest first."""
        parts = self._concerns.parts()
        hits: list[tuple[Compartment, Hits | tuple[Hit, ...]]] = [
            (part, find(self._sitting.part(part).database, words)) for part in parts
        ]
        hits += [
            (part, find_entries(self._sitting.part(part).database, words))
            for part in dict.fromkeys(register.part for register in REGISTERS.values())
            if part in self._sitting.parts
        ]
        ranked = merge(*(_of(part, each) for part, each in hits), key=_rank)
        wanted = list(_together(ranked, first + count).items())[first:]
        read = (self._read(where, found_in) for where, found_in in wanted)
        shown = tuple(record for record in read if record is not None)
        left = sum(self._sitting.part(part).shelved().left for part in parts)
        return Found(shown, sum(len(each) for _part, each in hits), left)

    def _read(self, where: _Where, found_in: Iterable[FoundIn]) -> FoundRecord | None:
        """Return where something leads; None where its concern is gone or not shelved yet."""
        database = self._sitting.part(where.part).database
        if where.register:
            entry = register_row(database, where.register)
            return FoundRecord(where.part, tuple(found_in), register=entry)
        if where.piece:
            piece = self._piece(where.part, RecordId(where.piece))
            return FoundRecord(where.part, tuple(found_in), piece=piece)
        if not where.concern:
            return FoundRecord(where.part, tuple(found_in), person=where.person)
        row = concern_row(database, bytes.fromhex(where.concern))
        return None if row is None else FoundRecord(where.part, tuple(found_in), row)

    def _piece(self, part: Compartment, record: RecordId) -> FoundPiece:
        """Return what a line says of it: its words are read, and no picture."""
        entry = self._sitting.part(part).ledger.newest(record)
        if entry.body.kind == CONVERSATION.name:
            conversation = conversation_of(entry)
            return FoundPiece(record, conversation.ref, conversation.draft.title)
        evidence = evidence_of(entry)
        return FoundPiece(record, evidence.ref, evidence.captured.said.shows)


def _of(part: Compartment, hits: Iterable[Hit]) -> Iterator[tuple[Compartment, Hit]]:
    return ((part, hit) for hit in hits)


def _rank(one: tuple[Compartment, Hit]) -> tuple[bool, int]:
    _part, hit = one
    return not hit.by_name, -hit.clock


def _where(part: Compartment, hit: Hit) -> _Where | None:
    """Return where a hit leads: a conversation to itself, evidence of nobody's to itself, too."""
    if hit.found_in is FoundIn.REGISTER:
        return _Where(part, hit.concern, hit.person, hit.record)
    of_nobody = hit.found_in is FoundIn.EVIDENCE and not hit.concern and not hit.person
    if hit.found_in is FoundIn.CONVERSATION or of_nobody:
        return _Where(part, "", "", "", hit.record)
    if hit.concern or hit.person:
        return _Where(part, hit.concern, "" if hit.concern else hit.person, "")
    return None


def _together(
    ranked: Iterable[tuple[Compartment, Hit]], enough: int
) -> dict[_Where, list[FoundIn]]:
    """Return the first places hits lead to; no hit is read once there are enough of them."""
    together: dict[_Where, list[FoundIn]] = {}
    for part, hit in ranked:
        if where := _where(part, hit):
            if where not in together and len(together) == enough:
                break
            found_in = together.setdefault(where, [])
            if hit.found_in not in found_in:
                found_in.append(hit.found_in)
    return together
