"""The forms of this page: at most one of them is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.settings.kit_form import KitForm
from dsl_desk.ui.settings.passphrase_form import PassphraseForm
from dsl_desk.ui.settings.proof_form import ProofForm

if TYPE_CHECKING:
    from dsl_desk.ui.settings.form import Form

_WIDEST = 680
_ALL = 1000


class Forms(QWidget):
    """Opens one and closes the others; what was typed in a closed one is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase, self.kit = PassphraseForm(), KitForm()
        self.enrol = ProofForm(
            self.tr("Remember this account"),
            self.tr(
                "The keychain of this account on this computer then keeps a secret beside your "
                "passphrase, and your passphrase opens your keys here."
            ),
            self.tr("Remember this account"),
        )
        self.key_file = ProofForm(
            self.tr("Make a key file"),
            self.tr(
                "With this file on a stick your passphrase opens your keys on any computer. Keep "
                "the stick apart from the laptop."
            ),
            self.tr("Choose where to write it"),
        )
        self._all: tuple[Form, ...] = (self.passphrase, self.kit, self.enrol, self.key_file)
        self._lay_out()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether one of them is open."""
        return any(not form.isHidden() for form in self._all)

    def open(self, form: Form) -> None:
        """Open this one."""
        self.close_all()
        self.show()
        form.show()
        form.go()

    def close_all(self) -> None:
        """Close them, and forget what was typed."""
        for form in self._all:
            form.hide()
            form.clear()
        self.hide()

    def _lay_out(self) -> None:
        # Widest by the row, not by each form: words that wrap are then given the height they need.
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(middle, _ALL)
        across.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        for form in self._all:
            form.left.connect(self.close_all)
            column.addWidget(form)
            form.hide()
