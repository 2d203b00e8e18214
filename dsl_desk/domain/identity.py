"""An online identity: an account somebody goes by. Whose it is, is only ever told with a basis."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.person import PersonKind, what_is_wrong_with_a_day
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

MOST_PAST: Final = 40
_NOBODY: Final = PersonRef("")


class Sureness(Enum):
    """How far it is known whose account it is."""

    SEEN = "seen"
    SAID = "said"
    CONFIRMED = "confirmed"


def where_identities_are_kept(kind: PersonKind | None) -> Compartment:
    """Return the part: what staff are called online is for those who may know of allegations."""
    return Compartment.STAFF if kind is PersonKind.STAFF else Compartment.CHILDREN


def plain_handle(untrusted_handle: str) -> str:
    """Return a handle as two of them are compared: without the at sign, spaces and capitals."""
    return "".join(untrusted_handle.split()).lstrip("@").casefold()


@dataclass(frozen=True)
class IdentityDraft:
    """An account as it is written down. `person` is nobody until there is a basis for it."""

    platform: str = field(repr=False)
    handle: str = field(repr=False)
    past: tuple[str, ...] = field(default=(), repr=False)
    sure: Sureness = Sureness.SEEN
    first_seen: str = ""
    last_seen: str = ""
    person: PersonRef | None = None
    basis: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of keeping it, not only the first."""
        wrong_past = [code for one in self.past if (code := what_is_wrong(one))]
        found = {
            "platform": what_is_wrong(self.platform),
            "handle": what_is_wrong(self.handle),
            "past": "too_many" if len(self.past) > MOST_PAST else "".join(wrong_past[:1]),
            "first_seen": what_is_wrong_with_a_day(self.first_seen),
            "last_seen": what_is_wrong_with_a_day(self.last_seen),
            "basis": self._what_is_wrong_with_the_basis(),
        }
        days = not (found["first_seen"] or found["last_seen"])
        if self.last_seen and days and self.last_seen < self.first_seen:
            found["last_seen"] = "before_it_began"
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def _what_is_wrong_with_the_basis(self) -> str:
        if self.person is None and not self.basis:
            return ""
        return what_is_wrong(self.basis, LONGEST_LINE * 5)


@dataclass(frozen=True)
class Identity:
    """An account as it stands in the ledger."""

    id: RecordId
    version: int
    author: str = field(repr=False)
    draft: IdentityDraft
    entry: Stamp
    reason: str = field(default="", repr=False)


def _to_fields(draft: IdentityDraft) -> dict[str, Json]:
    return {
        "platform": draft.platform.strip(),
        "handle": draft.handle.strip(),
        "past": [{"handle": one.strip()} for one in draft.past],
        "sure": draft.sure.value,
        "first_seen": draft.first_seen,
        "last_seen": draft.last_seen,
        "person": (draft.person or _NOBODY).fields(),
        "basis": draft.basis.strip(),
    }


def _of_fields(fields: Fields) -> IdentityDraft:
    person = PersonRef.of(fields.inside("person"))
    return IdentityDraft(
        platform=fields.text("platform"),
        handle=fields.text("handle"),
        past=tuple(one.text("handle") for one in fields.each("past")),
        sure=Sureness(fields.text("sure")),
        first_seen=fields.text("first_seen"),
        last_seen=fields.text("last_seen"),
        person=None if person == _NOBODY else person,
        basis=fields.text("basis"),
    )


IDENTITY: Final = Kind(
    name="identity",
    schema=1,
    entry_class=EntryClass.IDENTITY,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_identity(draft: IdentityDraft) -> Said[IdentityDraft]:
    """Return an account as the ledger takes it."""
    return Said(draft)


def identity_of(entry: Entry) -> Identity:
    """Return the account that an entry holds."""
    header = entry.header
    return Identity(
        id=header.record,
        version=header.version,
        author=entry.body.names[AUTHOR],
        draft=IDENTITY.said(entry).draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )
