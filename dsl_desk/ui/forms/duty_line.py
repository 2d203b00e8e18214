"""One duty for one of its people, how it stands, and what can be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.policy.states import MARKED, DutyState
from dsl_desk.ui.forms.asked_item import (
    ClauseMarks,
    clauses_in_words,
    clauses_of,
    words_of,
)
from dsl_desk.ui.forms.duty_words import about, state_in_words
from dsl_desk.ui.forms.mark_form import ASKED
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.duty import ICON, LOOKS
from dsl_desk.ui.kit.duty import DutyState as Looked
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.states import DutyRow

_OFFERED: Final = {
    DutyState.DONE: "Done…",
    DutyState.WAITING: "Waiting…",
    DutyState.DOES_NOT_APPLY: "Does not apply…",
}
_ABOVE: Final = 3  # the marks stand in the middle of the buttons
_BACK: Final = {DutyState.NOW: "Not done after all…"}


class DutyLine(QWidget):
    """What is asked of one recipient, its clauses, its state, and its buttons.

    Signals:
        wanted(DutyState): it is to be marked so.
    """

    wanted = Signal(object)

    def __init__(self, row: DutyRow) -> None:
        super().__init__()
        self.row = row
        self.state = state_in_words(row)
        self.buttons: dict[DutyState, Button] = {}
        words = words_of(row.asked, row.told)
        look = LOOKS[Looked[row.state.name]]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(IconView(look.icon, look.meaning, ICON), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(about(row), look.voice, look.ink).wrapped())
        column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        column.addWidget(Label(self.state, Voice.SECONDARY_STRONG, look.meaning).wrapped())
        if row.recorded:
            stands = self.tr("What it wants written down stands in the record.")
            column.addWidget(Label(stands, Voice.SECONDARY, Meaning.INK2).wrapped())
        cited = [one for one in clauses_of(row.asked) if one.code in row.told.clauses]
        foot = self._offer()
        foot.addWidget(ClauseMarks(cited, _ABOVE), 1)
        column.addLayout(foot)
        line.addLayout(column, 1)
        parts = (self.state, about(row), words, clauses_in_words(cited))
        self.setAccessibleName(told_together(*parts).rstrip("."))

    def _offer(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        marked = self.row.mark is not None and self.row.mark.state in MARKED
        for state, words in (_BACK if marked else _OFFERED).items():
            button = Button(words).sized(Size.SMALL)
            button.setAccessibleName(f"{ASKED[state][0]}: {about(self.row)}")
            button.clicked.connect(lambda _checked=False, one=state: self.wanted.emit(one))
            self.buttons[state] = button
            buttons.addWidget(button)
        return buttons
