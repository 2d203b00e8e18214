"""A red card on the page: what happened, what to do. It stays until it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError


class FailureNotice(Card):
    """Hidden until something fails; then says both sentences, for eyes and readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.RED, parent)
        self._happened = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self._do_now = Label("").wrapped()
        self.column.setSpacing(2)
        self.column.addWidget(self._happened)
        self.column.addWidget(self._do_now)
        self.hide()

    def show_failure(self, error: DeskError) -> None:
        """Say what happened and what to do."""
        advice = advice_for(error)
        self._happened.say(advice.happened)
        self._do_now.say(advice.do_now)
        self.setAccessibleName(advice.words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, advice.words))

    def clear(self) -> None:
        """Be hidden again: it is mended, or tried once more."""
        self.hide()

    def words(self) -> str:
        """Return what is said now, or nothing."""
        return "" if self.isHidden() else self.accessibleName()
