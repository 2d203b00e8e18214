"""How a button looks: its kinds, its sizes, and every state it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from dsl_desk.ui.kit.brushwork import Skin, paint_box, paint_spinner
from dsl_desk.ui.kit.key_cap import cap_size, paint_cap
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from dsl_desk.ui.theme.icon import Icon

_GAP = 8
_CAP_GAP = 10


class Kind(Enum):
    """What a button is for. DESTROY is the filled red one, only inside a confirm."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    DESTROY = "destroy"


class Size(Enum):
    """Height, padding at the sides, size of the icon, and the voice, at the standard text size."""

    SMALL = (30, 11, 15, Voice.SECONDARY)
    NORMAL = (34, 14, 16, Voice.BODY)
    TALL = (44, 20, 18, Voice.CARD_TITLE)

    def __init__(self, height: int, sides: int, icon: int, voice: Voice) -> None:
        """Keep the parts under names."""
        self.height = height
        self.sides = sides
        self.icon = icon
        self.voice = voice


@dataclass(frozen=True)
class Face:
    """Everything a button shows."""

    words: str
    kind: Kind
    size: Size
    icon: Icon | None
    icon_after: bool
    keys: str | None
    turn: float | None

    @property
    def picture(self) -> int:
        """How wide the icon or spinner is; nothing when there is none."""
        shown = self.icon is not None or self.turn is not None
        return theme().px(self.size.icon) if shown else 0

    @property
    def font(self) -> QFont:
        """The font of the words."""
        font = theme().font(self.size.voice)
        strong = self.kind in (Kind.PRIMARY, Kind.DESTROY)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        return font

    @property
    def content(self) -> float:
        """How wide everything is that stands between the sides."""
        width = QFontMetricsF(self.font).horizontalAdvance(self.words)
        if self.picture:
            width += self.picture + _GAP
        if self.keys:
            width += cap_size(self.keys).width() + _CAP_GAP
        return width


_SKINS = {
    Kind.PRIMARY: (Meaning.ACCENT, Meaning.ACCENT_HOVER, Meaning.ACCENT_PRESSED, None),
    Kind.SECONDARY: (Meaning.SURFACE, Meaning.INSET, Meaning.DISABLED_FILL, Meaning.BUTTON_EDGE),
    Kind.QUIET: (None, Meaning.ACCENT_SOFT, Meaning.ACCENT_SOFT, None),
    Kind.DANGER: (Meaning.SURFACE, Meaning.RED_SOFT, Meaning.RED_SOFT, Meaning.RED_LINE),
    Kind.DESTROY: (Meaning.RED, Meaning.RED, Meaning.RED, None),
}
_INKS = {
    Kind.PRIMARY: Meaning.ON_ACCENT,
    Kind.SECONDARY: Meaning.INK,
    Kind.QUIET: Meaning.ACCENT,
    Kind.DANGER: Meaning.RED,
    Kind.DESTROY: Meaning.SURFACE,
}


def face_size(face: Face) -> QSize:
    """Return how large a button with this face wants to be."""
    sides = 2 * face.size.sides
    return QSize(round(face.content + sides + 0.5), theme().px(face.size.height))


def paint_face(button: QAbstractButton, face: Face) -> None:
    """Paint a button in the state it is in."""
    painter = QPainter(button)
    rect = QRectF(button.rect())
    paint_box(painter, rect, _skin(button, face))
    ink = _INKS[face.kind] if button.isEnabled() else Meaning.DISABLED_INK
    left = rect.left() + (rect.width() - face.content) / 2
    if face.picture and not face.icon_after:
        _paint_picture(painter, face, ink, left)
        left += face.picture + _GAP
    painter.setFont(face.font)
    painter.setPen(theme().colour(ink))
    width = QFontMetricsF(face.font).horizontalAdvance(face.words)
    words = QRectF(left, rect.top(), width + 2, rect.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, flags, face.words)
    left += width
    if face.picture and face.icon_after:
        _paint_picture(painter, face, ink, left + _GAP)
        left += face.picture + _GAP
    if face.keys:
        size = cap_size(face.keys)
        top = rect.center().y() - size.height() / 2
        cap = QRectF(round(left + _CAP_GAP), round(top), size.width(), size.height())
        paint_cap(painter, cap, face.keys, _cap_ink(ink))


def _skin(button: QAbstractButton, face: Face) -> Skin:
    if not button.isEnabled():
        quiet = face.kind is Kind.QUIET
        return Skin(None if quiet else Meaning.DISABLED_FILL, None if quiet else Meaning.LINE)
    rest, hover, pressed, edge = _SKINS[face.kind]
    if face.turn is not None:
        return Skin(rest, edge)
    if button.isDown():
        return Skin(pressed, edge)
    return Skin(hover if button.underMouse() else rest, edge)


def _cap_ink(ink: Meaning) -> Meaning:
    return Meaning.INK2 if ink is Meaning.INK else ink


def _paint_picture(painter: QPainter, face: Face, ink: Meaning, left: float) -> None:
    side = face.picture
    top = round((painter.device().height() - side) / 2)
    if face.turn is not None:
        box = QRectF(round(left) + 1.5, top + 1.5, side - 3, side - 3)
        paint_spinner(painter, box, ink, face.turn)
    elif face.icon is not None:
        painter.drawPixmap(round(left), top, theme().icon(face.icon, ink, side))
