from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.drop_errors import (
    NotLeftForUsError,
)
from dsl_desk.domain.errors import ChangedSinceError, DraftError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.left import Became
from dsl_desk.domain.today import NeedSort
from dsl_desk.services.dropping import Dropping
from tests.builders import an_entry_id
from tests.services.dropbox import (
    ABOUT_A_CHILD,
    about,
    leave,
    take_in,
)
from tests.services.sealed import LENA, begin
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

ADULT = Whom(LeftAbout.ADULT)
LINK = Whom(LeftAbout.LINK)


def codes(desk: Desk) -> list[str]:
    return [one.left.code for one in take_in(desk)]


def test_that_a_member_without_the_key_hands_in_and_keeps_the_slip_alone(
    school: Staffroom,
) -> None:
    at = school.vault.clock.now()
    whom, told = Whom(LeftAbout.NAMED), {"told_at": "2026-11-19T09:00"}
    left = Left.fresh(LeftSort.ALLEGATION, whom, told, at)
    with school.desk(OWEN) as desk:
        changed = desk.drop.leave(left)
        assert (changed.answer.code, changed.things) == (left.code, frozenset())
        assert codes(desk) == []
    with school.desk(HESTER) as desk:
        assert codes(desk) == [left.code]
        (clock,) = [one for one in desk.drop.needs() if one.sort is NeedSort.LADO_CLOCK]
        assert (clock.by, clock.over) == ("2026-11-20T09:00+00:00", False)
        assert clock.left == left.id
        school.vault.clock.advance(days=2)
        (clock,) = [one for one in desk.drop.needs() if one.sort is NeedSort.LADO_CLOCK]
        assert clock.over


@pytest.mark.parametrize("said", ["", "soon", "2031-01-01T09:00", "9999-12-31T23:59"])
def test_that_a_clock_without_a_time_counts_from_when_it_was_left(
    school: Staffroom, said: str
) -> None:
    fields = {"told_at": said}
    at = school.vault.clock.now()
    left = Left.fresh(LeftSort.ALLEGATION, about(school, MAYA), fields, at)
    Dropping(school.vault.folder, school.vault.clock).leave(left)
    with school.desk(HESTER) as desk:
        take_in(desk)
        (clock,) = [one for one in desk.drop.needs() if one.sort is NeedSort.LADO_CLOCK]
        assert clock.by == "2026-11-20T12:14+00:00"


def test_that_a_declaration_waits_for_its_own_trade(school: Staffroom) -> None:
    at = school.vault.clock.now()
    left = Left.fresh(LeftSort.DECLARATION, LINK, {"links": []}, at)
    Dropping(school.vault.folder, school.vault.clock).leave(left)
    with school.desk(HESTER) as desk:
        take_in(desk)
        assert [one.left for one in desk.drop.of_sort(LeftSort.DECLARATION)] == [left]
        assert desk.drop.of_sort(LeftSort.ANSWER) == ()
        (one,) = desk.drop.waiting().rows
        desk.drop.became(one, Became.DECLARATION, "05" * 16)
        assert desk.drop.of_sort(LeftSort.DECLARATION) == ()


def test_that_today_counts_what_nobody_has_opened_and_what_waits(school: Staffroom) -> None:
    leave(school)
    school.vault.clock.advance(minutes=5)
    leave(school)
    with school.desk() as desk:
        assert list(desk.drop.needs()) == []
        first, _second = take_in(desk)
        (need,) = desk.drop.needs()
        assert (need.sort, need.count) == (NeedSort.LEFT_UNOPENED, 2)
        assert need.by == first.left.written_at
        assert desk.today.read().now[0].sort is NeedSort.LEFT_UNOPENED
        desk.drop.open(first.written.id)
        sorts = {one.sort: one.count for one in desk.drop.needs()}
        assert sorts == {NeedSort.LEFT_UNOPENED: 1, NeedSort.LEFT_WAITS: 1}


def test_that_the_first_opening_is_kept_and_every_sitting_leaves_its_own_trace(
    school: Staffroom,
) -> None:
    leave(school)
    with school.desk() as desk:
        (one,) = take_in(desk)
        school.vault.clock.advance(minutes=5)
        opened = desk.drop.open(one.written.id).answer
        at = opened.draft.opened_at
        assert (opened.draft.opened_by, at) == (MAYA, "2026-11-19T12:19:00+00:00")
        assert opened.draft.taken_in_at == "2026-11-19T12:14:00+00:00"
    with school.desk(HESTER) as desk:  # she reads Children, and writes nothing in a note there
        count = desk.sitting.part(Compartment.CHILDREN).ledger.count()
        assert desk.drop.open(one.written.id).answer.draft.opened_at == at
        desk.drop.open(one.written.id)
        assert desk.sitting.part(Compartment.CHILDREN).ledger.count() == count + 1


def test_that_whoever_only_reads_opens_a_note_without_taking_its_first_opening(
    school: Staffroom,
) -> None:
    leave(school)
    with school.desk() as desk:
        (one,) = take_in(desk)
    with school.desk(HESTER) as desk:
        assert desk.drop.open(one.written.id).answer.unopened
        assert not desk.drop.may_settle(one.written.id)
    with school.desk() as desk:
        assert desk.drop.may_settle(one.written.id)
        done = desk.drop.turned_into(one.written.id, Became.CONCERN, "06" * 16).answer
        assert (done.draft.became, done.draft.record) == (Became.CONCERN, "06" * 16)


def test_that_what_it_became_is_a_version_and_the_words_stay(school: Staffroom) -> None:
    left = leave(school)
    with school.desk() as desk:
        (one,) = take_in(desk)
        opened = desk.drop.open(one.written.id).answer
        with pytest.raises(ChangedSinceError):
            desk.drop.became(one, Became.CONCERN, "06" * 16)
        with pytest.raises(DraftError):
            desk.drop.became(opened, Became.CLOSED)
        done = desk.drop.became(opened, Became.CONCERN, "06" * 16).answer
        assert (done.left, done.draft.became, done.draft.record) == (
            left,
            Became.CONCERN,
            "06" * 16,
        )
        assert desk.drop.waiting().total == 0
        assert [each.left for each in desk.drop.settled()] == [left]


def test_that_nobody_opens_what_is_not_there_or_is_something_else(school: Staffroom) -> None:
    with school.desk() as desk:
        case = begin(desk, LENA)
        for missing in (an_entry_id(school.vault.clock), case.id):
            with pytest.raises(NotLeftForUsError):
                desk.drop.open(RecordId(missing))


def test_that_the_list_gives_a_stretch_of_what_waits(school: Staffroom) -> None:
    lefts = []
    for whom in (ABOUT_A_CHILD, ADULT, about(school, MAYA), ABOUT_A_CHILD):
        lefts.append(leave(school, whom))
        school.vault.clock.advance(minutes=1)
    with school.desk(MAYA) as desk:
        take_in(desk)
    with school.desk(HESTER) as desk:
        take_in(desk)
        page = desk.drop.waiting(0, 3)
        assert (page.total, len(page.rows)) == (4, 3)
        rest = desk.drop.waiting(3, 3)
        every = (*page.rows, *rest.rows)
        assert {one.left.id for one in every} == {one.id for one in lefts}
        (in_staff,) = [one for one in every if one.left.id == lefts[1].id]
        assert desk.drop.open(in_staff.written.id).answer.draft.opened_by == HESTER
