"""A kit on a printer: two pages, each a copy, painted straight to the paper and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from dsl_desk.domain import kit_words as words
from dsl_desk.domain.dates import in_full
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Kit

_COPIES: Final = 2
_MARGIN = 18.0  # millimetres
_IN_A_ROW: Final = 3
_BLACK = Qt.GlobalColor.black
_POINTS = 2.835  # to a millimetre
_SAID: Final = (
    (words.WHEN, (words.FORGOTTEN, words.LAPTOP_GONE, words.OPENS)),
    (words.WHO_KEEPS, (words.KEEPER, words.UNOPENED)),
)


def print_kit(printer: QPrinter, kit: Kit, school: str) -> bool:
    """Print both copies; return whether the printer took them."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    printer.setCopyCount(1)  # both copies are pages of their own: each says which one it is
    printer.setDocName(words.KIT_TITLE)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / 25.4
    painter.scale(scale, scale)  # from here on everything is in millimetres
    room = printer.pageRect(QPrinter.Unit.Millimeter)
    for copy in range(1, _COPIES + 1):
        if copy > 1:
            printer.newPage()
        _Page(painter, QSizeF(room.width(), room.height())).paint(kit, school, copy)
    return painter.end()


class _Page:
    """One copy, from top to bottom."""

    def __init__(self, painter: QPainter, size: QSizeF) -> None:
        self._painter, self._size, self._top = painter, size, 0.0

    def paint(self, kit: Kit, school: str, copy: int) -> None:
        self._say(words.KIT_TITLE, Voice.TITLE, 20)
        self._say(school, Voice.BODY, 11)
        self._say(f"Of {kit.member}, made {in_full(kit.made_at)}", Voice.BODY, 11)
        self._top += 5
        self._boxes(kit.code.split("-"))
        self._say(words.SIGNS, Voice.BODY, 9)
        for heading, paragraphs in _SAID:
            self._top += 4
            self._say(heading, Voice.STRONG, 11)
            for said in paragraphs:
                self._say(said, Voice.BODY, 9.5)
        for line in (*words.TO_WRITE, *words.TO_SIGN):
            self._line(line)
        self._top += 6
        self._say(f"Copy {copy} of {_COPIES}. {words.KIT_MARK}.", Voice.BODY, 9)

    def _say(self, said: str, voice: Voice, points: float) -> None:
        font = theme().font(voice)
        # A font is measured in the painter's unit: big, and the painter made small for it.
        font.setPixelSize(100)
        self._painter.save()
        factor = points / _POINTS / 100
        self._painter.scale(factor, factor)
        self._painter.setFont(font)
        self._painter.setPen(_BLACK)
        room = QRectF(0, self._top / factor, self._size.width() / factor, 1e6)
        used = self._painter.drawText(room, Qt.TextFlag.TextWordWrap, said)
        self._painter.restore()
        self._top += used.height() * factor + 1.2

    def _boxes(self, groups: list[str]) -> None:
        wide, high = self._size.width() / _IN_A_ROW, 15.0
        for at, group in enumerate(groups):
            box = QRectF(at % _IN_A_ROW * wide, self._top + at // _IN_A_ROW * high, wide, high)
            self._painter.setPen(QPen(_BLACK, 0.3))
            self._painter.drawRect(box)
            self._in_box(box, group)
        self._top += high * (len(groups) // _IN_A_ROW) + 3

    def _in_box(self, box: QRectF, group: str) -> None:
        font = theme().font(Voice.CODE)
        font.setPixelSize(100)
        factor = 20 / _POINTS / 100
        self._painter.save()
        self._painter.translate(box.topLeft())
        self._painter.scale(factor, factor)
        self._painter.setFont(font)
        room = QRectF(0, 0, box.width() / factor, box.height() / factor)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, group)
        self._painter.restore()

    def _line(self, said: str) -> None:
        self._top += 11
        self._painter.setPen(QPen(_BLACK, 0.25))
        self._painter.drawLine(0, round(self._top), round(self._size.width()), round(self._top))
        self._top += 1
        self._say(said, Voice.BODY, 8.5)
