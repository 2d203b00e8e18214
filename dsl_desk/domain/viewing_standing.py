"""Where a viewing decision stands now: agreed or not, begun, over. Computed, never written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.viewing import Authority, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.viewing import Viewing


class Agreed(Enum):
    """What another person said to it."""

    UNANSWERED = "unanswered"
    YES = "yes"
    NO = "no"


class Standing(Enum):
    """Where a decision stands. Only an open one lets anything in."""

    NOT_TO_LOOK = "not_to_look"
    ADVICE_FIRST = "advice_first"
    WAITING = "waiting"
    REFUSED = "refused"
    TO_COME = "to_come"
    OPEN = "open"
    OVER = "over"
    ENDED = "ended"


@dataclass(frozen=True)
class AnswerDraft:
    """Another person's answer to one version of a decision, with their words."""

    viewing: str
    version: int
    agreed: Agreed
    words: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        unanswered = self.agreed is Agreed.UNANSWERED
        codes = {
            "agreed": "missing" if unanswered else "",
            "words": what_is_wrong(self.words, LONGEST_NOTE),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


@dataclass(frozen=True)
class Answer:
    """An answer as it was written down."""

    id: RecordId
    written_at: datetime
    author: str = field(repr=False)
    author_id: str
    draft: AnswerDraft


def _to_fields(draft: AnswerDraft) -> dict[str, Json]:
    return {
        "viewing": draft.viewing,
        "version": draft.version,
        "agreed": draft.agreed.value,
        "words": draft.words.strip(),
    }


def _of_fields(fields: Fields) -> AnswerDraft:
    return AnswerDraft(
        viewing=fields.text("viewing"),
        version=fields.number("version"),
        agreed=fields.one_of("agreed", Agreed),
        words=fields.text("words"),
    )


def _kind(entry_class: EntryClass) -> Kind[AnswerDraft]:
    return Kind("viewing_answer", 1, entry_class, _to_fields, _of_fields)


VIEWING_ANSWER: Final = _kind(EntryClass.VIEWING)
# The same record, by somebody who may authorise here and not write.
VIEWING_AUTHORISED: Final = _kind(EntryClass.AUTHORISATION)


def said_of_answer(draft: AnswerDraft) -> Said[AnswerDraft]:
    """Return an answer as the ledger takes it."""
    return Said(draft)


def answer_of(entry: Entry) -> Answer:
    """Return the answer that an entry holds."""
    return Answer(
        id=entry.header.record,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        author_id=entry.header.author,
        draft=VIEWING_ANSWER.said(entry).draft,
    )


def standing_of(viewing: Viewing, answers: Sequence[Answer], now: datetime) -> Standing:
    """Return where a decision stands. `answers` are in the order in which they were given."""
    draft = viewing.draft
    said = _said_last(viewing, answers)
    if draft.look is Look.NOT_TO_LOOK:
        return Standing.NOT_TO_LOOK
    if draft.ended_at:
        return Standing.ENDED
    if draft.needs_advice and not draft.advice.strip():
        return Standing.ADVICE_FIRST
    if said is Agreed.NO:
        return Standing.REFUSED
    if _waits(viewing, said):
        return Standing.WAITING
    return _by_the_clock(viewing, wall_clock(now))


def needs_review(viewing: Viewing, answers: Sequence[Answer]) -> bool:
    """Tell whether an urgent look is still to be reviewed by somebody else."""
    return viewing.draft.look is Look.URGENT and not answers


def _said_last(viewing: Viewing, answers: Sequence[Answer]) -> Agreed:
    """Return the last word on what it says now: whoever changes it asks again."""
    said = [each.draft.agreed for each in answers if each.draft.version == viewing.version]
    return said[-1] if said else Agreed.UNANSWERED


def _waits(viewing: Viewing, said: Agreed) -> bool:
    draft = viewing.draft
    asked = draft.authority is Authority.ASKED
    return draft.look is Look.LOOK and asked and said is not Agreed.YES


def _by_the_clock(viewing: Viewing, now: str) -> Standing:
    if now < viewing.draft.starts:
        return Standing.TO_COME
    return Standing.OPEN if now < viewing.draft.ends else Standing.OVER
