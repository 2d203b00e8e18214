"""Icons as pictures: drawn from SVG in a colour and a size, kept so that each is drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.theme.icon import Icon

_SMALL = 15
_STROKE, _SMALL_STROKE = "1.75", "2"


class Pictures:
    """The drawings of one theme."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[Icon, int, int, float], QPixmap] = {}
        self._read: dict[Icon, str] = {}

    def draw(self, icon: Icon, colour: QColor, px: int, ratio: float) -> QPixmap:
        """Return the icon in one colour, px wide, sharp on a screen of this pixel ratio."""
        key = (icon, colour.rgba(), px, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._render(icon, colour, px, ratio)
        return self._drawn[key]

    def _render(self, icon: Icon, colour: QColor, px: int, ratio: float) -> QPixmap:
        # Imported here because the first window may well be painted before any icon is asked for.
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  # see above

        svg = self._svg(icon).replace("currentColor", colour.name())
        if px > _SMALL:
            svg = svg.replace(f'stroke-width="{_SMALL_STROKE}"', f'stroke-width="{_STROKE}"')
        picture = QPixmap(round(px * ratio), round(px * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, px, px))
        painter.end()
        return picture

    def _svg(self, icon: Icon) -> str:
        if icon not in self._read:
            file = self._folder / f"{icon.value}.svg"
            self._read[icon] = file.read_text(encoding="utf-8")
        return self._read[icon]
