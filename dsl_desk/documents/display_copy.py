"""A picture as paper shows it: as small as paper needs it, made of pixels that were read already.

No file is opened here, and nothing from outside is read: whoever calls has nothing but pixels left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final

from PIL import Image

if TYPE_CHECKING:
    from dsl_desk.domain.plain_picture import PlainPicture

DOTS: Final = 200  # to the inch: what was small on a telephone can still be read on paper
_AN_INCH: Final = 72.0
_QUALITY: Final = 85
_ALL_COLOURS: Final = 0  # none is shared by neighbours: red words on white stay sharp
_AT_ONCE: Final = 2.0


@dataclass(frozen=True)
class DisplayCopy:
    """A picture as the printer passes it on: nobody takes it apart again on the way."""

    width: int
    height: int
    jpeg: bytes = field(repr=False)


def display_copy(picture: PlainPicture, wide: float) -> DisplayCopy:
    """Return a picture as it is shown so many points wide; never larger than it is."""
    size = picture.width, picture.height
    image = Image.frombuffer("RGB", size, picture.rgb, "raw", "RGB", 0, 1)
    needed = ceil(wide / _AN_INCH * DOTS)
    if needed < picture.width:
        high = max(1, round(picture.height * needed / picture.width))
        sharp = Image.Resampling.LANCZOS
        image = image.resize((needed, high), sharp, reducing_gap=_AT_ONCE)
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=_ALL_COLOURS)
    return DisplayCopy(image.width, image.height, out.getvalue())
