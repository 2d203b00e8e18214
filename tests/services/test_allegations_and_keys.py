"""Allegations and keys: who receives one, who may open it, who signs, and what stays sealed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import is_closed
from dsl_desk.domain.allegation_route import Keep
from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    NotEntitledError,
    RecordMissingError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import GoesElsewhereError, NotCaseManagerError, SubjectError
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.routing import Row
from dsl_desk.domain.threshold import Answer
from dsl_desk.services.allegation_homes import SealedHome
from tests.builders import an_entry_id
from tests.services.adults import (
    a_contact,
    a_removal,
    a_step,
    about,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    codes,
    do,
    four,
)
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from tests.conftest import TrainingVault


@pytest.fixture
def room(vault: TrainingVault) -> Staffroom:
    return Staffroom(vault).add_everybody()


def test_that_the_route_is_said_for_each_whom_it_may_be_about(room: Staffroom) -> None:
    with room.desk(MAYA) as desk:
        coach = desk.allegations.goes_to(an_adult())
        assert (coach.keep, coach.mine, coach.manager) == (Keep.STAFF, True, Role.HEAD)
        assert set(coach.people) == {MAYA, HESTER}
        head = desk.allegations.goes_to(about(desk, HESTER))
        assert (head.keep, head.row, head.mine) == (Keep.SEALED, Row.HEAD, False)
        assert (head.manager, head.people) == (Role.CHAIR, (ALBAN,))
        herself = desk.allegations.goes_to(about(desk, MAYA))
        assert (herself.keep, herself.row, herself.about_me) == (Keep.SEALED, Row.DSL, True)
        chair = desk.allegations.goes_to(about(desk, ALBAN))
        assert (chair.keep, chair.row, chair.people) == (Keep.LADO_ALONE, None, ())
        deputy = desk.allegations.goes_to(about(desk, OWEN))
        assert (deputy.keep, deputy.mine) == (Keep.STAFF, True)


def test_that_a_head_who_is_no_member_goes_to_the_chair_by_role_alone(room: Staffroom) -> None:
    with room.desk(MAYA) as desk:
        way = desk.allegations.goes_to(Adult("Iris Ploverdale", standing=Standing.HEAD))
        assert (way.keep, way.row, way.manager) == (Keep.SEALED, Row.HEAD, Role.CHAIR)


def test_that_a_name_spelled_alike_is_a_members_before_anybody_chose_them(room: Staffroom) -> None:
    with room.desk(MAYA) as desk:
        way = desk.allegations.goes_to(Adult("hester  WINTERBOURNE"))
        assert (way.keep, way.mine) == (Keep.SEALED, False)
        assert not desk.allegations.goes_to(Adult()).about_me


def test_that_a_dsl_cannot_write_about_herself(room: Staffroom) -> None:
    with room.desk(MAYA) as desk:
        with pytest.raises(GoesElsewhereError) as error:
            begin(desk, an_allegation_draft(about(desk, MAYA)))
        assert error.value.row is Row.DSL
        assert desk.allegations.list() == ()


def test_that_an_allegation_about_the_head_is_sealed_to_the_chair(room: Staffroom) -> None:
    with room.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER, Standing.HEAD)))
        view = do(desk, record, four(risk=Answer.YES), a_contact())
        assert (view.line.sealed, view.line.allegation.ref) == (True, "")
        assert view.line.clock.stands(desk.sitting.clock.now()) is ClockStands.IN_TIME
        assert (view.managers, view.may_sign) == ((ALBAN,), True)
        desk.cases.rewrite_all()
        again = desk.allegations.open(record)
        assert [step.sort for step in again.line.steps] == [Sort.THRESHOLD, Sort.LADO_CONTACT]
    for name in (HESTER, MAYA, OWEN):
        with room.desk(name) as desk:
            assert desk.allegations.list() == ()
            assert desk.today.read().now == ()
            with pytest.raises((RecordMissingError, NotEntitledError)):
                desk.allegations.open(record)


def test_that_an_allegation_about_the_dsl_is_sealed_to_the_head(room: Staffroom) -> None:
    with room.desk(HESTER) as desk:
        record = begin(desk, an_allegation_draft(about(desk, MAYA, Standing.DSL)))
        assert desk.allegations.list()[0].row is Row.DSL
        before = desk.allegations.open(record).line.allegation
        words = replace(before.draft, words="“She said it twice.”")
        desk.allegations.amend(
            before, words, "The parent rang again", an_entry_id(room.vault.clock)
        )
        after = desk.allegations.open(record).line.allegation
        assert (after.written.version, after.draft.words) == (2, "“She said it twice.”")
        with pytest.raises(ChangedSinceError):
            desk.allegations.amend(before, words, "Again", an_entry_id(room.vault.clock))
        assert desk.cases.check() >= 0
    with room.desk(MAYA) as desk:
        assert desk.allegations.list() == ()


def test_that_a_sealed_case_says_its_words_on_the_page_of_sealed_cases_too(
    room: Staffroom,
) -> None:
    with room.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER)))
        do(desk, record, four(), a_step(Sort.NOTE))
        view = desk.cases.open(record)
        assert [note.words for note in view.notes][1:] == ["What was done."]
        assert view.told_by == "A parent, in person"
        assert begin(desk, an_allegation_draft(about(desk, HESTER))) != record


def test_that_a_sealed_step_is_written_once_whatever_is_tried_again(room: Staffroom) -> None:
    with room.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER)))
        entry = an_entry_id(room.vault.clock)
        for _ in range(2):
            desk.allegations.step(record, a_step(Sort.NOTE), entry)
        assert len(desk.allegations.open(record).line.steps) == 1
        with pytest.raises(RecordMissingError):
            desk.allegations.versions(record, RecordId("00" * 16))


def test_that_a_deputy_without_the_key_is_told_who_receives_it(room: Staffroom) -> None:
    with room.desk(OWEN) as desk:
        way = desk.allegations.goes_to(an_adult())
        assert (way.mine, set(way.people)) == (False, {MAYA, HESTER})
        with pytest.raises(GoesElsewhereError):
            begin(desk)


def test_that_only_the_case_manager_signs_low_level(room: Staffroom) -> None:
    signed = a_step(Sort.LOW_LEVEL, why="A slip, put right at once")
    with room.desk(MAYA) as desk:
        record = begin(desk)
        do(desk, record, four())
        with pytest.raises(NotCaseManagerError) as error:
            do(desk, record, signed)
        assert error.value.role is Role.HEAD
        assert not desk.allegations.open(record).may_sign
    with room.desk(HESTER) as desk:
        view = do(desk, record, signed)
        now = room.vault.clock.now()
        assert view.line.clock.stands(now) is ClockStands.NOT_NEEDED
        assert is_closed(do(desk, record, a_step(Sort.CLOSED, why="Signed")).line.steps)


def test_that_nothing_is_signed_as_low_level_while_something_is_not_known(
    room: Staffroom,
) -> None:
    with room.desk(HESTER) as desk:
        record = begin(desk)
        do(desk, record, four(offence=Answer.NOT_KNOWN))
        with pytest.raises(DraftError) as error:
            do(desk, record, a_step(Sort.LOW_LEVEL, why="It seems small"))
        assert codes(error) == [("sort", "not_below")]


def test_that_a_step_tried_again_takes_nothing_out_twice(room: Staffroom) -> None:
    with room.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER)))
        do(desk, record, an_outcome(Outcome.FALSE))
        entry = an_entry_id(room.vault.clock)
        for _ in range(2):
            desk.allegations.step(record, a_removal(), entry)
        assert desk.allegations.open(record).line.allegation.written.version == 2


def test_that_a_case_of_another_kind_is_no_allegation(room: Staffroom) -> None:
    with room.desk(ALBAN) as desk:
        case = CaseDraft("Hester Winterbourne", "A parent", "“she said so”")
        other = desk.cases.begin(case, an_entry_id(room.vault.clock)).answer.id
        record = begin(desk, an_allegation_draft(about(desk, HESTER)))
        assert [line.allegation.written.id for line in desk.allegations.list()] == [record]
        assert desk.allegations.open(record).line.allegation.written.author == ALBAN
        with pytest.raises(NotEntitledError):
            desk.allegations.open(other)
        gone = SealedHome(desk.cases, Row.HEAD, RecordId("00" * 16), RecordId("00" * 16))
        with pytest.raises(RecordMissingError):
            gone.allegation()


def test_that_whoever_an_allegation_is_about_is_never_given_the_key_of_staff(
    room: Staffroom,
) -> None:
    with room.desk(MAYA) as desk:
        do(desk, begin(desk, an_allegation_draft(about(desk, OWEN))), a_step(Sort.NOTE))
        with pytest.raises(SubjectError):
            desk.members.give_key(room.ids[OWEN], Compartment.STAFF, WHY)
