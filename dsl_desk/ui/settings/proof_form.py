"""A form that asks for the passphrase once more before it adds a way in."""

from __future__ import annotations

from typing_extensions import override

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.settings.form import Form


class ProofForm(Form):
    """One line: the passphrase, to see that it is its owner who asks."""

    def __init__(self, title: str, lead: str, act: str) -> None:
        super().__init__(title, lead, act)
        self.passphrase = PassphraseLine()
        self.field = Field(self.tr("Your passphrase"), self.passphrase)
        self.passphrase.submitted.connect(self.act.click)
        self.column.addWidget(self.field)
        self.end()

    @override
    def show_faults(self) -> bool:
        self.field.clear_error()
        if self.passphrase.text():
            return False
        self.field.show_error(self.tr("Type your passphrase."))
        self.field.go()
        return True

    @override
    def refuse(self, words: str) -> None:
        super().refuse(words)
        self.field.show_error(words)
        self.passphrase.select_all()
        self.field.go()

    @override
    def clear(self) -> None:
        super().clear()
        self.passphrase.clear()
        self.field.clear_error()

    @override
    def go(self) -> None:
        self.field.go()
