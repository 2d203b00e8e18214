"""The second step of set-up: the first member, and their passphrase."""

from __future__ import annotations

from typing_extensions import override

from dsl_desk.domain.member import Role
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.answers import fault_of
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.ways_in.choose_passphrase import ChoosePassphrase

# Whoever begins holds every first key: neither a deputy nor a chair does by the table.
ROLES = (Role.DSL, Role.HEAD)


class YouStep(SetUpStep):
    """Name, role, passphrase."""

    words = "You and your passphrase"
    about = "Only you know it"

    def __init__(self) -> None:
        super().__init__(
            self.tr("You and your passphrase"),
            self.tr(
                "You are the first member. Your passphrase opens your keys and nobody else's. "
                "Nobody can reset it, so your kit comes two steps later."
            ),
        )
        self.name = Line()
        self.name.setObjectName("set-up-name")
        self.role = Pick([label(role) for role in ROLES])
        self.role.setObjectName("set-up-role")
        self.name_field = Field(self.tr("What is your name?"), self.name)
        self.role_field = Field(self.tr("What are you here?"), self.role)
        self.choose = ChoosePassphrase()
        self.column.addWidget(SideBySide(self.name_field, self.role_field))
        self.column.addWidget(self.choose)
        self.column.addStretch(1)
        self.choose.submitted.connect(self.submitted)

    @property
    def who(self) -> tuple[str, Role]:
        """Name and role, as answered."""
        return self.name.text().strip(), ROLES[self.role.currentIndex()]

    @override
    def note(self) -> str:
        return self.who[0]

    @override
    def show_faults(self) -> bool:
        fault = fault_of(
            self.name.text(),
            self.tr("Write your name as it should stand under what you record."),
        )
        self.name_field.show_error(fault) if fault else self.name_field.clear_error()
        if fault:
            self.name_field.go()
            return True
        return self.choose.show_faults()

    @override
    def land(self) -> None:
        if self.name.text():
            self.choose.go()
        else:
            self.name_field.go()
