"""The dark side of set-up: whose program this is, the steps, and whether one may stop here."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.gate.rail_steps import RailSteps
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.mark import Mark
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

_WIDE, _FOLDED = 330, 78
_WORDS_FROM, _NOTES_FROM, _FOOT_FROM = 960, 620, 560


class SetUpSide(QFrame):
    """Folds to its circles in a narrow window, and lets the notes go in a low one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setProperty("on_rail", True)
        self.steps = RailSteps()
        self.foot = Label("", Voice.SECONDARY, Meaning.RAIL_MUTE).wrapped()
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(Label("DSL Desk", Voice.CARD_TITLE, Meaning.RAIL_INK))
        names.addWidget(Label(self.tr("First-time set-up"), Voice.SECONDARY, Meaning.RAIL_MUTE))
        brand = QHBoxLayout()
        brand.setSpacing(10)
        brand.addWidget(Mark(34))
        brand.addWidget(self._names, 1)
        self._room = QVBoxLayout(self)
        self._room.addLayout(brand)
        self._room.addSpacing(34)
        self._room.addWidget(self.steps)
        self._room.addStretch(1)
        self._room.addWidget(self.foot)

    def fit(self, width: int, height: int) -> None:
        """Fit a window of this size."""
        words = width >= _WORDS_FROM
        self.steps.fold(words=words, notes=height >= _NOTES_FROM)
        self._names.setVisible(words)
        self.foot.setVisible(words and height >= _FOOT_FROM)
        sides = 40 if words else 22
        self._room.setContentsMargins(sides, 36, sides if words else 20, 28)
        self.setFixedWidth(_WIDE if words else _FOLDED)
