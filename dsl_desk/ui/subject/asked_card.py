"""Every key holder and whether they have answered: the same question, the same answer. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dsl_desk.domain.moments import told_in_full
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.subject_access import AskedHolder
    from dsl_desk.services.subject_requests import Standing


class AskedCard(Card):
    """A line for each key holder, a button where somebody told theirs, and one's own answer.

    Signals:
        answered(): this member has looked, and answers.
        note_wanted(str): this member told me their answer.
    """

    answered = Signal()
    note_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[str, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        told = self.tr(
            "Everybody with a key is asked every time, in the same words. An answer says that they "
            "have looked, and nothing else: nobody can read from it what they alone can open. "
            "Out of a sealed case its holder gives from the case's own page; it stands only there."
        )
        self.tick = Tick(
            self.tr(
                "I have looked through what only I can open. There is nothing to give, or I have "
                "dealt with it."
            )
        )
        self.button = Button(self.tr("Answer"))
        self.button.setObjectName("answer-for-what-i-hold")
        self.button.setEnabled(False)
        self.tick.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.answered)
        self.column.setSpacing(12)
        self.column.addWidget(Label(self.tr("Every key holder is asked"), Voice.CARD_TITLE))
        self.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.column.addLayout(self._rows)
        self.column.addWidget(self.tick)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_standing(self, standing: Standing) -> None:
        """Show who has answered; one's own answer is asked for until it is there."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.notes = {}
        for one in standing.asked:
            self._rows.addWidget(self._row(one, mine=one.member == standing.me))
        for widget in (self.tick, self.button):
            widget.setVisible(not standing.i_answered)

    def _row(self, one: AskedHolder, *, mine: bool) -> Card:
        row = Card()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(one.name, Voice.STRONG))
        line.addWidget(Label(self._answer(one), Voice.SECONDARY, Meaning.INK2).wrapped(), 1)
        if not one.answered_at and not mine:
            note = Button(self.tr("They told me their answer")).sized(Size.SMALL)
            note.clicked.connect(lambda: self.note_wanted.emit(one.member))
            self.notes[one.member] = note
            line.addWidget(note)
        row.column.setContentsMargins(12, 8, 12, 8)
        row.column.addLayout(line)
        return row

    def _answer(self, one: AskedHolder) -> str:
        if not one.answered_at:
            return self.tr("Asked, no answer yet")
        when = self.tr("Answered {time}").replace("{time}", told_in_full(one.answered_at[:16]))
        return f"{when}, written down by {one.noted_by}" if one.noted_by else when
