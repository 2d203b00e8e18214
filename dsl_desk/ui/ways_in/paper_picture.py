"""A small picture of the paper: what will be printed, with the code left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.domain.dates import in_full
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.ways_in import Kit

_WIDTH, _TALLER = 240, 1.34
_EDGE = 20
_LINES = (1.0, 0.88, 0.7)


class PaperPicture(QWidget):
    """Shows the shape of the paper; a reader hears what is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.school = ""
        self._words: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kit(self, kit: Kit, school: str) -> None:
        """Show whose kit it is."""
        self.school = school
        self._words = (school, f"Of {kit.member}", f"Made {in_full(kit.made_at)}")
        said = "Picture of the paper: recovery kit, {who}, how to use it, where it is kept"
        self.setAccessibleName(said.replace("{who}", ", ".join(self._words)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, round(_WIDTH * _TALLER))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme().colour(Meaning.BUTTON_EDGE), 1))
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawRect(sheet)
        inside = sheet.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        top = self._say(painter, inside, "Recovery kit", Voice.STRONG)
        for words in self._words:
            top = self._say(painter, inside.adjusted(0, top, 0, 0), words, Voice.SMALLEST) + top
        self._boxes(painter, inside.adjusted(0, top + 10, 0, 0))
        self._lines(painter, inside.adjusted(0, top + 84, 0, 0))

    def _say(self, painter: QPainter, room: QRectF, words: str, voice: Voice) -> float:
        font = theme().font(voice)
        font.setPixelSize(round(voice.size))  # a picture: it does not grow with the text
        painter.setFont(font)
        painter.setPen(theme().colour(Meaning.INK))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, shown)
        return metrics.height() + 2

    def _boxes(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(theme().colour(Meaning.LINE_STRONG), 1))
        painter.setBrush(theme().colour(Meaning.INSET))
        wide = (room.width() - 12) / 3
        for at in range(6):
            left = room.left() + at % 3 * (wide + 6)
            painter.drawRect(QRectF(left, room.top() + at // 3 * 30, wide, 24))

    def _lines(self, painter: QPainter, room: QRectF) -> None:
        for at, share in enumerate(_LINES):
            line = QRectF(room.left(), room.top() + at * 12, room.width() * share, 4)
            painter.fillRect(line, theme().colour(Meaning.LINE))
        painter.setPen(QPen(theme().colour(Meaning.INK3), 1))
        for at in range(2):
            height = round(room.top() + 68 + at * 22) + 0.5
            painter.drawLine(int(room.left()), int(height), int(room.right()), int(height))
