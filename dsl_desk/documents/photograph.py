"""A picture on paper: read when its page is drawn, and let go of before the next is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.display_copy import display_copy
from dsl_desk.documents.sheet import INNER, RULE

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.documents.display_copy import DisplayCopy
    from dsl_desk.domain.plain_picture import PlainPicture

_HIGHEST: Final = 560.0  # points: a tall screenshot still fits under its heading
_POINTS: Final = 0.5  # a pixel at its largest
_ABOVE: Final = 10.0


class _Shown(ImageReader):
    """What the printer takes for a picture it has read; it passes it on as it is."""

    mode = "RGB"
    _dataA = None  # noqa: N815  # reportlab's own name for what can be seen through

    def __init__(self, shown: DisplayCopy) -> None:
        self._shown = shown

    @override
    def jpeg_fh(self) -> BytesIO:  # type: ignore[override]  # its types know of no JPEG
        """Return what the printer passes on."""
        return BytesIO(self._shown.jpeg)

    @override
    def getSize(self) -> tuple[int, int]:
        """Return its size in pixels."""
        return self._shown.width, self._shown.height

    @override
    def getRGBData(self) -> bytes:
        """Return what tells it from others: the printer draws the same picture once."""
        return self._shown.jpeg

    @override
    def getTransparent(self) -> None:
        """Nothing of it can be seen through."""


class Photograph(Flowable):
    """A picture with a thin line round it, as wide as the paper allows."""

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
        shown = _Shown(display_copy(self._read(), self.width))
        self.canv.drawImage(shown, 0, 0, self.width, self.height)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, 0, self.width, self.height)
