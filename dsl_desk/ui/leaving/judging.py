"""Each record of a sealed case, given or withheld, as its holder decides. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.sealed_facts import GIVEN
from dsl_desk.domain.subject_access import Exemption
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.services.pressing import ItemOffered

_VERDICTS: Final = (GIVEN, *(one.value for one in Exemption))


class Judging(Card):
    """A line for each record: nothing is chosen before somebody chooses it."""

    def __init__(self) -> None:
        super().__init__()
        self.picks: dict[str, Pick] = {}
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("Given or withheld"), Voice.CARD_TITLE))
        said = self.tr(
            "Read them, then decide about each with the data protection officer. What is decided "
            "stands beside them under seal, with the entry of this copy, and nowhere else."
        )
        self.column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.field = Field(self.tr("Records under seal"), inside)
        self.column.addWidget(self.field)
        self.hide()

    def offer(self, items: Sequence[ItemOffered]) -> None:
        """Ask about these; a paper that was decided about before asks of none."""
        self.setVisible(bool(items))
        words = [self.tr("Choose"), self.tr("Given"), *(label(one) for one in Exemption)]
        for number, item in enumerate(items, start=1):
            told = f"{number}. {day_in_words(item.at[:10])}. {item.title}"
            pick = self.picks[item.record] = Pick(words)
            pick.setAccessibleName(told)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Label(told).wrapped(), 1)
            row.addWidget(pick, 1)
            self._rows.addLayout(row)

    def verdicts(self) -> dict[str, str]:
        """Return what is chosen; what is not yet stands in none."""
        chosen = ((record, pick.currentIndex()) for record, pick in self.picks.items())
        return {record: _VERDICTS[at - 1] for record, at in chosen if at > 0}
