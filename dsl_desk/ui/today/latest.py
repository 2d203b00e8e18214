"""The concerns recorded last, a row each; the whole row opens the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.dates import in_row
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.concern import ConcernRow

_ROW = 60
_TEXT = 50
_WHEN = 150


class LatestRow(QAbstractButton):
    """One concern: what, about whom, when."""

    def __init__(self, row: ConcernRow, *, last: bool) -> None:
        super().__init__()
        self.row = row
        self._last = last
        self.setObjectName(f"latest-{row.ref}")
        self.setAccessibleName(f"Concern {row.ref}, about {row.whom()}, {in_row(row.written_at)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), theme().colour(Meaning.INSET))
        icon = theme().icon(Icon.NOTEBOOK_PEN, Meaning.INK2, 20)
        painter.drawPixmap(17, (self.height() - 20) // 2, icon)
        half, wide = self.height() / 2, self.width() - _TEXT - _WHEN - 18
        self._line(painter, QRectF(_TEXT, 0, wide, half), Voice.STRONG, f"Concern {self.row.ref}")
        about = f"About {self.row.whom()} · told by {self.row.told_by}"
        self._line(painter, QRectF(_TEXT, half, wide, half), Voice.SECONDARY, about)
        painter.setFont(theme().font(Voice.SECONDARY, tabular=True))
        painter.setPen(theme().colour(Meaning.INK2))
        when = QRectF(self.width() - _WHEN - 18, 0, _WHEN, self.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(when, right, in_row(self.row.written_at))
        if not self._last:
            painter.setPen(theme().colour(Meaning.LINE))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _line(self, painter: QPainter, box: QRectF, voice: Voice, words: str) -> None:
        font = theme().font(voice)
        painter.setFont(font)
        upper = voice is Voice.STRONG
        painter.setPen(theme().colour(Meaning.INK if upper else Meaning.INK2))
        kept = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        align = Qt.AlignmentFlag.AlignBottom if upper else Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(0, 0, 0, -1 if upper else 0), align, kept)


class LatestConcerns(QWidget):
    """A heading and a card of rows.

    Signals:
        concern_wanted(RecordId): open this one.
    """

    concern_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._card.column.setContentsMargins(1, 1, 1, 1)
        self._card.column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Recorded last"), Voice.CARD_TITLE))
        column.addWidget(self._card)

    def show_rows(self, rows: Sequence[ConcernRow]) -> None:
        """Show these, the newest first."""
        while (item := self._card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row in rows:
            shown = LatestRow(row, last=row is rows[-1])
            shown.clicked.connect(lambda _on=False, row=row: self.concern_wanted.emit(row.id))
            self._card.column.addWidget(shown)
