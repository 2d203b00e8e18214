"""A gate and a desk on one anonymous pipe, over which one key goes once.

The supervisor makes the pipe and closes its own ends, so that no key passes through it. It keeps
the desk's end only until the desk is started, which waits until the gate is painted: the gate is
what somebody is looking at.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dsl_desk.app.child import Child
from dsl_desk.app.launch import start_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.app.child import Event
    from dsl_desk.app.launch import Launch, StartedGate
    from dsl_desk.app.wire import Cover


class Pair:
    """One gate, and its desk as soon as the gate is painted."""

    def __init__(self, plan: Launch, started: StartedGate, post: Callable[[Event], None]) -> None:
        self.gate = Child("gate", started, post)
        self.desk: Child | None = None
        self.cover: Cover | None = None  # what the gate was told to say; None: kept back
        self.handed_over = False
        self._plan = plan
        self._post = post
        self._key_end: int | None = started.key_end

    def show(self, cover: Cover) -> None:
        """Let the gate cover the screen."""
        self.cover = cover
        self.gate.say(cover)

    def start_desk(self) -> Child | None:
        """Start the desk; None if it has been started before."""
        if self._key_end is None:
            return None
        key_end, self._key_end = self._key_end, None
        self.desk = Child("desk", start_desk(self._plan, key_end), self._post)
        return self.desk

    def hand_over(self, now: float) -> None:
        """Take note that the key is on its way: from now on the desk's heart must beat."""
        self.handed_over = True
        if self.desk is not None and self.desk.beaten_at is not None:
            self.desk.beaten_at = now

    def dismiss_desk(self) -> None:
        """End the desk, or make sure that it is never started."""
        if self._key_end is not None:
            os.close(self._key_end)
            self._key_end = None
        if self.desk is not None:
            self.desk.dismiss()

    def dismiss(self) -> None:
        """End both."""
        self.gate.dismiss()
        self.dismiss_desk()
