"""The six pictures, each with its question, and what each says as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dsl_desk.domain import insights as i
from dsl_desk.ui.insights.cards import PictureCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.insights import Bar, Insight, Wait

_ABOUT = ("Children", "Account or page", "Adult")
_NOTHING = "Nothing to count in this time."


class Pictures(QWidget):
    """Three above three; as pictures, or as tables.

    Signals:
        list_wanted(str, str, str): which picture, which bar, and its words.
    """

    list_wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {
            i.WEEK: PictureCard(self.tr("Concerns each week")),
            i.PLATFORM: PictureCard(self.tr("Where it happened")),
            i.KIND: PictureCard(self.tr("What kind"), self.tr("One may count in two of them")),
            i.ACTION: PictureCard(
                self.tr("Until something was done"),
                self.tr("The first step or referral after it was told"),
            ),
            i.LADO: PictureCard(
                self.tr("Time to contact the LADO"),
                self.tr("The outer limit is one working day"),
            ),
            i.YEAR: PictureCard(self.tr("By year group"), self.tr("Of the children affected")),
        }
        self.cards[i.WEEK].explain(_ABOUT)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        for place, (name, card) in enumerate(self.cards.items()):
            grid.addWidget(card, *self._where(place))
            card.list_wanted.connect(
                lambda key, words, name=name: self.list_wanted.emit(_whose(name, key), key, words)
            )
        for column in range(6):
            grid.setColumnStretch(column, 1)

    @staticmethod
    def _where(place: int) -> tuple[int, int, int, int]:
        """Return row, column and spans: the weeks are wider than what stands beside them."""
        if place < 2:  # noqa: PLR2004  # the upper row holds two
            return (0, 0, 1, 4) if place == 0 else (0, 4, 1, 2)
        if place == 2:  # noqa: PLR2004  # the first of the lower ones
            return 1, 0, 1, 2
        return (1, 2, 1, 2) if place == 3 else (1, 4, 1, 2) if place == 5 else (2, 0, 1, 6)  # noqa: PLR2004  # as above

    def show_insight(self, insight: Insight, *, as_tables: bool) -> None:
        """Show everything of a period."""
        pictures = insight.pictures
        fours = (replace(bar, words=f"4 Cs: {bar.words.lower()}") for bar in pictures[i.FOUR_C])
        both = (*fours, *pictures[i.KIND])
        self._show(i.WEEK, pictures[i.WEEK], ("Week from", *_ABOUT), as_tables=as_tables)
        self._show(i.PLATFORM, pictures[i.PLATFORM], ("Where", "Concerns"), as_tables=as_tables)
        self._show(i.KIND, both, ("Four Cs, then kinds", "Concerns"), as_tables=as_tables)
        self._show(i.ACTION, pictures[i.ACTION], ("How soon", "Concerns"), as_tables=as_tables)
        self._show(i.YEAR, pictures[i.YEAR], ("Year group", "Concerns"), as_tables=as_tables)
        self._show_waits(insight, as_tables=as_tables)

    def _show(
        self, name: str, bars: Sequence[Bar], headings: Sequence[str], *, as_tables: bool
    ) -> None:
        card = self.cards[name]
        if not any(bar.total for bar in bars):
            card.say_nothing(_NOTHING)
        elif as_tables:
            card.tabulate(headings, [(bar.words, *map(str, bar.counts)) for bar in bars])
        elif name in (i.WEEK, i.YEAR):
            card.stand(bars, _ABOUT if name == i.WEEK else ())
        else:
            card.lie(bars)

    def _show_waits(self, insight: Insight, *, as_tables: bool) -> None:
        card, waits = self.cards[i.LADO], insight.lado
        said = [_said(wait) for wait in waits]
        if not insight.adults:
            card.say_nothing(self.tr("You hold no key to Staff, so nothing is counted here."))
        elif not waits:
            card.say_nothing(_NOTHING)
        elif as_tables:
            rows = [(wait.words, _stands(wait), wait.told) for wait in waits]
            card.tabulate(("Allegation", "How it stands", "Time"), rows)
        else:
            card.wait(waits, said)


def _whose(picture: str, key: str) -> str:
    """Return which picture a bar belongs to: the four Cs stand among the kinds."""
    fours = ("content", "contact", "conduct", "commerce")
    return i.FOUR_C if picture == i.KIND and key in fours else picture


def _stands(wait: Wait) -> str:
    if wait.reached:
        return "Reached late" if wait.late else "Reached in time"
    return "Over the limit" if wait.late else "Still to be reached"


def _said(wait: Wait) -> str:
    return f"{wait.words}: {_stands(wait)}, {wait.told}"
