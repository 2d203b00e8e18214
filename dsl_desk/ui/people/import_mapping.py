"""Which column of a list is which answer: a guess that the first rows are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dsl_desk.domain.import_plan import ASKED_FOR
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.import_plan import Sheet

NAMES: Final = {
    "upn": "UPN",
    "surname": "Surname",
    "forename": "Forename",
    "known_as": "Known as",
    "born": "Date of birth",
    "sex": "Sex",
    "year": "Year",
    "form": "Class",
    "former_upn": "Former UPN",
    "starts": "Started",
    "ends": "Left",
}
_SHOWN: Final = 3
_NONE: Final = "Not in this list"


class ImportMapping(QWidget):
    """One line for each answer: the column it is in, and what stands there in the first rows.

    Signals:
        chosen(): another column was chosen.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picks: dict[str, Pick] = {}
        self._card = Card()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addStretch(1)

    def show_sheet(self, sheet: Sheet, mapping: Mapping[str, str]) -> None:
        """Show a list with a guess."""
        # The card is in its place before anything is put on it: a widget is dressed anew whenever
        # it, or what it stands on, gets another parent.
        card, grid = self._fresh_card(), QGridLayout()
        card.column.addLayout(grid)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        headings = ("What we keep", "Column of your list", "As it stands in the first rows")
        for at, words in enumerate(headings):
            grid.addWidget(Label(words, Voice.SECONDARY_STRONG, Meaning.INK3), 0, at)
        self.picks = {}
        for row, answer in enumerate(ASKED_FOR, 1):
            pick = Pick([_NONE, *sheet.columns], f"{NAMES[answer]}, column of your list")
            pick.setCurrentText(mapping.get(answer, _NONE))
            pick.setObjectName(f"column-{answer.replace('_', '-')}")
            example = Label(_example(sheet, pick), Voice.SECONDARY, Meaning.INK2)
            pick.currentIndexChanged.connect(
                lambda _at, pick=pick, example=example: example.say(_example(sheet, pick))
            )
            pick.activated.connect(self.chosen)
            self.picks[answer] = pick
            for at, widget in enumerate((Label(NAMES[answer], Voice.STRONG), pick, example)):
                grid.addWidget(widget, row, at)
        for at, stretch in enumerate((1, 2, 4)):
            grid.setColumnStretch(at, stretch)

    def _fresh_card(self) -> Card:
        card = Card()
        self._column.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        return card

    def mapping(self) -> dict[str, str]:
        """Return which column is which answer."""
        return {
            answer: pick.currentText()
            for answer, pick in self.picks.items()
            if pick.currentIndex() > 0
        }


def _example(sheet: Sheet, pick: Pick) -> str:
    at = pick.currentIndex() - 1
    if at < 0:
        return ""
    cells = (cells[at] if at < len(cells) else "" for _number, cells in sheet.rows[:_SHOWN])
    return " · ".join(cell[:24] or "empty" for cell in cells)
