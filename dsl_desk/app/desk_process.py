"""The desk's process: waits keyless, opens with a key, seals when told, and is killed.

The rules are: the window's thread does what a window does; the control pipe and the key are read
by threads. If the supervisor ends, the drafts are sealed and we end. If even our own threads
cannot run, the dead man's handle, a timer that needs no Python, ends us.
"""

from __future__ import annotations

import faulthandler
import os
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort, quick_qt, wire
from dsl_desk.app.arguments import Arguments, for_qt
from dsl_desk.app.control import ControlPipe
from dsl_desk.app.key_watch import KeyWatch
from dsl_desk.app.limits import BEAT_EVERY, LIMITS, Limits
from dsl_desk.system import shelter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.app.fronts import DeskFront
    from dsl_desk.app.handover import HandedKey
    from dsl_desk.domain.errors import DeskError


def run(
    words: list[str],
    build: Callable[[QApplication, Path], DeskFront],
    limits: Limits = LIMITS,
) -> int:
    """Run the desk until it is ended. `build` loads all it can without a key."""
    arguments = Arguments(words, key_writing=False)
    last_resort.install()
    shelter.forbid_dumps()
    shelter.end_with_parent()
    app = QApplication(for_qt("dsl-desk"))
    app.setQuitOnLastWindowClosed(False)
    desk = _Desk(build(app, arguments.vault), arguments, limits)
    desk.wait()
    return app.exec()


class _Desk(QObject):
    """Joins the window, the control pipe and the key."""

    _seal_wanted = Signal()

    def __init__(self, front: DeskFront, arguments: Arguments, limits: Limits) -> None:
        super().__init__()
        self._front = front
        self._limits = limits
        self._open = False
        self._patience = limits.opening  # until something is shown
        self._sealed = Event()
        self._control = ControlPipe(arguments.incoming, arguments.outgoing, self._seal_and_end)
        self._keys = KeyWatch(arguments.key_end, arguments.vault)
        self._pulse = QTimer(self, interval=round(BEAT_EVERY * 1000))
        queued = Qt.ConnectionType.QueuedConnection
        self._control.heard.connect(self._hear, queued)
        self._keys.came.connect(self._enter, queued)
        self._keys.locked_out.connect(self._refuse, queued)
        self._seal_wanted.connect(self._seal, queued)
        self._pulse.timeout.connect(self._beat)
        self._listen_to_front()

    def wait(self) -> None:
        """Begin to listen for the supervisor and for a key."""
        self._control.listen()
        self._keys.listen()
        QTimer.singleShot(0, self._say_waiting)

    @Slot()
    def _say_waiting(self) -> None:
        quick_qt.loaded()
        self._control.say(wire.Waiting())

    def _listen_to_front(self) -> None:
        self._front.opened.connect(self._say_opened)
        self._front.refused.connect(self._refuse)
        self._front.lock_wanted.connect(lambda why: self._control.say(wire.Lock(why)))
        self._front.quit_wanted.connect(lambda: self._control.say(wire.Quit()))

    @Slot()
    def _say_opened(self) -> None:
        self._patience = self._limits.silence
        self._control.say(wire.Opened())
        self._beat()

    @Slot(object)
    def _hear(self, word: wire.Word) -> None:
        if isinstance(word, wire.Seal):
            self._seal()
            self._control.say(wire.Sealed())

    @Slot(object)
    def _enter(self, handed: HandedKey) -> None:
        self._open = True
        shelter.outlive_parent()  # from here on there may be something to seal first
        self._beat()
        self._pulse.start()
        self._front.enter(handed.member, handed.key)

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        facts = {name: str(fact) for name, fact in vars(error).items()}
        self._control.say(wire.Refused(type(error).__name__, facts))

    @Slot()
    def _beat(self) -> None:
        self._control.say(wire.Beat())
        # The dead man's handle: a thread without Python, which no stuck code can hold up.
        faulthandler.dump_traceback_later(self._patience * 2, exit=True)

    @Slot()
    def _seal(self) -> None:
        self._front.seal()
        self._sealed.set()

    def _seal_and_end(self) -> None:
        """Last act, on the reading thread: the supervisor is no more."""
        if self._open:
            self._seal_wanted.emit()
            self._sealed.wait(self._limits.seal)
        os._exit(0)
