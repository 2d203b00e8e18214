"""The form of a concern: passive. It shows what it is told and says when somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem

_ROWS = 7


class ConcernForm(QWidget):
    """Who it is about, who told us, and their words.

    Signals:
        typed(): somebody typed in one of the fields.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told_at = ""
        self.about = Line()
        self.told_by = Line()
        self.words = Lines(verbatim=True, rows=_ROWS)
        self.fields = {
            "people": Field(self.tr("Who is it about?"), self.about),
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
        self._lay_out()

    def draft(self) -> ConcernDraft:
        """Return what stands in the form."""
        about = self.about.text()
        return ConcernDraft(
            people=(Involved(PersonRef(about)),) if about.strip() else (),
            told_by=Teller(self.told_by.text()),
            told_at=self.told_at,
            words=self.words.text(),
            safe_now=SafeNow.NOT_KNOWN,
        )

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SideBySide(self.fields["people"], self.fields["told_by"]))
        column.addWidget(self.fields["words"])
