"""The list at the left: what waits first, then what is decided, each with its state in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.dates import day_in_row
from dsl_desk.domain.declaration import CameBy
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from dsl_desk.domain.declaration_standing import DeclarationLine

_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MARK: Final = 3
_STATUS: Final = {
    DeclarationState.ANSWERED: Status.ANSWERED,
    DeclarationState.CHANGED: Status.CAUTION,
    DeclarationState.NEW: Status.NEW,
    DeclarationState.LOOK_AGAIN: Status.ENDS,
    DeclarationState.ASKED: Status.WAITING,
    DeclarationState.TO_ACCEPT: Status.WAITING,
    DeclarationState.AGREED_WITH_CONDITIONS: Status.CLOSED,
    DeclarationState.AGREED: Status.CLOSED,
    DeclarationState.ADVISED_AGAINST: Status.CAUTION,
    DeclarationState.ESCALATED: Status.CAUTION,
    DeclarationState.NOTHING_TO_DECLARE: Status.CLOSED,
}


class MasterRow(QFrame):
    """One declaration; the whole of it opens it.

    Signals:
        opened(str): it is wanted.
        moved(int): the focus goes so many rows on.
    """

    opened = Signal(str)
    moved = Signal(int)

    def __init__(self, line: DeclarationLine) -> None:
        super().__init__()
        draft = line.declaration.draft
        self.record = line.declaration.written.id
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 4)
        about = " · ".join(part for part in (draft.role, links_in_words(line)) if part)
        self.chip = state_chip(line)
        self.setAccessibleName(f"{draft.by}. {about}. {self.chip.text()}")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(4)
        head.setSpacing(8)
        head.addWidget(Label(draft.by, Voice.STRONG).wrapped(), 1)
        when = Label(day_in_row(datetime.fromisoformat(line.at)), Voice.SECONDARY, Meaning.INK3)
        head.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Label(about, Voice.SECONDARY, Meaning.INK2).wrapped())
        column.addWidget(self.chip)

    def choose(self, *, chosen: bool) -> None:
        """Show whether it is the one at the right."""
        self.chosen = chosen
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.record)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in _OPENS:
            self.opened.emit(self.record)
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.chosen:
            painter.fillRect(rect, theme().colour(Meaning.ACCENT_SOFT))
            mark = QRectF(0, 0, _MARK, rect.height())
            painter.fillRect(mark, theme().colour(Meaning.ACCENT))
        below = QRectF(0, rect.height() - 1, rect.width(), 1)
        painter.fillRect(below, theme().colour(Meaning.LINE))


class _Sheet(QWidget):
    """What the rows lie on: white, as the side it is part of."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour(Meaning.SURFACE))


class MasterList(QScrollArea):
    """Rows under two headings; Up and Down move, Enter opens.

    Signals:
        opened(str): this declaration is wanted at the right.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MasterRow] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Declarations"))

    def show_lines(self, lines: Sequence[DeclarationLine], chosen: str) -> None:
        """Show these, one of them as chosen."""
        sheet = _Sheet()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        waiting = [line for line in lines if line.waits]
        decided = [line for line in lines if not line.waits]
        for title, some in ((self.tr("Waiting"), waiting), (self.tr("Decided"), decided)):
            if some:
                heading = Label(f"{title}, {len(some)}", Voice.SECONDARY_STRONG, Meaning.INK3)
                heading.setContentsMargins(20, 10, 20, 8)
                column.addWidget(heading)
            for line in some:
                column.addWidget(self._row(line))
        column.addStretch(1)
        self.setWidget(sheet)
        self.choose(chosen)

    def choose(self, record: str) -> None:
        """Show which one stands at the right."""
        for row in self.rows:
            row.choose(chosen=row.record == record)

    def _row(self, line: DeclarationLine) -> MasterRow:
        row = MasterRow(line)
        row.opened.connect(self.opened)
        row.moved.connect(lambda step: self._move(row, step))
        self.rows.append(row)
        return row

    def _move(self, row: MasterRow, step: int) -> None:
        at = min(max(self.rows.index(row) + step, 0), len(self.rows) - 1)
        self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.rows[at])


def state_chip(line: DeclarationLine) -> StatusChip:
    """Return how a declaration stands, in words."""
    words = label(line.state)
    draft, last = line.declaration.draft, line.last
    if line.state is DeclarationState.NEW and draft.came_by is CameBy.LOCK_SCREEN:
        words = "New, from the lock screen"
    elif line.state is DeclarationState.LOOK_AGAIN and last is not None:
        words = f"Look again since {day_in_words(last.draft.look_again_on)}"
    return StatusChip(_STATUS[line.state], words)


def links_in_words(line: DeclarationLine) -> str:
    """Return to whom the links are, in one line."""
    links = line.declaration.draft.links
    if not links:
        return "no links"
    first = links[0].in_words
    more = f" and {len(links) - 1} more" if len(links) > 1 else ""
    return f"{first[:1].lower()}{first[1:]}{more}"
