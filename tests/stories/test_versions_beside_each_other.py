"""What a concern said before and says now, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.shell.spot import compare_of
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import RESOURCES

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from tests.stories.afternoon import Afternoon

FIRST = "“nobody wants u on the residential.”"
SECOND = "“nobody wants u on the residential. just dont come.”"


@pytest.fixture
def concern(afternoon: Afternoon) -> Concern:
    """A concern with three versions; the third says the same as the second."""
    place, clock = afternoon.place, afternoon.clock
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, place, RESOURCES / "fonts")
    draft = a_concern_draft(words=FIRST)
    said = desk.concerns.record(draft, an_entry_id(clock)).answer
    for reason in ("She remembered more", "To set it right"):
        clock.advance(minutes=5)
        draft = a_concern_draft(words=SECOND)
        said = desk.concerns.add_version(said.entry.id, draft, reason, an_entry_id(clock)).answer
    desk.close()
    return said


def page_of(afternoon: Afternoon, concern: Concern) -> ComparePage:
    window = afternoon.unlock()
    window.go(compare_of(concern.id))
    page = window.stack.page
    assert isinstance(page, ComparePage)
    afternoon.wait(lambda: page.reason.words)
    afternoon.at_rest()
    return page


def test_that_the_newest_two_versions_stand_beside_each_other_with_the_reason(
    afternoon: Afternoon, concern: Concern
) -> None:
    page = page_of(afternoon, concern)
    assert page.header.title.words == f"Compare versions: {concern.ref}"
    assert page.reason.words == "Why there is a version 3: To set it right"
    assert page.same.isVisible()
    assert page.shown == []


def test_that_words_that_differ_are_underlined_and_spoken(
    afternoon: Afternoon, concern: Concern
) -> None:
    page = page_of(afternoon, concern)
    page.before.setCurrentIndex(0)
    page.after.setCurrentIndex(1)
    afternoon.wait(lambda: page.shown)
    afternoon.at_rest()
    (compared,) = page.shown
    assert page.reason.words == "Why there is a version 2: She remembered more"
    assert compared.before.words.words == FIRST
    assert compared.after.words.words == SECOND
    assert "<u><b>residential. just dont come.”</b></u>" in compared.after.words.text()
    assert compared.before.spoken == f"Version 1, was: {FIRST} Only here: residential.”"
    assert not page.same.isVisible()
    page.after.setCurrentIndex(0)
    afternoon.wait(page.same.isVisible)
    assert page.reason.words == "Version 1 is the first: Maya Fernsby wrote it."
