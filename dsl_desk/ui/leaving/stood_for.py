"""Statements a paper makes only if somebody stands for them: a tick for each. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.services.pressing import Statement


class StoodFor(Card):
    """Nothing is ticked before somebody ticks it; what is not says that none is recorded."""

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self.ticks: dict[str, Tick] = {}
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("What was not done"), Voice.CARD_TITLE))
        self._lead = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.column.addWidget(self._lead)
        self.hide()

    def show_statements(self, statements: Sequence[Statement]) -> None:
        """Offer these; a paper without any has none to confirm."""
        self.setVisible(bool(statements))
        who = " or ".join(dict.fromkeys(name for one in statements for name in one.by))
        by = f" Only the case manager can: {who}." if who else ""
        self._lead.say(f"Confirm only what is so. What is left out reads “none recorded”.{by}")
        for one in statements:
            tick = Tick(one.words)
            self.ticks[one.code] = tick
            self.column.addWidget(tick)

    def confirmed(self) -> tuple[str, ...]:
        """Return what somebody stands for."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())
