"""The rows of the list: an allegation with its clock, a low-level concern with its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.allegation_course import is_closed
from dsl_desk.domain.dates import in_row
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.low_level import LowLevel, Pattern

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Row(QFrame):
    """One line; the whole of it opens the record.

    Signals:
        opened(RecordId): it is wanted.
    """

    opened = Signal(str)

    def __init__(self, record: str, title: str, detail: str) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        self._record = record
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 8)
        self.setAccessibleName(f"{title}. {detail}")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 10, 0, 10)
        self.row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, Voice.STRONG).wrapped())
        words.addWidget(Label(detail, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.row.addLayout(words, 1)
        self.open = Button(self.tr("Open"))
        self.open.setAccessibleName(f"Open {title}")
        self.open.clicked.connect(lambda: self.opened.emit(self._record))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._record)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.opened.emit(self._record)
            return
        super().keyPressEvent(event)


class LineRow(Row):
    """An allegation: its reference, about whom, and how its clock stands."""

    def __init__(self, line: AllegationRow, now: datetime) -> None:
        draft = line.allegation.draft
        ref = line.allegation.ref or "Sealed"
        title = f"{ref} · about {draft.adult.name}"
        detail = f"Told {told_in_full(draft.told_at)} to {draft.told_to}"
        super().__init__(line.allegation.written.id, title, detail)
        for chip in _chips(line, now):
            self.row.addWidget(chip)
        self.row.addWidget(self.open)


class ConcernRow(Row):
    """A low-level concern: about whom, when, and whether it is signed."""

    def __init__(self, concern: LowLevel) -> None:
        draft = concern.draft
        title = f"{concern.ref} · about {draft.adult.name}"
        signed = f"signed by {draft.signed_by}" if draft.signed_by else "not signed yet"
        super().__init__(concern.written.id, title, f"{told_in_full(draft.at)} · {signed}")
        if draft.grew_into:
            self.row.addWidget(StatusChip(Status.CAUTION, self.tr("Grew into an allegation")))
        elif not draft.signed_by:
            self.row.addWidget(StatusChip(Status.WAITING, self.tr("Waiting to be signed")))
        self.row.addWidget(self.open)


def pattern_card(pattern: Pattern) -> Card:
    """Return what is gently said about several concerns: to be looked at, no judgement."""
    card = Card(Tone.AMBER)
    count = len(pattern.concerns)
    title = f"{count} low-level concerns about {pattern.adult.name} in twelve months"
    refs = ", ".join(one.ref for one in pattern.concerns)
    card.column.addWidget(Label(title, Voice.STRONG).wrapped())
    words = f"Look at them together: {refs}. It may be nothing; you can ask the LADO."
    card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    return card


def _chips(line: AllegationRow, now: datetime) -> list[StatusChip]:
    chips = [StatusChip(Status.SEALED)] if line.sealed else []
    stands = line.clock.stands(now)
    if is_closed(line.steps):
        chips.append(StatusChip(Status.CLOSED))
    elif stands is ClockStands.OVERDUE:
        chips.append(StatusChip(Status.OVERDUE, label(stands)))
    elif stands in (ClockStands.RUNNING, ClockStands.PAST_SHORTER):
        chips.append(StatusChip(Status.ENDS, f"Ring by {in_row(line.clock.limit)}"))
    else:
        chips.append(StatusChip(Status.IN_PROGRESS))
    return chips
