"""A misfiling: something stood in the wrong person's file, and was moved, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.dates import in_sentence
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


class DpoTold(Enum):
    """Whether the school's data protection officer was told of it."""

    UNANSWERED = "unanswered"
    TOLD = "told"
    NOT_YET = "not_yet"
    NOT_TOLD = "not_told"


@dataclass(frozen=True)
class MisfilingDraft:
    """What is moved, out of whose file, into whose. `now` is None where it is in nobody's."""

    record: RecordId
    was: PersonRef
    now: PersonRef | None
    reason: str = field(repr=False)
    dpo_told: DpoTold = DpoTold.UNANSWERED
    dpo_why: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "was": what_is_wrong(self.was.name),
            "now": self._wrong_with_now(),
            "reason": what_is_wrong(self.reason, LONGEST_NOTE),
            "dpo_told": "missing" if self.dpo_told is DpoTold.UNANSWERED else "",
            "dpo_why": self._wrong_with_why(),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def _wrong_with_now(self) -> str:
        if self.now is None:
            return ""
        same = self.now.person == self.was.person and self.now.name.strip() == self.was.name.strip()
        return "same" if same else what_is_wrong(self.now.name)

    def _wrong_with_why(self) -> str:
        wanted = self.dpo_told in (DpoTold.NOT_YET, DpoTold.NOT_TOLD)
        return (what_is_wrong if wanted else too_much)(self.dpo_why, LONGEST_NOTE)


@dataclass(frozen=True)
class Misfiling:
    """A misfiling as it was written down."""

    id: RecordId
    written_at: datetime
    author: str = field(repr=False)
    draft: MisfilingDraft
    entry: Stamp


def _to_fields(draft: MisfilingDraft) -> dict[str, Json]:
    nobody = PersonRef("")
    return {
        "record": draft.record,
        "was": draft.was.fields(),
        "now": (draft.now or nobody).fields(),
        "reason": draft.reason.strip(),
        "dpo_told": draft.dpo_told.value,
        "dpo_why": draft.dpo_why.strip(),
    }


def _of_fields(fields: Fields) -> MisfilingDraft:
    now = PersonRef.of(fields.inside("now"))
    return MisfilingDraft(
        record=RecordId(fields.text("record")),
        was=PersonRef.of(fields.inside("was")),
        now=now if now.name else None,
        reason=fields.text("reason"),
        dpo_told=fields.one_of("dpo_told", DpoTold),
        dpo_why=fields.text("dpo_why"),
    )


MISFILING: Final = Kind(
    name="misfiling",
    schema=1,
    entry_class=EntryClass.CONCERN,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_misfiling(draft: MisfilingDraft) -> Said[MisfilingDraft]:
    """Return a misfiling as the ledger takes it."""
    return Said(draft)


def misfiling_of(entry: Entry) -> Misfiling:
    """Return the misfiling that an entry holds."""
    return Misfiling(
        id=entry.header.record,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        draft=MISFILING.said(entry).draft,
        entry=Stamp.of(entry),
    )


def misfiling_in_file(entry: Entry) -> Item:
    """Return the empty marked line in the file it was taken out of: not a word of what it was."""
    was = MISFILING.said(entry).draft.was.person
    day = in_sentence(datetime.fromisoformat(entry.header.written_at))
    title = f"Something filed here by mistake was moved on {day}"
    return Item((was,) if was else (), "", ItemSort.MISFILED, title)
