"""Links that staff declared to a child or the family: for those who may see them, hidden else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.fence import Touch
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class DeclaredLinks(Card):
    """Reads itself; nobody without a key to Declarations sees that there is anything."""

    def __init__(self, worker: Worker[Desk], person: RecordId) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.column.addWidget(Label(self.tr("Declared by staff"), Voice.CARD_TITLE))
        self.hide()
        worker.ask(self, lambda desk: desk.fence.links_to(person), self._show)

    def _show(self, touches: tuple[Touch, ...]) -> None:
        self.lines = [f"{one.in_words}. {label(one.state)}" for one in touches]
        for words in self.lines:
            self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.setVisible(bool(touches))
