"""Who has not answered in a round: one line each, and one key for a form with nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from dsl_desk.domain.declaration_round import Chased, RoundStands

_SHOWN: Final = 200
_NIL: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WaitingRow(QFrame):
    """Somebody who has not answered, in the order the forms were printed in.

    Signals:
        nil_wanted(): their form came back with nothing to declare.
        step_wanted(int): up or down in the list.
    """

    nil_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, one: Chased) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        self.code = one.asked.code
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if one.sealed else Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        late = ", late" if one.late else ""
        self.setAccessibleName(f"{one.asked.name}{late}. Enter: nothing to declare")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(12)
        row.addWidget(Label(one.asked.name, Voice.STRONG), 3)
        row.addWidget(Label(one.asked.role, Voice.SECONDARY, Meaning.INK2), 3)
        row.addWidget(Label(one.asked.code, Voice.SECONDARY).tabular(), 1)
        if one.sealed:
            row.addWidget(StatusChip(Status.SEALED, self.tr("Goes elsewhere")))
        elif one.late:
            row.addWidget(StatusChip(Status.OVERDUE, self.tr("Late")))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NIL and not event.isAutoRepeat():
            self.nil_wanted.emit()
        elif key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif key not in _NIL:
            super().keyPressEvent(event)


class WaitingCard(Card):
    """A stack of forms is laid beside it and gone through: Enter, or Down for the next.

    Signals:
        nil_wanted(str): the form with this code came back with nothing to declare.
    """

    nil_wanted = Signal(str)

    def __init__(self, of: RoundStands) -> None:
        super().__init__()
        self.column.setSpacing(2)
        self.column.addWidget(Label(self.tr("Not answered yet"), Voice.CARD_TITLE))
        how = self.tr("Enter on a line: their form says that there is nothing to declare.")
        told = how if of.waiting else self.tr("Everybody has answered.")
        self.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.column.addSpacing(8)
        self.rows = [WaitingRow(one) for one in of.waiting[:_SHOWN]]
        for row in self.rows:
            row.nil_wanted.connect(lambda it=row: self._nil(it))
            row.step_wanted.connect(lambda step, it=row: self._step(it, step))
            self.column.addWidget(row)
        if len(of.waiting) > _SHOWN:
            more = f"and {len(of.waiting) - _SHOWN:,} more, on the chase list"
            self.column.addWidget(Label(more, Voice.SECONDARY, Meaning.INK2))

    def chosen(self) -> str:
        """Return the code of the line the keys are in, or nothing."""
        return next((row.code for row in self.rows if row.hasFocus()), "")

    def choose(self, code: str) -> None:
        """Put the keys into the line of a code, if it waits still."""
        for row in self.rows:
            if row.code == code:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nil(self, row: WaitingRow) -> None:
        """Go on to the next before anything is written: its form lies on top of the stack now."""
        if not self._step(row, 1):
            self._step(row, -1)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.setEnabled(False)
        self.nil_wanted.emit(row.code)

    def _step(self, row: WaitingRow, step: int) -> bool:
        at = self.rows.index(row)
        beyond = self.rows[at + 1 :] if step > 0 else self.rows[:at][::-1]
        for other in beyond:
            if other.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                other.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False
