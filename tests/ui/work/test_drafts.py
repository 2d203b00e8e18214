from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.work.drafts import DraftKeeper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot


class Drawer:
    """A store of drafts that remembers every sealing."""

    def __init__(self) -> None:
        self.sealed: list[tuple[str, dict[str, str]]] = []
        self.stuck = False

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        if self.stuck:
            raise DeskError
        self.sealed.append((form, dict(fields)))

    def discard(self, form: str) -> None:
        self.sealed = [kept for kept in self.sealed if kept[0] != form]

    def brought_back(self) -> Mapping[str, Mapping[str, str]]:
        return dict(self.sealed)


def test_that_typing_without_a_pause_is_sealed_within_two_seconds(qtbot: QtBot) -> None:
    drawer = Drawer()
    keeper = DraftKeeper(drawer)
    typed = {"words": ""}

    def go_on_typing() -> bool:
        typed["words"] += "x"
        keeper.typed("concern", lambda: typed)
        return bool(drawer.sealed)

    qtbot.waitUntil(go_on_typing, timeout=2000)


def test_that_locking_seals_the_last_keystrokes_at_once_and_only_once() -> None:
    drawer = Drawer()
    keeper = DraftKeeper(drawer)
    keeper.typed("concern", lambda: {"words": "last word"})
    keeper.seal_now()
    keeper.seal_now()
    assert drawer.sealed == [("concern", {"words": "last word"})]


def test_that_a_recorded_form_is_not_sealed_again() -> None:
    drawer = Drawer()
    keeper = DraftKeeper(drawer)
    keeper.typed("concern", lambda: {"words": "x"})
    keeper.seal_now()
    keeper.typed("concern", lambda: {"words": "xy"})
    keeper.forget("concern")
    keeper.seal_now()
    assert drawer.sealed == []
    assert keeper.brought_back("concern") == {}


def test_that_what_was_left_in_a_form_is_brought_back() -> None:
    drawer = Drawer()
    DraftKeeper(drawer).typed("concern", dict)
    drawer.keep("concern", {"words": "half a sent"})
    assert DraftKeeper(drawer).brought_back("concern") == {"words": "half a sent"}


def test_that_a_draft_that_cannot_be_sealed_is_told(qtbot: QtBot) -> None:
    drawer = Drawer()
    drawer.stuck = True
    keeper = DraftKeeper(drawer)
    keeper.typed("concern", dict)
    with qtbot.waitSignal(keeper.failed):
        keeper.seal_now()
