"""Declarations from the lock screen: taken up once, not yet known to be from whom they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.coded_answer import Answers, CodedAnswer, letter_code
from dsl_desk.domain.declaration import CameBy, Identity, fields_of
from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.left import Became
from dsl_desk.domain.member_errors import CodeFitsNothingError, NotADeclarationError
from dsl_desk.services.drop import Drop
from tests.services.declaring import (
    PRIYA,
    SIGNED,
    a_declaration,
    a_review,
    declare,
    entry_of,
    give_passphrase,
    sign,
    state,
)
from tests.services.staffroom import HESTER, Staffroom
from tests.services.test_declaration_rounds import hire, issued, now

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk


@pytest.fixture
def hester(school: Staffroom) -> Iterator[Desk]:
    give_passphrase(school, HESTER)
    with school.desk(HESTER) as desk:
        yield desk


def leave(
    desk: Desk, fields: Mapping[str, Json], sort: LeftSort = LeftSort.DECLARATION
) -> LeftRecord:
    left = Left.fresh(sort, Whom(LeftAbout.LINK), fields, desk.sitting.clock.now())
    desk.drop.leave(left)
    for _slice in desk.drop.take_in():
        pass
    return next(one for one in desk.left_declarations.waiting() if one.left.id == left.id)


def answer(desk: Desk, code: str, what: Answers, words: str = "", by: str = PRIYA) -> LeftRecord:
    said = CodedAnswer(code, what, words, by, by, SIGNED)
    assert said.problems() == ()
    return leave(desk, said.fields(), LeftSort.ANSWER)


def test_that_what_was_left_is_taken_up_once_and_not_yet_confirmed(hester: Desk) -> None:
    left = leave(hester, fields_of(a_declaration()))
    declared = hester.left_declarations.take_up(left).answer
    assert declared.draft.by == PRIYA
    assert declared.draft.came_by is CameBy.LOCK_SCREEN
    assert declared.draft.identity is Identity.NOT_CHECKED
    assert hester.left_declarations.waiting() == ()
    (settled,) = hester.drop.settled()
    assert settled.draft.became is Became.DECLARATION
    assert settled.draft.record == declared.written.id
    hester.left_declarations.take_up(left)
    assert len(hester.declarations.lines()) == 1


def test_that_what_does_not_read_as_a_declaration_stays_as_it_came(hester: Desk) -> None:
    unsigned = CodedAnswer("QK7-M3P", Answers.ACCEPTS, by=PRIYA, signed_on=SIGNED).fields()
    left = [
        leave(hester, {"words": "not one"}),
        leave(hester, fields_of(a_declaration(signed=""))),
        leave(hester, {"words": "not one"}, LeftSort.ANSWER),
        leave(hester, unsigned, LeftSort.ANSWER),
    ]
    for one in left:
        with pytest.raises(NotADeclarationError):
            hester.left_declarations.take_up(one)
    assert len(hester.left_declarations.waiting()) == len(left)


def test_that_conditions_are_accepted_with_the_code_of_the_letter(hester: Desk) -> None:
    declared = declare(hester)
    review = sign(hester, declared, a_review(Decision.AGREED_WITH_CONDITIONS))
    left = answer(hester, letter_code(review.written.id), Answers.ACCEPTS, "And gladly.")
    assert hester.left_declarations.take_up(left).answer == declared
    assert state(hester) is DeclarationState.AGREED_WITH_CONDITIONS
    (line,) = hester.declarations.lines()
    assert line.last is not None
    assert line.last.draft.accepted_how == (
        f"At the lock screen, with the code of the letter, as {PRIYA}. And gladly."
    )
    assert line.last.draft.accepted_on == SIGNED


def test_that_a_question_is_answered_with_the_code_of_the_letter(hester: Desk) -> None:
    review = sign(hester, declare(hester), a_review(Decision.MORE_ASKED))
    code = letter_code(review.written.id)
    accepts = answer(hester, code, Answers.ACCEPTS)
    with pytest.raises(CodeFitsNothingError):
        hester.left_declarations.take_up(accepts)
    hester.left_declarations.take_up(answer(hester, code, Answers.ANSWERS, "Only on Fridays."))
    assert state(hester) is DeclarationState.ANSWERED


def test_that_a_code_fits_neither_another_letter_nor_another_name(hester: Desk) -> None:
    review = sign(hester, declare(hester), a_review(Decision.AGREED_WITH_CONDITIONS))
    code = letter_code(review.written.id)
    declare(hester, a_declaration(by="Gethin Moss"))  # nobody has decided about it yet
    for left in (
        answer(hester, "AAA-AAA", Answers.ACCEPTS),
        answer(hester, code, Answers.ACCEPTS, by="Gethin Moss"),
    ):
        with pytest.raises(CodeFitsNothingError):
            hester.left_declarations.take_up(left)
    assert len(hester.left_declarations.waiting()) == 2


def test_that_what_was_cut_off_between_the_two_writings_is_finished(
    hester: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = sign(hester, declare(hester), a_review(Decision.AGREED_WITH_CONDITIONS))
    left = answer(hester, letter_code(review.written.id), Answers.ACCEPTS)
    with monkeypatch.context() as cut:
        cut.setattr(Drop, "turned_into", _cut_off)
        with pytest.raises(KeyboardInterrupt):
            hester.left_declarations.take_up(left)
    assert len(hester.left_declarations.waiting()) == 1
    hester.left_declarations.take_up(left)
    assert hester.left_declarations.waiting() == ()


def _cut_off(*_of: object) -> None:
    raise KeyboardInterrupt


def test_that_a_form_of_the_round_comes_back_with_its_code(hester: Desk) -> None:
    hire(hester, 3)
    nil, same, links = (one.asked for one in issued(hester).waiting)
    declare(hester, a_declaration(by=same.name, person=same.person))
    for left in (
        answer(hester, nil.code, Answers.NOTHING, by=nil.name),
        answer(hester, same.code, Answers.UNCHANGED, by=same.name),
        leave(hester, fields_of(a_declaration(by=links.name, round=links.code.lower()))),
    ):
        declared = hester.left_declarations.take_up(left).answer
        assert declared.draft.identity is Identity.NOT_CHECKED
    of = now(hester)
    assert (of.nil, of.with_links, of.waiting) == (1, 2, ())


def test_that_a_form_is_not_answered_twice_nor_as_before_where_nothing_was(hester: Desk) -> None:
    hire(hester, 2)
    first, second = (one.asked for one in issued(hester).waiting)
    hester.declaration_rounds.nil(first.code, entry_of(hester))
    for left in (
        answer(hester, first.code, Answers.NOTHING, by=first.name),
        answer(hester, second.code, Answers.UNCHANGED, by=second.name),
        answer(hester, second.code, Answers.NOTHING, by=first.name),
    ):
        with pytest.raises(CodeFitsNothingError):
            hester.left_declarations.take_up(left)


def test_that_a_link_with_somebody_elses_code_belongs_to_no_round(hester: Desk) -> None:
    hire(hester, 1)
    (one,) = issued(hester).waiting
    left = leave(hester, fields_of(a_declaration(round=one.asked.code)))
    assert hester.left_declarations.take_up(left).answer.draft.round == ""
    assert len(now(hester).waiting) == 1


def test_that_an_answer_says_what_is_missing() -> None:
    whole = CodedAnswer("qk7m3p", Answers.ANSWERS, "Only on Fridays.", PRIYA, PRIYA, SIGNED)
    assert whole.fields()["code"] == "QK7-M3P"
    nothing = replace(whole, code="qk7", words="", by="", signed="", signed_on="")
    assert {one.field for one in nothing.problems()} == {
        *("by", "code", "words", "signed", "signed_on"),
    }
    assert {one.code for one in nothing.problems()} == {"missing"}
