"""The accounts somebody goes by, each with what it rests on and where else it stands. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.services.identities import IdentityView


class Accounts(QWidget):
    """A card for each account.

    Signals:
        add_wanted(): write another one down.
        change_wanted(str): change what is known of this one.
    """

    add_wanted = Signal()
    change_wanted = Signal(str)

    def __init__(self, views: tuple[IdentityView, ...]) -> None:
        super().__init__()
        self.add = Button(self.tr("Add an account"), Kind.QUIET, Icon.PLUS).sized(Size.SMALL)
        self.add.setObjectName("add-account")
        self.add.clicked.connect(self.add_wanted)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Accounts online"), Voice.CARD_TITLE))
        head.addStretch(1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        for view in views:
            card, change = _card(view), self._change_of(view)
            card.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(card)
        if not views:
            words = self.tr("None is written down. Whose an account is, is only kept with a basis.")
            column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK3).wrapped())

    def _change_of(self, view: IdentityView) -> Button:
        identity = view.identity
        change = Button(self.tr("Change"), Kind.QUIET).sized(Size.SMALL)
        change.setObjectName("change-account")
        change.setAccessibleName(f"Change the account {identity.draft.handle}")
        change.clicked.connect(lambda: self.change_wanted.emit(identity.id))
        return change


def where_it_stands(count: int) -> str:
    """Say in how many concerns a handle stands."""
    if not count:
        return "This handle stands in no concern that you may open."
    many = "1 concern" if count == 1 else f"{count:,} concerns"
    return f"This handle stands in {many} that you may open."


def _card(view: IdentityView) -> Card:
    draft = view.identity.draft
    card = Card()
    card.column.setSpacing(4)
    card.column.addWidget(Label(f"{draft.handle} on {draft.platform}", Voice.STRONG).wrapped())
    seen = [
        f"first seen {day_in_words(draft.first_seen)}" if draft.first_seen else "",
        f"last seen {day_in_words(draft.last_seen)}" if draft.last_seen else "",
        f"formerly {', '.join(draft.past)}" if draft.past else "",
    ]
    told = [label(draft.sure), *(one for one in seen if one)]
    card.column.addWidget(Label(" · ".join(told), Voice.SECONDARY, Meaning.INK2).wrapped())
    card.column.addWidget(Label(f"Basis: {draft.basis}", Voice.SECONDARY, Meaning.INK2).wrapped())
    words = where_it_stands(len(view.concerns))
    card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK3).wrapped())
    return card
