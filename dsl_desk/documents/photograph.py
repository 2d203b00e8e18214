"""A picture on paper, from its pixels alone: no reader of pictures is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.sheet import INNER, RULE

if TYPE_CHECKING:
    from dsl_desk.domain.plain_picture import PlainPicture

_HIGHEST: Final = 560.0  # points: a tall screenshot still fits under its heading
_POINTS: Final = 0.5  # a pixel at its largest
_ABOVE: Final = 10.0


class _Plain(ImageReader):
    """What the printer takes for a picture it has read; it never opens anything."""

    mode = "RGB"
    _dataA = None  # noqa: N815  # reportlab's own name for what can be seen through

    def __init__(self, picture: PlainPicture) -> None:
        self._picture = picture

    @override
    def jpeg_fh(self) -> None:
        """There is no file behind it."""

    @override
    def getSize(self) -> tuple[int, int]:
        """Return its size in pixels."""
        return self._picture.width, self._picture.height

    @override
    def getRGBData(self) -> bytes:
        """Return its pixels."""
        return self._picture.rgb

    @override
    def getTransparent(self) -> None:
        """Nothing of it can be seen through."""


class Photograph(Flowable):
    """A picture with a thin line round it, as wide as the paper allows."""

    def __init__(self, picture: PlainPicture) -> None:
        super().__init__()
        self._picture = picture
        wide, high = picture.width * _POINTS, picture.height * _POINTS
        fits = min(1.0, INNER / wide, _HIGHEST / high)
        self.width, self.height = wide * fits, high * fits

    @override
    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height + _ABOVE

    def draw(self) -> None:
        """Draw the picture and its line."""
        self.canv.drawImage(_Plain(self._picture), 0, 0, self.width, self.height)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, 0, self.width, self.height)
