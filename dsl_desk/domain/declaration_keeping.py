"""What the day of a declaration, and of its review, is reckoned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.kept_facts import DAY, Facts, written_on
from dsl_desk.domain.signed_paper import SIGNED_PAPER

if TYPE_CHECKING:
    from dsl_desk.domain.written import Written


def of_declaration(one: Written) -> Facts:
    """Return the facts of a declaration: kept until whoever declared it has left, and on."""
    said = DECLARATION.said_in(one.body)
    people = (said.draft.person,) if said.draft.person else ()
    return Facts(said.draft.signed_on[:DAY], people, ref=said.ref, what=said.draft.by)


def of_declaration_review(one: Written) -> Facts:
    """Return the facts of a review: it goes with its declaration."""
    return Facts(written_on(one), parent=DECLARATION_REVIEW.said_in(one.body).draft.declaration)


def of_signed_paper(one: Written) -> Facts:
    """Return the facts of a signed paper: it goes with its declaration."""
    return Facts(written_on(one), parent=SIGNED_PAPER.said_in(one.body).draft.declaration)
