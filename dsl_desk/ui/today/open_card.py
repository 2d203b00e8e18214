"""The open concerns by state; each line leads to that list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_list import Narrowing
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from dsl_desk.services.desk import Desk

_SIDES, _ICON, _TEXT, _ROW = 18, 16, 44, 40
STATES: Final = {
    ConcernState.NEW: (Icon.CIRCLE_DASHED, "New, not yet assessed"),
    ConcernState.IN_PROGRESS: (Icon.CIRCLE_DOT, "In progress"),
    ConcernState.WAITING: (Icon.HOURGLASS, "Waiting on someone else"),
}


@dataclass(frozen=True)
class OpenNow:
    """How many concerns are open: about children by state, and about adults, where one can read."""

    children: Mapping[ConcernState, int] | None
    adults: int | None

    @property
    def total(self) -> int:
        """All of them."""
        return sum((self.children or {}).values()) + (self.adults or 0)


def open_now(desk: Desk) -> OpenNow:
    """Count what is open in every part this member can read."""
    parts = desk.concerns.parts()
    each = {part: _open(desk.concerns.counts(part)) for part in parts}
    adults = each.get(Compartment.STAFF)
    return OpenNow(each.get(Compartment.CHILDREN), None if adults is None else sum(adults.values()))


def _open(counts: Mapping[ConcernState, int]) -> Mapping[ConcernState, int]:
    return {state: counts[state] for state in STATES}


class OpenCard(Card):
    """A heading with the number of all, and a line for each state.

    Signals:
        list_wanted(Narrowing): show the list of these.
    """

    list_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.total = Label("", Voice.CARD_TITLE).tabular()
        self.lines: list[CountLine] = []
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(_SIDES - 1, 12, _SIDES - 1, 12)
        row.addWidget(Label(self.tr("Open concerns"), Voice.CARD_TITLE), 1)
        row.addWidget(self.total)
        self.column.addWidget(head)
        self.hide()

    def show_open(self, now: OpenNow) -> None:
        """Show how many there are; lines stay where they are, and so does the focus."""
        self.total.say(f"{now.total:,}")
        told = [
            (icon, words, now.children[state], Narrowing(states=(state,)))
            for state, (icon, words) in STATES.items()
            if now.children is not None
        ]
        if now.adults is not None:
            about_adults = Narrowing(Compartment.STAFF)
            told.append((Icon.ID_CARD, self.tr("About adults, in Staff"), now.adults, about_adults))
        while len(self.lines) > len(told):
            line = self.lines.pop()
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(told):
            self._add_line()
        for line, (icon, words, count, narrowing) in zip(self.lines, told, strict=True):
            line.tell(icon, words, count, narrowing)
        self.setVisible(bool(told))

    def _add_line(self) -> None:
        line = CountLine()
        line.clicked.connect(lambda: self.list_wanted.emit(line.narrowing))
        self.lines.append(line)
        self.column.addWidget(line)


class CountLine(QAbstractButton):
    """One state: icon, words, how many. The whole line is the button."""

    def __init__(self) -> None:
        super().__init__()
        self.narrowing = Narrowing()
        self._icon, self.count = Icon.CIRCLE_DASHED, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, icon: Icon, words: str, count: int, narrowing: Narrowing) -> None:
        """Say how many, and which list it leads to."""
        self._icon, self.count, self.narrowing = icon, count, narrowing
        self.setText(words)
        self.setAccessibleName(f"{words}: {count:,}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colour(Meaning.LINE))
        painter.drawLine(0, 0, self.width(), 0)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), theme().colour(Meaning.INSET))
        picture = theme().icon(self._icon, Meaning.INK2, _ICON)
        painter.drawPixmap(_SIDES - 1, (self.height() - _ICON) // 2, picture)
        middle = Qt.AlignmentFlag.AlignVCenter
        words = QRectF(self.rect()).adjusted(_TEXT, 0, -_SIDES, 0)
        painter.setPen(theme().colour(Meaning.INK))
        painter.setFont(theme().font(Voice.BODY))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme().font(Voice.STRONG, tabular=True))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, f"{self.count:,}")
        painter.end()
