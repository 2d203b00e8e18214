"""A child's file: what stands on its front sheet. The chronology is everything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

LONGEST_NOTE: Final = 5_000
MOST_TIES: Final = 60  # in one list; a family is smaller, and a body must not grow for ever


class ChildStatus(Enum):
    """What help the law has set in motion for a child."""

    NONE = "none"
    FAMILY_HELP = "family_help"
    CHILD_IN_NEED = "child_in_need"
    PROTECTION_PLAN = "protection_plan"
    LOOKED_AFTER = "looked_after"


class PhotoException(Enum):
    """What must not be done with pictures of a child."""

    NONE = "none"
    NOT_POSTED = "not_posted"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True)
class Contact:
    """Somebody the school rings about a child; the first of them is rung first."""

    who: PersonRef
    relation: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    responsible: bool = False  # holds parental responsibility

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {
            "who": self.who.fields(),
            "relation": self.relation.strip(),
            "phone": self.phone.strip(),
            "responsible": self.responsible,
        }

    @classmethod
    def of(cls, fields: Fields) -> Contact:
        """Return what an entry kept."""
        return cls(
            PersonRef.of(fields.inside("who")),
            fields.text("relation"),
            fields.text("phone"),
            fields.truth("responsible"),
        )


@dataclass(frozen=True)
class Tie:
    """Somebody a child belongs with: a sibling, or who else lives there."""

    who: PersonRef
    relation: str = field(default="", repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"who": self.who.fields(), "relation": self.relation.strip()}

    @classmethod
    def of(cls, fields: Fields) -> Tie:
        """Return what an entry kept."""
        return cls(PersonRef.of(fields.inside("who")), fields.text("relation"))


@dataclass(frozen=True)
class ChildFileDraft:
    """The front sheet as it is typed."""

    person: PersonRef
    status: ChildStatus = ChildStatus.NONE
    status_since: str = ""
    social_worker: str = field(default="", repr=False)
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    siblings: tuple[Tie, ...] = field(default=(), repr=False)
    household: tuple[Tie, ...] = field(default=(), repr=False)
    send: str = field(default="", repr=False)
    photo_exception: PhotoException = PhotoException.NONE
    photo_since: str = ""
    single_identifier: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    agencies: str = field(default="", repr=False)
    not_shared: tuple[Tie, ...] = field(default=(), repr=False)  # with whom not, and why
    # The local authority the child lives in, by its key and its name; empty: the school's own.
    lives_in: str = field(default="", repr=False)
    lives_in_name: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of keeping it, not only the first."""
        found = {name: what_is_wrong_with_a_day(getattr(self, name)) for name in _DAYS}
        found |= {name: _too_long(getattr(self, name), LONGEST_LINE) for name in _LINES}
        found |= {name: _too_long(getattr(self, name), LONGEST_NOTE) for name in _NOTES}
        found |= {
            "contacts": _wrong_list([(one.who, one.relation, one.phone) for one in self.contacts]),
            "siblings": _wrong_list([(one.who, one.relation) for one in self.siblings]),
            "household": _wrong_list([(one.who, one.relation) for one in self.household]),
            "not_shared": self._wrong_with_not_shared(),
        }
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def _wrong_with_not_shared(self) -> str:
        wrong = _wrong_list([(one.who, one.relation) for one in self.not_shared])
        unexplained = any(not one.relation.strip() for one in self.not_shared)
        return wrong or ("why_missing" if unexplained else "")


@dataclass(frozen=True)
class ChildFile:
    """A child's front sheet as it stands in the ledger."""

    id: RecordId
    version: int
    written_at: str
    author: str = field(repr=False)
    draft: ChildFileDraft
    entry: Stamp
    reason: str = field(default="", repr=False)


_DAYS: Final = ("status_since", "photo_since")
_LINES: Final = ("social_worker", "single_identifier", "lives_in", "lives_in_name")
_NOTES: Final = ("send", "address", "agencies")


def _too_long(answer: str, longest: int) -> str:
    return what_is_wrong(answer, longest) if answer.strip() else ""


def _wrong_list(rows: list[tuple[PersonRef | str, ...]]) -> str:
    if len(rows) > MOST_TIES:
        return "too_many"
    for who, *rest in rows:
        name = who.name if isinstance(who, PersonRef) else who
        codes = [what_is_wrong(name), *(_too_long(str(one), LONGEST_LINE) for one in rest)]
        if wrong := next((code for code in codes if code), ""):
            return wrong
    return ""


def _to_fields(draft: ChildFileDraft) -> dict[str, Json]:
    kept: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    return {
        **kept,
        "person": draft.person.fields(),
        "status": draft.status.value,
        "photo_exception": draft.photo_exception.value,
        "contacts": [one.fields() for one in draft.contacts],
        "siblings": [one.fields() for one in draft.siblings],
        "household": [one.fields() for one in draft.household],
        "not_shared": [one.fields() for one in draft.not_shared],
    }


def _of_fields(fields: Fields) -> ChildFileDraft:
    return ChildFileDraft(
        person=PersonRef.of(fields.inside("person")),
        status=ChildStatus(fields.text("status")),
        photo_exception=PhotoException(fields.text("photo_exception")),
        contacts=tuple(Contact.of(one) for one in fields.each("contacts")),
        siblings=tuple(Tie.of(one) for one in fields.each("siblings")),
        household=tuple(Tie.of(one) for one in fields.each("household")),
        not_shared=tuple(Tie.of(one) for one in fields.each("not_shared")),
        **{name: fields.text(name) for name in _TEXTS},
    )


_TEXTS: Final = (*_DAYS, *_LINES, *_NOTES)


def _from_schema_1(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a front sheet as schema 2 has it: nobody was asked with whom it is not shared."""
    return {**fields, "not_shared": []}


def _from_schema_2(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a front sheet as schema 3 has it: nobody was asked which authority it is."""
    return {**fields, "lives_in": "", "lives_in_name": ""}


CHILD_FILE: Final = Kind(
    name="child_file",
    schema=3,
    entry_class=EntryClass.CHILD_FILE,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(_from_schema_1, _from_schema_2),
)


def said_of_file(draft: ChildFileDraft) -> Said[ChildFileDraft]:
    """Return a child's front sheet as the ledger takes it."""
    return Said(draft)


def child_file_of(entry: Entry) -> ChildFile:
    """Return the front sheet that an entry holds."""
    header = entry.header
    return ChildFile(
        id=header.record,
        version=header.version,
        written_at=header.written_at,
        author=entry.body.names[AUTHOR],
        draft=CHILD_FILE.said(entry).draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


def child_file_in_file(entry: Entry) -> Item:
    """Return how a front sheet stands in the child's chronology: that it was begun, or changed."""
    draft = CHILD_FILE.said(entry).draft
    title = "File begun" if entry.header.version == 1 else "File changed"
    return Item((draft.person.person,), "", ItemSort.FILE, title, entry.body.reason)
