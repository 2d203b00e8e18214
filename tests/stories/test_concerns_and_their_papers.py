"""The pages of concerns: what needs a look, and a hundred and twenty of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.ui.shell.spot import TODAY
from dsl_desk.ui.today.latest import LatestRow
from tests.builders import a_concern_draft
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


def test_that_every_answer_that_needs_a_look_is_shown_beside_it_and_the_first_has_the_focus(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    form = afternoon.fill_in(a_concern_draft(about="", told_by="x" * 201, words="w"))
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: not form.bar.errors.isHidden())
    assert form.form.fields["people"].error() == (
        "Write who it is about, for example Wren Tamarisk."
    )
    assert form.form.fields["told_by"].error() == "Use at most 200 characters here."
    assert form.form.fields["words"].error() == ""
    assert form.bar.errors.text() == "2 answers need a look: Who is it about?"
    assert afternoon.focus() is form.form.first.people.line
    assert form.form.first.people.line.accessibleDescription() == form.form.fields["people"].error()
    afternoon.type("Wren")
    assert form.form.fields["people"].error() == ""


def test_that_a_hundred_and_twenty_concerns_come_a_page_at_a_time(afternoon: Afternoon) -> None:
    afternoon.recorded(120)
    afternoon.unlock()
    page = afternoon.list()
    assert page.header.subtitle.words == "120 concerns"
    assert (page.table.model.rowCount(), page.table.model.row(0).whom()) == (
        50,
        "Wren Tamarisk 120",
    )
    page.table.pager.further.click()
    afternoon.at_rest()
    page.table.pager.further.click()
    afternoon.at_rest()
    assert (page.table.model.rowCount(), page.table.model.row(19).whom()) == (20, "Wren Tamarisk 1")
    assert page.table.pager.words.words == "Rows 101 to 120 of 120"
    assert not page.table.pager.further.isEnabled()


def test_that_an_empty_list_says_how_it_starts_and_starts_it(afternoon: Afternoon) -> None:
    afternoon.unlock()
    page = afternoon.list()
    assert page.empty.isVisible()
    page.empty.start_wanted.emit()
    assert afternoon.focus() is afternoon.form().form.first.people.line


def test_that_today_shows_the_last_five_and_a_row_opens_its_record(afternoon: Afternoon) -> None:
    afternoon.recorded(7)
    window = afternoon.unlock()
    afternoon.at_rest()
    rows = window.stack.page.findChildren(LatestRow)
    assert [row.row.ref for row in rows] == [f"C-2026-00{number}" for number in (7, 6, 5, 4, 3)]
    assert rows[0].accessibleName() == (
        "Concern C-2026-007, about Wren Tamarisk 7, Thu 19 Nov, 12:14"
    )
    rows[0].setFocus()
    afternoon.press(Qt.Key.Key_Space)
    assert afternoon.concern().title == "C-2026-007"
    afternoon.press(Qt.Key.Key_Escape)
    assert window.stack.spot == TODAY


def test_that_a_failed_save_keeps_the_form_and_says_what_to_do(
    afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    afternoon.unlock()
    form = afternoon.fill_in()

    def full(*_what: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as trouble:
        trouble.setattr("dsl_desk.services.concerns.Concerns.record", full)
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.wait(form.notice.words)
    assert "Free some space, then save again" in form.notice.words()
    assert form.form.draft() == a_concern_draft()
    assert not form.button.is_busy()
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize(("width", "under"), [(1366, False), (911, True)])
def test_that_questions_stand_under_one_another_in_a_small_window(
    afternoon: Afternoon, width: int, *, under: bool
) -> None:
    afternoon.unlock((width, 600))
    afternoon.press(Qt.Key.Key_N, CTRL)
    about, told_by = (afternoon.form().form.fields[name] for name in ("people", "told_by"))
    afternoon.wait(lambda: (told_by.y() > about.y()) is under)
    afternoon.wait(lambda: (told_by.x() > about.x()) is not under)
