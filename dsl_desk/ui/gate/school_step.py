"""The first step of set-up: which school this is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from dsl_desk.ui.gate.answers import fault_of
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class SchoolStep(SetUpStep):
    """One line: the name that stands on every paper.

    Signals:
        copy_wanted(): there is a vault already, and a copy of it is to be brought back.
        training_wanted(): an invented school is to be looked at first.
    """

    copy_wanted = Signal()
    training_wanted = Signal()

    words = "Your school"
    about = "Its name"

    def __init__(self) -> None:
        super().__init__(
            self.tr("Your school"),
            self.tr(
                "DSL Desk keeps one vault on this laptop for one school. Nothing you type ever "
                "leaves it by itself: the program makes no connection."
            ),
        )
        self.line = Line(example=self.tr("Fernhollow Primary School"))
        self.line.setObjectName("set-up-school")
        self.field = Field(
            self.tr("Which school is this?"),
            self.line,
            self.tr("As it should stand on the papers you print."),
        )
        self.column.addWidget(self.field)
        self.column.addSpacing(6)
        self._ask_before()
        self.column.addStretch(1)
        self.line.returnPressed.connect(self.submitted)

    def _ask_before(self) -> None:
        self.use_copy = Link(self.tr("Bring back a copy"))
        self.use_copy.setObjectName("use-copy")
        self.use_copy.clicked.connect(self.copy_wanted)
        self.look_round = Link(self.tr("Open the training vault"))
        self.look_round.clicked.connect(self.training_wanted)
        self._ask_first(
            self.tr("Does your school already have a vault?"),
            self.tr(
                "A second vault does not see what is in the first. If there is one on another "
                "laptop, bring a copy of it here, or ask one of its members to add you there."
            ),
            self.use_copy,
        )
        self._ask_first(
            self.tr("Would you like to look round first?"),
            self.tr("The training vault holds an invented school. Put no real person into it."),
            self.look_round,
        )

    def _ask_first(self, question: str, words: str, link: Link) -> None:
        card = Card(Tone.INSET)
        card.column.addWidget(Label(question, Voice.CARD_TITLE).wrapped())
        card.column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        card.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    @property
    def school(self) -> str:
        """The answer."""
        return self.line.text().strip()

    @override
    def note(self) -> str:
        return self.school

    @override
    def show_faults(self) -> bool:
        fault = fault_of(
            self.line.text(),
            self.tr("Write the school's name, for example Fernhollow Primary School."),
        )
        self.field.show_error(fault) if fault else self.field.clear_error()
        if fault:
            self.field.go()
        return bool(fault)

    @override
    def land(self) -> None:
        self.field.go()
