"""The way from the vault's page to taking out everything a member may open."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact


class OutCard(Card):
    """One line, and the button that leads there.

    Signals:
        everything_wanted(): take out all that this member may open, for a machine.
    """

    everything_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.out = Button(self.tr("Take everything out"))
        self.out.setObjectName("take-everything-out")
        self.out.clicked.connect(self.everything_wanted)
        fact = Fact(
            IconView(Icon.FILE_LOCK),
            self.tr("All records you may open, for another system"),
            self.tr("One locked file. Every other member is told."),
        )
        for widget in (CardHead(self.tr("For another system")), fact, self.out):
            self.column.addWidget(widget)
