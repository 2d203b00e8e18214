"""What was found in one part, each record with what is decided about it. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.subject_access import SubjectItem

_LONGEST: Final = 120
# What has a page of its own to be read on; a step is read on its concern's.
_READ_ALONE: Final = frozenset(
    {
        *("concern", "viewing", "evidence", "handed_in", "words_only", "allegation", "low_level"),
        *("declaration", "person", "conversation", "sharing_copy"),
    }
)


class ItemRow(QWidget):
    """One record: a tick, its day and kind, and how it stands.

    Signals:
        read_wanted(str, str): its kind and its record.
    """

    read_wanted = Signal(str, str)

    def __init__(self, number: int, item: SubjectItem) -> None:
        super().__init__()
        self.item = item
        kind, made = kind_in_words(item.kind), day_in_words(item.made) or item.made
        self.tick = Tick(f"{number}. {made}. {kind}: {item.what}"[:_LONGEST].rstrip(": "))
        self.state = Label(_stands(item), Voice.SECONDARY, _ink(item)).wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.tick, 3)
        row.addWidget(self.state, 2)
        self.read = Button(self.tr("Read it"), Kind.QUIET).sized(Size.SMALL)
        self.read.clicked.connect(lambda: self.read_wanted.emit(item.kind, item.record))
        row.addWidget(self.read)
        self.read.setHidden(item.kind not in _READ_ALONE)  # never shown before it has a place


class ItemsCard(Card):
    """The records of one part, and what can be done with them.

    Signals:
        decide_wanted(str, str): the part, and the records that were ticked, parted by commas.
        copy_wanted(str): what is given of this part goes out.
        schedule_wanted(str): the list of what is withheld is made.
        read_wanted(str, str): this record is read on its own page.
    """

    decide_wanted = Signal(str, str)
    copy_wanted = Signal(str)
    schedule_wanted = Signal(str)
    read_wanted = Signal(str, str)

    def __init__(self, part: Compartment, items: tuple[SubjectItem, ...]) -> None:
        super().__init__()
        self._part = part
        self.rows = [ItemRow(number, item) for number, item in enumerate(items, start=1)]
        waiting = sum(item.stands is None for item in items)
        self.column.setSpacing(10)
        title = self.tr("Found in {part}").replace("{part}", label(part))
        self.column.addWidget(Label(title, Voice.CARD_TITLE))
        told = f"{_counted(len(items))}. {_left(waiting)}"
        self.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for row in self.rows:
            row.read_wanted.connect(self.read_wanted)
            row.tick.toggled.connect(self._note)
            rows.addWidget(row)
        self.column.addLayout(rows)
        self._add_acts(items, waiting)
        self._note()

    def ticked(self) -> tuple[str, ...]:
        """Return the records that are ticked."""
        return tuple(row.item.record for row in self.rows if row.tick.isChecked())

    def tick_waiting(self) -> None:
        """Tick what is neither given nor withheld."""
        for row in self.rows:
            row.tick.setChecked(row.item.stands is None)

    def _add_acts(self, items: tuple[SubjectItem, ...], waiting: int) -> None:
        stands = {item.stands for item in items}
        self.all = Button(self.tr("Tick what is not decided"))
        self.decide = Button(self.tr("Decide about those ticked"), Kind.PRIMARY)
        self.copy = Button(self.tr("Make the copy"))
        self.schedule = Button(self.tr("Make the schedule"))
        self.all.setEnabled(bool(waiting))
        self.copy.setEnabled(not waiting and Verdict.GIVE in stands)
        self.schedule.setEnabled(not waiting and Verdict.WITHHOLD in stands)
        part = self._part.value
        self.all.clicked.connect(self.tick_waiting)
        self.decide.clicked.connect(lambda: self.decide_wanted.emit(part, ",".join(self.ticked())))
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(part))
        self.schedule.clicked.connect(lambda: self.schedule_wanted.emit(part))
        acts = QWidget()
        row = Flow(acts)
        for button in (self.all, self.decide, self.copy, self.schedule):
            row.addWidget(button)
        row.addWidget(QWidget())  # the last piece takes what is left of its line
        self.column.addWidget(acts)

    def _note(self) -> None:
        self.decide.setEnabled(bool(self.ticked()))


def _stands(item: SubjectItem) -> str:
    if item.changed_since:
        return "Changed since it was decided"
    if item.decided is None or item.decided.draft.verdict is None:
        return "Not decided"
    draft = item.decided.draft
    words = label(item.decided.draft.verdict)
    return f"{words}: {label(draft.exemption)}" if draft.exemption else words


def _ink(item: SubjectItem) -> Meaning:
    return Meaning.AMBER if item.stands is None else Meaning.INK2


def _counted(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"


def _left(waiting: int) -> str:
    if not waiting:
        return "Each is decided"
    return "1 is not decided yet" if waiting == 1 else f"{waiting:,} are not decided yet"
