"""Supervising in earnest: signals, limits, and the supervisor's own last resort."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from dsl_desk.app import last_resort
from dsl_desk.app.limits import LIMITS
from dsl_desk.app.supervisor import Supervisor
from dsl_desk.app.telling import Telling

if TYPE_CHECKING:
    from dsl_desk.app.launch import Launch, StartedGate
    from dsl_desk.app.limits import Limits


def watch(plan: Launch, first: StartedGate, tell: str | None, limits: Limits = LIMITS) -> int:
    """Run the supervisor until it ends; a signal to end is an ordinary end."""
    last_resort.catch_python()
    supervisor = Supervisor(plan, limits, Telling(None if tell is None else int(tell)))
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _signal, _frame: supervisor.stop())
    return supervisor.run(first)
