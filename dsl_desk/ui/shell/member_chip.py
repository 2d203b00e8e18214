"""Who is at the desk, with the settings of this computer behind a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.avatar import initials
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.member import Member

_FACE = 28
_GAP = 9

_SCHEMES = {
    Scheme.SYSTEM: "Same as the computer",
    Scheme.LIGHT: "Light",
    Scheme.DARK: "Dark",
}
_SIZES = {
    TextSize.STANDARD: "Standard text",
    TextSize.LARGE: "Large text",
    TextSize.LARGEST: "Largest text",
}


class MemberChip(QAbstractButton):
    """Initials, name and role; a menu with how the desk looks on this computer.

    Signals:
        look_wanted(Look): another look was chosen.
        ways_in_wanted(): what opens one's keys is to be seen or changed.
        calendar_wanted(): the school's calendar is to be seen or changed.
        manual_wanted(): the manual is to be read.
    """

    look_wanted = Signal(object)
    ways_in_wanted = Signal()
    calendar_wanted = Signal()
    manual_wanted = Signal()

    def __init__(self, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("member-chip")
        self._name = member.name
        self._role = label(member.role)
        self._small = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._name}, {self._role}")
        self.setAccessibleDescription(
            self.tr("Opens your ways in, and how the desk looks on this computer")
        )
        self.clicked.connect(self._open_menu)

    def show_small(self, *, small: bool) -> None:
        """Show the initials only."""
        self._small = small
        self.setToolTip(f"{self._name}, {self._role}" if small else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._small:
            return QSize(_FACE + 4, _FACE + 8)
        name = QFontMetricsF(theme().font(Voice.SECONDARY_STRONG)).horizontalAdvance(self._name)
        role = QFontMetricsF(theme().font(Voice.SMALLEST)).horizontalAdvance(self._role)
        return QSize(int(_FACE + _GAP + max(name, role)) + 8, _FACE + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(2.5, (self.height() - _FACE) / 2 + 0.5, _FACE - 1, _FACE - 1)
        painter.setPen(QPen(theme().colour(Meaning.ACCENT_LINE), 1))
        painter.setBrush(theme().colour(Meaning.ACCENT_SOFT))
        painter.drawEllipse(face)
        painter.setFont(theme().font(Voice.SMALLEST_STRONG))
        painter.setPen(theme().colour(Meaning.ACCENT))
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, initials(self._name))
        if not self._small:
            self._paint_words(painter, _FACE + _GAP + 2)
        painter.end()

    def _paint_words(self, painter: QPainter, x: float) -> None:
        half = self.height() / 2
        painter.setFont(theme().font(Voice.SECONDARY_STRONG))
        painter.setPen(theme().colour(Meaning.INK))
        name = QRectF(x, 0, self.width() - x, half)
        painter.drawText(name, Qt.AlignmentFlag.AlignBottom, self._name)
        painter.setFont(theme().font(Voice.SMALLEST))
        painter.setPen(theme().colour(Meaning.INK3))
        role = QRectF(x, half, self.width() - x, half)
        painter.drawText(role, Qt.AlignmentFlag.AlignTop, self._role)

    def menu(self) -> QMenu:
        """Return the menu: ways in, the calendar, colours, text size, the present choice ticked."""
        menu = QMenu(self)
        menu.addAction(self.tr("Your ways in")).triggered.connect(
            lambda _on: self.ways_in_wanted.emit()
        )
        menu.addAction(self.tr("School calendar")).triggered.connect(
            lambda _on: self.calendar_wanted.emit()
        )
        menu.addAction(self.tr("Manual")).triggered.connect(lambda _on: self.manual_wanted.emit())
        look = theme().look
        for choices, now in ((_SCHEMES, look.scheme), (_SIZES, look.text)):
            group = QActionGroup(menu)
            menu.addSeparator()
            for choice, words in choices.items():
                action = menu.addAction(words)
                action.setCheckable(True)
                action.setChecked(choice is now)
                action.setActionGroup(group)
                action.triggered.connect(lambda _on, choice=choice: self._choose(choice))
        return menu

    def _choose(self, choice: Scheme | TextSize) -> None:
        look = theme().look
        if isinstance(choice, Scheme):
            self.look_wanted.emit(Look(choice, look.text))
        else:
            self.look_wanted.emit(Look(look.scheme, choice))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
