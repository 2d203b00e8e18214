"""The front sheet of a file on paper: what help is in place, family, household, accounts."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_full, in_sentence
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.child_file import ChildFile, ChildFileDraft
    from dsl_desk.domain.file_facts import FrontSheet

_FAMILY: Final = ("Name", "Relation", "Telephone", "Parental responsibility")
_NONE: Final = "No front sheet was written."


def front_sections(front: FrontSheet, paper: Writer) -> list[tuple[str, list[Flowable]]]:
    """Return what stands on the front sheet, heading by heading; whatever is empty is said so."""
    if not front.versions:
        return [("Front sheet", [paper.plain(_NONE)])]
    draft = front.versions[-1].draft
    sections: list[tuple[str, list[Flowable]]] = [("Front sheet", [paper.table(_help(draft))])]
    if family := _family(draft):
        grid = paper.grid(_FAMILY, family, (4, 3, 3, 3))
        sections.append(("Family, household and links", [grid]))
    if front.accounts:
        rows = [
            (f"{one.platform}: {one.handle}", _sure(one.basis, label(one.sure)))
            for one in (account.draft for account in front.accounts)
        ]
        sections.append(("Accounts online", [paper.table(rows)]))
    sections.append(("Versions of the front sheet", [paper.table(_versions(front.versions))]))
    return sections


def _help(draft: ChildFileDraft) -> list[tuple[str, str]]:
    since = f", since {_day(draft.status_since)}" if draft.status_since else ""
    photo = f", since {_day(draft.photo_since)}" if draft.photo_since else ""
    told = (
        ("Help in place", f"{label(draft.status)}{since}"),
        ("Social worker", draft.social_worker or "None written down"),
        ("Agencies involved", draft.agencies or "None written down"),
        ("Special educational needs", draft.send or "None written down"),
        ("Photographs", f"{label(draft.photo_exception)}{photo}"),
        ("Address", draft.address or "None written down"),
        ("Local authority they live in", draft.lives_in_name),
        ("Single unique identifier", draft.single_identifier),
        *(("Not shared with", f"{tie.who.name}: {tie.relation}") for tie in draft.not_shared),
    )
    return [(name, words) for name, words in told if words]


def _family(draft: ChildFileDraft) -> list[tuple[str, ...]]:
    contacts = [
        (one.who.name, one.relation, one.phone, "Yes" if one.responsible else "Not written down")
        for one in draft.contacts
    ]
    siblings = [(one.who.name, one.relation or "Sibling", "", "") for one in draft.siblings]
    household = [(one.who.name, one.relation or "Lives there", "", "") for one in draft.household]
    return [*contacts, *siblings, *household]


def _versions(versions: tuple[ChildFile, ...]) -> list[tuple[str, str]]:
    return [
        (
            f"Version {one.version}",
            f"{in_full(datetime.fromisoformat(one.written_at))}, {one.author}. "
            + (f"Reason: {one.reason}" if one.reason else "File begun."),
        )
        for one in reversed(versions)
    ]


def _sure(basis: str, sure: str) -> str:
    return f"{sure}. {basis}" if basis else sure


def _day(day: str) -> str:
    return in_sentence(date.fromisoformat(day))
