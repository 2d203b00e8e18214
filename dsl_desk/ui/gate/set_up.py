"""The first time: whose desk is this, and the first member's passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.member import Role
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.gate.answers import SetUpAnswers, faults_of
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.gate.why import Why

_COLUMN = 520
_ROLES = (Role.DSL, Role.DEPUTY_DSL, Role.HEAD)


class SetUpPage(QWidget):
    """Four questions; the vault is made from the answers.

    Signals:
        vault_wanted(SetUpAnswers): make it.
    """

    vault_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.school = Line(example=self.tr("Fernhollow Primary School"))
        self.name = Line()
        self.role = Pick([label(role) for role in _ROLES])
        self.passphrase = PassphraseLine()
        self.again = PassphraseLine()
        self.fields = {
            "school": Field(self.tr("Which school is this?"), self.school),
            "name": Field(self.tr("What is your name?"), self.name),
            "role": Field(self.tr("What are you here?"), self.role),
            "passphrase": Field(
                self.tr("Choose a passphrase"),
                self.passphrase,
                self.tr("At least 15 characters. Four or five words that nobody would guess."),
            ),
            "again": Field(self.tr("Type it again"), self.again),
        }
        for name, control in (("school", self.school), ("name", self.name), ("role", self.role)):
            control.setObjectName(f"set-up-{name}")
        self.passphrase.setObjectName("set-up-passphrase")
        self.again.setObjectName("set-up-again")
        self.button = Button(self.tr("Make the vault"), Kind.PRIMARY, icon=Icon.VAULT).sized(
            Size.TALL
        )
        self.button.setObjectName("make-the-vault")
        self._answer = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self.button.clicked.connect(self._try)
        self.again.submitted.connect(self.button.click)
        self._lay_out()

    def rest(self) -> None:
        """Keep every answer: nobody should have to set up twice."""

    def show_why(self, why: Why) -> None:
        """Say nothing: before set-up there is nothing to lock."""

    def land(self) -> None:
        """Start at the first question."""
        self.fields["school"].go()

    def show_failure(self, error: DeskError) -> None:
        """Say what stopped it; every answer stays."""
        self.button.rest()
        self._answer.say(advice_for(error).words)

    def _try(self) -> None:
        answers = SetUpAnswers(
            school=self.school.text().strip(),
            name=self.name.text().strip(),
            role=_ROLES[self.role.currentIndex()],
            passphrase=self.passphrase.text(),
            again=self.again.text(),
        )
        faults = faults_of(answers)
        for name, field in self.fields.items():
            field.show_error(faults[name]) if name in faults else field.clear_error()
        if faults:
            self.fields[next(iter(faults))].go()
            return
        self._answer.say("")
        self.button.busy(self.tr("Making the vault"))
        self.vault_wanted.emit(answers)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(Label(self.tr("Set up the desk"), Voice.LOCK_TITLE))
        once = self.tr(
            "One vault on this laptop, opened by you. Nobody can reset your passphrase: "
            "write it down and keep it in the school safe."
        )
        column.addWidget(Label(once, Voice.BODY, Meaning.INK2).wrapped())
        column.addWidget(self.fields["school"])
        column.addWidget(SideBySide(self.fields["name"], self.fields["role"]))
        column.addWidget(self.fields["passphrase"])
        column.addWidget(self.fields["again"])
        column.addWidget(self._answer)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Middle(column, _COLUMN))
