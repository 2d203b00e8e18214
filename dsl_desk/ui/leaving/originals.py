"""Evidence that can go into the file as it was captured: only what is ticked. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.pressing import Original


class Originals(Card):
    """A tick for each piece; what is ticked shows whoever is on it."""

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self.ticks: dict[RecordId, Tick] = {}
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("Originals inside the file"), Voice.CARD_TITLE))
        said = self.tr(
            "The pages tell of evidence and show copies. An original shows everybody who is on it, "
            "and cannot be called back. Tick only what was asked for."
        )
        self.column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.field = Field(self.tr("Evidence"), inside, "", self.tr("(optional)"))
        self.column.addWidget(self.field)
        self.hide()

    def offer(self, originals: Sequence[Original]) -> None:
        """Offer these; a paper without any carries none."""
        self.setVisible(bool(originals))
        for one in originals:
            tick = self.ticks[one.record] = Tick(one.words)
            self._rows.addWidget(tick)

    def chosen(self) -> tuple[str, ...]:
        """Return what goes inside."""
        return tuple(record for record, tick in self.ticks.items() if tick.isChecked())
