"""A chronology: days with a rule, and under each what happened, joined by a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.timeline_item import TimelineItem
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from dsl_desk.ui.kit.moment import DayOfMoments, Moment


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
        self.items: tuple[TimelineItem, ...] = ()
        self.show_days(days)

    def show_days(self, days: Sequence[DayOfMoments]) -> None:
        """Show these days in the place of those shown."""
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        items: list[TimelineItem] = []
        for day in days:
            if day.heading:
                self._column.addWidget(DayHeading(day.heading))
            for number, moment in enumerate(day.moments, 1):
                items.append(self._item(moment, joined=number < len(day.moments)))
        self._column.addStretch(1)
        self.items = tuple(items)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, item in enumerate(self.items) if item.hasFocus()), None)
        goal = None if at is None else _goal(at, len(self.items), Qt.Key(event.key()))
        if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.items[at].opened.emit()
        elif goal is not None:
            self.items[goal].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _item(self, moment: Moment, *, joined: bool) -> TimelineItem:
        item = TimelineItem(moment, joined=joined)
        item.opened.connect(partial(self.opened.emit, moment))
        item.compare_wanted.connect(partial(self.compare_wanted.emit, moment))
        self._column.addWidget(item)
        return item


def _goal(at: int, count: int, key: Qt.Key) -> int | None:
    """Return the number of the item that a key leads to."""
    goals = {
        Qt.Key.Key_Up: max(at - 1, 0),
        Qt.Key.Key_Down: min(at + 1, count - 1),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
    }
    return goals.get(key)
