"""Pictures and files that can go: a tick for each, and one that each was looked at. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.leaving import LOOKED_AT_EACH
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.pictures_out import Shot


class Pictures(Card):
    """What goes is ticked; what can be seen on it cannot be covered here."""

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self.ticks: dict[RecordId, Tick] = {}
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("Pictures and files"), Voice.CARD_TITLE))
        said = self.tr(
            "Names and faces on a picture or in a file are not covered by what you choose above. "
            "A copy for sharing has its own covers on it. Pictures go on the pages, files inside "
            "the locked PDF. What was set aside is not offered."
        )
        self.column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.looked_at = Tick(
            self.tr("I looked at each one that goes, and this recipient may see all that is on it.")
        )
        self.looked_at.setObjectName("looked-at-each-picture")
        self._rows.addSpacing(4)
        self.field = Field(self.tr("What goes"), inside, "", self.tr("(optional)"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.looked_at)
        self.hide()

    def offer(self, shots: Sequence[Shot]) -> None:
        """Offer these; a paper without any shows none."""
        self.setVisible(bool(shots))
        for one in shots:
            tick = self.ticks[one.record] = Tick(one.words)
            tick.setChecked(one.ticked)
            tick.toggled.connect(self._ask_again)
            self._rows.addWidget(tick)

    def chosen(self) -> tuple[str, ...]:
        """Return what goes."""
        return tuple(record for record, tick in self.ticks.items() if tick.isChecked())

    def confirmed(self) -> tuple[str, ...]:
        """Return that each was looked at, where something goes and somebody says so."""
        return (LOOKED_AT_EACH,) if self.chosen() and self.looked_at.isChecked() else ()

    def _ask_again(self) -> None:
        """Ask once more: what was looked at was what was ticked then."""
        self.looked_at.setChecked(False)
