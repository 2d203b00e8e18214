"""An adult's page: a file of the same shape as a child's, out of Staff, or plainly none."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.stories.afternoon import Afternoon

TEACHER = PersonDraft(PersonKind.STAFF, staff_kind=StaffKind.TEACHER)


@pytest.fixture
def sorrel(afternoon: Afternoon) -> RecordId:
    """Sorrel Whinchat works here, and two concerns are about her."""
    with closing(afternoon._open()) as desk:
        draft = replace(TEACHER, surname="Whinchat", forename="Sorrel")
        person = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
        who = Involved(PersonRef("Sorrel Whinchat", person), Involvement.SAID_TO_HAVE_DONE_IT)
        for _ in range(2):
            afternoon.clock.advance(minutes=1)
            told = replace(a_concern_draft(people=(who,)), about=About.ADULT)
            desk.concerns.record(told, an_entry_id(afternoon.clock))
    return person


def the_page(afternoon: Afternoon, person: RecordId) -> PersonPage:
    afternoon.window.go(Spot(Place.PEOPLE, person))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    afternoon.wait(lambda: page.is_read)
    afternoon.at_rest()
    return page


def words_on(page: PersonPage) -> list[str]:
    labels: list[Label] = page.findChildren(Label)
    return [label.words for label in labels if label.isVisible()]


def test_that_an_adults_file_leads_to_its_concerns_and_says_who_can_open_it(
    afternoon: Afternoon, sorrel: RecordId
) -> None:
    afternoon.unlock()
    page = the_page(afternoon, sorrel)
    afternoon.wait(lambda: page.chronology.timeline.items)
    assert len(page.chronology.timeline.items) == 2
    assert not page.no_key.isVisible()
    afternoon.wait(lambda: "Staff part" in words_on(page))
    page.chronology.timeline.items[0].setFocus()
    afternoon.wait(page.chronology.timeline.items[0].hasFocus)
    afternoon.press(Qt.Key.Key_Return)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))


def test_that_without_the_key_the_page_says_so_and_tells_no_number(
    afternoon: Afternoon, sorrel: RecordId
) -> None:
    with closing(afternoon._open()) as desk:
        draft = replace(TEACHER, surname="Merlin", forename="Rowan")
        blameless = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
    afternoon.unlock()
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window, lambda desk: desk.sitting.leave(Compartment.STAFF), lambda _done: None
    )
    afternoon.at_rest()
    said = []
    for person in (sorrel, blameless):
        page = the_page(afternoon, person)
        assert page.no_key.isVisible()
        assert not page.chronology.isVisible()
        said.append(page.no_key.words.words)
        told = " ".join(words_on(page)).lower()
        assert not [word for word in ("concern", "account", "who can open") if word in told]
        assert not afternoon.window.notice.isVisible()
    assert said[0] == said[1]
    assert said[0].startswith("The chronology of this person is kept in the Staff part.")
