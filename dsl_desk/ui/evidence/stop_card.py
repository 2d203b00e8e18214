"""The stop: the question before every capture. No answer is chosen before somebody chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from dsl_desk.domain.stop import StopAnswer
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock

_TOP = Qt.AlignmentFlag.AlignTop
_ONE: Final = "Could it show a nude, semi-nude or sexual image of anyone under 18, real or made?"
_MANY: Final = (
    "Have you seen every one of these {count} files, to the end? Could any of them show a nude, "
    "semi-nude or sexual image of anyone under 18, real or made?"
)
_ALSO: Final = (
    "The same goes for an intimate image of an adult and for terrorist material: stop, and ring "
    "the police on 101 first."
)


class StopCard(Card):
    """Asks for one capture, by its number of files. After each capture it asks again.

    `at` is when it was answered.

    Signals:
        answered(StopAnswer): somebody chose.
    """

    answered = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("stop")
        self._clock = clock
        self.count = 1
        self.at = clock.now()
        self._question = Label("", Voice.CARD_TITLE).wrapped()
        self.no = ChoiceCard("No", "I know what is in it. I can capture it.")
        stop = "Stop. Do not open, copy, save, print or share it. We help you write it down."
        self.unsure = ChoiceCard("Yes, or I am not sure", stop)
        self.not_all = ChoiceCard("I have not seen every one", stop)
        self._cards = {
            self.no: StopAnswer.NO,
            self.unsure: StopAnswer.NOT_SURE,
            self.not_all: StopAnswer.NOT_ALL,
        }
        self._group = QButtonGroup(self)
        for card in self._cards:
            self._group.addButton(card)
            card.clicked.connect(self._tell)
        self.no.setObjectName("stop-no")
        self.unsure.setObjectName("stop-unsure")
        self._lay_out()
        self.ask(1)

    def ask(self, count: int) -> None:
        """Ask anew, for so many files: no answer stands."""
        self.count = count
        self._group.setExclusive(False)
        for card in self._cards:
            card.setChecked(False)
        self._group.setExclusive(True)
        self._question.say(_ONE if count == 1 else _MANY.replace("{count}", str(count)))
        self.not_all.setVisible(count > 1)
        self.setAccessibleName(self._question.words)

    def answer(self) -> StopAnswer | None:
        """Return what was answered; None as long as nobody did."""
        for card, answer in self._cards.items():
            if card.isChecked():
                return answer
        return None

    def _tell(self) -> None:
        answer = self.answer()
        if answer is not None:
            self.at = self._clock.now()
            self.answered.emit(answer)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(IconView(Icon.SHIELD_ALERT, Meaning.AMBER, 18), 0, _TOP)
        heading.addWidget(self._question, 1)
        self.column.addLayout(heading)
        self.column.addWidget(SideBySide(self.no, self.unsure, level=True))
        self.column.addWidget(self.not_all)
        self.column.addWidget(Label(_ALSO, Voice.SECONDARY, Meaning.INK2).wrapped())
