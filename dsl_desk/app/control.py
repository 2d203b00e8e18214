"""The child's side of the control pipe, in Qt: words come as signals, from a thread that reads."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.app.wire import from_frame, to_frame
from dsl_desk.system.frames import PipeEndedError, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.app.wire import Word


class ControlPipe(QObject):
    """Hears the supervisor and speaks to it.

    `last_act` runs on the reading thread when the supervisor is no more; it ends the process.
    A thread and a queued signal, because Qt cannot watch a pipe on Windows.

    Signals:
        heard(object): a word from the supervisor.
    """

    heard = Signal(object)

    def __init__(self, incoming: int, outgoing: int, last_act: Callable[[], None]) -> None:
        super().__init__()
        self._incoming = incoming
        self._outgoing = outgoing
        self._last_act = last_act

    def listen(self) -> None:
        """Begin to hear; connect `heard` before."""
        Thread(target=self._listen, name="control", daemon=True).start()

    def say(self, word: Word) -> None:
        """Tell the supervisor. If it is no more, the reading thread is about to end us."""
        try:
            write_frame(self._outgoing, to_frame(word))
        except PipeEndedError:
            return

    def _listen(self) -> None:
        try:
            while (frame := read_frame(self._incoming)) is not None:
                self.heard.emit(from_frame(frame))
        finally:
            self._last_act()
