"""Choosing another passphrase: with the old one, or without it after the kit."""

from __future__ import annotations

from typing_extensions import override

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.settings.form import Form
from dsl_desk.ui.ways_in.choose_passphrase import ChoosePassphrase


class PassphraseForm(Form):
    """The old one is asked for only where somebody must still know it."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Choose a new passphrase"),
            self.tr("It opens your keys on every account and with every key file you have now."),
            self.tr("Change passphrase"),
        )
        self.old = PassphraseLine()
        self.old.setObjectName("old-passphrase")
        self.old_field = Field(self.tr("Your passphrase until now"), self.old)
        self.choose = ChoosePassphrase()
        self.choose.submitted.connect(self.act.click)
        self.column.addWidget(self.old_field)
        self.column.addWidget(self.choose)
        self.end()
        self.needs_old = True

    def ask_old(self, *, needed: bool) -> None:
        """Ask for the old one, or not: somebody came in by their kit."""
        self.needs_old = needed
        self.old_field.setVisible(needed)
        self.leave.setVisible(needed)

    @override
    def show_faults(self) -> bool:
        self.old_field.clear_error()
        if self.needs_old and not self.old.text():
            self.old_field.show_error(self.tr("Type the passphrase you have now."))
            self.old_field.go()
            return True
        return self.choose.show_faults()

    @override
    def refuse(self, words: str) -> None:
        super().refuse(words)
        if self.needs_old:
            self.old_field.show_error(words)
            self.old_field.go()
        else:
            self.choose.refuse(words)

    @override
    def clear(self) -> None:
        super().clear()
        self.old.clear()
        self.old_field.clear_error()
        self.choose.clear()

    @override
    def go(self) -> None:
        if self.needs_old:
            self.old_field.go()
        else:
            self.choose.go()
