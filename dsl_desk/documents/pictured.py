"""A picture on paper: pixels as the decoder gave them, as large as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.sheet import RULE

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Pixels

_PER_PIXEL: Final = 4
_OPAQUE: Final = b"\xff"
_LINE: Final = 0.6


class Pictured(Flowable):
    """Never larger than its own pixels would look well at, within a frame."""

    def __init__(self, pixels: Pixels, wide: float, high: float) -> None:
        super().__init__()
        self._pixels = pixels
        scale = min(wide / pixels.width, high / pixels.height)
        self.width, self.height = pixels.width * scale, pixels.height * scale

    def draw(self) -> None:
        """Draw it: reportlab calls this with the paper under it."""
        paper = self.canv
        paper.drawImage(
            _Seen(self._pixels), 0, 0, width=self.width, height=self.height, mask="auto"
        )
        paper.saveState()
        paper.setStrokeColor(RULE)
        paper.setLineWidth(_LINE)
        paper.rect(0, 0, self.width, self.height)
        paper.restoreState()


class _Plane(ImageReader):
    """Raw bytes where the printer expects a picture it has opened: it opens none here."""

    def __init__(self, size: tuple[int, int], mode: str, data: bytes) -> None:
        self._width, self._height = size
        self.mode = mode
        self._data = data
        self._dataA: _Plane | None = None
        self.fileName = ""

    @override
    def getRGBData(self) -> bytes:
        return self._data

    @override
    def getTransparent(self) -> None:
        return None


class _Seen(_Plane):
    """Pixels in three colours, and how opaque each is, where they are not all."""

    def __init__(self, pixels: Pixels) -> None:
        size, rgba = (pixels.width, pixels.height), pixels.rgba
        colours = bytearray(pixels.width * pixels.height * 3)
        for channel in range(3):
            colours[channel::3] = rgba[channel::_PER_PIXEL]
        super().__init__(size, "RGB", bytes(colours))
        opacity = rgba[3::_PER_PIXEL]
        if opacity.count(_OPAQUE) < len(opacity):
            self._dataA = _Plane(size, "L", opacity)
