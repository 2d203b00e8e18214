"""The bar under a step of set-up: Back at the left, what is left and the way on at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dsl_desk.ui.gate.step_sheet import NARROW
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.ui.kit.label import Label


class SetUpBar(QFrame):
    """Stays while the step scrolls. A grey button never stands without its sentence.

    Signals:
        back_wanted(): the step before.
        on_wanted(): the next step.
    """

    back_wanted = Signal()
    on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.back = Button(self.tr("Back"), icon=Icon.ARROW_LEFT)
        self.back.setObjectName("set-up-back")
        self.go_on = Button("", Kind.PRIMARY)
        self.go_on.setObjectName("set-up-on")
        self.left: Label = Sentence("", Voice.SECONDARY, Meaning.INK2)
        self.back.clicked.connect(self.back_wanted)
        self.go_on.clicked.connect(self.on_wanted)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.left)
        row.addWidget(self.go_on)

    def fit(self, width: int) -> None:
        """Begin where the step above begins in a page of this width."""
        left, right = (64, 56) if width >= NARROW else (28, 20)
        self._row.setContentsMargins(left, 14, right, 14)

    def show_way(self, words: str, *, back: bool) -> None:
        """Show what the button that goes on is called, and whether there is a way back."""
        self.go_on.setText(words)
        self.go_on.updateGeometry()
        self.back.setVisible(back)

    def show_left(self, words: str) -> None:
        """Say what is left to do; the button is grey until nothing is."""
        self.left.say(words)
        self.left.setVisible(bool(words))
        self.go_on.setEnabled(not words)
