from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

from dsl_desk.ui.work.tidy import TidyAtHome

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot:
    """A cycle that tells which thread untied it."""

    def __init__(self, untied: list[int]) -> None:
        self.itself = self
        self._untied = untied

    def __del__(self) -> None:
        self._untied.append(threading.get_ident())


def test_that_a_cycle_is_untied_on_the_windows_thread_however_busy_another_is(
    qtbot: QtBot,
) -> None:
    tidy = TidyAtHome(every_ms=20)
    untied: list[int] = []

    def make_rubbish() -> None:
        Knot(untied)
        _rubbish = [[number] for number in range(20_000)]

    other = threading.Thread(target=make_rubbish)
    other.start()
    other.join()
    qtbot.waitUntil(lambda: bool(untied))
    assert untied == [threading.get_ident()]
    assert not gc.isenabled()
    tidy.deleteLater()
