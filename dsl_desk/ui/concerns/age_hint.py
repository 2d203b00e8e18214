"""A hint beside the platform: who of these children is too young for it. Never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.platforms import TooYoung
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_SIDE = 16


class AgeHint(QWidget):
    """Asks the desk when the people or the platform of a draft are others than before."""

    def __init__(self, worker: Worker[Desk]) -> None:
        super().__init__()
        self._worker = worker
        self._asked: tuple[tuple[str, ...], str] = ((), "")
        self.words = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.INFO, Meaning.AMBER, _SIDE))
        row.addWidget(self.words, 1)
        self.hide()

    def follow(self, draft: ConcernDraft) -> None:
        """Say who is too young, once the desk has answered."""
        people = tuple(one.who.person for one in draft.people if one.who.person)
        asked = (people, draft.online.platform.strip())
        if asked == self._asked:
            return
        self._asked = asked
        self._worker.ask(
            self,
            lambda desk: desk.platforms.too_young(*asked),
            lambda told: self._show(asked, told),
            self._say_nothing,
        )

    def _show(self, asked: tuple[tuple[str, ...], str], told: tuple[TooYoung, ...]) -> None:
        if asked == self._asked:
            self.words.say(" ".join(one.words for one in told))
            self.setVisible(bool(told))

    def _say_nothing(self, _error: DeskError) -> None:
        self.hide()
