from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.drop_errors import (
    NobodyReceivesError,
    NotLeftForUsError,
    TooLongToLeaveError,
)
from dsl_desk.domain.drop_route import Receivers
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.left import Became
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import Right
from dsl_desk.services.dropping import Dropping
from dsl_desk.storage.drop import DropFile
from tests.services.dropbox import (
    ABOUT_A_CHILD,
    WORDS,
    a_note,
    about,
    drop_of,
    leave,
    observed,
    take_in,
)
from tests.services.sealed import begin
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

ADULT = Whom(LeftAbout.ADULT)
LINK = Whom(LeftAbout.LINK)


def codes(desk: Desk) -> list[str]:
    return [one.left.code for one in take_in(desk)]


def test_that_the_slip_says_when_and_a_code_and_none_of_the_words(school: Staffroom) -> None:
    note = a_note(school)
    slip = Dropping(school.vault.folder, school.vault.clock).leave(note)
    assert (slip.at, slip.code) == (school.vault.clock.now(), note.code)
    everything = [path.read_bytes() for path in school.vault.folder.rglob("*") if path.is_file()]
    assert not any(b"follow her" in one or note.code.encode() in one for one in everything)


def test_that_two_recipients_take_in_the_same_words_once(school: Staffroom) -> None:
    left = leave(school)
    with school.desk(OWEN) as desk:
        assert codes(desk) == [left.code]
    with school.desk(MAYA) as desk:
        (one,) = take_in(desk)
        assert one.left == left
        assert len(desk.sitting.part(Compartment.CHILDREN).ledger.versions(one.written.id)) == 1
    with school.desk(HESTER) as desk:  # the Head reads Children, and nothing was left for her
        assert codes(desk) == [left.code]


@pytest.mark.parametrize(("subject", "receives"), [(MAYA, HESTER), (HESTER, ALBAN)])
def test_that_a_note_about_somebody_with_a_key_is_sealed_away_from_them(
    school: Staffroom, subject: str, receives: str
) -> None:
    with school.desk(MAYA) as desk:
        desk.members.appoint(Post(Role.DSL, school.ids[MAYA]), WHY)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER]), WHY)
    left = leave(school, about(school, subject))
    for name in (MAYA, OWEN, HESTER, ALBAN):
        with school.desk(name) as desk:
            assert codes(desk) == ([left.code] if name == receives else [])
            desk.cases.rewrite_all()
    with school.desk(receives) as desk:
        (one,) = take_in(desk)
        assert one.sealed
        assert desk.cases.mine() == ()  # it takes no slot
        assert desk.drop.open(one.written.id).answer.left == left
        (again,) = desk.drop.waiting().rows
        assert (again.draft.opened_by, again.unopened) == (receives, False)
        done = desk.drop.became(again, Became.CLOSED, why="Told in person").answer
        assert (done.waits, desk.drop.waiting().total) == (False, 0)
        assert [each.left for each in desk.drop.settled()] == [left]
        desk.cases.rewrite_all()
        assert desk.cases.check() == 3


def test_that_a_note_lies_beside_a_case_and_leaves_its_slot_free(school: Staffroom) -> None:
    leave(school, about(school, MAYA))
    with school.desk(HESTER) as desk:
        take_in(desk)
        first = begin(desk, MAYA)
        second = begin(desk, MAYA, "Something else")
        desk.cases.rewrite_all()
        leave(school, about(school, MAYA))
        assert len(take_in(desk)) == 2
        desk.cases.rewrite_all()
        assert {one.id for one in desk.cases.mine()} == {first.id, second.id}
        assert len(desk.drop.waiting().rows) == 2


def test_that_whoever_reads_a_case_of_their_own_may_not_be_let_into_a_group_with_a_note_about_them(
    school: Staffroom,
) -> None:
    leave(school, about(school, HESTER))
    with school.desk(ALBAN) as desk:
        take_in(desk)
        desk.cases.rewrite_all()
        assert desk.cases.check() == 1


def test_that_nobody_learns_for_whom_a_note_was_left(school: Staffroom) -> None:
    seen = []
    for whom in (ABOUT_A_CHILD, about(school, HESTER), ADULT):
        before = observed(school)
        leave(school, whom)
        after = observed(school)
        assert len(set(after.values())) == 1
        seen.append({name: after[name][0] - before[name][0] for name in after})
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize("name", [MAYA, OWEN, HESTER, ALBAN])
def test_that_taking_in_frees_the_same_places_whether_it_was_for_this_member_or_not(
    school: Staffroom, name: str
) -> None:
    leave(school)
    leave(school, about(school, HESTER))
    with school.desk(name) as desk:
        take_in(desk)
    places = {who: used for who, (_size, _time, used) in observed(school).items()}
    assert places == {who: () if who == name else (0, 1) for who in places}


def test_that_what_was_taken_in_is_not_in_the_file_any_more(school: Staffroom) -> None:
    leave(school)
    before = drop_of(school)[MAYA].read_bytes()
    with school.desk(MAYA) as desk:
        take_in(desk)
    after = drop_of(school)[MAYA].read_bytes()
    assert len(after) == len(before)
    assert not after[16:].strip(b"\0")


