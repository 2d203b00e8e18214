"""A person: a pupil, somebody who works here, family, or a professional or agency outside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.packing import Json

# A letter, eleven digits, and a digit or, in a temporary number, a letter.
_UPN: Final = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")


class PersonKind(Enum):
    """Who somebody is to the school. What they are in one concern is said there."""

    PUPIL = "pupil"
    STAFF = "staff"
    FAMILY = "family"
    PROFESSIONAL = "professional"


class StaffKind(Enum):
    """How somebody works here, paid or not."""

    TEACHER = "teacher"
    SUPPORT = "support"
    SUPPLY = "supply"
    GOVERNOR = "governor"
    VOLUNTEER = "volunteer"
    CONTRACTOR = "contractor"


def where_kept(kind: PersonKind) -> Compartment:
    """Return the part somebody's record is in: who is whose family is told to few."""
    return Compartment.CHILDREN if kind is PersonKind.FAMILY else Compartment.SCHOOL


@dataclass(frozen=True)
class PersonDraft:
    """A person as typed or taken in. Every answer is text; days are ISO 8601, or nothing."""

    kind: PersonKind
    surname: str = field(default="", repr=False)
    forename: str = field(default="", repr=False)
    known_as: str = field(default="", repr=False)
    born: str = field(default="", repr=False)
    sex: str = field(default="", repr=False)
    upn: str = field(default="", repr=False)
    former_upn: str = field(default="", repr=False)
    year: str = field(default="", repr=False)
    form: str = field(default="", repr=False)
    staff_kind: StaffKind | None = None
    role: str = field(default="", repr=False)
    organisation: str = field(default="", repr=False)
    starts: str = field(default="", repr=False)
    ends: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What people call them; an agency is called by its own name."""
        called = self.known_as.strip() or self.forename.strip()
        return f"{called} {self.surname.strip()}".strip() or self.organisation.strip()

    @property
    def legal_name(self) -> str:
        """What they are called on paper."""
        return f"{self.forename.strip()} {self.surname.strip()}".strip() or self.name

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return all that stands in the way of keeping them, not only the first."""
        found = {name: too_much(getattr(self, name)) for name in TEXTS}
        if not self.name:
            found["surname"] = "missing"
        if self.kind is PersonKind.STAFF and self.staff_kind is None:
            found["staff_kind"] = "missing"
        for name in ("upn", "former_upn"):
            if getattr(self, name) and not _UPN.fullmatch(getattr(self, name)):
                found[name] = "not_a_upn"
        for name in DAYS:
            found[name] = found[name] or what_is_wrong_with_a_day(getattr(self, name))
        if self.born and not found["born"] and date.fromisoformat(self.born) > today:
            found["born"] = "not_yet"
        if self.ends and not (found["starts"] or found["ends"]) and self.ends < self.starts:
            found["ends"] = "before_it_began"
        return tuple(Problem(name, code) for name, code in found.items() if code)


DAYS: Final = ("born", "starts", "ends")
TEXTS: Final = tuple(
    each.name for each in fields(PersonDraft) if each.name not in {"kind", "staff_kind"}
)


@dataclass(frozen=True)
class PersonRow:
    """A person as lists and the directory know them."""

    id: RecordId
    entry: EntryId  # which version this is, for whoever changes it
    draft: PersonDraft

    @property
    def name(self) -> str:
        """What people call them."""
        return self.draft.name

    @property
    def kind(self) -> PersonKind:
        """Who they are to the school."""
        return self.draft.kind


@dataclass(frozen=True)
class Person:
    """A person as they stand in the ledger."""

    id: RecordId
    version: int
    written_at: str
    author: str = field(repr=False)
    draft: PersonDraft
    entry: Stamp
    reason: str = field(default="", repr=False)


def what_is_wrong_with_a_day(day: str) -> str:
    """Return the code of what is wrong with a day that may be left out."""
    if not day:
        return ""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return "not_a_day"
    return "" if day == read.isoformat() else "not_a_day"


def _to_fields(draft: PersonDraft) -> dict[str, Json]:
    kept: dict[str, Json] = {name: getattr(draft, name).strip() for name in TEXTS}
    kept["kind"] = draft.kind.value
    kept["staff_kind"] = draft.staff_kind.value if draft.staff_kind else ""
    return kept


def _of_fields(fields: Fields) -> PersonDraft:
    staff_kind = fields.text("staff_kind")
    return PersonDraft(
        kind=PersonKind(fields.text("kind")),
        staff_kind=StaffKind(staff_kind) if staff_kind else None,
        **{name: fields.text(name) for name in TEXTS},
    )


PERSON: Final = Kind(
    name="person",
    schema=1,
    entry_class=EntryClass.PERSON,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_person(draft: PersonDraft) -> Said[PersonDraft]:
    """Return a person as the ledger takes them."""
    return Said(draft)


def person_of(entry: Entry) -> Person:
    """Return the person that an entry holds."""
    header = entry.header
    return Person(
        id=header.record,
        version=header.version,
        written_at=header.written_at,
        author=entry.body.names[AUTHOR],
        draft=PERSON.said(entry).draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )
