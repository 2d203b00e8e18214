"""What stands above every page of a training vault: that it is one."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class TrainingBar(QFrame):
    """One quiet line. It cannot be put away; where nobody is in training it is not there."""

    def __init__(self, *, shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not shown:
            self.hide()
        self.setObjectName("training-bar")
        self.words = Label(
            self.tr("Training vault: nobody in it exists. Keep real records out of it."),
            Voice.SMALLEST_STRONG,
            Meaning.PLUM,
        ).wrapped()
        self.setAccessibleName(self.words.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 5, 28, 5)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.SCHOOL, Meaning.PLUM, 16))
        row.addWidget(self.words, 1)
