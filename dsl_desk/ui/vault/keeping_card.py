"""The way from the vault's page to what is kept and how long."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact


class KeepingCard(Card):
    """One line, and the button that leads there.

    Signals:
        keeping_wanted(): show what is kept, and how long.
    """

    keeping_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Button(self.tr("What is kept, and how long"))
        self.look.clicked.connect(self.keeping_wanted)
        fact = Fact(
            IconView(Icon.HOURGLASS),
            self.tr("Every record has a day on which it is looked at again"),
            self.tr("Two people decide what goes. Nothing goes by itself."),
        )
        for widget in (CardHead(self.tr("Keeping")), fact, self.look):
            self.column.addWidget(widget)
