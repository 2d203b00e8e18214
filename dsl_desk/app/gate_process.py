"""The gate's process: shows the lock screen, hands the key over, is ended. Holds no record."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort, quick_qt, wire
from dsl_desk.app.arguments import Arguments, for_qt
from dsl_desk.app.control import ControlPipe
from dsl_desk.app.handover import hand_over, wipe
from dsl_desk.system.frames import PipeEndedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.app.fronts import GateFront


def run(words: list[str], build: Callable[[QApplication, Path], GateFront]) -> int:
    """Run the gate until it is ended. `build` makes the hidden window."""
    arguments = Arguments(words, key_writing=True)
    last_resort.install()
    app = QApplication(for_qt("dsl-desk"))
    app.setQuitOnLastWindowClosed(False)
    control = ControlPipe(arguments.incoming, arguments.outgoing, lambda: os._exit(0))
    gate = _Gate(build(app, arguments.vault), control, arguments.key_end)
    if arguments.kept_back:
        QTimer.singleShot(0, gate.rehearse)
    control.listen()
    return app.exec()


class _Gate(QObject):
    """Joins the window, the control pipe and the pair's own pipe."""

    def __init__(self, front: GateFront, control: ControlPipe, key_end: int) -> None:
        super().__init__()
        self._front = front
        self._control = control
        self._key_end = key_end
        self._ready = False
        self._covering = False
        control.heard.connect(self._hear)  # from another thread, so Qt queues it
        front.painted.connect(self._painted)
        front.key_ready.connect(self._hand_over)
        front.quit_wanted.connect(lambda: control.say(wire.Quit()))
        front.training_wanted.connect(lambda: control.say(wire.Training()))

    def rehearse(self) -> None:
        """Draw the picture to nowhere: a gate kept back is then quick to cover."""
        self._front.rehearse()
        self._say_ready()

    @Slot(object)
    def _hear(self, word: wire.Word) -> None:
        if isinstance(word, wire.Cover):
            self._covering = True
            self._front.cover(word.why, word.at, word.facts)

    def _painted(self) -> None:
        # A turn of the loop later: then the window not only is there but answers.
        if self._covering:
            self._covering = False
            QTimer.singleShot(0, self._say_covered)

    def _say_covered(self) -> None:
        self._control.say(wire.Covered(str(time.monotonic_ns())))
        self._say_ready()

    def _say_ready(self) -> None:
        if not self._ready:
            self._ready = True
            self._control.say(wire.Painted())
            # After the first picture, before anybody can have typed a passphrase: it costs 10 ms.
            _take_shelter()
            quick_qt.loaded()

    def _hand_over(self, member: str, key: bytes | bytearray) -> None:
        # Said first: the desk may be open, and we killed, as soon as the key is in the pipe.
        self._control.say(wire.HandedOver())
        try:
            hand_over(self._key_end, member, key)
        except PipeEndedError:
            return  # the desk has gone; another gate is about to take our place
        finally:
            if isinstance(key, bytearray):
                wipe(key)


def _take_shelter() -> None:
    from dsl_desk.system import shelter  # noqa: PLC0415 - ctypes, after the first picture

    shelter.forbid_dumps()
    shelter.end_with_parent()
