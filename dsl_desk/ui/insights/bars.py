"""Bars that are buttons: each says what it counts and how many, and leads to the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.insights.patterns import IN_A_WEEK, Pattern, fill
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.insights import Bar, Wait

_ROW: Final = 27
_THICK: Final = 14.0
_WORDS_SHARE: Final = 0.42
_NUMBER: Final = 34.0
_COLUMN_HIGH: Final = 150
_BELOW: Final = 18.0
_WIDEST: Final = 30.0
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_DOT: Final = 5.0
_LIMIT_AT: Final = 0.72  # of the line's room; beyond it lies what is late


class BarButton(QAbstractButton):
    """What every bar has: the key of its list, a name that readers say, a ring when focused."""

    def __init__(self, key: str, said: str, *, leads: bool = True) -> None:
        super().__init__()
        self.key = key
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def begin(self) -> QPainter:
        """Return a painter on a ground that is warm under the mouse."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme().colour(Meaning.INSET))
        return painter


class BarRow(BarButton):
    """A bar that lies: words, bar, number."""

    def __init__(self, bar: Bar, longest: int) -> None:
        super().__init__(bar.key, f"{bar.words}: {bar.total:,}")
        self._bar, self._longest = bar, max(1, longest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, theme().px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        room = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        left = room.width() * _WORDS_SHARE
        _write(painter, QRectF(0, 0, left - 8, room.height()), self._bar.words)
        longest = room.width() - left - _NUMBER
        wide = longest * self._bar.total / self._longest
        top = (room.height() - _THICK) / 2
        fill(painter, QRectF(left, top, wide, _THICK), Pattern.FILLED)
        number = QRectF(left + wide + 8, 0, _NUMBER, room.height())
        _write(painter, number, f"{self._bar.total:,}", Voice.SECONDARY_STRONG)
        painter.end()


class BarColumn(BarButton):
    """A bar that stands, of up to three pieces; its number above it, its words below."""

    def __init__(self, bar: Bar, tallest: int, said: str, *, shows_words: bool = True) -> None:
        super().__init__(bar.key, said)
        self._bar, self._tallest, self._shows = bar, max(1, tallest), shows_words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(22, theme().px(_COLUMN_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(8, theme().px(_COLUMN_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        floor = self.height() - _BELOW
        each = (floor - _BELOW) / self._tallest
        wide = min(_WIDEST, self.width() * 0.66)
        left, top = (self.width() - wide) / 2, floor
        for count, pattern in zip(self._bar.counts, IN_A_WEEK, strict=False):
            high = each * count
            fill(painter, QRectF(left, top - high, wide, max(0.0, high - 1)), pattern)
            top -= high
        painter.setPen(QPen(theme().colour(Meaning.LINE_STRONG), 1))
        painter.drawLine(0, int(floor), self.width(), int(floor))
        across = QRectF(-20, top - _BELOW, self.width() + 40, _BELOW)
        _write(painter, across, f"{self._bar.total:,}", Voice.SMALLEST_STRONG, centred=True)
        if self._shows:
            words = QRectF(-24, floor + 1, self.width() + 48, _BELOW - 1)
            _write(painter, words, self._bar.words, Voice.SMALLEST, centred=True)
        painter.end()


class WaitRow(BarButton):
    """How long the LADO waited: a line that ends in a dot, filled once they were reached."""

    def __init__(self, wait: Wait, said: str) -> None:
        super().__init__(wait.words, said, leads=False)
        self._wait = wait
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, theme().px(_ROW + 12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() * 0.32
        room = self.width() - left - 2 * _DOT
        line = self.height() * 0.72
        limit = left + room * _LIMIT_AT
        end = left + min(room, room * _LIMIT_AT * self._wait.share)
        amber = theme().colour(Meaning.AMBER)
        painter.setPen(QPen(amber, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(int(limit), 0, int(limit), self.height())
        colour = theme().colour(Meaning.RED if self._wait.late else Meaning.ACCENT)
        how = Qt.PenStyle.SolidLine if self._wait.reached else Qt.PenStyle.DotLine
        painter.setPen(QPen(colour, 2.5, how))
        painter.drawLine(int(left), int(line), int(end), int(line))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self._wait.reached else theme().colour(Meaning.SURFACE))
        painter.drawEllipse(QRectF(end - _DOT, line - _DOT, 2 * _DOT, 2 * _DOT))
        words = QRectF(0, self.height() * 0.4, left - 6, self.height() * 0.6)
        _write(painter, words, self._wait.words)
        _write(painter, QRectF(left, 0, room, line - 3), self._wait.told, Voice.SMALLEST)
        painter.end()


def _write(
    painter: QPainter,
    room: QRectF,
    words: str,
    voice: Voice = Voice.SECONDARY,
    *,
    centred: bool = False,
) -> None:
    font = theme().font(voice, tabular=True)
    painter.setFont(font)
    painter.setPen(theme().colour(Meaning.INK))
    fits = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, _MIDDLE | across, fits)


class Swatch(QWidget):
    """One line of the key: a piece of a bar beside its words."""

    def __init__(self, pattern: Pattern) -> None:
        super().__init__()
        self._pattern = pattern
        self.setFixedSize(12, 12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), self._pattern)
        painter.end()
