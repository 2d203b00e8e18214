"""The adult and the children of a referral pack, row by row; what is not known is said so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_sentence
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from dsl_desk.domain.pack_facts import ChildInPack, PackFacts
    from dsl_desk.domain.person import PersonDraft

NOT_RECORDED: Final = "Not recorded"


def adult_rows(facts: PackFacts) -> list[tuple[str, str]]:
    """Return what the school knows of the adult."""
    adult, person = facts.view.line.allegation.draft.adult, facts.adult
    return [
        ("Name", person.legal_name if person else adult.name),
        ("Known as", person.name if person else NOT_RECORDED),
        ("Date of birth", born(person)),
        ("Sex", (person.sex if person else "") or NOT_RECORDED),
        ("What they are here", label(adult.standing)),
        ("Role", adult.role or (person.role if person else "") or NOT_RECORDED),
        ("Since", _day(person.starts) if person and person.starts else NOT_RECORDED),
        ("Employed by somebody else", adult.employer or "No"),
        ("Other work with children", adult.elsewhere or NOT_RECORDED),
    ]


def child_rows(child: ChildInPack) -> list[tuple[str, str]]:
    """Return what the school knows of a child."""
    person, file = child.person, child.file
    rows = [
        ("Name", person.legal_name if person else child.name),
        ("Date of birth", born(person)),
        ("Sex", (person.sex if person else "") or NOT_RECORDED),
        ("Year and class", _class(person)),
        ("UPN", (person.upn if person else "") or NOT_RECORDED),
    ]
    if file is None:
        return [*rows, ("Front sheet", "None was written, or none could be read")]
    holders = ", ".join(one.who.name for one in file.contacts if one.responsible)
    return [
        *rows,
        ("Help in place", label(file.status)),
        ("Social worker", file.social_worker or NOT_RECORDED),
        ("Special educational needs", file.send or NOT_RECORDED),
        ("Parental responsibility", holders or NOT_RECORDED),
        ("Address", file.address or NOT_RECORDED),
    ]


def born(person: PersonDraft | None) -> str:
    """Return a date of birth, or that none is recorded."""
    return _day(person.born) if person and person.born else NOT_RECORDED


def _class(person: PersonDraft | None) -> str:
    told = (person.year, person.form) if person else ()
    return ", ".join(one for one in told if one.strip()) or NOT_RECORDED


def _day(day: str) -> str:
    return in_sentence(date.fromisoformat(day))
