"""Where everything ends that nobody caught: noted, and shown if there is a window for it.

The only module that may say `except Exception`.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from dsl_desk.domain.bug import Bug

# What Qt warns of while a screen reader listens, and nobody is at fault for: it asks for what has
# just left the page, words change in what it has not asked for yet, or it is slow to take a key.
_OF_READERS = "qt.accessibility.atspi"
_OF_READERS_TOO = ("Received text event for invalid interface.", "QSpiApplication::")

# What Qt says of this system itself: a window got another size than it asked for, or a screen
# tells nothing of itself. Noted; nobody at the desk could do anything about it.
_OF_THE_SYSTEM = "qt.qpa."

_show: Callable[[Bug], None] | None = None


def install() -> None:
    """Catch what flies past everybody: main thread, other threads, finalisers, Qt's messages."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - the supervisor has no Qt

    catch_python()
    qInstallMessageHandler(_qt_message)


def catch_python() -> None:
    """Catch what flies in Python. Enough for the supervisor."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: take(args.exc_value)
    sys.unraisablehook = lambda args: take(args.exc_value)


def answer_in_window(show: Callable[[Bug], None]) -> None:
    """From now on, show bugs to the person too; called by whoever has a window for it."""
    global _show  # noqa: PLW0603 - hooks are the process's own; there is one window for them
    _show = show


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    take(error.with_traceback(trace))


def take(error: BaseException | None) -> None:
    """Note a bug, and show it where there is a window for it."""
    from dsl_desk.domain.bug import bug_of  # noqa: PLC0415 - 5 ms that only a bug need cost

    if error is None:
        return
    _tell(bug_of(error))


def _qt_message(kind: QtMsgType, context: QMessageLogContext, untrusted_text: str) -> None:
    from dsl_desk.domain.bug import bug_at  # noqa: PLC0415 - as above

    if context.category == _OF_READERS or untrusted_text.startswith(_OF_READERS_TOO):
        return
    # The text may quote what a widget shows; the place is enough.
    bug = bug_at(f"Qt.{kind.name}", (f"{context.category}:{context.line}",))
    if str(context.category).startswith(_OF_THE_SYSTEM):
        _note(bug)
    else:
        _tell(bug)


def _note(bug: Bug) -> None:
    from dsl_desk.app import logs  # noqa: PLC0415 - as above

    logs.note(bug)
    if sys.stderr is not None:
        sys.stderr.write(" ".join(("dsl-desk:", bug.code, bug.kind, *bug.places)) + "\n")


def _tell(bug: Bug) -> None:
    from dsl_desk.app import logs  # noqa: PLC0415 - as above
    from dsl_desk.domain.bug import bug_of  # noqa: PLC0415 - as above

    _note(bug)
    if _show is None:
        return
    try:
        _show(bug)
    except Exception as second:  # noqa: BLE001 - the bug window itself is broken: note it and go on
        logs.note(bug_of(second))
