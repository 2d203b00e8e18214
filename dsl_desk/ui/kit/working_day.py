"""The working-day bar: a limit in working time, drawn, with every part of it also in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.working_time import Span, Use, WorkingTime, say_all, say_moment
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

BAR = 12
TICK = 3  # how far the Now tick stands out above and below
HATCH = 4  # pixels between two strokes
RADIUS = 3.0
APART = 12.0  # least room between two labels


@dataclass(frozen=True)
class Mark:
    """A label under the bar: where it points, and how it stands there."""

    words: str
    at: float
    strong: bool = False
    must: bool = True  # an extra mark is left out where it would touch another


@dataclass(frozen=True)
class Placed:
    """A mark with its left edge and its line (0 right under the bar)."""

    mark: Mark
    left: float
    width: float
    line: int = 0

    def touches(self, other: Placed) -> bool:
        """Tell whether two marks on one line would run into each other."""
        apart = self.left > other.left + other.width + APART
        return not (apart or other.left > self.left + self.width + APART)


class WorkingDayBar(QWidget):
    """Filled is used, hatched is not counted, open is left; the Now tick says the time."""

    def __init__(
        self,
        time: WorkingTime,
        now: datetime,
        begin_words: str = "",
        end_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workingDayBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._time, self._now = time, now
        self._begin_words = begin_words or say_moment(time.begins)
        self._end_words = end_words or say_moment(time.due)
        self.show_now(now)

    def show_now(self, now: datetime) -> None:
        """Move the Now tick; the words for readers move with it."""
        self._now = now
        self.setAccessibleName(say_all(self._time, now))
        self.updateGeometry()
        self.update()

    def placed(self) -> tuple[Placed, ...]:
        """Return the labels where they stand at this width."""
        ends = [self._place(Mark(self._begin_words, 0.0)), self._place(Mark(self._end_words, 1.0))]
        now_words = f"Now {self._now:%H:%M}"
        now = self._place(Mark(now_words, self._time.place(self._now), strong=True))
        if any(now.touches(end) for end in ends):
            now = Placed(now.mark, now.left, now.width, line=1)
        shown = [*ends, now]
        for gap in self._time.gaps:
            extra = self._place(Mark(say_moment(gap.ends), self._time.place(gap.ends), must=False))
            if not any(extra.touches(other) for other in shown):
                shown.append(extra)
        return tuple(shown)

    @override
    def sizeHint(self) -> QSize:
        lines = 1 + max(placed.line for placed in self.placed())
        return QSize(theme().px(320), TICK + self._bar() + TICK + 2 + lines * self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # a narrow bar needs a second line for its labels

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, TICK + 0.5, self.width() - 1, self._bar() - 1)
        self._paint_spans(painter, box)
        self._paint_now(painter, box)
        for placed in self.placed():
            self._paint_mark(painter, placed)

    def _paint_spans(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(shape, theme().colour(Meaning.SURFACE))
        painter.save()
        painter.setClipPath(shape)
        for span in self._time.spans(self._now):
            self._paint_span(painter, span, box)
        painter.restore()
        painter.strokePath(shape, QPen(theme().colour(Meaning.LINE_STRONG), 1))

    def _paint_span(self, painter: QPainter, span: Span, box: QRectF) -> None:
        left, right = (box.left() + part * box.width() for part in (span.start, span.end))
        stretch = QRectF(left, box.top(), right - left, box.height())
        if span.use is Use.USED:
            past = self._time.is_past(self._now)
            painter.fillRect(stretch, theme().colour(Meaning.RED if past else Meaning.AMBER_FILL))
        elif span.use is Use.NOT_COUNTED:
            _hatch(painter, stretch)

    def _paint_now(self, painter: QPainter, box: QRectF) -> None:
        at = min(max(self._time.place(self._now) * self.width(), 1), self.width() - 1)
        painter.setPen(QPen(theme().colour(Meaning.INK), 2))
        painter.drawLine(QPointF(at, box.top() - TICK + 0.5), QPointF(at, box.bottom() + TICK))

    def _paint_mark(self, painter: QPainter, placed: Placed) -> None:
        painter.setFont(_voice(placed.mark))
        ink = Meaning.INK if placed.mark.strong else Meaning.INK2
        painter.setPen(theme().colour(ink))
        top = TICK + self._bar() + TICK + 2 + placed.line * self._line()
        box = QRectF(placed.left, top, placed.width + 2, self._line())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, placed.mark.words)

    def _place(self, mark: Mark) -> Placed:
        width = QFontMetricsF(_voice(mark)).horizontalAdvance(mark.words)
        left = mark.at * self.width() - width / 2
        return Placed(mark, min(max(left, 0.0), max(self.width() - width - 1, 0.0)), width)

    def _bar(self) -> int:
        return theme().px(BAR)

    def _line(self) -> int:
        return int(QFontMetricsF(theme().font(Voice.SMALLEST)).lineSpacing()) + 2


def _voice(mark: Mark) -> QFont:
    return theme().font(Voice.SMALLEST_STRONG if mark.strong else Voice.SMALLEST)


def _hatch(painter: QPainter, stretch: QRectF) -> None:
    painter.save()
    painter.setClipRect(stretch, Qt.ClipOperation.IntersectClip)
    painter.fillRect(stretch, theme().colour(Meaning.INSET))
    painter.setPen(QPen(theme().colour(Meaning.LINE_STRONG), 1))
    rise = stretch.height()
    at = stretch.left() - rise
    while at < stretch.right():
        painter.drawLine(QPointF(at, stretch.bottom()), QPointF(at + rise, stretch.top()))
        at += HATCH
    painter.restore()
