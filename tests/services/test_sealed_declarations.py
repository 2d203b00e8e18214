"""Whose declaration it is decides who can open it: never they themselves."""

from __future__ import annotations

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_review import CameBack, Decision
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.errors import ChangedSinceError, NotEntitledError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import GoesElsewhereError, NotTheReviewerError
from dsl_desk.domain.rights import Right
from dsl_desk.domain.routing import Row
from tests.services.declaring import (
    a_declaration,
    a_review,
    declare,
    entry_of,
    give_passphrase,
    needs,
    nothing,
    sign,
    state,
)
from tests.services.sealed import begin, round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, Staffroom

pytestmark = pytest.mark.gate_story


@pytest.fixture
def school(signing_school: Staffroom) -> Staffroom:
    return signing_school


def test_that_whoever_reads_does_not_sign_and_whoever_has_no_key_reads_nothing(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        declared = declare(desk)
    with school.desk(MAYA) as desk:
        view = desk.declarations.open(declared.written.id)
        assert not view.may_review
        assert needs(desk) == []
        with pytest.raises(NotTheReviewerError) as refused:
            sign(desk, declared)
        assert refused.value.role is Role.HEAD
        with pytest.raises(NotEntitledError):
            declare(desk)
    with school.desk(OWEN) as desk:
        assert desk.declarations.lines() == ()
        with pytest.raises(NotEntitledError):
            desk.declarations.open(declared.written.id)
    with school.desk(HESTER) as desk, pytest.raises(RecordMissingError):
        desk.declarations.open(RecordId("0" * 32))


def test_that_the_heads_own_goes_to_the_chair_and_the_head_sees_nothing_of_it(
    school: Staffroom,
) -> None:
    give_passphrase(school, ALBAN)
    own = a_declaration(by=HESTER, signed=HESTER)
    with school.desk(HESTER) as desk:
        goes = desk.declarations.goes_to(own)
        assert (goes.role, goes.people, goes.row) == (Role.CHAIR, (school.ids[ALBAN],), Row.HEAD)
        with pytest.raises(GoesElsewhereError):
            declare(desk, own)
    with school.desk(ALBAN) as desk:
        declared = declare(desk, own)
        assert declared.ref == ""
        assert declared.draft.member == school.ids[HESTER]
        view = desk.declarations.open(declared.written.id)
        assert (view.line.sealed, view.may_review, view.holders) == (True, True, (ALBAN,))
        review = sign(desk, declared, a_review(Decision.AGREED_WITH_CONDITIONS))
        (need,) = needs(desk)
        assert (need.about, need.ref) == ("", "")
        desk.declarations.accepted(review, CameBack("By letter", "2026-11-19"), entry_of(desk))
        changed = desk.declarations.change(declared, own, "Said again", entry_of(desk)).answer
        assert changed.written.version == 2
        with pytest.raises(ChangedSinceError):
            desk.declarations.change(declared, own, "And again", entry_of(desk))
        assert state(desk) is DeclarationState.CHANGED
    round_of(school, ALBAN)
    with school.desk(ALBAN) as desk:
        assert state(desk) is DeclarationState.CHANGED
        assert desk.cases.mine() == ()
        desk.vault.check(lambda _done, _of: None)
    with school.desk(HESTER) as desk:
        assert desk.declarations.lines() == ()
        assert needs(desk) == []


def test_that_a_reader_has_their_own_sealed_and_it_takes_no_slot_from_a_case(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        declared = declare(desk, a_declaration(by=MAYA.upper(), signed=MAYA))
        assert declared.ref == ""
        second = declare(desk, nothing(MAYA))
        for words in ("one", "two"):
            begin(desk, about=MAYA, words=words)
        assert len(desk.cases.mine()) == 2
        assert [line.sealed for line in desk.declarations.lines()] == [True, True]
        view = desk.declarations.open(second.written.id)
        assert view.before is not None
        assert view.before.written.id == declared.written.id
    with school.desk(MAYA) as desk:
        assert desk.declarations.lines() == ()


def test_that_whoever_is_given_the_key_later_never_signs_their_own(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        declared = declare(desk, a_declaration(by=OWEN, signed=OWEN))
        part = Compartment.DECLARATIONS
        desk.members.give_key(school.ids[OWEN], part, "He stands in", Right.WRITE)
    with school.desk(OWEN) as desk:
        view = desk.declarations.open(declared.written.id)
        assert (view.mine, view.may_review) == (True, False)
        with pytest.raises(NotTheReviewerError) as refused:
            sign(desk, declared)
        assert refused.value.role is None
