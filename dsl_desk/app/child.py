"""A gate or a desk as the supervisor knows it: a process, its control pipe, and what it said."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from enum import Enum
from threading import Thread
from typing import TYPE_CHECKING

from dsl_desk.app.wire import Word, from_frame, to_frame
from dsl_desk.system.frames import FrameError, PipeEndedError, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.app.launch import Started


class End(Enum):
    """Two things a thread notices about the end of a child."""

    HUNG_UP = "it says nothing any more, or nothing we understand"
    GONE = "the system says it is gone"


@dataclass(frozen=True)
class Event:
    """What reaches the supervisor: a child, and what it said or how it ended."""

    child: Child
    news: Word | End


class Child:
    """One child. `name` is "gate" or "desk". Everything but listening is the main thread's."""

    def __init__(self, name: str, started: Started, post: Callable[[Event], None]) -> None:
        self.name = name
        self.pid = started.process.pid
        self.dismissed = False  # its end is our own doing
        self.beaten_at: float | None = None  # when it was last heard; None: it may still be loading
        self._process = started.process
        self._incoming = started.incoming
        self._outgoing = started.outgoing
        self._post = post
        Thread(target=self._listen, name=name, daemon=True).start()

    def say(self, word: Word) -> None:
        """Say something; a child that has hung up is noticed by its thread, not here."""
        try:
            write_frame(self._outgoing, to_frame(word))
        except PipeEndedError:
            return

    def heard(self) -> None:
        """Take note that it has just said something."""
        self.beaten_at = time.monotonic()

    def dismiss(self) -> None:
        """End it at once. What it still says is not listened to."""
        self.dismissed = True
        self._process.kill()

    def bury(self) -> None:
        """Give back its number and its pipes, once it is gone."""
        self._process.reap()
        os.close(self._incoming)
        os.close(self._outgoing)

    def _listen(self) -> None:
        try:
            while (frame := read_frame(self._incoming)) is not None:
                self._post(Event(self, from_frame(frame)))
        except FrameError:
            pass  # a child that babbles is ended like one that hung up
        self._post(Event(self, End.HUNG_UP))
        self._process.wait()
        self._post(Event(self, End.GONE))
