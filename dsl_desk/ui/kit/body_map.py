"""The body map: a front and a back to point at, so that a place gets its name and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.domain.body_map import HEIGHT, REGIONS, WIDTH
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from dsl_desk.domain.body_map import Region
    from dsl_desk.domain.concern_choices import BodyPlace

_SCALE = 1.3
_BETWEEN = 18.0
_ABOVE = 22.0
_BELOW = 26.0
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ASIDE = 3.0  # how much farther something seems that does not lie straight ahead
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class BodyMap(QWidget):
    """Two figures. Arrows go from place to place, Enter or a click chooses one.

    Signals:
        chosen(BodyPlace): something is to be written about this place.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.marked: frozenset[BodyPlace] = frozenset()
        self.at = REGIONS[0]
        self._under_mouse: Region | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Body map"))
        self._say()

    def mark(self, places: Collection[BodyPlace]) -> None:
        """Mark the places about which something is written."""
        self.marked = frozenset(places)
        self._say()
        self.update()

    def box_of(self, region: Region) -> QRectF:
        """Return where a place is drawn."""
        px, shape = theme().px(100) / 100 * _SCALE, region.shape
        left = (WIDTH * px + _BETWEEN) if region.back else 0.0
        return QRectF(
            left + shape.x * px, _ABOVE + shape.y * px, shape.width * px, shape.height * px
        )

    @override
    def sizeHint(self) -> QSize:
        px = theme().px(100) / 100 * _SCALE
        return QSize(round(2 * WIDTH * px + _BETWEEN), round(_ABOVE + HEIGHT * px + _BELOW))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.at = self._next(*_STEPS[Qt.Key(event.key())])
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.at.place)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        region = self._region_at(event.position())
        if region is not None:
            self.at = region
            self._say()
            self.chosen.emit(region.place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under_mouse = self._region_at(event.position())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = None
        self.update()
        super().leaveEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pointed = self._under_mouse or (self.at if self.hasFocus() else None)
        for region in REGIONS:
            paint_box(painter, self.box_of(region), self._skin(region, pointed))
        half = (self.width() - _BETWEEN) / 2
        painter.setFont(theme().font(Voice.SECONDARY))
        painter.setPen(theme().colour(Meaning.INK2))
        for left, words in ((0.0, self.tr("Front")), (half + _BETWEEN, self.tr("Back"))):
            painter.drawText(QRectF(left, 0, half, _ABOVE - 4), _MIDDLE, words)
        told = label(pointed.place) if pointed else self.tr("Left and right are the child's own")
        painter.drawText(QRectF(0, self.height() - _BELOW, self.width(), _BELOW), _MIDDLE, told)

    def _skin(self, region: Region, pointed: Region | None) -> Skin:
        here = pointed is not None and region.place is pointed.place
        marked = region.place in self.marked
        fill = Meaning.ACCENT if marked else Meaning.ACCENT_SOFT if here else Meaning.SURFACE
        edge = Meaning.ACCENT if here or marked else Meaning.INK3
        radius = region.shape.radius * theme().px(100) / 100 * _SCALE
        return Skin(fill, edge, radius, 2 if here else 1)

    def _region_at(self, point: QPointF) -> Region | None:
        return next((one for one in reversed(REGIONS) if self.box_of(one).contains(point)), None)

    def _next(self, right: int, down: int) -> Region:
        """Return the nearest place in a direction, or the same one at the edge."""
        here = self.box_of(self.at).center()

        def how_far(region: Region) -> tuple[bool, float]:
            way = self.box_of(region).center() - here
            ahead = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            return ahead <= 1, ahead + _ASIDE * aside

        nearest = min((one for one in REGIONS if one is not self.at), key=how_far)
        return self.at if how_far(nearest)[0] else nearest

    def _say(self) -> None:
        where = self.tr("back") if self.at.back else self.tr("front")
        written = self.tr(", something is written") if self.at.place in self.marked else ""
        self.setAccessibleDescription(f"{label(self.at.place)}, {where}{written}")
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