def test_that_a_leaving_tried_again_becomes_one_record(school: Staffroom) -> None:
    note = a_note(school)
    dropping = Dropping(school.vault.folder, school.vault.clock)
    dropping.leave(note)
    dropping.leave(note)
    with school.desk() as desk:
        assert codes(desk) == [note.code]
        dropping.leave(note)
        assert codes(desk) == [note.code]
        assert desk.drop.set_aside() == 0


def test_that_about_the_chair_nothing_is_written_where_nobody_may_receive_it(
    school: Staffroom,
) -> None:
    before = observed(school)
    with pytest.raises(NobodyReceivesError):
        leave(school, about(school, ALBAN))
    assert observed(school) == before
    assert (
        Dropping(school.vault.folder, school.vault.clock).receivers(about(school, ALBAN)).names
        == ()
    )


def test_that_whom_to_find_is_told_by_name(school: Staffroom) -> None:
    with school.desk(OWEN) as desk:
        assert desk.drop.receivers(ABOUT_A_CHILD) == Receivers((MAYA, OWEN), alone=False)
        assert desk.drop.receivers(about(school, HESTER)) == Receivers((ALBAN,), alone=True)
    way = Dropping(school.vault.folder, school.vault.clock).way(ABOUT_A_CHILD)
    assert (way.part, way.to) == (Compartment.CHILDREN, (school.ids[MAYA], school.ids[OWEN]))


def test_that_what_is_too_long_is_refused_before_anything_is_written(school: Staffroom) -> None:
    before = observed(school)
    words = "".join(str(number) for number in range(60_000))
    with pytest.raises(TooLongToLeaveError):
        leave(school, words=words)
    assert observed(school) == before


def test_that_what_came_to_somebody_who_receives_it_no_more_is_passed_on(
    school: Staffroom,
) -> None:
    left = leave(school, about(school, MAYA))
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[ALBAN]), WHY)
        assert codes(desk) == []
        assert desk.drop.stays() == 0
    with school.desk(ALBAN) as desk:
        assert codes(desk) == [left.code]


def test_that_what_nobody_receives_any_more_lies_on_and_is_counted(school: Staffroom) -> None:
    leave(school, about(school, HESTER))
    with school.desk(ALBAN) as desk:
        desk.members.appoint(Post(Role.CHAIR, None), WHY)
    with school.desk(ALBAN) as desk:
        assert desk.drop.stays() == 0
        assert take_in(desk) == ()
        assert desk.drop.stays() == 1
        assert observed(school)[ALBAN][2] == (0,)


def test_that_a_part_without_the_right_to_write_passes_it_on(school: Staffroom) -> None:
    left = leave(school)
    with school.desk(MAYA) as desk:
        desk.members.give_key(school.ids[OWEN], Compartment.CHILDREN, WHY, Right.READ)
    with school.desk(OWEN) as desk:
        assert codes(desk) == []
    with school.desk(MAYA) as desk:
        assert codes(desk) == [left.code]


def test_that_words_disposed_of_do_not_come_back_with_an_older_cell(school: Staffroom) -> None:
    left = leave(school)
    old = drop_of(school)[MAYA].read_bytes()
    with school.desk() as desk:
        (one,) = take_in(desk)
        with desk.sitting.parts[Compartment.CHILDREN].part.writing(
            desk.sitting.parts[Compartment.CHILDREN].pen
        ) as write:
            write.dispose(one.written.id, WHY)
        drop_of(school)[MAYA].write_bytes(old)
        assert take_in(desk) == ()
        assert desk.drop.set_aside() == 0
        with pytest.raises(NotLeftForUsError):
            desk.drop.open(RecordId(left.id))


def test_that_words_about_a_member_keep_them_from_the_part_they_lie_in(school: Staffroom) -> None:
    left = leave(school, about(school, OWEN), WORDS)
    with school.desk(HESTER) as desk:
        assert codes(desk) == [left.code]
        with pytest.raises(Exception, match="STAFF"):
            desk.members.give_key(school.ids[OWEN], Compartment.STAFF, WHY)


def test_that_a_draft_of_another_time_keeps_its_own_time(school: Staffroom) -> None:
    note = replace(a_note(school), written_at="2026-11-18T08:00:00+00:00")
    Dropping(school.vault.folder, school.vault.clock).leave(note)
    with school.desk() as desk:
        (one,) = take_in(desk)
        assert one.left_at.isoformat() == note.written_at


def test_that_unlocking_reads_nothing_of_the_drop(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(school)

    def never(*_any: object) -> bytes:
        raise AssertionError

    with monkeypatch.context() as reading:
        reading.setattr(DropFile, "read", never)
        reading.setattr(DropFile, "used", never)
        with school.desk() as desk:
            assert desk.today.read().now == ()
        with school.desk() as desk, pytest.raises(AssertionError):
            take_in(desk)
