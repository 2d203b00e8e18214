"""A picture on paper: read when its page is drawn, and let go of before the next is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.display_copy import display_copy
from dsl_desk.documents.pictured import PassedOn
from dsl_desk.documents.sheet import INNER, RULE

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.plain_picture import PlainPicture

_HIGHEST: Final = 560.0  # points: a tall screenshot still fits under its heading
_POINTS: Final = 0.5  # a pixel at its largest
_ABOVE: Final = 10.0


class Photograph(Flowable):
    """A picture with a thin line round it, as wide as the paper allows."""

    spaceAfter = _ABOVE  # noqa: N815 the printer's own name for it

    def __init__(self, width: int, height: int, read: Callable[[], PlainPicture]) -> None:
        super().__init__()
        self._read = read
        wide, high = width * _POINTS, height * _POINTS
        fits = min(1.0, INNER / wide, _HIGHEST / high)
        self.width, self.height = wide * fits, high * fits

    @override
    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height + _ABOVE

    def draw(self) -> None:
        """Draw the picture and its line."""
        shown = PassedOn(display_copy(self._read(), self.width))
        self.canv.drawImage(shown, 0, 0, self.width, self.height)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, 0, self.width, self.height)
