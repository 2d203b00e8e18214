"""Captured by mistake: set aside unseen, the police rung, and taken away only as they advise."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class QuarantineDraft:
    """What is known so far: why it was a mistake, and what the police said."""

    evidence: str
    why: str = field(default="", repr=False)
    officer: str = field(default="", repr=False)
    rung_at: str = ""
    reference: str = field(default="", repr=False)
    advice: str = field(default="", repr=False)
    removed_at: str = ""

    @property
    def rung(self) -> bool:
        """Whether officer, time, reference and advice are all written down."""
        return all((self.officer, self.rung_at, self.reference, self.advice))

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way of what the police said."""
        codes = {name: what_is_wrong(getattr(self, name), LONGEST_NOTE) for name in RUNG}
        codes["rung_at"] = codes["rung_at"] or what_is_wrong_with_the_past(self.rung_at, now)
        return tuple(Problem(name, code) for name, code in codes.items() if code)


RUNG: Final = ("officer", "rung_at", "reference", "advice")
_TEXTS: Final = tuple(each.name for each in fields(QuarantineDraft))


@dataclass(frozen=True)
class Quarantine:
    """A quarantine as it was written down."""

    id: RecordId
    version: int
    written_at: datetime
    author: str = field(repr=False)
    draft: QuarantineDraft
    entry: Stamp


def _to_fields(draft: QuarantineDraft) -> dict[str, Json]:
    return {name: getattr(draft, name).strip() for name in _TEXTS}


def _of_fields(read: Fields) -> QuarantineDraft:
    return QuarantineDraft(**{name: read.text(name) for name in _TEXTS})


QUARANTINE: Final = Kind("quarantine", 1, EntryClass.EVIDENCE, _to_fields, _of_fields)


def said_of_quarantine(draft: QuarantineDraft) -> Said[QuarantineDraft]:
    """Return it as the ledger takes it."""
    return Said(draft, "", draft.rung_at)


def quarantine_of(entry: Entry) -> Quarantine:
    """Return the quarantine that an entry holds."""
    return Quarantine(
        id=entry.header.record,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        draft=QUARANTINE.said(entry).draft,
        entry=Stamp.of(entry),
    )
