"""The bottom bar: what is saved at the left, the second button and then the first at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.error_summary import ErrorSummary
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT = 60
CLEAR = 16  # how far a field that is jumped to stays off the edges
ICON = 15
_AFTER_THE_WORDS = 5  # tick, alert, saved, errors and the space behind them


@dataclass(frozen=True)
class NeedsLook:
    """An answer that needs a look: the field's label and where to type."""

    label: str
    control: QWidget


class BottomBar(QFrame):
    """Stays while the page scrolls. Errors take the place of the saved words until mended.

    Signals:
        jumped(): the error summary took the focus to its first field
    """

    jumped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setMinimumHeight(theme().px(HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 12, 28, 12)
        self._row.setSpacing(8)
        self._first: NeedsLook | None = None
        self._tick = IconView(Icon.CHECK, Meaning.GREEN, ICON)
        self._alert = IconView(Icon.CIRCLE_ALERT, Meaning.RED, ICON)
        self.saved = Sentence("", Voice.SECONDARY, Meaning.INK2)
        self.saved.setObjectName("savedWords")
        self.errors = ErrorSummary()
        self.errors.clicked.connect(self.jump)
        for widget in (self._tick, self._alert, self.saved, self.errors):
            widget.hide()
            self._row.addWidget(widget)
        self._row.addStretch(1)

    def put(self, *buttons: QWidget) -> None:
        """Put buttons at the right: the second first, the filled one last."""
        for button in buttons:
            self._row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def put_first(self, button: QWidget) -> None:
        """Put a button before those that stand at the right already."""
        self._row.insertWidget(_AFTER_THE_WORDS, button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def say_saved(self, words: str) -> None:
        """Say what is saved. Nothing is said while an error stands."""
        self.saved.say(words)
        self._show_side()

    def show_errors(self, problems: Sequence[NeedsLook]) -> None:
        """Say how many answers need a look, and link to the first."""
        self._first = problems[0] if problems else None
        if self._first:
            count = len(problems)
            lead = "1 answer needs a look" if count == 1 else f"{count} answers need a look"
            self.errors.say(f"{lead}: {self._first.label}")
        self._show_side()

    def clear_errors(self) -> None:
        """All answers are mended: say what is saved again."""
        self.show_errors(())

    def jump(self) -> None:
        """Take the focus to the first answer that needs a look, clear of the bar."""
        if self._first is None:
            return
        control = self._first.control
        _scroll_clear(control)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.jumped.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMinimumHeight(theme().px(HEIGHT))

    def _show_side(self) -> None:
        wrong = self._first is not None
        self._alert.setVisible(wrong)
        self.errors.setVisible(wrong)
        self._tick.setVisible(not wrong and bool(self.saved.words))
        self.saved.setVisible(not wrong and bool(self.saved.words))


def _scroll_clear(control: QWidget) -> None:
    """Scroll until a control, with its question and its error, stands clear of the edges."""
    field = control.parentWidget()
    whole = field if isinstance(field, Field) else control
    around = whole.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    sheet = around.widget() if isinstance(around, QScrollArea) else None
    if isinstance(around, QScrollArea) and sheet is not None:
        middle = whole.mapTo(sheet, whole.rect().center())
        around.ensureVisible(middle.x(), middle.y(), CLEAR, whole.height() // 2 + CLEAR)
