"""How long the main thread ever fails to come back to its events, while every place is gone to."""

from __future__ import annotations

from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from dsl_desk.app.paths import resources
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.tour.waiting import settle, until
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW_CONCERN, Spot
from dsl_desk.ui.theme.look import Look
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.bench.ground import GroundVault

_PATIENCE_MS: Final = 300_000  # where there are many entries, a page asks for a while


class Pulse(QObject):
    """Beats every millisecond; keeps the longest pause by the main thread's own processor time."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.by_the_clock = 0.0
        self._last = (thread_time(), perf_counter())
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = (thread_time(), perf_counter())
        self.longest = max(self.longest, (now[0] - self._last[0]) * 1000)
        self.by_the_clock = max(self.by_the_clock, (now[1] - self._last[1]) * 1000)
        self._last = now


def stalls(ground: GroundVault, app: QApplication) -> dict[str, float]:
    """Return the longest stall in ms for each place, by the processor of the main thread."""
    dress(app, resources(), Look())
    desk = RealDesk(app, ground.folder, resources(), ground.place)
    opened: list[bool] = []
    desk.opened.connect(lambda: opened.append(True))
    desk.enter(ground.member, ground.key)
    until(lambda: opened, _PATIENCE_MS)
    found = {}
    window = desk.window
    if window is not None:
        spots = {place.words: Spot(place) for place in Place} | {"Record a concern": NEW_CONCERN}
        for words, spot in spots.items():
            pulse = Pulse()
            window.go(spot)
            settle()
            _rest(desk)
            pulse.stop()
            found[words] = pulse.longest
    desk.end()
    return found


def _rest(desk: RealDesk) -> None:
    """Wait until the worker has answered what the page asked, and the page has shown it."""
    answered: list[bool] = []
    desk.worker.ask(desk, lambda _desk: True, answered.append)
    until(lambda: answered, _PATIENCE_MS)
    settle()
