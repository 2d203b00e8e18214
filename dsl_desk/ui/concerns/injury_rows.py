"""Injuries in words on a body map: a place is pointed at or named, and gets its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.domain.concern_parts import Injury
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.rows import Rows
from dsl_desk.ui.kit.body_map import BodyMap
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = tuple(BodyPlace)


class InjuryRow(QWidget):
    """A place on the body, and what was seen there."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Pick([label(place) for place in _PLACES], self.tr("Where on the body"))
        self.words = Line(example=self.tr("What was seen there, in words"))
        self.words.setAccessibleName(self.tr("What was seen there"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.words, 2)

    def chosen(self) -> BodyPlace:
        """Return the place."""
        return _PLACES[self.place.currentIndex()]

    def choose(self, place: BodyPlace) -> None:
        """Choose a place."""
        self.place.setCurrentIndex(_PLACES.index(place))


class InjuryRows(Rows):
    """The map, and a line for each place; never a picture of a child."""

    def __init__(self) -> None:
        super().__init__("Add an injury")
        self.rows: list[InjuryRow] = []
        self.map = BodyMap()
        self.map.hide()
        self.map.chosen.connect(self._go_to)
        self.put_above(self.map)
        self.more.clicked.connect(self._add_and_go)
        self.edited.connect(self._mark)

    def add(self) -> InjuryRow:
        """Add an empty row, and return it."""
        self.map.show()
        row = InjuryRow()
        row.place.activated.connect(self.edited)
        row.words.textEdited.connect(self.edited)
        self.rows.append(row)
        self.put(row)
        return row

    def answer(self) -> tuple[Injury, ...]:
        """Return the rows in which something is said."""
        return tuple(
            Injury(row.chosen(), row.words.text()) for row in self.rows if row.words.text().strip()
        )

    def show_answer(self, injuries: Sequence[Injury]) -> None:
        """Show these and no others."""
        self.drop(self.rows)
        self.rows = []
        self.map.setVisible(bool(injuries))
        for injury in injuries:
            row = self.add()
            row.choose(injury.place)
            row.words.setText(injury.words)
        self._mark()

    def _add_and_go(self) -> None:
        self.add().place.setFocus()

    def _go_to(self, place: BodyPlace) -> None:
        """Go to the line of a place: its own, an empty one, or a new one."""
        its_own = [row for row in self.rows if row.chosen() is place and row.words.text().strip()]
        empty = [row for row in self.rows if not row.words.text().strip()]
        row = next(iter((*its_own, *empty)), None) or self.add()
        row.choose(place)
        row.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()

    def _mark(self) -> None:
        self.map.mark({injury.place for injury in self.answer()})
