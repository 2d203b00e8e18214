"""The yearly round: 120 are asked, each with a code, and seven are late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.coded_answer import code_typed
from dsl_desk.domain.declaration_difference import differences
from dsl_desk.domain.declaration_round import fresh_codes
from dsl_desk.domain.declared_link import Closeness
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import an_entry_id
from tests.services.declaring import KIT, a_declaration, a_link, codes, declare, entry_of
from tests.services.staffroom import HESTER, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.services.desk import Desk

DUE = "2026-12-11"


def hire(desk: Desk, count: int, first: int = 1) -> None:
    for number in range(first, first + count):
        draft = PersonDraft(
            PersonKind.STAFF, f"Warbler {number:03}", "Ada", staff_kind=StaffKind.TEACHER
        )
        desk.people.add(draft, an_entry_id(desk.sitting.clock))


def issued(desk: Desk) -> RoundStands:
    desk.declaration_rounds.issue("2026 to 2027", DUE, entry_of(desk))
    return now(desk)


def now(desk: Desk) -> RoundStands:
    found = desk.declaration_rounds.open_round()
    assert found is not None
    return found


def test_that_of_120_who_are_asked_seven_are_late(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        hire(desk, 119)
        draft = PersonDraft(
            PersonKind.STAFF, "Winterbourne", "Hester", staff_kind=StaffKind.TEACHER
        )
        desk.people.add(draft, an_entry_id(desk.sitting.clock))
        of = issued(desk)
        assert (len(of.waiting), of.answered, of.late) == (120, 0, 0)
        assert len({one.asked.code for one in of.waiting}) == 120
        waiting = [one for one in of.waiting if not one.sealed]
        assert len(waiting) == 119
        for one in waiting[:110]:
            desk.declaration_rounds.nil(one.asked.code.lower().replace("-", " "), entry_of(desk))
        paper = desk.declaration_rounds.begun(waiting[110].asked.code)
        declare(desk, replace(paper, links=(a_link(),)))
        declare(desk, replace(desk.declaration_rounds.begun(waiting[111].asked.code), nil=True))
        desk.sitting.clock.advance(days=40)  # type: ignore[attr-defined]  # the fake clock
        of = now(desk)
        assert (of.nil, of.with_links, of.answered, of.late) == (111, 1, 112, 7)
        assert [one.asked.name for one in of.waiting if one.sealed] == [HESTER]
        closed = desk.declaration_rounds.close(of, "The year goes on", entry_of(desk)).answer
        assert closed.draft.closed_on
        assert desk.declaration_rounds.open_round() is None
        assert desk.declaration_rounds.rounds()[0].late == 7


def test_that_whoever_starts_later_is_asked_alone(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        hire(desk, 2)
        left = PersonDraft(
            PersonKind.STAFF, "Gone", "Away", staff_kind=StaffKind.SUPPORT, ends="2020-01-01"
        )
        desk.people.add(left, an_entry_id(desk.sitting.clock))
        of = issued(desk)
        before = {one.asked.code for one in of.waiting}
        assert len(before) == 2
        hire(desk, 1, first=3)
        assert [row.name for row in desk.declaration_rounds.starters(of)] == ["Ada Warbler 003"]
        desk.declaration_rounds.ask_starters(of, entry_of(desk))
        after = {one.asked.code for one in now(desk).waiting}
        assert len(after) == 3
        assert before < after


def test_that_a_round_needs_a_name_a_day_to_come_people_and_to_be_the_only_one(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.issue(" ", "", entry_of(desk))
        assert codes(refused) == [
            ("title", "missing"),
            ("due_on", "missing"),
            ("people", "missing"),
        ]
        hire(desk, 1)
        for day, code in (("soon", "not_a_day"), ("2026-01-01", "gone_by")):
            with pytest.raises(DraftError) as refused:
                desk.declaration_rounds.issue("A year", day, entry_of(desk))
            assert codes(refused) == [("due_on", code)]
        entry = entry_of(desk)
        for _ in range(2):
            desk.declaration_rounds.issue("2026 to 2027", DUE, entry)
        assert len(desk.declaration_rounds.rounds()) == 1
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.issue("Another", DUE, entry_of(desk))
        assert codes(refused) == [("title", "one_is_open")]
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.close(now(desk), " ", entry_of(desk))
        assert codes(refused) == [("reason", "missing")]


def test_that_a_code_nobody_has_and_one_that_is_answered_are_told(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.nil("QK7-M3P", entry_of(desk))
        assert codes(refused) == [("code", "unknown")]
        hire(desk, 1)
        (one,) = issued(desk).waiting
        desk.declaration_rounds.nil(one.asked.code, entry_of(desk))
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.nil(one.asked.code, entry_of(desk))
        assert codes(refused) == [("code", "answered")]
    with school.desk(OWEN) as desk:
        assert desk.declaration_rounds.rounds() == ()


def test_that_last_years_answers_are_there_and_only_what_changed_is_told(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        hire(desk, 1)
        (one,) = issued(desk).waiting
        assert desk.declaration_rounds.last_answers(one.asked) is None
        last = a_declaration(by=one.asked.name, person=one.asked.person)
        declare(desk, last)
        again = desk.declaration_rounds.last_answers(one.asked)
        assert again is not None
        assert differences(again, last) == ()
        (was,) = last.links
        bryn = a_link(who=PersonRef("Bryn Meadowcroft"))
        closer = a_link(closeness=Closeness.HOUSEHOLD, platforms="Signal")
        assert differences(last, a_declaration(closer, bryn)) == (
            f"{KIT}: How close they are, before “They meet often”, now “The same household”",
            f"{KIT}: Where they are in touch online, before “{was.platforms}”, now “Signal”",
            "New: aunt or uncle of Bryn Meadowcroft",
        )
        assert differences(a_declaration(bryn), last) == (
            "New: aunt or uncle of Kit Meadowcroft",
            "No longer declared: aunt or uncle of Bryn Meadowcroft",
        )


def test_that_codes_are_never_twice_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("AAAAAA" + "AAAAAA" + "BBBBBB")
    monkeypatch.setattr("dsl_desk.domain.declaration_round.secrets.choice", lambda _s: next(drawn))
    assert fresh_codes(2) == ("AAA-AAA", "BBB-BBB")
    assert code_typed(" qk7 m3p ") == "QK7-M3P"


def test_that_a_form_with_nothing_new_takes_over_last_years_answers(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        hire(desk, 2)
        first, second = (one.asked for one in issued(desk).waiting)
        last = a_declaration(by=first.name, person=first.person)
        declare(desk, last)
        again = desk.declaration_rounds.as_before(first.code, entry_of(desk)).answer.draft
        assert (again.links, again.round) == (last.links, now(desk).round.written.id)
        assert differences(last, again) == ()
        with pytest.raises(DraftError) as refused:
            desk.declaration_rounds.as_before(second.code, entry_of(desk))
        assert codes(refused) == [("code", "nothing_before")]
        # A form with links begins with what was declared last.
        declare(desk, a_declaration(by=second.name, person=second.person))
        assert desk.declaration_rounds.form_of(second.code).links == last.links
