"""Family links: declared, reviewed by another with a signature, accepted, looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import CameBy, Identity
from dsl_desk.domain.declaration_filter import DeclarationFilter, counts_of
from dsl_desk.domain.declaration_review import (
    DECLARATION_REVIEW,
    CameBack,
    Condition,
    Decision,
    EscalatedTo,
)
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import BeforeJoining, LinkKind, Teaches
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.way_errors import NoSuchWayError, WrongPassphraseError
from dsl_desk.storage.shelves.declarations import DECLARATIONS
from tests.builders import PASSPHRASE
from tests.services.declaring import (
    LOOK_AGAIN,
    PRIYA,
    a_declaration,
    a_link,
    a_review,
    codes,
    declare,
    entry_of,
    needs,
    nothing,
    sign,
    state,
)
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

pytestmark = pytest.mark.gate_story


@pytest.fixture
def school(signing_school: Staffroom) -> Staffroom:
    return signing_school


def test_that_a_declaration_stands_in_its_part_with_a_reference_and_waits(hester: Desk) -> None:
    declared = declare(hester)
    assert declared.ref == "FD-2026-001"
    assert state(hester) is DeclarationState.NEW
    (need,) = needs(hester)
    assert (need.sort, need.about, need.ref) == (
        NeedSort.DECLARATION_WAITS,
        PRIYA,
        "FD-2026-001",
    )
    view = hester.declarations.open(declared.written.id)
    assert view.line.declaration.draft == a_declaration()
    assert (view.may_review, view.mine, view.before) == (True, False, None)
    assert view.holders == (MAYA, HESTER)
    assert declare(hester).ref == "FD-2026-002"


def test_that_the_same_id_never_makes_a_second_one(hester: Desk) -> None:
    entry = entry_of(hester)
    for _ in range(2):
        hester.declarations.record(a_declaration(), entry)
    (line,) = hester.declarations.lines()
    review, again = a_review(), entry_of(hester)
    for _ in range(2):
        hester.declarations.review(line.declaration, review, PASSPHRASE, again)
    assert len(hester.declarations.lines()[0].reviews) == 1


def test_that_opening_is_written_down_once_in_a_sitting(hester: Desk) -> None:
    declared = declare(hester)
    ledger = hester.sitting.part(Compartment.DECLARATIONS).ledger
    before = len(tuple(ledger.entries()))
    for _ in range(2):
        hester.declarations.open(declared.written.id)
    assert len(tuple(ledger.entries())) == before + 1


def test_that_what_is_missing_is_told_all_at_once(hester: Desk) -> None:
    link = a_link(relation="", who=replace(a_link().who, name=" "))
    with pytest.raises(DraftError) as refused:
        declare(hester, a_declaration(link, by="", signed_on="soon", answers={"x": "a" * 20_000}))
    assert codes(refused) == [
        ("by", "missing"),
        ("signed_on", "not_a_day"),
        ("who 0", "missing"),
        ("relation 0", "missing"),
        ("answer x", "too_long"),
    ]


def test_that_only_a_nil_return_has_no_links(hester: Desk) -> None:
    for draft, code in (
        (replace(nothing(), nil=False), "missing"),
        (a_declaration(nil=True), "not_nil"),
        (a_declaration(*[a_link()] * 21), "many"),
        (a_declaration(signed_on="2026-12-24"), "not_yet"),
        (a_declaration(signed_on=""), "missing"),
    ):
        with pytest.raises(DraftError) as refused:
            declare(hester, draft)
        assert [one[1] for one in codes(refused)] == [code]
    declare(hester, nothing())
    assert state(hester) is DeclarationState.NOTHING_TO_DECLARE
    assert needs(hester) == []


def test_that_agreeing_with_conditions_waits_to_be_accepted_then_to_be_looked_at_again(
    hester: Desk,
) -> None:
    declared = declare(hester)
    review = sign(hester, declared, a_review(Decision.AGREED_WITH_CONDITIONS))
    assert state(hester) is DeclarationState.TO_ACCEPT
    assert [need.sort for need in needs(hester)] == [NeedSort.ACCEPTANCE_WAITS]
    with pytest.raises(DraftError) as refused:
        hester.declarations.accepted(review, CameBack("", ""), entry_of(hester))
    assert codes(refused) == [("words", "missing"), ("on", "missing")]
    back = CameBack("Signed the letter", "2026-11-19")
    accepted = hester.declarations.accepted(review, back, entry_of(hester)).answer
    assert accepted.draft.accepted_how == "Signed the letter"
    assert state(hester) is DeclarationState.AGREED_WITH_CONDITIONS
    (need,) = needs(hester)
    assert (need.sort, need.due) == (NeedSort.DECLARATION_AGAIN, LOOK_AGAIN)
    hester.sitting.clock.advance(days=240)  # type: ignore[attr-defined]  # the fake clock
    assert state(hester) is DeclarationState.LOOK_AGAIN
    (need,) = needs(hester)
    assert (need.sort, need.due) == (NeedSort.DECLARATION_AGAIN, LOOK_AGAIN)


def test_that_conditions_need_words_and_a_day_to_come(hester: Desk) -> None:
    declared = declare(hester)
    conditions = Decision.AGREED_WITH_CONDITIONS
    for draft, expected in (
        (a_review(conditions, conditions=()), ("conditions", "missing")),
        (a_review(conditions, conditions=(Condition("a"),) * 21), ("conditions", "many")),
        (a_review(conditions, conditions=(Condition(" "),)), ("conditions", "missing")),
        (a_review(conditions, look_again_on=""), ("look_again_on", "missing")),
        (a_review(conditions, look_again_on="2026-11-19"), ("look_again_on", "gone_by")),
        (a_review(conditions, look_again_on="Friday"), ("look_again_on", "not_a_day")),
        (a_review(Decision.MORE_ASKED, words=""), ("words", "missing")),
        (a_review(Decision.ESCALATED, why="x"), ("escalated_to", "missing")),
        (
            a_review(Decision.ESCALATED, escalated_to=EscalatedTo.LOW_LEVEL),
            ("why", "missing"),
        ),
    ):
        with pytest.raises(DraftError) as refused:
            sign(hester, declared, draft)
        assert codes(refused) == [expected]
    assert state(hester) is DeclarationState.NEW


def test_that_a_question_goes_back_and_its_answer_waits(hester: Desk) -> None:
    declared = declare(hester)
    asked = sign(hester, declared, a_review(Decision.MORE_ASKED))
    assert state(hester) is DeclarationState.ASKED
    assert needs(hester) == []
    answer = CameBack("Only at Thursday football club.", "2026-11-19")
    hester.declarations.answered(asked, answer, entry_of(hester))
    assert state(hester) is DeclarationState.ANSWERED
    sign(hester, declared)
    assert state(hester) is DeclarationState.AGREED
    (line,) = hester.declarations.lines()
    assert [one.draft.decision for one in line.reviews] == [Decision.MORE_ASKED, Decision.AGREED]
    assert line.reviews[0].draft.answer == "Only at Thursday football club."


def test_that_a_change_during_the_year_is_a_version_and_is_reviewed_again(hester: Desk) -> None:
    declared = declare(hester)
    sign(hester, declared)
    two = a_declaration(a_link(), a_link(kind=LinkKind.PARENT))
    for draft, reason, code in (
        (two, "", ("reason", "missing")),
        (replace(two, by=OWEN), "A second link", ("by", "somebody_else")),
    ):
        with pytest.raises(DraftError) as refused:
            hester.declarations.change(declared, draft, reason, entry_of(hester))
        assert code in codes(refused)
    changed = hester.declarations.change(declared, two, "A second link", entry_of(hester)).answer
    assert changed.written.version == 2
    assert changed.written.body.reason == "A second link"
    assert state(hester) is DeclarationState.CHANGED
    view = hester.declarations.open(declared.written.id)
    assert [len(one.draft.links) for one in view.versions] == [1, 2]
    with pytest.raises(ChangedSinceError):
        hester.declarations.change(declared, two, "Once more", entry_of(hester))


def test_that_what_came_from_the_lock_screen_is_confirmed_before_it_is_agreed(
    hester: Desk,
) -> None:
    left = a_declaration(member="somebody", round="QK7-M3P")
    declared = hester.declarations.take_up(left, "", entry_of(hester)).answer
    assert declared.draft.round == ""
    assert declared.draft.came_by is CameBy.LOCK_SCREEN
    assert declared.draft.identity is Identity.NOT_CHECKED
    assert declared.draft.member == ""
    with pytest.raises(DraftError) as refused:
        sign(hester, declared)
    assert codes(refused) == [("identity", "not_checked")]
    sign(hester, declared, a_review(Decision.MORE_ASKED))
    confirmed = hester.declarations.confirm(declared, entry_of(hester)).answer
    assert confirmed.draft.identity is Identity.CONFIRMED
    sign(hester, confirmed)
    assert state(hester) is DeclarationState.AGREED


def test_that_a_signature_needs_the_passphrase(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        declared = declare(desk)
        with pytest.raises(WrongPassphraseError):
            desk.declarations.review(declared, a_review(), "another one", entry_of(desk))
        assert state(desk) is DeclarationState.NEW
    with school.desk(OWEN) as desk, pytest.raises(NoSuchWayError):
        desk.ways_in.prove(PASSPHRASE)  # Owen came with a kit and chose no passphrase


def test_that_the_register_is_narrowed_and_counted(hester: Desk) -> None:
    declared = declare(hester)
    declare(hester, nothing("Marius Thistle"))
    sign(hester, declared)
    for wanted, count in (
        (DeclarationFilter(), 2),
        (DeclarationFilter(words="kit oak"), 1),
        (DeclarationFilter(words="wren"), 0),
        (DeclarationFilter(state=DeclarationState.AGREED), 1),
        (DeclarationFilter(kind=LinkKind.PARENT), 0),
        (DeclarationFilter(kind=LinkKind.PUPIL), 1),
        (DeclarationFilter(year="2026"), 2),
        (DeclarationFilter(year="2025"), 0),
    ):
        assert hester.declarations.page(wanted, 0, 50).total == count, wanted
    counts = counts_of(hester.declarations.lines())
    assert (counts.declared, counts.nil, counts.links) == (2, 1, 1)
    assert counts.by_state == (
        (DeclarationState.AGREED, 1),
        (DeclarationState.NOTHING_TO_DECLARE, 1),
    )


def test_that_a_link_says_since_when_and_whether_they_teach_the_pupil(hester: Desk) -> None:
    unsaid = a_link(before=BeforeJoining.NOT_SAID, teaches=Teaches.NOT_SAID)
    with pytest.raises(DraftError) as refused:
        declare(hester, a_declaration(unsaid))
    assert codes(refused) == [("before 0", "missing"), ("teaches 0", "missing")]
    mother = a_link(kind=LinkKind.PARENT, teaches=Teaches.NOT_SAID)
    declare(hester, a_declaration(mother))


def test_that_a_declaration_whose_words_are_gone_is_on_no_list(hester: Desk) -> None:
    declared = declare(hester)
    (entry,) = hester.sitting.part(Compartment.DECLARATIONS).ledger.versions(declared.written.id)
    assert DECLARATIONS.row(replace(entry, body=GONE)) is None
    assert hester.declarations.may_record()


def test_that_a_review_of_before_became_nothing_and_one_taken_further_keeps_its_thread(
    hester: Desk,
) -> None:
    review = sign(hester, declare(hester))
    body = review.written.body
    older = {name: value for name, value in body.fields.items() if name != "became"}
    read = DECLARATION_REVIEW.said_in(replace(body, schema=1, fields=older))
    assert read.draft == review.draft
    record = RecordId("ab" * 16)
    done = hester.declarations.grew_into(review, record, entry_of(hester)).answer
    assert (done.draft.became, done.written.version) == (record, 2)
    assert done.written.body.reason == "It was taken further"
