"""A mark on a duty: what somebody did about it, when and how, or why it does not apply."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

TO_BE_MARKED: Final = (
    *(DutyState.DONE, DutyState.WAITING, DutyState.DOES_NOT_APPLY),
    DutyState.NOW,  # a mark taken back
)
_NEEDS_A_WAY: Final = (DutyState.DONE, DutyState.WAITING)


@dataclass(frozen=True)
class DutyMark:
    """A mark as it is typed. Clauses and words stand in it: a policy changes, a record does not.

    `how` is needed where something was done, `why` where nothing will be.
    """

    record: str
    matter: str
    act: DutyAct
    recipient: Recipient | None
    state: DutyState
    at: str = ""
    how: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    clauses: tuple[str, ...] = ()
    words: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Which duty and which of its people this is about."""
        return self.matter, self.act.value, _named(self.recipient)

    @property
    def reason(self) -> str:
        """What a further version of it says as its reason."""
        return self.how.strip() or self.why.strip()

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        done = self.state in _NEEDS_A_WAY
        codes = {
            "state": "" if self.state in TO_BE_MARKED else "not_to_be_marked",
            "at": what_is_wrong_with_the_past(self.at, now) if done else "",
            "how": what_is_wrong(self.how) if done else too_much(self.how),
            "why": too_much(self.why) if done else what_is_wrong(self.why),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


def _named(recipient: Recipient | None) -> str:
    return "" if recipient is None else recipient.value


def _to_fields(mark: DutyMark) -> dict[str, Json]:
    return {
        "record": mark.record,
        "matter": mark.matter,
        "act": mark.act.value,
        "recipient": _named(mark.recipient),
        "state": mark.state.value,
        "at": mark.at,
        "how": mark.how.strip(),
        "why": mark.why.strip(),
        "clauses": list(mark.clauses),
        "words": mark.words,
    }


def _of_fields(fields: Fields) -> DutyMark:
    return DutyMark(
        record=fields.text("record"),
        matter=fields.text("matter"),
        act=fields.one_of("act", DutyAct),
        recipient=fields.one_of("recipient", Recipient) if fields.text("recipient") else None,
        state=fields.one_of("state", DutyState),
        at=fields.text("at"),
        how=fields.text("how"),
        why=fields.text("why"),
        clauses=fields.list_of_texts("clauses"),
        words=fields.text("words"),
    )


DUTY_DONE: Final = Kind("duty_done", 1, EntryClass.STEP, _to_fields, _of_fields)


def said_of_mark(mark: DutyMark) -> Said[DutyMark]:
    """Return a mark as the ledger takes it."""
    return Said(mark, "", mark.at)
