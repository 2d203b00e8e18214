"""The chronology on somebody's page: the file itself, newest first, one kind or everything."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.dates import at as clock_of
from dsl_desk.domain.dates import in_heading
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.moment import DayOfMoments, Moment, NewVersion
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.timeline import Timeline
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.chronology import ChronicleRow

_ICONS: Final[Mapping[ItemSort, Icon]] = {
    ItemSort.CONCERN: Icon.NOTEBOOK_PEN,
    ItemSort.CONTACT: Icon.PHONE,
    ItemSort.DECISION: Icon.SIGNATURE,
    ItemSort.ACTION: Icon.CHECK,
    ItemSort.REFERRAL: Icon.SEND,
    ItemSort.ALLEGATION: Icon.SHIELD_ALERT,
    ItemSort.DECLARATION: Icon.USERS_ROUND,
    ItemSort.FILE: Icon.NOTEBOOK_TABS,
    ItemSort.EVIDENCE: Icon.IMAGE,
    ItemSort.MISFILED: Icon.UNDO_2,
    ItemSort.RECEIVED: Icon.FILE_DOWN,
}
_DAY: Final = len("2026-11-19")
# What the chips choose by; the rarer kinds stand under everything.
CHIPS: Final = (
    *(None, ItemSort.CONCERN, ItemSort.CONTACT, ItemSort.DECISION, ItemSort.REFERRAL),
    ItemSort.EVIDENCE,
)


class ChronologyView(QWidget):
    """Chips, days, and a button for what is further back.

    Signals:
        concern_wanted(str): open the concern a line belongs to.
        evidence_wanted(str): open the decision or the evidence itself.
        allegation_wanted(str): open what is said about an adult here.
        received_wanted(str): open what came from another school.
        compare_wanted(str): show the versions of this concern beside each other.
        only_wanted(): another chip was chosen; `only` says which.
        more_wanted(): show what is further back.
    """

    concern_wanted = Signal(str)
    evidence_wanted = Signal(str)
    allegation_wanted = Signal(str)
    received_wanted = Signal(str)
    compare_wanted = Signal(str)
    only_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Chronology"))
        words = [self.tr("Everything"), *(_several(sort) for sort in CHIPS if sort)]
        self.chips = Segmented(words, self.tr("Which entries are shown"))
        self.chips.chosen.connect(self.only_wanted)
        self.timeline = Timeline()
        self.timeline.opened.connect(self._open)
        self.timeline.compare_wanted.connect(self._compare)
        self.more = Button(self.tr("Show what is further back"))
        self.more.setObjectName("further-back")
        self.more.clicked.connect(self.more_wanted)
        self.empty = EmptyState(
            Icon.NOTEBOOK_TABS,
            self.tr("Nothing stands here yet"),
            self.tr("Concerns, calls and decisions come here by themselves."),
        )
        self._concerns: dict[Moment, str] = {}
        self._evidence: dict[Moment, str] = {}
        self._allegations: dict[Moment, str] = {}
        self._received: dict[Moment, str] = {}
        self._shown: tuple[tuple[ChronicleRow, ...], int] | None = None
        self._lay_out()

    @property
    def only(self) -> ItemSort | None:
        """The one kind that is wanted, or nothing for all of them."""
        return CHIPS[self.chips.choice()]

    def show_rows(self, rows: Sequence[ChronicleRow], total: int) -> None:
        """Show these, newest first, of so many; where nothing changed, the focus stays."""
        if (shown := (tuple(rows), total)) == self._shown:
            return
        before, self._shown = self._shown, shown
        above = before[0] if before else ()
        if above and shown[0][: len(above)] == above:
            self.timeline.add_days(self._days(shown[0][len(above) :], _heading(above[-1])))
        else:
            self._concerns.clear()
            self._evidence.clear()
            self._allegations.clear()
            self._received.clear()
            self.timeline.show_days(self._days(rows))
        self.timeline.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.more.setVisible(len(rows) < total)

    def _days(self, rows: Sequence[ChronicleRow], above: str = "") -> list[DayOfMoments]:
        """Return the days of these lines; one that began above has its heading there."""
        return [
            DayOfMoments("" if heading == above else heading, tuple(map(self._moment, of_day)))
            for heading, of_day in groupby(rows, key=_heading)
        ]

    def _moment(self, row: ChronicleRow) -> Moment:
        said = row.at or row.written_at
        again = (NewVersion(row.version, "Changed.", row.reason),) if row.version > 1 else ()
        moment = Moment(
            time=clock_of(datetime.fromisoformat(said)) if len(said) > _DAY else "",
            icon=_ICONS[row.sort],
            title=row.title,
            sentence=row.line,
            author=row.author,
            chain=row.sort is not ItemSort.CONTACT,
            versions=again,
        )
        self._concerns[moment] = row.concern
        if row.sort is ItemSort.EVIDENCE:
            self._evidence[moment] = row.record
        elif row.sort in (ItemSort.ALLEGATION, ItemSort.DECLARATION):
            self._allegations[moment] = row.record
        elif row.sort is ItemSort.RECEIVED:
            self._received[moment] = row.record
        return moment

    def _open(self, moment: Moment) -> None:
        if record := self._evidence.get(moment, ""):
            self.evidence_wanted.emit(record)
        elif said := self._allegations.get(moment, ""):
            self.allegation_wanted.emit(said)
        elif came := self._received.get(moment, ""):
            self.received_wanted.emit(came)
        elif concern := self._concerns.get(moment, ""):
            self.concern_wanted.emit(concern)

    def _compare(self, moment: Moment, _version: int) -> None:
        if concern := self._concerns.get(moment, ""):
            self.compare_wanted.emit(concern)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        chips = QHBoxLayout()
        chips.addWidget(self.chips)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self.timeline)
        column.addWidget(self.empty)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.hide()
        self.more.hide()


def _heading(row: ChronicleRow) -> str:
    return in_heading(datetime.fromisoformat(row.at or row.written_at))


def _several(sort: ItemSort) -> str:
    return label(sort) if sort is ItemSort.EVIDENCE else f"{label(sort)}s"
