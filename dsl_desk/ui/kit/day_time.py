"""A day and a time, typed as people say them: yesterday, 16/11, 1940."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.typed_times import day_of, time_of
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_TIME_WIDTH = 86
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class DayTime(QWidget):
    """Two lines. What cannot be read stays as it was typed, and is told when the form is finished.

    Signals:
        edited(): somebody typed.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], name: str) -> None:
        super().__init__()
        self._today = today
        self.day, self.time = Line(example="16/11"), Line(example="19:40")
        self.day.setAccessibleName(name)
        self.time.setAccessibleName(f"{name} {self.tr('Time')}")
        self.time.setFixedWidth(theme().px(_TIME_WIDTH))
        for line in (self.day, self.time):
            line.textEdited.connect(self.edited)
            line.editingFinished.connect(self._tidy)
        self.setFocusProxy(self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)

    def at(self) -> str:
        """Return 2026-11-16T19:40, the day alone, or what was typed where it cannot be read."""
        typed = f"{self.day.text()} {self.time.text()}".strip()
        if not typed:
            return ""
        day = day_of(self.day.text(), self._today())
        time = time_of(self.time.text())
        if day is None or time is None:
            return typed
        return f"{day.isoformat()}T{time}" if time else day.isoformat()

    def show_at(self, at: str) -> None:
        """Show a moment; this is not typing."""
        day, _, time = at.partition("T")
        self.day.setText(day)
        self.time.setText(time)
        self._tidy()

    def typed(self) -> str:
        """Return both lines as they stand, for a draft."""
        return f"{self.day.text()}\n{self.time.text()}"

    def bring_back(self, typed: str) -> None:
        """Show both lines as they stood."""
        day, _, time = typed.partition("\n")
        self.day.setText(day)
        self.time.setText(time)

    def _tidy(self) -> None:
        day, time = day_of(self.day.text(), self._today()), time_of(self.time.text())
        if day is not None:
            self.day.setText(f"{_SHORT_DAYS[day.weekday()]} {day:%d/%m/%Y}")
        if time:
            self.time.setText(time)
