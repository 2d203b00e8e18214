"""What an import would do, row by row, with the doubts a person has to settle. Passive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.told import place_of
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import RIGHT, Column
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.people.import_mapping import NAMES
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.import_plan import Doubt, ImportPlan, Planned, Refused
    from dsl_desk.domain.person import PersonDraft

_ROWS: Final = 50
MOST_ASKED: Final = 25  # more cards at once would hold the window up
_DAYS: Final = ("born", "starts", "ends")
_LATER, _SAME = 0, 1


@dataclass(frozen=True)
class DryRow:
    """One row of the list, and what becomes of it."""

    number: int
    name: str
    what: str


COLUMNS: Final[tuple[Column[DryRow], ...]] = (
    Column("Row", lambda row: f"{row.number:,}" if row.number else "", align=RIGHT, width=64),
    Column("Name", lambda row: row.name, voice=Voice.STRONG, width=220),
    Column("What would happen", lambda row: row.what, width=560),
)


class DryRun(QWidget):
    """Five heaps, one shown at a time.

    Signals:
        settled(): a doubt was answered, or leavers were ticked.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heaps: Segmented | None = None
        self.table: PagedTable[DryRow] = PagedTable(COLUMNS, self.tr("What would happen"))
        self.table.page_wanted.connect(self._show_rows)
        self.leavers = Tick("")
        self.leavers.setObjectName("leavers")
        self.leavers.toggled.connect(self.settled)
        self.answers: dict[int, Segmented] = {}
        # What each heap holds, and how one of it is told: only a page of it at a time.
        self._rows: tuple[tuple[tuple[Any, ...], Callable[[Any], DryRow]], ...] = ()
        self._asking = QScrollArea()
        self._asking.setWidgetResizable(True)
        self._asking.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._above = QHBoxLayout()
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._above)
        column.addWidget(self.leavers, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._stack, 1)
        for widget in (self.table, self._asking):
            self._stack.addWidget(widget)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would happen; the heap that needs a person is in front."""
        self._rows = (
            (plan.new, _new),
            (plan.changed, _changed),
            (plan.left, _left),
            (plan.refused, _refused),
        )
        count = len(plan.left)
        who = "the pupil who is" if count == 1 else f"the {count:,} pupils who are"
        self.leavers.setText(f"Also write down today that {who} not in this list left")
        self.leavers.setChecked(False)
        self._ask(plan.doubts)
        self._offer_heaps(plan)
        self._show_rows(0)

    def _offer_heaps(self, plan: ImportPlan) -> None:
        words = ("New", "Changed", "Not in the list", "Refused")
        heaps = [f"{word} {len(rows):,}" for word, (rows, _) in zip(words, self._rows, strict=True)]
        shown = Segmented([*heaps, f"To ask {len(plan.doubts):,}"], self.tr("What would happen"))
        if self.heaps is not None:
            self._above.removeWidget(self.heaps)
            self.heaps.hide()
            self.heaps.deleteLater()
        while self._above.count():
            self._above.takeAt(0)
        self.heaps = shown
        self._above.addWidget(shown)
        self._above.addStretch(1)
        shown.chosen.connect(lambda _heap: self._show_rows(0))
        filled = [bool(rows) for rows, _tell in self._rows]
        first = filled.index(True) if any(filled) else 0
        shown.choose(len(heaps) if plan.doubts else first)

    def settled_as(self) -> dict[int, bool]:
        """Return the answers: whether the row is the person it is like."""
        return {
            number: asked.choice() == _SAME
            for number, asked in self.answers.items()
            if asked.choice() != _LATER
        }

    def _show_rows(self, page: int) -> None:
        heap = self.heaps.choice() if self.heaps is not None else 0
        asking = heap == len(self._rows)
        self._stack.setCurrentWidget(self._asking if asking else self.table)
        self.leavers.setVisible(heap == 2 and bool(self._rows[2][0]))  # noqa: PLR2004 those not in it
        if not asking:
            rows, tell = self._rows[heap]
            some = rows[page * _ROWS : (page + 1) * _ROWS]
            self.table.show_page([tell(one) for one in some], Pages(len(rows), page, _ROWS))

    def _ask(self, doubts: tuple[Doubt, ...]) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        self.answers = {}
        for doubt in doubts[:MOST_ASKED]:
            card = Card()
            planned, like = doubt.planned, doubt.like
            ours = _told(like.draft)
            words = f"Row {planned.number:,} says {_told(planned.draft)}. You have {ours}."
            card.column.addWidget(Label(words).wrapped())
            answer = Segmented(
                ("Decide later", "The same person", "Somebody else"),
                f"Row {planned.number:,}, {planned.draft.name}",
                ticked=True,
            )
            answer.chosen.connect(lambda _at: self.settled.emit())
            card.column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(card)
            self.answers[planned.number] = answer
        if len(doubts) > MOST_ASKED:
            words = f"These are the first {MOST_ASKED}. Import the list again for the others."
            column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        if not doubts:
            words = self.tr("Nothing to ask: every row is surely somebody new or somebody known.")
            column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        column.addStretch(1)
        self._asking.setWidget(sheet)


def _new(planned: Planned) -> DryRow:
    draft = planned.draft
    born = f", born {day_in_words(draft.born)}" if draft.born else ""
    return DryRow(planned.number, draft.name, f"Added: {place_of(draft)}{born}")


def _changed(planned: Planned) -> DryRow:
    there, draft = planned.was, planned.draft
    changes = [
        f"{NAMES[name]} {_value(there.draft, name)} → {_value(draft, name)}"
        for name in planned.fields
        if there is not None
    ]
    return DryRow(planned.number, draft.name, ", ".join(changes))


def _left(planned: Planned) -> DryRow:
    return DryRow(0, planned.draft.name, f"Stays as they are: {place_of(planned.draft)}")


def _refused(refused: Refused) -> DryRow:
    where = f"{refused.column}: " if refused.column else ""
    return DryRow(refused.number, refused.name, f"{where}{label(refused.why)}")


def _value(draft: PersonDraft, name: str) -> str:
    words = str(getattr(draft, name))
    return (day_in_words(words) if name in _DAYS else words) or "nothing"


def _told(draft: PersonDraft) -> str:
    born = f"born {day_in_words(draft.born)}" if draft.born else ""
    told = [draft.legal_name, born, f"UPN {draft.upn}" if draft.upn else "no UPN"]
    return ", ".join(one for one in told if one)
