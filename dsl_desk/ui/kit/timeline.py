"""A chronology: days with a rule, and under each what happened, joined by a line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.timeline_item import TimelineItem
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from dsl_desk.ui.kit.moment import DayOfMoments, Moment

_AT_ONCE = 10  # about twenty milliseconds; the rest follows with the next turns of the loop


@dataclass(frozen=True)
class _Piece:
    """A moment as it stands in its day: the first has the heading, the last no line below."""

    moment: Moment
    heading: str
    joined: bool


class DayHeading(QWidget):
    """A day's date, and a rule to the right edge."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("dayHeading")
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 6)
        row.setSpacing(12)
        row.addWidget(Label(words, Voice.SECONDARY_STRONG, Meaning.INK))
        rule = QFrame()
        rule.setObjectName("hairline")
        rule.setFixedHeight(1)
        row.addWidget(rule, stretch=1)


class Timeline(QWidget):
    """Days of moments under one another. Up and Down move, Home and End jump, Enter opens.

    Signals:
        opened(Moment): a moment is to be opened
        compare_wanted(Moment, int): a version of it is to be shown beside the one before
    """

    opened = Signal(object)
    compare_wanted = Signal(object, int)

    def __init__(self, days: Sequence[DayOfMoments] = ()) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.items: tuple[TimelineItem, ...] = ()
        self._waiting: list[_Piece] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._put_some)
        self.show_days(days)

    def show_days(self, days: Sequence[DayOfMoments]) -> None:
        """Show these days in the place of those shown."""
        while (item := self._column.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._column.addStretch(1)
        self.items = ()
        self._waiting = list(_pieces(days))
        self._put_some()

    def add_days(self, days: Sequence[DayOfMoments]) -> None:
        """Show these days below those shown; a first one without a heading goes on above it."""
        while self._waiting:
            self._put_some()
        if days and not days[0].heading and self.items:
            self.items[-1].joined = True
            self.items[-1].update()
        self._waiting = list(_pieces(days))
        self._put_some()

    def _put_some(self) -> None:
        """Put the next moments on a sheet of their own, which is then shown as a whole.

        One by one, each would be shown for itself, and all that stand there measured anew: a
        hundred took a second, and four hundred twenty.
        """
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if not some:
            return
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for piece in some:
            if piece.heading:
                column.addWidget(DayHeading(piece.heading))
            item = self._item(piece)
            column.addWidget(item)
            self.items += (item,)
        self._column.insertWidget(self._column.count() - 1, sheet)
        if self._waiting:
            self._next.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End:
            while self._waiting:
                self._put_some()
        at = next((n for n, item in enumerate(self.items) if item.hasFocus()), None)
        goal = None if at is None else _goal(at, len(self.items), Qt.Key(event.key()))
        if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.items[at].opened.emit()
        elif goal is not None:
            self.items[goal].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _item(self, piece: _Piece) -> TimelineItem:
        moment = piece.moment
        item = TimelineItem(moment, joined=piece.joined)
        item.opened.connect(partial(self.opened.emit, moment))
        item.compare_wanted.connect(partial(self.compare_wanted.emit, moment))
        return item


def _pieces(days: Sequence[DayOfMoments]) -> Iterator[_Piece]:
    for day in days:
        last = len(day.moments)
        for number, moment in enumerate(day.moments, 1):
            yield _Piece(moment, day.heading if number == 1 else "", joined=number < last)


def _goal(at: int, count: int, key: Qt.Key) -> int | None:
    """Return the number of the item that a key leads to."""
    goals = {
        Qt.Key.Key_Up: max(at - 1, 0),
        Qt.Key.Key_Down: min(at + 1, count - 1),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
    }
    return goals.get(key)
