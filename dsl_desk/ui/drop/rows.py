"""A row of what was left: what it is, about whom, when, and whether anybody has opened it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.dates import in_row
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from dsl_desk.domain.left import LeftRecord

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeftRow(QFrame):
    """The whole of it opens the note. None of its words stand here.

    Signals:
        opened(RecordId): it is wanted.
    """

    opened = Signal(str)

    def __init__(self, record: LeftRecord) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        self.record = record
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 8)
        title, detail = f"{label(record.left.sort)} {record.left.code}", detail_of(record)
        self.setAccessibleName(f"{title}. {detail}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, Voice.STRONG).wrapped())
        words.addWidget(Label(detail, Voice.SECONDARY, Meaning.INK2).wrapped())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(14)
        row.addWidget(IconView(Icon.MAIL, Meaning.INK3, 18))
        row.addLayout(words, 1)
        for chip in _chips(record):
            row.addWidget(chip)
        self.open = Button(self.tr("Open"))
        self.open.setAccessibleName(f"Open {title}")
        self.open.clicked.connect(self._tell)
        row.addWidget(self.open)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._tell()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self._tell()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.opened.emit(self.record.written.id)


def detail_of(record: LeftRecord) -> str:
    """Return about whom it is and when it was left, or what became of it."""
    left = f"{label(record.left.whom.about)} · left {in_row(in_england(record.left_at))}"
    return left if record.waits else f"{left} · {label(record.draft.became).lower()}"


def _chips(record: LeftRecord) -> list[StatusChip]:
    chips = [StatusChip(Status.SEALED)] if record.sealed else []
    if record.waits and record.unopened:
        chips.append(StatusChip(Status.NEW, "Not opened yet"))
    elif record.waits:
        chips.append(StatusChip(Status.WAITING, "Not settled yet"))
    else:
        chips.append(StatusChip(Status.CLOSED, "Settled"))
    return chips
