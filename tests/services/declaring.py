"""Declarations as the tests make them: an aunt at Fernhollow, and whoever reviews with a key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.declaration import DeclarationDraft
from dsl_desk.domain.declaration_review import Condition, Decision, ReviewDraft
from dsl_desk.domain.declared_link import BeforeJoining, Closeness, DeclaredLink, LinkKind, Teaches
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import PASSPHRASE, an_entry_id

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.declaration_review import Review
    from dsl_desk.domain.declaration_standing import DeclarationState
    from dsl_desk.domain.errors import DraftError
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

PRIYA = "Priya Oakhollow"
KIT = "Kit Meadowcroft"
SIGNED = "2026-11-17"
LOOK_AGAIN = "2027-07-16"


def a_link(**more: object) -> DeclaredLink:
    link = DeclaredLink(
        who=PersonRef(KIT),
        kind=LinkKind.PUPIL,
        relation="aunt_or_uncle",
        relation_words="Aunt or uncle",
        closeness=Closeness.OFTEN,
        since="Since birth in 2017",
        before=BeforeJoining.BEFORE,
        teaches=Teaches.AT_TIMES,
        platforms="WhatsApp family group, 11 relatives",
        contact="None alone. Kit's mother is always in the chat",
    )
    return replace(link, **more)  # type: ignore[arg-type]  # a test names fields it knows


def a_declaration(*links: DeclaredLink, **more: object) -> DeclarationDraft:
    draft = DeclarationDraft(
        by=PRIYA,
        role="Teaching assistant, Year 3",
        links=links or (a_link(),),
        statement="I have asked to swap to Fridays.",
        signed=PRIYA,
        signed_on=SIGNED,
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def nothing(by: str = PRIYA, **more: object) -> DeclarationDraft:
    return replace(a_declaration(by=by, signed=by, **more), links=(), nil=True)


def a_review(decision: Decision = Decision.AGREED, **more: object) -> ReviewDraft:
    draft = ReviewDraft("", 0, decision)
    if decision is Decision.AGREED_WITH_CONDITIONS:
        kept = (Condition("Not in the working day", "Personal 3"),)
        draft = replace(draft, conditions=kept, look_again_on=LOOK_AGAIN)
    if decision in (Decision.MORE_ASKED, Decision.ADVISED_AGAINST):
        draft = replace(draft, words="Do you teach or supervise Kit?")
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def entry_of(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


def declare(desk: Desk, draft: DeclarationDraft | None = None) -> Declaration:
    return desk.declarations.record(draft or a_declaration(), entry_of(desk)).answer


def sign(desk: Desk, of: Declaration, draft: ReviewDraft | None = None) -> Review:
    review = draft or a_review()
    return desk.declarations.review(of, review, PASSPHRASE, entry_of(desk)).answer


def give_passphrase(school: Staffroom, name: str) -> None:
    """Whoever came with a kit chooses a passphrase: only that signs."""
    with school.desk(name) as desk:
        desk.ways_in.rely_on_passphrase_alone(PASSPHRASE)


def codes(error: pytest.ExceptionInfo[DraftError]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in error.value.problems]


def needs(desk: Desk) -> list[Need]:
    return [need for need in desk.declarations.needs() if need.declaration]


def state(desk: Desk) -> DeclarationState:
    (line,) = desk.declarations.lines()
    return line.state
