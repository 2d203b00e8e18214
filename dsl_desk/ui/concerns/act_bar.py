"""The acts of a concern in a row: those at hand as buttons, the others behind "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from dsl_desk.ui.concerns.acts import ACTS
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from dsl_desk.ui.concerns.standing import Standing


class ActBar(QWidget):
    """Offers what can be done about a concern as it stands.

    Signals:
        wanted(str): an act was chosen, by its name.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        self.more = Button(self.tr("More"), icon=Icon.CHEVRON_DOWN).icon_last()
        self.more.clicked.connect(self._open_menu)
        self._standing: Standing | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for act in ACTS:
            if act.at_hand:
                button = self.buttons[act.name] = Button(act.words, icon=act.icon)
                button.clicked.connect(lambda _on=False, name=act.name: self.wanted.emit(name))
                row.addWidget(button)
        row.addWidget(self.more)
        row.addStretch(1)
        self.hide()

    def offer(self, standing: Standing) -> None:
        """Offer what fits a concern as it stands now."""
        self._standing = standing
        for act in ACTS:
            if act.name in self.buttons:
                self.buttons[act.name].setVisible(act.offered(standing))
        self.more.setVisible(bool(self.menu().actions()))
        self.show()

    def menu(self) -> QMenu:
        """Return the menu of those that have no button."""
        menu = QMenu(self)
        for act in ACTS:
            if self._standing and not act.at_hand and act.offered(self._standing):
                menu.addAction(act.words).triggered.connect(
                    lambda _on, name=act.name: self.wanted.emit(name)
                )
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
