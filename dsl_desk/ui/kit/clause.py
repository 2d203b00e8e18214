"""The clause mark: which rule asks for this. Its slip holds the policy's own words, in serif."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.slip_opener import SlipOpener
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.kit.slip import Slip

_SIGN = "§"
_SIDES = 7
_GAP = 4
_HEIGHT = 20
_TARGET = 24
_SLIP_WIDTH = 340


class ClauseMark(SlipOpener):
    """A clause such as "IoW 6.3"; hover, Enter or F1 shows its words."""

    def __init__(self, code: str, words: str = "", source: str = "") -> None:
        super().__init__()
        self._code = code
        self._words = words
        self._source = source
        self.setText(f"{_SIGN} {code}")
        self.setAccessibleName(self.tr("Clause {code}").format(code=code))
        self.setAccessibleDescription(words)

    @override
    def write(self, slip: Slip) -> None:
        heading = f"{_SIGN} {self._code}"
        slip.column.addWidget(Label(heading, Voice.SECONDARY_STRONG, Meaning.ACCENT))
        quoted = Label(self._words, Voice.VERBATIM).wrapped()
        quoted.setFixedWidth(theme().px(_SLIP_WIDTH))
        slip.column.addWidget(quoted)
        if self._source:
            slip.column.addWidget(Label(self._source, Voice.META, Meaning.INK3))

    @override
    def open_slip(self) -> None:
        if self._words:
            super().open_slip()

    @override
    def sizeHint(self) -> QSize:
        code = QFontMetricsF(theme().font(Voice.SMALLEST)).horizontalAdvance(self._code)
        width = 2 * _SIDES + self._sign_width() + _GAP + code + 1
        return QSize(round(width), theme().px(_TARGET))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = (self.height() - theme().px(_HEIGHT)) / 2
        rect = QRectF(self.rect()).adjusted(0, room, 0, -room)
        warm = Meaning.ACCENT_SOFT if self.underMouse() else Meaning.INSET
        paint_box(painter, rect, Skin(warm, Meaning.LINE, 4))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(_sign_font())
        painter.setPen(theme().colour(Meaning.ACCENT))
        painter.drawText(rect.adjusted(_SIDES, 0, 0, 0), flags, _SIGN)
        painter.setFont(theme().font(Voice.SMALLEST))
        painter.setPen(theme().colour(Meaning.INK2))
        code = rect.adjusted(_SIDES + self._sign_width() + _GAP, 0, 0, 0)
        painter.drawText(code, flags, self._code)

    def _sign_width(self) -> float:
        return QFontMetricsF(_sign_font()).horizontalAdvance(_SIGN)


def _sign_font() -> QFont:
    return theme().font(Voice.SMALLEST_STRONG)
