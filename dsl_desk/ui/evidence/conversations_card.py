"""The conversations made of what was captured here, and the button that begins another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.evidence.means import Means

_ABOVE: Final = 2  # the heading and the hint stay


class ConversationsCard(Card):
    """Hidden as long as there is nothing to put together.

    Signals:
        wanted(str): open this one.
        make_wanted(): put another together.
    """

    wanted = Signal(str)
    make_wanted = Signal()

    def __init__(self, means: Means, basis: RecordId) -> None:
        super().__init__()
        self._means, self._basis = means, basis
        self.buttons: list[Button] = []
        self.make = Button(self.tr("Make a conversation"), icon=Icon.MESSAGES_SQUARE)
        self.make.setObjectName("make-conversation")
        self.make.clicked.connect(self.make_wanted)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Conversations"), Voice.CARD_TITLE))
        head.addStretch(1)
        head.addWidget(self.make)
        self.column.addLayout(head)
        hint = self.tr("Screenshots of one chat, put in order, with their words beside them.")
        self.column.addWidget(Label(hint, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.hide()

    def read_again(self) -> None:
        """Ask what there is."""
        basis = self._basis
        self._means.worker.ask(
            self,
            lambda desk: (desk.conversations.under(basis), desk.conversations.offered(basis)),
            lambda read: self._show(read[0], pictures=len(read[1])),
        )

    def _show(self, found: Sequence[Conversation], *, pictures: int) -> None:
        while self.column.count() > _ABOVE:
            item = self.column.takeAt(_ABOVE)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for conversation in found:
            self.column.addWidget(self._row(conversation))
        self.setVisible(bool(found) or pictures > 0)

    def _row(self, conversation: Conversation) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        draft = conversation.draft
        said = f"{draft.title} · {len(draft.shots)} pictures"
        row.addWidget(Label(conversation.ref, Voice.STRONG))
        row.addWidget(Label(said).wrapped(), 1)
        button = Button(self.tr("Open")).sized(Size.SMALL)
        button.setAccessibleName(f"Open {conversation.ref}")
        button.clicked.connect(partial(self.wanted.emit, conversation.id))
        self.buttons.append(button)
        row.addWidget(button)
        return box
