"""The record of what was left: its words as they came, and beside them what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.drop import Left
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.policy.mark import (
    NO_POLICY,
    PolicyMark,
    policy_fields,
    policy_in,
    under_no_policy,
)
from dsl_desk.domain.record import Kind, Said
from dsl_desk.domain.subject import SUBJECT

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written


class Became(Enum):
    """What somebody made of it."""

    WAITING = "waiting"
    CONCERN = "concern"
    CONTACT_ATTEMPT = "contact_attempt"
    LOW_LEVEL = "low_level"
    ALLEGATION = "allegation"
    DECLARATION = "declaration"
    CLOSED = "closed"


@dataclass(frozen=True)
class LeftDraft:
    """What was left, when it was taken in and first opened, and what it became."""

    left: Left
    taken_in_at: str
    opened_at: str = ""
    opened_by: str = field(default="", repr=False)
    became: Became = Became.WAITING
    record: str = ""  # the id of what it became
    why: str = field(default="", repr=False)
    policy: PolicyMark = NO_POLICY  # in force when it was taken in


_TEXTS: Final = ("taken_in_at", "opened_at", "opened_by", "record", "why")


def _to_fields(draft: LeftDraft) -> dict[str, Json]:
    member = draft.left.whom.member
    # Whoever re-founds a part, or gives a key, looks for the subject in one place.
    named: dict[str, Json] = {SUBJECT: member} if member else {}
    texts: dict[str, Json] = {name: getattr(draft, name) for name in _TEXTS}
    policy = policy_fields(draft.policy)
    return {"left": draft.left.plain(), "became": draft.became.value} | texts | named | policy


def _of_fields(fields: Fields) -> LeftDraft:
    return LeftDraft(
        left=Left.of(fields.inside("left")),
        became=fields.one_of("became", Became),
        policy=policy_in(fields),
        **{name: fields.text(name) for name in _TEXTS},
    )


LEFT: Final = Kind(
    name="left",
    schema=2,
    entry_class=EntryClass.LEFT,
    to_fields=_to_fields,
    steps=(under_no_policy,),
    of_fields=_of_fields,
)


def said_of(draft: LeftDraft) -> Said[LeftDraft]:
    """Return what is written down: it happened when it was left, and is known by its code."""
    return Said(draft, draft.left.code, draft.left.written_at)


@dataclass(frozen=True)
class LeftRecord:
    """What was left, as it stands in a part or in a sealed case."""

    written: Written
    draft: LeftDraft
    sealed: bool

    @classmethod
    def of(cls, written: Written, *, sealed: bool) -> LeftRecord:
        """Return what was written."""
        return cls(written, LEFT.said_in(written.body).draft, sealed)

    @property
    def left(self) -> Left:
        """What was left, as it came."""
        return self.draft.left

    @property
    def left_at(self) -> datetime:
        """When it was left."""
        return datetime.fromisoformat(self.left.written_at)

    @property
    def waits(self) -> bool:
        """Whether nobody has settled yet what becomes of it."""
        return self.draft.became is Became.WAITING

    @property
    def unopened(self) -> bool:
        """Whether nobody has opened it yet."""
        return not self.draft.opened_at
