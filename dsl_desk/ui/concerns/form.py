"""The form of a concern: passive. It shows what it is told and says when somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.concern import ConcernDraft
from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.errors import Problem

_ROWS = 7
_ONE_COLUMN_BELOW = 960  # width of the window
_BESIDE, _UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ConcernForm(QWidget):
    """Who it is about, who told us, and their words.

    Signals:
        typed(): somebody typed in one of the fields.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = Line()
        self.told_by = Line()
        self.words = Lines(verbatim=True, rows=_ROWS)
        self.fields = {
            "about": Field(self.tr("Who is it about?"), self.about),
            "told_by": Field(self.tr("Who told you?"), self.told_by),
            "words": Field(
                self.tr("What was said or seen, word for word"),
                self.words,
                self.tr("Put the exact words in quotation marks. Your own view does not go here."),
            ),
        }
        for name, control in (("about", self.about), ("told-by", self.told_by)):
            control.setObjectName(f"concern-{name}")
            control.textEdited.connect(self._note)
        self.words.setObjectName("concern-words")
        self.words.textChanged.connect(self._note)
        self._who = QBoxLayout(_BESIDE)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a small window questions stand one under the other (look.md 8).
        self._who.setDirection(_BESIDE if self.window().width() >= _ONE_COLUMN_BELOW else _UNDER)
        super().resizeEvent(event)

    def draft(self) -> ConcernDraft:
        """Return what stands in the form."""
        return ConcernDraft(self.about.text(), self.told_by.text(), self.words.text())

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        self.words.blockSignals(True)
        self.about.setText(fields.get("about", ""))
        self.told_by.setText(fields.get("told_by", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.words.blockSignals(False)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        by_field = {problem.field: problem for problem in problems}
        wrong = []
        for name, field in self.fields.items():
            if name in by_field:
                field.show_error(advice_on(by_field[name]))
                wrong.append(NeedsLook(field.label, field.control))
            else:
                field.clear_error()
        return wrong

    def _note(self) -> None:
        sender = self.sender()
        for field in self.fields.values():
            if field.control is sender and field.error():
                field.clear_error()
        self.typed.emit()

    def _lay_out(self) -> None:
        self._who.setSpacing(18)
        self._who.addWidget(self.fields["about"], 1, Qt.AlignmentFlag.AlignTop)
        self._who.addWidget(self.fields["told_by"], 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._who)
        column.addWidget(self.fields["words"])
