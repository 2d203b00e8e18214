"""Days of one's own: the first and the last, as somebody types them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.insights import own_period
from dsl_desk.domain.reading_days import read_day
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from dsl_desk.domain.insights import Period


class OwnDays(QWidget):
    """Two days and a button; hidden until somebody chooses them.

    Signals:
        chosen(): both days are right, and make a period.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.period: Period | None = None
        self.since, self.until = Line(example="01/09/2026"), Line(example="19/11/2026")
        self.fields = (
            Field(self.tr("From"), self.since),
            Field(self.tr("Until, that day too"), self.until),
        )
        self.show_them = Button(self.tr("Show these days"))
        self.show_them.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for line, field in zip((self.since, self.until), self.fields, strict=True):
            line.returnPressed.connect(self._choose)
            line.setMaximumWidth(220)
            row.addWidget(field)
        row.addWidget(self.show_them, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.hide()

    def _choose(self) -> None:
        days = [read_day(line.text()) for line in (self.since, self.until)]
        for field, day in zip(self.fields, days, strict=True):
            field.clear_error()
            if own_period(day, day) is None:
                field.show_error(self.tr("Enter a day, for example 16/11/2026."))
        wrong = next((field for field in self.fields if field.error()), None)
        period = own_period(*days)
        if wrong is None and period is None:
            wrong = self.fields[1]
            wrong.show_error(self.tr("Enter the same day as the first, or a later one."))
        if wrong is not None or period is None:
            (wrong or self.fields[0]).go()
            return
        self.period = period
        self.chosen.emit()
