"""The cells of the matrix: a member, a part with its slip, and who holds which key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.avatar import Avatar
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.manners import PressedByEnter, WarmUnderMouse
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.parts import RIGHT_LOOKS

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.rights import Right

ROW = 56
NAME_WIDTH = 196
PART_WIDTH = 116
_RING_INSIDE = 5
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def paint_cell(painter: QPainter, cell: QWidget, fill: Meaning, *, first: bool = False) -> None:
    """Paint a cell's ground, with a line above it and, but for the first column, at its left."""
    painter.fillRect(cell.rect(), theme().colour(fill))
    line = theme().colour(Meaning.LINE)
    painter.fillRect(0, 0, cell.width(), 1, line)
    if not first:
        painter.fillRect(0, 0, 1, cell.height(), line)


class Cell(PressedByEnter, WarmUnderMouse, QAbstractButton):
    """One cell: Enter, Space or a click works it, arrows step to the next.

    Signals:
        step_wanted(int, int): go so many rows and columns on.
        arrived(): the focus came here.
    """

    step_wanted = Signal(int, int)
    arrived = Signal()

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setProperty("ring_radius", 3)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 6, 8, 6)
        self.row.setSpacing(8)

    def put(self, *widgets: QWidget) -> None:
        """Lay words and icons into the cell; the cell itself takes every click."""
        for widget in widgets:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.setForegroundRole(QPalette.ColorRole.WindowText)  # a button's child has another

    @override
    def sizeHint(self) -> QSize:
        inside = self.row.sizeHint()
        return QSize(
            max(theme().px(self._width), inside.width()), max(theme().px(ROW), inside.height())
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = Meaning.ACCENT_SOFT if self.underMouse() else Meaning.SURFACE
        paint_cell(painter, self, fill, first=self.x() == 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_wanted.emit(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.arrived.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inset = _RING_INSIDE
        self.setProperty("ring_rect", QRect(self.rect()).adjusted(inset, inset, -inset, -inset))


class MemberCell(Cell):
    """Somebody: initials, name, what they are here."""

    def __init__(self, member: Member) -> None:
        super().__init__(NAME_WIDTH)
        self.member = member
        self.row.setContentsMargins(18, 6, 8, 6)
        avatar = Avatar(member.name)
        name = Label(member.name, Voice.STRONG)
        role = Label(label(member.role), Voice.SECONDARY, Meaning.INK3).wrapped()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(role)
        self.row.addWidget(avatar)
        self.row.addLayout(words, 1)
        self.put(avatar, name, role)
        self.setAccessibleName(f"{member.name}, {label(member.role)}")
        self.setAccessibleDescription(self.tr("Enter retires this member, with a reason."))


class KeyCell(Cell):
    """Whether somebody holds the key of a part, in a word."""

    def __init__(self, member: Member, part: Compartment, right: Right) -> None:
        super().__init__(PART_WIDTH)
        self.member, self.part, self.right = member, part, right
        icon, hue, word = RIGHT_LOOKS[right]
        picture = IconView(icon, hue, 15)
        ink = Meaning.INK3 if hue is Meaning.INK3 else Meaning.INK
        words = Label(word, Voice.BODY, ink)
        self.row.addWidget(picture)
        self.row.addWidget(words, 1)
        self.put(picture, words)
        self.word = word
        self.setAccessibleName(f"{member.name}, {label(part)}: {word}")
        act = self.tr("Enter gives the key.") if hue is Meaning.INK3 else ""
        self.setAccessibleDescription(act or self.tr("Enter takes the key back."))
