"""Keeping a record about somebody out of every part that this same person could open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.subject import Subject
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.services.cases import Cases


def refuse_about_holders(cases: Cases, part: Compartment, draft: ConcernDraft) -> None:
    """Refuse with the row of the routing table: who receives it, sealed from whom it is about."""
    names = [one.who.name for one in draft.people if one.role is Involvement.SAID_TO_HAVE_DONE_IT]
    if draft.about is About.ADULT:
        names += [one.name for one in draft.subjects()]
    refuse_about(cases, part, names)


def refuse_about(cases: Cases, part: Compartment, names: Iterable[str]) -> None:
    """Refuse where one of these names is somebody who could open the part."""
    names = tuple(names)
    for row in cases.book.page().members:
        if part in holding(row) and any(Subject(name).is_the_same_as(row.member) for name in names):
            raise GoesElsewhereError(cases.goes_to(row.member.id).row)
