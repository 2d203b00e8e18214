"""The lock clock: counts down while nobody touches the desk, and asks to lock at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from dsl_desk.domain.clock import Clock

LAST_CALL_S = 60
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

    Signals:
        left(int): seconds until we lock, told once a second.
        last_call(): a minute is left; somebody may still say "Stay unlocked".
        run_out(): nobody touched the desk for the whole time.
    """

    left = Signal(int)
    last_call = Signal()
    run_out = Signal()

    def __init__(self, app: QCoreApplication, clock: Clock, minutes: int) -> None:
        super().__init__(app)
        self._clock = clock
        self._after = minutes * 60
        self._touched = clock.monotonic()
        self._called = False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.look)
        self._tick.start()
        app.installEventFilter(self)

    @property
    def seconds_left(self) -> int:
        """How long until we lock if nobody touches anything."""
        return max(0, round(self._after - (self._clock.monotonic() - self._touched)))

    def lock_after(self, minutes: int) -> None:
        """Count to another number of minutes, from the last touch."""
        self._after = minutes * 60
        self.left.emit(self.seconds_left)

    def touch(self) -> None:
        """Start counting anew."""
        self._touched = self._clock.monotonic()
        self._called = False

    def look(self) -> None:
        """Look at the time and tell."""
        left = self.seconds_left
        self.left.emit(left)
        if left == 0:
            self._tick.stop()
            self.run_out.emit()
        elif left <= LAST_CALL_S and not self._called:
            self._called = True
            self.last_call.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False
