"""The rail at the left: where you are and where you can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.toggled_by_reader import ToggledByReader
from dsl_desk.ui.shell.places import FIRST_BELOW_THE_LINE, ONLY_FOR_HOLDERS, Place
from dsl_desk.ui.shell.rail_brand import RailBrand
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDE = 196
NARROW = 56
_ROW = 36
_BAR = 3
_COUNT, _CORNER_COUNT = 20, 15


class RailItem(ToggledByReader, QAbstractButton):
    """One place of the rail: icon, word and how many open things wait there."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._count = 0
        self._narrow = False
        self.setObjectName(f"rail-{place.name.lower()}")
        self.setCheckable(True)
        self.listen_to_readers()
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    def show_count(self, count: int) -> None:
        """Show how many open things wait there; a zero shows nothing."""
        self._count = count
        self._tell()
        self.update()

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the icon only, with the count on its corner."""
        self._narrow = narrow
        self._tell()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16 if self._narrow else WIDE - 20, _ROW + theme().px(0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        # In the narrow rail the icon moves aside a little for the count on its corner.
        side = (self.width() - 20) // 2 - 1 if self._narrow else 10
        here = Meaning.MINT if self.isChecked() else Meaning.RAIL_INK
        icon = theme().icon(self.place.icon, here, 20)
        painter.drawPixmap(side, (self.height() - 20) // 2, icon)
        if not self._narrow:
            painter.setFont(theme().font(Voice.MENU))
            painter.setPen(theme().colour(Meaning.RAIL_INK))
            words = QRectF(39, 0, self.width() - 39 - 34, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.place.words)
        if self._count:
            self._paint_count(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme().colour(Meaning.RAIL_ON))
            painter.drawRoundedRect(ground, 7, 7)
        if self.isChecked():
            painter.setBrush(theme().colour(Meaning.MINT))
            painter.drawRoundedRect(QRectF(0, 9, _BAR, self.height() - 18), 1.5, 1.5)

    def _paint_count(self, painter: QPainter) -> None:
        painter.setFont(theme().font(Voice.KEYCAP if self._narrow else Voice.SMALLEST_STRONG))
        words = str(self._count)
        high = _CORNER_COUNT if self._narrow else _COUNT
        wide = max(high, painter.fontMetrics().horizontalAdvance(words) + high * 0.55)
        x = self.width() - wide - (0 if self._narrow else 10)
        y = 0 if self._narrow else (self.height() - high) / 2
        badge = QRectF(x, y, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(Meaning.RAIL_COUNT))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(theme().colour(Meaning.RAIL_INK))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _tell(self) -> None:
        words = self.place.words
        self.setAccessibleName(f"{words}, {self._count} open" if self._count else words)
        tip = f"{words}  Ctrl+{self.place.digit}" if self.place.digit else words
        self.setToolTip(tip if self._narrow else "")


class Rail(QFrame):
    """All places in their order, the mark above them.

    Signals:
        wanted(Place): somebody wants to go there.
    """

    wanted = Signal(object)

    def __init__(self, school: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        # The focus ring is mint here: blue would be too faint on spruce.
        self.setProperty("on_rail", True)
        self.setAccessibleName(self.tr("Places"))
        self.narrow = False
        self._brand = RailBrand(school)
        self._items: dict[Place, RailItem] = {}
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(10, 12, 10, 12)
        self._room.setSpacing(2)
        self._room.addWidget(self._brand)
        self._room.addSpacing(14)
        for place in Place:
            self._add(place)
        self._room.addStretch(1)
        self.show_narrow(narrow=False)

    def _add(self, place: Place) -> None:
        if place is FIRST_BELOW_THE_LINE:
            line = QFrame()
            line.setObjectName("rail-line")
            line.setFixedHeight(1)
            self._room.addSpacing(8)
            self._room.addWidget(line)
            self._room.addSpacing(8)
        item = RailItem(place)
        item.clicked.connect(lambda: self.wanted.emit(place))
        item.setHidden(place is ONLY_FOR_HOLDERS)
        self._items[place] = item
        self._room.addWidget(item)

    def show_place(self, place: Place) -> None:
        """Mark where we are."""
        self._items[place].setChecked(True)

    def offer(self, place: Place, *, offered: bool) -> None:
        """Show a place that is not for everybody, or hide it."""
        self._items[place].setVisible(offered)

    def offered(self) -> tuple[Place, ...]:
        """Return the places that are shown."""
        return tuple(place for place, item in self._items.items() if not item.isHidden())

    def show_count(self, place: Place, count: int) -> None:
        """Show how many open things wait at a place."""
        self._items[place].show_count(count)

    def show_narrow(self, *, narrow: bool) -> None:
        """Fold to icons or unfold to words."""
        self.narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE + theme().px(0) * 6)
        self._brand.show_narrow(narrow=narrow)
        side = 8 if narrow else 10
        self._room.setContentsMargins(side, 12, side, 12)
        for item in self._items.values():
            item.show_narrow(narrow=narrow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # On a low screen the rows move closer instead of pushing the last one out.
        self._room.setSpacing(2 if self.height() > 600 else 0)  # noqa: PLR2004 (pixels)
        super().resizeEvent(event)
