from __future__ import annotations

from datetime import date

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.today import Need, NeedSort, in_order_of_harm, now_and_later, one_row_each

TODAY = date(2026, 11, 19)
MAYA, OWEN = MemberId("01" * 16), MemberId("02" * 16)


def a_task(due: str, what: str = "Ring", who: str = "") -> Need:
    return Need(NeedSort.TASK, what=what, due=due, who=who)


def test_that_a_child_who_may_not_be_safe_stands_above_whatever_is_late() -> None:
    unsafe = Need(NeedSort.NOT_SAFE)
    late, new = a_task("2026-11-18"), Need(NeedSort.NEW_CONCERN)
    assert in_order_of_harm((late, new, unsafe), TODAY) == (unsafe, late, new)


def test_that_what_is_late_comes_next_then_harm_then_time() -> None:
    late, today, often = a_task("2026-11-18"), a_task("2026-11-19"), Need(NeedSort.OFTEN_NAMED)
    reply = Need(NeedSort.REPLY_DUE, due="2026-11-20")
    assert in_order_of_harm((often, today, late, reply), TODAY) == (late, reply, today, often)


def test_that_today_this_week_and_what_is_further_off_are_told_apart() -> None:
    late, tomorrow = a_task("2026-11-01"), a_task("2026-11-20")
    in_a_week, further = a_task("2026-11-26"), a_task("2026-11-27")
    undated = Need(NeedSort.MADE_APART)
    now, later = now_and_later((in_a_week, further, tomorrow, late, undated), TODAY)
    assert now == (late, undated)
    assert later == (tomorrow, in_a_week)


def test_that_a_need_is_mine_when_it_is_mine_by_name_or_everybodys() -> None:
    assert a_task("2026-11-19", who=MAYA).is_mine(MAYA)
    assert a_task("2026-11-19").is_mine(MAYA)
    assert not a_task("2026-11-19", who=OWEN).is_mine(MAYA)


def test_that_only_a_day_that_is_over_is_late() -> None:
    assert a_task("2026-11-18").is_late(TODAY)
    assert not a_task("2026-11-19").is_late(TODAY)
    assert not Need(NeedSort.MADE_APART).is_late(TODAY)


def test_that_a_concern_has_one_row_with_its_most_harmful_act() -> None:
    new = Need(NeedSort.NEW_CONCERN, concern="0a")
    late = Need(NeedSort.DUTY_OVERDUE, what="Tell: Headteacher", concern="0a", due="2026-11-18")
    unsafe = Need(NeedSort.NOT_SAFE, concern="0a")
    (row,) = one_row_each((new, late))
    assert (row.sort, row.what, row.also) == (late.sort, late.what, (NeedSort.NEW_CONCERN,))
    (row,) = one_row_each((late, unsafe))
    assert (row.sort, row.also) == (NeedSort.NOT_SAFE, (NeedSort.DUTY_OVERDUE,))


def test_that_other_concerns_replies_and_reminders_keep_their_own_rows() -> None:
    late = Need(NeedSort.DUTY_OVERDUE, concern="0a")
    others = (
        Need(NeedSort.NEW_CONCERN, concern="0b"),
        Need(NeedSort.REPLY_DUE, concern="0a"),
        Need(NeedSort.TASK, concern="0a"),
        Need(NeedSort.TASK, concern="0a"),
    )
    assert one_row_each((late, *others)) == (late, *others)
