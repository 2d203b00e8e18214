"""Choosing the school's policy: those that came with the program, or law and guidance alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.policy.alone import ALONE_PROFILE
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.profile import Profile


class ChooseCard(Card):
    """One of several policies; law and guidance stand under all of them.

    Signals:
        chosen(Profile): this one is to be the school's own.
        file_wanted(): one that somebody wrote is to be taken from its file.
    """

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, choices: tuple[Profile, ...], *, again: bool, alone: bool) -> None:
        super().__init__()
        self._choices = (*choices, ALONE_PROFILE)
        self._is_alone = alone
        title = self.tr("Take another policy") if again else self.tr("Choose your school's policy")
        self.column.addWidget(Label(title, Voice.CARD_TITLE))
        floor = self.tr("Law and guidance are asked under each of them, and cannot be left out.")
        self.column.addWidget(Label(floor, Voice.SECONDARY, Meaning.INK2).wrapped())
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.cards = [ChoiceCard(one.title, one.source or one.counted) for one in choices]
        nothing = self.tr("Nothing is taken. You can choose a policy at any time.")
        back = self.tr("The policy is left. Records that were made under it keep it.")
        only = self.tr("Law and guidance only")
        self.cards.append(ChoiceCard(only, nothing if alone else back))
        self.cards[-1].setChecked(alone)
        for card in self.cards:
            column.addWidget(card)
            card.toggled.connect(self._show)
        self.column.addWidget(box)
        self.column.addLayout(self._buttons())
        self._show()

    def _buttons(self) -> QHBoxLayout:
        """Return the way to one that is not among them, and the act."""
        self.button = Button(self.tr("Take this policy"), Kind.PRIMARY)
        self.button.setObjectName("take-policy")
        self.button.clicked.connect(self._choose)
        self.file = Button(self.tr("Take one from a file"))
        self.file.setObjectName("policy-from-file")
        self.file.clicked.connect(self.file_wanted)
        row = QHBoxLayout()
        row.addWidget(self.file)
        row.addStretch(1)
        row.addWidget(self.button)
        return row

    def _which(self) -> Profile | None:
        pairs = zip(self._choices, self.cards, strict=True)
        return next((one for one, card in pairs if card.isChecked()), None)

    def _show(self) -> None:
        stays = self._is_alone and self.cards[-1].isChecked()
        self.button.setEnabled(self._which() is not None and not stays)

    def _choose(self) -> None:
        chosen = self._which()
        if chosen is not None:
            self.chosen.emit(chosen)
