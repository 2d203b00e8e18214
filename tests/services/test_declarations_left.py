"""Declarations from the lock screen: taken up once, not yet known to be from whom they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration import CameBy, Identity, fields_of
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.left import Became
from dsl_desk.domain.member_errors import NotADeclarationError
from tests.services.declaring import PRIYA, a_declaration
from tests.services.staffroom import HESTER, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk


def leave(desk: Desk, fields: dict[str, Json]) -> None:
    whom = Whom(LeftAbout.LINK)
    left = Left.fresh(LeftSort.DECLARATION, whom, fields, desk.sitting.clock.now())
    desk.drop.leave(left)
    for _slice in desk.drop.take_in():
        pass


def test_that_what_was_left_is_taken_up_once_and_not_yet_confirmed(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        leave(desk, fields_of(a_declaration()))
        (left,) = desk.left_declarations.waiting()
        declared = desk.left_declarations.take_up(left).answer
        assert declared.draft.by == PRIYA
        assert declared.draft.came_by is CameBy.LOCK_SCREEN
        assert declared.draft.identity is Identity.NOT_CHECKED
        assert desk.left_declarations.waiting() == ()
        (settled,) = desk.drop.settled()
        assert settled.draft.became is Became.DECLARATION
        assert settled.draft.record == declared.written.id
        desk.left_declarations.take_up(left)
        assert len(desk.declarations.lines()) == 1


def test_that_what_does_not_read_as_a_declaration_stays_as_it_came(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        leave(desk, {"words": "not one"})
        leave(desk, fields_of(a_declaration(signed="")))
        for one in desk.left_declarations.waiting():
            with pytest.raises(NotADeclarationError):
                desk.left_declarations.take_up(one)
        assert len(desk.left_declarations.waiting()) == 2
