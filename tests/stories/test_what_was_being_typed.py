"""The second story: two kilobytes, a kill, and nothing lost; recorded once, whatever happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.services.concerns import Concerns
from tests.builders import a_concern_draft
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.ids import EntryId
    from tests.stories.afternoon import Afternoon

TWO_KB = "Wren said it again, word for word. " * 60


def typed_in(afternoon: Afternoon) -> tuple[str, str, str]:
    draft = afternoon.form().form.draft()
    return "".join(one.who.name for one in draft.people), draft.told_by.name, draft.words


def test_that_two_kilobytes_are_back_after_a_lock_and_gone_once_they_are_recorded(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.fill_in(a_concern_draft(words=TWO_KB))
    afternoon.lock()

    afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert typed_in(afternoon) == ("Wren Tamarisk", "Lena Harebell", TWO_KB)
    assert afternoon.finish().title == "C-2026-001"
    afternoon.lock()

    afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert typed_in(afternoon) == ("", "", "")


def test_that_what_was_sealed_a_second_before_a_kill_is_back(afternoon: Afternoon) -> None:
    afternoon.unlock()
    form = afternoon.fill_in(a_concern_draft(words=TWO_KB))
    afternoon.wait(lambda: form.bar.saved.words.startswith("Draft saved 12:14"))
    afternoon.leave()  # nothing is sealed at the end: this is a kill
    afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert afternoon.form().form.draft().words == TWO_KB


def test_that_trying_again_after_an_unknown_outcome_makes_no_second_copy(
    afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    afternoon.unlock()
    form = afternoon.fill_in()
    real = Concerns.record

    def saved_but_nobody_knows(
        concerns: Concerns, draft: ConcernDraft, entry: EntryId
    ) -> Changed[Concern]:
        real(concerns, draft, entry)
        raise DiskFailedError(known=False)

    with monkeypatch.context() as trouble:
        trouble.setattr(Concerns, "record", saved_but_nobody_knows)
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.wait(form.notice.words)
    assert "do not know yet whether this was saved" in form.notice.words()
    assert afternoon.finish().title == "C-2026-001"
    afternoon.lock()
    assert afternoon.how_many() == 1
    assert afternoon.check().entries > 0
