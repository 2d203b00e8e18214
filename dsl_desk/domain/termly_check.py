"""A check by somebody else: what was drawn out of a term, what was looked at, what was found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.record import Kind
from dsl_desk.domain.school_terms import SchoolTerm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

LONGEST_WORDS: Final = 4_000
# What is drawn out of each part, and how much of each kind.
DRAWN_FROM: Final[Mapping[Compartment, Mapping[str, int]]] = {
    Compartment.CHILDREN: {"concern": 8, "viewing": 4},
    Compartment.STAFF: {"concern": 4, "allegation": 4, "low_level": 4},
}
_TAG: Final = "dsl-desk termly check 1"


class Found(Enum):
    """What came of looking at one entry."""

    IN_ORDER = "in_order"
    LACKING = "lacking"
    TO_DISCUSS = "to_discuss"
    NOT_LOOKED_AT = "not_looked_at"


@dataclass(frozen=True)
class MayBeDrawn:
    """A record of the term, as far as drawing goes."""

    record: RecordId
    kind: str


@dataclass(frozen=True)
class Looked:
    """One entry that was drawn: the version that stood there, and what was found."""

    record: RecordId
    version: int
    found: Found | None = None
    note: str = field(default="", repr=False)

    def what_is_wrong_with_the_note(self) -> str:
        """Return the code of what stands in the way: what is not in order is said."""
        said = what_is_wrong(self.note, LONGEST_LINE)
        asked = self.found not in (None, Found.IN_ORDER)
        return "" if said == "missing" and not asked else said


@dataclass(frozen=True)
class FindingDraft:
    """What whoever checked has found, and what shall change."""

    looked: tuple[Looked, ...] = ()
    found: str = field(default="", repr=False)
    change: str = field(default="", repr=False)
    change_by: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, in the order of the form."""
        wrong: dict[str, str] = {}
        for number, one in enumerate(self.looked):
            wrong[f"found_{number}"] = "" if one.found else "missing"
            wrong[f"note_{number}"] = one.what_is_wrong_with_the_note()
        amiss = any(one.found is not Found.IN_ORDER for one in self.looked)
        wrong["found"] = what_is_wrong(self.found, LONGEST_WORDS)
        wrong["change"] = (
            what_is_wrong(self.change, LONGEST_WORDS) if amiss or self.change.strip() else ""
        )
        wrong["change_by"] = what_is_wrong_with_a_day(self.change_by) if self.change_by else ""
        return tuple(Problem(name, code) for name, code in wrong.items() if code)


@dataclass(frozen=True)
class CheckDraft:
    """A check: what was drawn, by which code, of how many; and the finding, once it is signed."""

    term: SchoolTerm
    code: str
    heads: Mapping[str, int]  # how far each strand went when it was drawn
    of: int
    drawn: tuple[RecordId, ...]
    finding: FindingDraft | None = None


def code_of(heads: Iterable[Head], term: SchoolTerm, part: Compartment) -> str:
    """Return the code that draws: the heads of the ledger, the term and the part, and no wish."""
    lines = [_TAG, part.value, term.since, term.until]
    lines += sorted(f"{one.strand} {one.number} {one.digest.hex()}" for one in heads)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def draw(code: str, pool: Iterable[MayBeDrawn], part: Compartment) -> tuple[RecordId, ...]:
    """Return what is to be looked at: of each kind those that stand first in the code's order."""
    found = tuple(pool)

    def place(one: MayBeDrawn) -> str:
        return hashlib.sha256(f"{code} {one.record}".encode()).hexdigest()

    drawn: list[RecordId] = []
    for kind, count in DRAWN_FROM[part].items():
        of_kind = sorted((one for one in found if one.kind == kind), key=place)
        drawn += [one.record for one in of_kind[:count]]
    return tuple(drawn)


def _to_fields(draft: CheckDraft) -> dict[str, Json]:
    finding = draft.finding
    return {
        "term": draft.term.words,
        "since": draft.term.since,
        "until": draft.term.until,
        "code": draft.code,
        "heads": dict(draft.heads),
        "of": draft.of,
        "drawn": list(draft.drawn),
        "finding": _of_finding(finding) if finding else {},
    }


def _of_finding(finding: FindingDraft) -> dict[str, Json]:
    looked: list[Json] = [
        {
            "record": one.record,
            "version": one.version,
            "found": one.found.value if one.found else "",
            "note": one.note.strip(),
        }
        for one in finding.looked
    ]
    return {
        "looked": looked,
        "found": finding.found.strip(),
        "change": finding.change.strip(),
        "change_by": finding.change_by,
    }


def _of_fields(fields: Fields) -> CheckDraft:
    heads, finding = fields.inside("heads"), fields.inside("finding")
    return CheckDraft(
        term=SchoolTerm(fields.text("term"), fields.text("since"), fields.text("until")),
        code=fields.text("code"),
        heads={strand: heads.number(strand) for strand in heads.plain()},
        of=fields.number("of"),
        drawn=tuple(RecordId(one) for one in fields.list_of_texts("drawn")),
        finding=_to_finding(finding) if finding.plain() else None,
    )


def _to_finding(fields: Fields) -> FindingDraft:
    return FindingDraft(
        looked=tuple(
            Looked(
                RecordId(one.text("record")),
                one.number("version"),
                one.one_of("found", Found),
                one.text("note"),
            )
            for one in fields.each("looked")
        ),
        found=fields.text("found"),
        change=fields.text("change"),
        change_by=fields.text("change_by"),
    )


# Of the class that only who authorises, and does not write, may add to a part: another person's.
TERMLY_CHECK: Final = Kind("termly_check", 1, EntryClass.AUTHORISATION, _to_fields, _of_fields)
