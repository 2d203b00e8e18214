"""A duty: what the policy asks, how it stands, its clause, and the one thing to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.ui.kit.cited import Cited

ICON = 18


class DutyState(Enum):
    """How a duty stands."""

    NOW = "Now"
    OVERDUE = "Overdue"
    WAITING = "Waiting"
    DONE = "Done"
    LATER = "Later"
    DOES_NOT_APPLY = "Does not apply"


@dataclass(frozen=True)
class DutyLook:
    """The icon, the colour of icon and state, and the voice and ink of the title."""

    icon: Icon
    meaning: Meaning
    voice: Voice
    ink: Meaning


LOOKS = {
    DutyState.NOW: DutyLook(Icon.CIRCLE_DOT, Meaning.ACCENT, Voice.STRONG, Meaning.INK),
    DutyState.OVERDUE: DutyLook(Icon.TRIANGLE_ALERT, Meaning.RED, Voice.STRONG, Meaning.INK),
    DutyState.WAITING: DutyLook(Icon.HOURGLASS, Meaning.BLUE, Voice.BODY, Meaning.INK),
    DutyState.DONE: DutyLook(Icon.CIRCLE_CHECK, Meaning.GREEN, Voice.BODY, Meaning.INK2),
    DutyState.LATER: DutyLook(Icon.CIRCLE_DASHED, Meaning.INK3, Voice.BODY, Meaning.INK2),
    DutyState.DOES_NOT_APPLY: DutyLook(Icon.CIRCLE_SLASH, Meaning.INK3, Voice.BODY, Meaning.INK2),
}


@dataclass(frozen=True)
class Duty:
    """What a duty item shows. `word` says the state in full, such as 'Overdue by 2 h'."""

    state: DutyState
    title: str
    word: str = ""
    sentence: str = ""
    clause: Cited | None = None
    note: str = ""
    action: str = ""

    def spoken(self) -> str:
        """Say all of it: state, title, sentence, clause, note."""
        clause = self.clause.spoken() if self.clause else ""
        said = (self.word or self.state.value, self.title, self.sentence, clause, self.note)
        return " ".join(f"{part.rstrip('.')}." for part in said if part)


class DutyItem(QFrame):
    """One duty as a row.

    Signals:
        action_wanted(): the one action of this duty was pressed
    """

    action_wanted = Signal()

    def __init__(self, duty: Duty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duty = duty
        self.setObjectName("dutyItem")
        self.setAccessibleName(duty.spoken())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(11)
        look = LOOKS[duty.state]
        icon = IconView(look.icon, look.meaning, ICON)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body(look), stretch=1)
        state = Label(duty.word or duty.state.value, Voice.SECONDARY_STRONG, look.meaning)
        row.addWidget(state, alignment=Qt.AlignmentFlag.AlignTop)

    def _body(self, look: DutyLook) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setSpacing(2)
        body.addWidget(Label(self.duty.title, look.voice, look.ink).wrapped())
        if self.duty.sentence:
            body.addWidget(Label(self.duty.sentence, Voice.SECONDARY, Meaning.INK2).wrapped())
        if self.duty.action or self.duty.clause or self.duty.note:
            body.addSpacing(4)
            body.addLayout(self._foot())
        return body

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if self.duty.action:
            button = Button(self.duty.action).sized(Size.SMALL)
            button.setObjectName("dutyAction")
            button.setAccessibleDescription(self.duty.title)
            button.clicked.connect(self.action_wanted)
            foot.addWidget(button)
        if cited := self.duty.clause:
            foot.addWidget(ClauseMark(cited.code, cited.words, cited.source))
        if self.duty.note:
            foot.addWidget(Sentence(self.duty.note, Voice.SECONDARY, Meaning.INK2))
        foot.addStretch(1)
        return foot


class DutyList(QFrame):
    """Duties under one another in a card, the most urgent first.

    Signals:
        action_wanted(int): the action of this duty, counted from 0, was pressed
    """

    action_wanted = Signal(int)

    def __init__(self, duties: Sequence[Duty], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dutyList")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.items = tuple(DutyItem(duty) for duty in duties)
        for number, item in enumerate(self.items):
            if number:
                column.addWidget(_hairline())
            item.action_wanted.connect(partial(self.action_wanted.emit, number))
            column.addWidget(item)
        if self.items:
            self.items[0].setProperty("soft", self.items[0].duty.state is DutyState.NOW)


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
