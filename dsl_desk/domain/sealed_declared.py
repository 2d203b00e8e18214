"""What one person declared under seal, out of all that lies beside the cases of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.signed_paper import SIGNED_PAPER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.subject import Subject
    from dsl_desk.domain.written import Written


def declared_by(who: Subject, written: Iterable[Written]) -> tuple[Written, ...]:
    """Return somebody's declarations, what was decided about them, and their signed papers.

    A namesake's too: whoever decides record by record tells them apart.
    """
    kept = tuple(written)
    theirs = {
        one.id
        for one in kept
        if one.body.kind == DECLARATION.name
        and DECLARATION.said_in(one.body).draft.subject().may_be(who)
    }
    return tuple(one for one in kept if _declaration_of(one) in theirs)


def _declaration_of(one: Written) -> str:
    """Return which declaration a record belongs to; what opened it or took it out, to none."""
    body = one.body
    if body.kind == DECLARATION.name:
        return one.id
    if body.kind == DECLARATION_REVIEW.name:
        return DECLARATION_REVIEW.said_in(body).draft.declaration
    if body.kind == SIGNED_PAPER.name:
        return SIGNED_PAPER.said_in(body).draft.declaration
    return DUTY_DONE.said_in(body).draft.record if body.kind == DUTY_DONE.name else ""
