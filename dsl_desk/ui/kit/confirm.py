"""The confirm: one question, two verbs. Escape always means the safe one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import SHADOW, Skin, paint_box, paint_shadow
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.question import Question, Yes
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

_RADIUS = 12
_PADDING = 20
_WIDTH = 434


class Confirm(QDialog):
    """Asks a question over its window and waits for one of the two verbs."""

    def __init__(self, parent: QWidget | None, question: Question) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        # The window's own title is read out of doors (taskbar, notices): no names there.
        self.setWindowTitle("DSL Desk")
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)  # Qt's own signature
        self._question = question
        self.safe = Button(question.keep)
        self.act = Button(question.act, Kind.DESTROY if question.grave else Kind.PRIMARY)
        self.reason = Line()
        self._field = Field(question.reason, self.reason) if question.reason else None
        self._lay_out()
        self.safe.clicked.connect(self.reject)
        self.act.clicked.connect(self._try_to_act)
        self.reason.returnPressed.connect(self._try_to_act)

    def answer(self) -> Yes | None:
        """Return what was chosen; None is the safe one."""
        if self.result() != QDialog.DialogCode.Accepted:
            return None
        return Yes(self.reason.text().strip())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            centre = parent.window().frameGeometry().center()
            self.move(centre - self.rect().center())
        (self.safe if self._field is None else self.reason).setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, sheet, _RADIUS)
        paint_box(painter, sheet, Skin(Meaning.SURFACE, Meaning.BUTTON_EDGE, _RADIUS))

    def _try_to_act(self) -> None:
        if self._field is not None and not self.reason.text().strip():
            self._field.show_error(self._question.lacking)
            self.reason.setFocus()
            return
        self.accept()

    def _lay_out(self) -> None:
        room = SHADOW + _PADDING
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room - 2, room, room - 4)
        column.setSpacing(0)
        column.addWidget(Label(self._question.title, Voice.CARD_TITLE).wrapped())
        column.addSpacing(4)
        sentence = Label(self._question.sentence, Voice.BODY, Meaning.INK2).wrapped()
        column.addWidget(sentence)
        column.addSpacing(10)
        if self._field is not None:
            column.addWidget(self._field)
            column.addSpacing(14)
        verbs = QHBoxLayout()
        verbs.setSpacing(9)
        verbs.addStretch()
        verbs.addWidget(self.safe)
        verbs.addWidget(self.act)
        column.addLayout(verbs)
        self.setFixedWidth(theme().px(_WIDTH) + 2 * SHADOW)
