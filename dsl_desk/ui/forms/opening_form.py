"""A short form that opens on a page: fields under one another, and one act."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import Problem
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.field import Field

    Saving = Callable[[Desk], Changed[object]]


class OpeningForm(Card):
    """Closed until it is wanted; what was typed stays when it is closed again.

    Signals:
        finished(): its button was pressed.
    """

    finished = Signal()

    def __init__(self, title: str, act: str, advice: Callable[[Problem], str]) -> None:
        super().__init__()
        self._advice = advice
        self.setAccessibleName(title)
        self._fields: Mapping[str, Field] = {}
        self.button = Button(act, Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.not_now = Button(self.tr("Not now"))
        self.button.clicked.connect(self.finished)
        self.not_now.clicked.connect(self.hide)
        self.column.setSpacing(14)
        self.column.addWidget(Label(title, Voice.CARD_TITLE))
        self.hide()

    def put(self, fields: Mapping[str, Field], *rows: Sequence[str]) -> None:
        """Lay the fields out, row by row, and the buttons under them."""
        self._fields = fields
        for row in rows:
            several = SideBySide(*(fields[name] for name in row))
            self.column.addWidget(several if len(row) > 1 else fields[row[0]])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.not_now)
        buttons.addWidget(self.button)
        self.column.addLayout(buttons)

    @abstractmethod
    def begin_anew(self) -> None:
        """Empty it, once it was saved."""

    def open(self) -> None:
        """Show it and give its first field the focus."""
        self.show()
        self._first().go()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, and go to the first."""
        codes = {problem.field: problem for problem in problems}
        wrong: list[QWidget] = []
        for name, field in self._fields.items():
            if name in codes:
                field.show_error(self._advice(codes[name]))
                wrong.append(field)
            else:
                field.clear_error()
        for field in self._fields.values():
            if field in wrong[:1]:
                field.go()

    def _first(self) -> Field:
        return next(iter(self._fields.values()))
