"""A picture as paper shows it: as small as paper needs it, made of pixels that were read already.

No file is opened here, and nothing from outside is read: whoever calls has nothing but pixels left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final

from PIL import Image

from dsl_desk.domain.plain_picture import PlainPicture

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.picture import Pixels

DOTS: Final = 200  # to the inch: what was small on a telephone can still be read on paper
_AN_INCH: Final = 72.0
_SHARP: Final = (85, 0)  # no colour is shared by neighbours: red words on white stay sharp
_SOFTER: Final = (75, 2)
_MUCH: Final = 400_000  # bytes: so many are needed for photographs only, which may be softer
_AT_ONCE: Final = 2.0
_LOW: Final = 10_000  # times as wide as it is high


@dataclass(frozen=True)
class DisplayCopy:
    """A picture as the printer passes it on: nobody takes it apart again on the way.

    `drawn`: hears that it came to stand on a page.
    """

    width: int
    height: int
    jpeg: bytes = field(repr=False)
    drawn: Callable[[], None] | None = field(default=None, repr=False, compare=False)


def stand_in(drawn: Callable[[], None]) -> DisplayCopy:
    """Return what stands where a picture will: as low as a line, so that none begins above it."""
    bare = _encoded(Image.new("RGB", (1, 1), "white"), *_SHARP)
    return DisplayCopy(_LOW, 1, bare, drawn)


def display_copy(picture: PlainPicture | Pixels, wide: float) -> DisplayCopy:
    """Return a picture as it is shown so many points wide; never larger than it is.

    What can be seen through shows white paper behind it.
    """
    image = _on_paper(picture)
    needed = ceil(wide / _AN_INCH * DOTS)
    if needed < picture.width:
        high = max(1, round(picture.height * needed / picture.width))
        sharp = Image.Resampling.LANCZOS
        image = image.resize((needed, high), sharp, reducing_gap=_AT_ONCE)
    jpeg = _encoded(image, *_SHARP)
    if len(jpeg) > _MUCH:
        jpeg = _encoded(image, *_SOFTER)
    return DisplayCopy(image.width, image.height, jpeg)


def _encoded(image: Image.Image, quality: int, shared: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=shared)
    return out.getvalue()


def _on_paper(picture: PlainPicture | Pixels) -> Image.Image:
    size = picture.width, picture.height
    if isinstance(picture, PlainPicture):
        return Image.frombuffer("RGB", size, picture.rgb, "raw", "RGB", 0, 1)
    seen = Image.frombuffer("RGBA", size, picture.rgba, "raw", "RGBA", 0, 1)
    paper = Image.new("RGB", size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper
