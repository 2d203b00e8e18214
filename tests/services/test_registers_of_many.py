"""Today reckons the duties of every entry from the lists: as the page does, and none left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.today import NeedSort
from dsl_desk.services.register_needs import LOOKED_AT, is_pressing
from tests.registers import ANSWERS, a_draft
from tests.services.looking import fresh_entry
from tests.services.test_register_duties import a_mark, adopted, by_key, written

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

Name = RegisterName
POLICIES = ("northwood", "shire", "early-life", "choysez", "longton")
MORE: dict[RegisterName, tuple[dict[str, str], ...]] = {
    Name.BREACHES: (
        {},
        {"dpo_told": "2026-11-18T09:00", "risk": "unlikely"},
        {"risk": "high", "people_told": "no", "people_why": "Locked"},
        {"risk": "risk", "ico": "told", "ico_at": "2026-11-19T08:00"},
    ),
    Name.CONTACT_ATTEMPTS: ({}, {"dsl_told": "2026-11-18T09:00"}, {"parents": "yes"}),
    Name.DEPARTURES: ({}, {"told_head": "2026-11-18T09:00"}),
    Name.ACCOUNTS: ({}, {"standing": "unofficial", "reported_to": "Hester Winterbourne"}),
}


def late(desk: Desk, entry: Registered) -> tuple[int, str]:
    """Return how much is overdue of an entry as its page has it, and what is first."""
    found = [row for row in desk.register_duties.of(entry.id) if is_pressing(row)]
    return (len(found), found[0].due.date().isoformat() if found and found[0].due else "")


def told(desk: Desk) -> dict[str, Need]:
    found = list(desk.register_duties.needs())
    assert all(one.sort is NeedSort.REGISTER_DUTY for one in found)
    return {one.register: one for one in found}


@pytest.mark.parametrize("policy", POLICIES)
def test_that_the_lists_say_what_the_pages_say(desk: Desk, clock: FakeClock, policy: str) -> None:
    before = [written(desk, Name.BREACHES), written(desk, Name.CONTACT_ATTEMPTS)]
    adopted(desk, policy)
    made = [
        written(desk, name, "", **answers)
        for name in LOOKED_AT & frozenset(ANSWERS)
        for answers in MORE.get(name, ({},))
    ]
    clock.advance(days=40)
    entries = [*before, *made]
    needs = told(desk)
    pages = {entry.id: late(desk, entry) for entry in entries}
    assert {one: (need.count, need.due) for one, need in needs.items()} == {
        one: said for one, said in pages.items() if said[0]
    }
    assert needs, "nothing is overdue, so that nothing was compared"


def test_that_a_changed_entry_counts_from_its_first_version(desk: Desk, clock: FakeClock) -> None:
    adopted(desk, "northwood")
    entry = written(desk, Name.BREACHES)
    clock.advance(days=10)
    draft = a_draft(Name.BREACHES, "", whose="Pupils of year 5, 30 people")
    desk.registers.change(entry.entry.id, draft, "Counted again", fresh_entry(desk))
    for _twice in range(2):
        (need,) = told(desk).values()
        assert (need.count, need.due) == late(desk, entry)
        assert need.due < clock.now().date().isoformat()


def test_that_a_mark_settles_and_taken_back_opens_again(desk: Desk, clock: FakeClock) -> None:
    adopted(desk, "northwood")
    entry = written(
        desk, Name.BREACHES, "", dpo_told="2026-11-18T09:00", risk="unlikely", ico="need_not",
        ico_why="Locked",
    )  # fmt: skip
    clock.advance(days=10)
    for key, row in by_key(desk.register_duties.of(entry.id)).items():
        if is_pressing(row):
            desk.register_duties.mark(a_mark(entry.id, row), fresh_entry(desk))
        assert key
    assert told(desk) == {}
    row = by_key(desk.register_duties.of(entry.id))["tell/dpo/breach"]
    assert row.state is DutyState.DONE
    back = a_mark(entry.id, row, state=DutyState.NOW, how="", at="", why="She was not told")
    desk.register_duties.mark(back, fresh_entry(desk))
    (need,) = told(desk).values()
    assert need.what.startswith("Tell: ")


def test_that_none_of_many_is_left_out(desk: Desk, clock: FakeClock) -> None:
    adopted(desk, "northwood")
    for _each in range(520):
        written(desk, Name.BREACHES)
    clock.advance(days=10)
    assert len(told(desk)) == 520
