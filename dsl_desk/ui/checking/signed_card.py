"""A finding that was signed: who, when, what was looked at, what was found, what shall change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.dates import in_row
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.termly_check import Found
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.checking_a_term import Check
    from dsl_desk.domain.termly_check import Looked


class SignedCard(Card):
    """One check of a term, read only, and the way to its paper.

    Signals:
        paper_wanted(Wish): the signed check, for governors.
    """

    paper_wanted = Signal(object)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.wish = Wish(PaperSort.CHECK, check.id)
        self.lines = lines_of(check)
        self.column.setSpacing(8)
        title = f"{check.draft.term.words}: signed by {check.author}"
        self.paper = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN).sized(Size.SMALL)
        self.paper.setAccessibleDescription(title)
        self.paper.clicked.connect(lambda: self.paper_wanted.emit(self.wish))
        row = QHBoxLayout()
        row.addWidget(Label(title, Voice.CARD_TITLE).wrapped(), 1)
        row.addWidget(self.paper)
        self.column.addLayout(row)
        for words in self.lines:
            self.column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())


def lines_of(check: Check) -> tuple[str, ...]:
    """Return what a signed check says, line by line."""
    finding = check.draft.finding
    if finding is None:
        return ()
    counted = Counter(one.found for one in finding.looked if one.found)
    came = " ".join(f"{label(one)}: {counted[one]}." for one in Found if counted[one])
    until = f" (by {day_in_words(finding.change_by)})" if finding.change_by else ""
    change = f"What shall change{until}: {finding.change}" if finding.change else ""
    noted = (_noted(number, one) for number, one in enumerate(finding.looked, 1) if one.note)
    drawn = f"{len(finding.looked)} of {check.draft.of:,} entries drawn"
    said = (
        f"Signed {in_row(check.written_at)}. {drawn}. {came}",
        f"Found: {finding.found}",
        change,
        *noted,
    )
    return tuple(words for words in said if words)


def _noted(number: int, one: Looked) -> str:
    found = label(one.found) if one.found else ""
    return f"Entry {number}: {found}. {one.note}"
