"""On the entry of a leaver: how the file stands, both time limits, and making the parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.dates import in_full, in_full_day
from dsl_desk.domain.registers.transfers import KEPT
from dsl_desk.domain.school_calendar import RetainedCopy
from dsl_desk.domain.transfer import NEW_TERM, TransferState
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import date

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.transfers import TransferView
    from dsl_desk.ui.work.worker import Worker

_UNSENT = (TransferState.NOT_MADE, TransferState.MADE)


class TransferCard(Card):
    """Reads itself, since the state is asked of the copies that were made.

    Signals:
        make_wanted(): make the locked PDF and the parcel.
    """

    make_wanted = Signal()

    def __init__(self, worker: Worker[Desk], record: RecordId) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.make = Button(self.tr("Make the parcel"), Kind.PRIMARY)
        self.make.setObjectName("make-parcel")
        self.make.clicked.connect(self.make_wanted)
        self.state = Label("", Voice.CARD_TITLE).wrapped()
        above = QHBoxLayout()
        above.addWidget(self.state, 1)
        above.addWidget(self.make)
        self.column.addLayout(above)
        self.hide()
        worker.ask(self, lambda desk: desk.transfers.view(record), self._show)

    def _show(self, view: TransferView) -> None:
        late = self.tr("late") if view.late else ""
        self.state.say(", ".join(one for one in (label(view.state), late) if one))
        timing = view.entry.draft.said("timing")
        limits = view.limits
        self._say(_limit("In the school year", limits.in_year, counts=timing != NEW_TERM))
        self._say(_limit("At the start of a term", limits.new_term, counts=timing == NEW_TERM))
        for copy in view.made:
            self._say(f"A parcel was made on {in_full(copy.made_at)}.")
        if view.state is TransferState.ACKNOWLEDGED:
            self._say(_our_copy(view))
        self.make.setVisible(view.state in _UNSENT)
        self.show()

    def _say(self, words: str) -> None:
        self.lines.append(words)
        self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())


class ParcelCard(Card):
    """On the entry of a new starter: the way to a parcel that came. Passive."""

    def __init__(self, *, child: bool) -> None:
        super().__init__()
        self.take_in = Button(self.tr("Take in a parcel"))
        self.take_in.setObjectName("take-in-parcel")
        self.take_in.setEnabled(child)
        words = self.tr("A file ending in .parcel, made by the DSL Desk of the school before.")
        if not child:
            words = self.tr("Choose the child from the list first: a parcel needs a record.")
        row = QHBoxLayout()
        row.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped(), 1)
        row.addWidget(self.take_in)
        self.column.addLayout(row)


def _limit(when: str, day: date | None, *, counts: bool) -> str:
    by = in_full_day(day) if day else "not known without a first day there"
    return f"{when}: {by}{'. This one counts' if counts else ''}."


def _our_copy(view: TransferView) -> str:
    retained = view.entry.draft.said("retained")
    if not retained and view.retained is RetainedCopy.ASK:
        return "Say what becomes of our own copy: your school decides it each time."
    if retained == KEPT:
        return "Our own copy is kept until its day."
    return "Our own copy can go: propose it in Keeping, where a second person agrees."
