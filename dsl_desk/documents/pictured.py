"""A picture on paper: a display copy, as large as there is room, passed on as it is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.sheet import RULE

if TYPE_CHECKING:
    from dsl_desk.documents.display_copy import DisplayCopy

_LINE: Final = 0.6


class Pictured(Flowable):
    """Never larger than its own pixels would look well at, within a frame."""

    def __init__(self, shown: DisplayCopy, wide: float, high: float) -> None:
        super().__init__()
        self._shown = shown
        scale = min(wide / shown.width, high / shown.height)
        self.width, self.height = shown.width * scale, shown.height * scale

    def draw(self) -> None:
        """Draw it: reportlab calls this with the paper under it."""
        if self._shown.drawn is not None:
            self._shown.drawn()
        paper = self.canv
        paper.drawImage(PassedOn(self._shown), 0, 0, width=self.width, height=self.height)
        paper.saveState()
        paper.setStrokeColor(RULE)
        paper.setLineWidth(_LINE)
        paper.rect(0, 0, self.width, self.height)
        paper.restoreState()


class PassedOn(ImageReader):
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
