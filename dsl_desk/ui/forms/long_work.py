"""Work on the vault's thread that takes more than a moment: how far it is, stopping it, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import StoppedError
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.work.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from dsl_desk.domain.errors import DeskError


class LongWork:
    """The three widgets of one piece of work at a time; a page lays them out where it likes."""

    def __init__(self, parent: QObject, stop: str, rest: Callable[[], None]) -> None:
        self._parent = parent
        self._rest = rest
        self._steps: Steps | None = None
        self.notice = FailureNotice()
        self.result = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.progress = Progress("", stop)
        self.progress.cancel_wanted.connect(self._stop)
        self.progress.hide()
        self.result.hide()

    @property
    def going(self) -> bool:
        """Whether something is being done."""
        return self._steps is not None

    def begin(self, words: str, note: str = "") -> Steps:
        """Show that it has begun, and return what the service steps with."""
        steps = self._steps = Steps(self._parent)
        steps.moved.connect(lambda done: self.progress.show_progress(done, note))
        self.notice.clear()
        self.result.hide()
        self.progress.name(words)
        self.progress.show_progress(0, note)
        self.progress.show()
        return steps

    def end(self, words: str = "") -> None:
        """Show that it has ended, and what came of it."""
        self._steps = None
        self.progress.hide()
        self._rest()
        if words:
            self.result.say(words)
            self.result.show()

    def fail(self, error: DeskError) -> None:
        """Show that it was stopped, or why it failed."""
        if isinstance(error, StoppedError):
            self.end(advice_for(error).words)
        else:
            self.end()
            self.notice.show_failure(error)

    def _stop(self) -> None:
        if self._steps is not None:
            self._steps.stop()
