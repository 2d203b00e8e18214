"""The lock clock: counts down while nobody touches the desk, and asks to lock at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock

LAST_CALL_S = 60
ON_A_CALL_S = 45 * 60
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LockClock(QObject):
    """Watches for touches of any window of the desk.

    It looks at what the system tells the windows, a few events a second. Looking at the whole
    application it was asked of every event of every widget: half of the time a page took to make.

    Signals:
        left(int): seconds until we lock, told once a second.
        last_call(): a minute is left; somebody may still say "Stay unlocked".
        run_out(): nobody touched the desk for the whole time.
    """

    left = Signal(int)
    last_call = Signal()
    run_out = Signal()

    def __init__(self, app: QGuiApplication, clock: Clock, minutes: int) -> None:
        super().__init__(app)
        self._clock = clock
        self._after = minutes * 60
        self._touched = clock.monotonic()
        self._called = False
        self._call_ends: float | None = None
        self._overstayed = False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.look)
        self._tick.start()
        app.focusWindowChanged.connect(self._watch)
        self._watch()

    @property
    def seconds_left(self) -> int:
        """How long until we lock if nobody touches anything; a call is as long as it may be."""
        if self._call_ends is not None:
            return max(0, round(self._call_ends - self._clock.monotonic()))
        return self._ordinary_left()

    @property
    def overstayed(self) -> bool:
        """Whether only a call keeps the desk open: nobody touched it for as long as locks it."""
        on_a_call = self._call_ends is not None
        return on_a_call and (self._overstayed or not self._ordinary_left())

    def begin_call(self) -> None:
        """Let one page stay: whoever is on the phone touches nothing for a long time."""
        self.touch()
        self._call_ends = self._clock.monotonic() + ON_A_CALL_S
        self.left.emit(self.seconds_left)

    def end_call(self) -> None:
        """Count as ever from now on."""
        self._call_ends, self._overstayed = None, False
        self.touch()
        self.left.emit(self.seconds_left)

    def _ordinary_left(self) -> int:
        return max(0, round(self._after - (self._clock.monotonic() - self._touched)))

    def lock_after(self, minutes: int) -> None:
        """Count to another number of minutes, from the last touch."""
        self._after = minutes * 60
        self.left.emit(self.seconds_left)

    def touch(self) -> None:
        """Start counting anew; what a call alone keeps open no touch opens again."""
        if self.overstayed:
            self._overstayed = True
            return
        self._touched = self._clock.monotonic()
        self._called = False

    def look(self) -> None:
        """Look at the time and tell."""
        self._watch()
        left = self.seconds_left
        self.left.emit(left)
        if left == 0:
            self._tick.stop()
            self.run_out.emit()
        elif left <= LAST_CALL_S and not self._called and self._call_ends is None:
            self._called = True
            self.last_call.emit()

    def _watch(self) -> None:
        """Watch every window there is now; one that is watched already is not watched twice."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False
