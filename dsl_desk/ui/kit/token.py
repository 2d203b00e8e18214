"""A token: somebody chosen, as one piece in a line, with a menu of what they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.avatar import initials
from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_HEIGHT: Final = 26
_CIRCLE: Final = 20
_SIDE: Final = 6
_CROSS: Final = 14


@dataclass(frozen=True)
class Chosen:
    """Somebody in a field: the name, the id of their record, and which of the roles they have."""

    name: str = field(repr=False)
    key: str = ""
    role: int = 0


class Token(QAbstractButton):
    """Space or a press opens its menu; Delete takes it out.

    Signals:
        changed(): another role was chosen.
        removed(): it is to be taken out.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, chosen: Chosen, roles: Sequence[str]) -> None:
        super().__init__()
        self.chosen = chosen
        self._roles = roles
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 5)
        self.clicked.connect(self.open_menu)
        self._say()

    def menu(self) -> QMenu:
        """Return its menu: the roles, and taking it out."""
        menu = QMenu(self)
        for number, words in enumerate(self._roles):
            action = QAction(words, menu, checkable=True, checked=number == self.chosen.role)
            action.triggered.connect(lambda _on=False, number=number: self.choose(number))
            menu.addAction(action)
        if self._roles:
            menu.addSeparator()
        menu.addAction(self.tr("Take out")).triggered.connect(self.removed)
        return menu

    def open_menu(self) -> None:
        """Open the menu under the token."""
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def choose(self, role: int) -> None:
        """Give another role."""
        self.chosen = Chosen(self.chosen.name, self.chosen.key, role)
        self._say()
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Down) and not event.modifiers():
            self.open_menu()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme().font(Voice.SECONDARY_STRONG)).horizontalAdvance(self.text())
        around = theme().px(_CIRCLE) + theme().px(_CROSS) + 4 * _SIDE
        return QSize(round(words + around), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), Skin(Meaning.ACCENT_SOFT, Meaning.ACCENT_LINE, 5))
        side, cross = theme().px(_CIRCLE), theme().px(_CROSS)
        circle = QRectF(_SIDE - 2, (self.height() - side) / 2, side, side)
        paint_box(painter, circle, Skin(Meaning.SURFACE, Meaning.ACCENT_LINE, side / 2))
        small = theme().font(Voice.SMALLEST_STRONG)
        small.setPixelSize(round(side * 0.42))
        painter.setFont(small)
        painter.setPen(theme().colour(Meaning.ACCENT))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(self.chosen.name))
        font = theme().font(Voice.SECONDARY_STRONG)
        painter.setFont(font)
        room = QRectF(circle.right() + _SIDE, 0, self.width(), self.height())
        room.setRight(self.width() - cross - 2 * _SIDE)
        kept = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, kept)
        more = theme().icon(Icon.CHEVRON_DOWN, Meaning.ACCENT, cross)
        painter.drawPixmap(self.width() - cross - _SIDE, (self.height() - cross) // 2, more)

    def _say(self) -> None:
        role = self._roles[self.chosen.role] if self._roles else ""
        shown = f"{self.chosen.name} · {role[:1].lower()}{role[1:]}" if role else self.chosen.name
        self.setText(shown)
        self.setAccessibleName(shown)
        self.setAccessibleDescription(self.tr("Press for more. Delete takes it out."))
        self.updateGeometry()
        self.update()
