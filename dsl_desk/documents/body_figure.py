"""The body map on paper: both figures, and the places about which something is written dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from dsl_desk.documents.fonts import REGULAR
from dsl_desk.documents.sheet import INK, QUIET, RULE
from dsl_desk.domain.body_map import HEIGHT, REGIONS, WIDTH

if TYPE_CHECKING:
    from collections.abc import Collection

    from dsl_desk.domain.concern_choices import BodyPlace

_SCALE: Final = 0.72
_WIDE: Final = WIDTH * _SCALE
_HIGH: Final = HEIGHT * _SCALE
_BETWEEN: Final = 26.0
_UNDER: Final = 18.0
_SIZE: Final = 8.0
_LINE: Final = 0.6


class BodyFigure(Flowable):
    """Both figures; the words stand in the table under them."""

    def __init__(self, places: Collection[BodyPlace]) -> None:
        super().__init__()
        self._places = places
        self.width, self.height = 2 * _WIDE + _BETWEEN, _HIGH + _UNDER

    def draw(self) -> None:
        """Draw them: reportlab calls this with the paper under it."""
        paper = self.canv
        paper.saveState()
        paper.setLineWidth(_LINE)
        for region in REGIONS:
            shape, written = region.shape, region.place in self._places
            paper.setStrokeColor(INK if written else RULE)
            paper.setFillColor(INK if written else white)
            paper.roundRect(
                (_WIDE + _BETWEEN if region.back else 0.0) + shape.x * _SCALE,
                _UNDER + _HIGH - (shape.y + shape.height) * _SCALE,
                shape.width * _SCALE,
                shape.height * _SCALE,
                shape.radius * _SCALE,
                fill=1,
            )
        paper.setFont(REGULAR, _SIZE)
        paper.setFillColor(QUIET)
        paper.drawCentredString(_WIDE / 2, _LINE, "Front")
        paper.drawCentredString(_WIDE * 1.5 + _BETWEEN, _LINE, "Back")
        paper.restoreState()
