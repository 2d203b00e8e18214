"""Filed under the wrong person: found, moved by keys alone, and nothing of it left behind."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.misfiling import DpoTold
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.misfiling_page import MisfilingPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot, misfiling_of
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from tests.stories.afternoon import Afternoon

WORDS = "“Wren, nobody wants u”"


class Filed:
    """Wren's concern, which is Reed's, and one copy of it that is out already."""

    def __init__(self, afternoon: Afternoon) -> None:
        clock = afternoon.clock
        self.ids: dict[str, str] = {}
        with closing(afternoon._open()) as desk:
            for name in ("Wren Tamarisk", "Reed Sandpiper"):
                forename, surname = name.split()
                draft = PersonDraft(PersonKind.PUPIL, surname, forename)
                self.ids[name] = desk.people.add(draft, an_entry_id(clock)).answer.id
            wren = PersonRef("Wren Tamarisk", self.ids["Wren Tamarisk"])
            told = a_concern_draft(people=(Involved(wren),), words=WORDS)
            clock.advance(minutes=1)
            self.concern: Concern = desk.concerns.record(told, an_entry_id(clock)).answer
            desk.concerns.make_pdf(self.concern.id)


@pytest.fixture
def filed(afternoon: Afternoon) -> Filed:
    return Filed(afternoon)


WRONG = "Filed under the wrong person"


def misfiling(afternoon: Afternoon) -> MisfilingPage:
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, MisfilingPage))
    page = afternoon.window.stack.page
    assert isinstance(page, MisfilingPage)
    afternoon.wait(lambda: page.is_read)
    return page


def test_that_it_is_moved_by_keys_alone_and_leaves_one_empty_line(
    afternoon: Afternoon, filed: Filed
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.CONCERNS, filed.concern.id))
    concern = afternoon.concern()
    (act,) = [one for one in concern.acts.menu().actions() if one.text() == WRONG]
    act.trigger()
    page = misfiling(afternoon)
    form = page.form
    assert form is not None
    assert form.will.words.startswith("It leaves Wren Tamarisk's chronology")
    assert "word for word" in form.words.words
    assert "1 copy for others already carried it" in form.copies.words
    assert "Maya Fernsby" in form.copies.words
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(form.fields["reason"].error)
    assert form.fields["now"].error()
    assert form.fields["dpo_told"].error()
    afternoon.type("Reed")
    afternoon.wait(form.now.found.isVisible)
    afternoon.press(Qt.Key.Key_Return)
    afternoon.tab_to(form.reason)
    afternoon.type("Both were in the same lesson")
    afternoon.tab_to(form.dpo.first)
    afternoon.press(Qt.Key.Key_Space)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: not isinstance(afternoon.window.stack.page, MisfilingPage))
    afternoon.concern()
    afternoon.window.go(Spot(Place.PEOPLE, filed.ids["Wren Tamarisk"]))
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    file = afternoon.window.stack.page
    assert isinstance(file, PersonPage)
    afternoon.wait(lambda: file.chronology.timeline.items)
    (only,) = file.chronology.timeline.items
    assert "filed here by mistake" in only.accessibleName()
    assert "Sandpiper" not in only.accessibleName()
    file.chronology.timeline.opened.emit(next(iter(file.chronology._concerns)))
    assert afternoon.window.stack.page is file
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        rightful = desk.chronology.of(filed.ids["Reed Sandpiper"], 0, 10).rows
        assert [row.sort for row in rightful] == [ItemSort.CONCERN]
    assert afternoon.check().entries


def test_that_half_of_it_is_not_lost_and_nobodys_file_can_be_said(
    afternoon: Afternoon, filed: Filed
) -> None:
    afternoon.unlock()
    afternoon.window.go(misfiling_of(filed.concern.id))
    form = misfiling(afternoon).form
    assert form is not None
    form.nobody.click()
    form.reason.setFocus()
    afternoon.type("A slip of the hand")
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(misfiling_of(filed.concern.id))
    again = misfiling(afternoon)
    assert again.form is not None
    assert again.form.draft().reason == "A slip of the hand"
    assert again.form.draft().now is None
    assert not again.form.now.isEnabled()
    again.form.dpo.choose(DpoTold.NOT_TOLD)
    again.form.dpo.edited.emit()
    afternoon.wait(again.form.fields["dpo_why"].isVisible)
    again.form.dpo_why.setFocus()
    afternoon.type("There is none here")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: not isinstance(afternoon.window.stack.page, MisfilingPage))
    concern = afternoon.concern()
    afternoon.wait(lambda: "version 2" in concern.header.subtitle.words)
