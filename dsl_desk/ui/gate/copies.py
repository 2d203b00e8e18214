"""Bringing the records back from a copy, with nothing but the copy and, after it, a kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import StoppedError
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.work.steps import Steps

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.bringing_back import BroughtBack, FoundCopy
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.why import Why
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker

_COLUMN = 520
_SHOWN = 5
_MEGABYTE = 1_000_000


class CopiesPage(QWidget):
    """Choose the folder, choose the copy, wait; then the lock screen asks for a kit.

    Signals:
        back_wanted(): nothing is to be brought back after all.
        brought_back(str): it is done; what to do next, in words.
    """

    back_wanted = Signal()
    brought_back = Signal(str)

    def __init__(self, worker: Worker[Entrance], ask: Ask) -> None:
        super().__init__()
        self._worker, self._ask = worker, ask
        self._steps: Steps | None = None
        self._found: tuple[FoundCopy, ...] = ()
        self.choose = Button(self.tr("Choose the folder of the copies"), icon=Icon.HARD_DRIVE)
        self.choose.clicked.connect(self._choose_folder)
        self.cards: list[ChoiceCard] = []
        self._cards = QVBoxLayout()
        self.notice = FailureNotice()
        self.said = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.progress = Progress(self.tr("Bringing the copy back"), self.tr("Stop"))
        self.progress.cancel_wanted.connect(self._stop)
        self.bring = Button(self.tr("Bring this copy back"), Kind.PRIMARY)
        self.bring.clicked.connect(self._bring)
        self.back = Link(self.tr("Back"))
        self.back.clicked.connect(self._go_back)
        self._lay_out()
        for widget in (self.said, self.progress, self.bring):
            widget.hide()

    def may_leave(self) -> bool:
        """Let the window close: a copy that is half back is in nobody's way."""
        return True

    def rest(self) -> None:
        """Go on: what is being brought back is nobody's secret."""

    def show_why(self, why: Why) -> None:
        """Keep what is said: it matters more than why the screen is locked."""

    def show_failure(self, error: DeskError) -> None:
        """Say what stopped it; nothing was changed."""
        self._rest()
        if isinstance(error, StoppedError):
            self._say(advice_for(error).words)
        else:
            self.notice.show_failure(error)

    def land(self) -> None:
        """Start at the folder."""
        self.choose.setFocus()

    def _choose_folder(self) -> None:
        folder = self._ask.which_folder(self, self.tr("Choose the folder of the copies"))
        if folder is not None and self._steps is None:
            self.look_in(folder)

    def look_in(self, folder: Path) -> None:
        """Show the copies in a folder."""
        self.notice.clear()
        self._say(self.tr("Looking for copies"))
        self._worker.ask(
            self,
            lambda entrance: entrance.copies_in(folder),
            self._show_copies,
            self._show_none,
        )

    def _show_copies(self, found: tuple[FoundCopy, ...]) -> None:
        self._found = found[:_SHOWN]
        more = len(found) - len(self._found)
        self._say(self.tr("The newest is chosen. Its files are read before anything is changed."))
        if more:
            self._say(f"The newest {_SHOWN} are shown; {more} older ones are in the folder too.")
        for card in self.cards:
            self._cards.removeWidget(card)
            card.deleteLater()
        self.cards = [ChoiceCard(*_words(copy)) for copy in self._found]
        for card in self.cards:
            self._cards.addWidget(card)
        if self.cards:
            self.cards[0].setChecked(True)
            self.cards[0].setFocus()
        self.bring.setVisible(bool(self.cards))

    def _show_none(self, error: DeskError) -> None:
        self._show_copies(())
        self.show_failure(error)

    def _bring(self) -> None:
        chosen = next(at for at, card in enumerate(self.cards) if card.isChecked())
        copy = self._found[chosen]
        if self._steps is not None or not self._is_sure(copy):
            return
        steps = self._steps = Steps(self)
        steps.moved.connect(self.progress.show_progress)
        self.notice.clear()
        self.said.hide()
        self.progress.show_progress(0)
        self.progress.show()
        self.bring.busy(self.tr("Bringing it back"))
        folder = copy.folder
        self._worker.ask(
            self,
            lambda entrance: entrance.bring_back(folder, steps),
            self._tell,
            self.show_failure,
        )

    def _is_sure(self, copy: FoundCopy) -> bool:
        question = Question(
            title=f"Bring back {copy.school} as it stood on {in_full(copy.taken_at)}?",
            sentence=self.tr(
                "A vault that stands on this laptop now is kept beside it and not deleted. What "
                "was written after the copy is in that one only."
            ),
            act=self.tr("Bring it back"),
            keep=self.tr("Keep as it is"),
        )
        return self._ask.confirm(self, question) is not None

    def _tell(self, done: BroughtBack) -> None:
        self._rest()
        words = (
            f"The records of {done.school} are back as they stood on {in_full(done.taken_at)}. "
            "Choose your name and type the code of your recovery kit; then choose a new passphrase."
        )
        if done.kept:
            words += f" What stood here before is kept in the folder “{done.kept}”."
        self.brought_back.emit(words)

    def _stop(self) -> None:
        if self._steps is not None:
            self._steps.stop()

    def _go_back(self) -> None:
        if self._steps is None:
            self.back_wanted.emit()

    def _rest(self) -> None:
        self._steps = None
        self.said.hide()
        self.progress.hide()
        self.bring.rest()

    def _say(self, words: str) -> None:
        self.said.say(words)
        self.said.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(Label(self.tr("Bring the records back"), Voice.LOCK_TITLE).wrapped())
        lead = self.tr(
            "You need the drive or stick with the copies, and your recovery kit. No passphrase is "
            "asked for yet: the copy stays sealed until your kit opens it."
        )
        column.addWidget(Label(lead, Voice.BODY, Meaning.INK2).wrapped())
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notice)
        column.addWidget(self.said)
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.bring)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Middle(column, _COLUMN))


def _words(copy: FoundCopy) -> tuple[str, str]:
    size = max(1, round(copy.size / _MEGABYTE))
    return in_full(copy.taken_at), f"{copy.school}, {size:,} MB"
