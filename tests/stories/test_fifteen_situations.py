"""Three events under five policies, through the real window: whom, by when, by which clause.

The table is the one the engine is held to (tests/situations.py), written from the policies. Here
it is read off the screen: beside the form while it is filled in, and on the page of the record.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.words import label
from dsl_desk.services.profiles import policies_in
from dsl_desk.ui.forms.asked_item import ClauseMarks
from dsl_desk.ui.kit.label import Label
from tests.situations import COMMENT, FRIEND_REQUEST, MISUSE, OWN, SOONER, TELLING
from tests.stories.policy_day import choose
from tests.stories.test_the_policy_speaks_while_typing import typed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.ui.concerns.record_page import RecordPage
    from tests.stories.afternoon import Afternoon

POLICIES = {
    one.profile.name: one.profile for one in policies_in(Path(__file__).parents[2] / "resources")
}
TITLES = {one.value: one for one in Recipient}
EVENTS: dict[tuple[str, ...], str] = {
    FRIEND_REQUEST: "friend request",
    COMMENT: "public comment",
    MISUSE: "staff misuse",
}
LENA = Involved(PersonRef("Lena Harebell"), Involvement.SAID_TO_HAVE_DONE_IT)
SOMEBODY = Involved(PersonRef("“angry_parent_88”"), Involvement.SAID_TO_HAVE_DONE_IT)
SAID: dict[tuple[str, ...], dict[str, object]] = {
    FRIEND_REQUEST: {"sorts": (ConcernSort.PUPIL_CONTACT,)},
    COMMENT: {"about": About.ACCOUNT, "sorts": (ConcernSort.COMMENTS,), "people": (SOMEBODY,)},
    MISUSE: {"about": About.ADULT, "sorts": (ConcernSort.OTHER,), "people": (LENA,)},
}


def titled(profile: Profile, who: str) -> str:
    """Return what this policy calls somebody."""
    return profile.roles.get(TITLES[who]) or RECIPIENTS[TITLES[who]] if who else ""


def shown_clauses(widget: QWidget) -> list[str]:
    return [code for marks in widget.findChildren(ClauseMarks) for code in marks.codes]


def words(widget: QWidget) -> list[str]:
    return [one.words for one in widget.findChildren(Label)]


def stands_beside(page: RecordPage, profile: Profile, row: str) -> bool:
    """Tell whether one of the items beside the form says this: whom, by when, by which clauses."""
    act, who, by, clauses = row.split(" | ")
    title, time = titled(profile, who), SOONER.get(row, by)
    several, alone = f"{title}: {time}", f"{time[:1].upper()}{time[1:]}"
    return any(
        item.title.startswith(label(DutyAct(act)))
        and title in item.title
        and (several in words(item) or alone in words(item))
        and set(clauses.split(", ")) <= set(shown_clauses(item))
        for item in page.panel.policy.items
    )


@pytest.mark.parametrize(
    ("name", "event"), OWN, ids=[f"{name}: {EVENTS[event]}" for name, event in OWN]
)
def test_that_each_policy_names_its_people_times_and_clauses_on_screen(
    afternoon: Afternoon, name: str, event: tuple[str, ...]
) -> None:
    profile = POLICIES[name]
    choose(afternoon, name)
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon, **SAID[event])
    for row in OWN[name, event]:
        assert stands_beside(page, profile, row), (row, page.panel.policy.words())
    record = afternoon.finish()
    afternoon.wait(lambda: record.duties.under.words)
    assert profile.title in record.duties.under.words
    found = {
        (line.row.asked.act.value, words(line)[0], code)
        for line in record.duties.lines
        for code in shown_clauses(line)
        if line.row.asked.act.value in TELLING and code.startswith(f"{profile.code} ")
    }
    assert found == {
        (act, f"{label(DutyAct(act))}: {titled(profile, who)}".rstrip(": "), clause)
        for act, who, _by, clauses in (row.split(" | ") for row in OWN[name, event])
        for clause in clauses.split(", ")
    }


def test_that_of_the_fifteen_none_is_left_out() -> None:
    assert {(name, event) for name in POLICIES for event in SAID} == set(OWN)
