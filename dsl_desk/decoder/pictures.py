"""Pictures: what they say of themselves, and how they look, turned upright and small enough."""

from __future__ import annotations

import time
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from dsl_desk.decoder.exif import orientation, tell_exif
from dsl_desk.decoder.likeness import likeness_of, spots_of
from dsl_desk.decoder.wish import TooLargeError
from dsl_desk.domain.alike import as_text
from dsl_desk.domain.picture import Oddity, PictureSort

if TYPE_CHECKING:
    from dsl_desk.decoder.telling import Telling
    from dsl_desk.decoder.wish import Wish

# No other reader of Pillow is ever asked; those loaded here are all there are once the walls stand.
_READERS: Final = {
    PictureSort.PNG: (PngImagePlugin.PngImageFile.format,),
    PictureSort.JPEG: (JpegImagePlugin.JpegImageFile.format, MpoImagePlugin.MpoImageFile.format),
    PictureSort.WEBP: (WebPImagePlugin.WebPImageFile.format,),
    PictureSort.GIF: (GifImagePlugin.GifImageFile.format,),
    PictureSort.BMP: (BmpImagePlugin.BmpImageFile.format,),
    PictureSort.TIFF: (TiffImagePlugin.TiffImageFile.format,),
    PictureSort.HEIC: ("HEIF",),
}
_UPRIGHT_SIDES: Final = (5, 6, 7, 8)  # orientations that lie on their side
# A JPEG is read at a smaller scale, so it may have more pixels; WebP and HEIC need them thrice.
_TIMES: Final = {PictureSort.JPEG: 4.0, PictureSort.WEBP: 0.4, PictureSort.HEIC: 0.8}
_GAP: Final = 2.0
_COUNTING: Final = 0.5  # seconds
_MOST_PAGES: Final = 1000
_FLAT: Final = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")


def prepare() -> None:
    """Set the limits of the libraries, before any byte."""
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def prepare_for_heic() -> None:
    """Load the reader of a telephone's own format, which costs as much as all the others."""
    import pi_heif  # noqa: PLC0415 - only where it is needed

    pi_heif.register_heif_opener(
        thumbnails=False, depth_images=False, aux_images=False, decode_threads=1
    )


def show_picture(sort: PictureSort, untrusted: bytes, wish: Wish, telling: Telling) -> None:
    """Tell what a picture says of itself, and show it."""
    try:
        shown = _open(sort, untrusted, wish, telling)
        image = _reduced(shown, wish)
    except OSError:
        # Cut off, or damaged further on: what is there may still be worth seeing, once.
        if ImageFile.LOAD_TRUNCATED_IMAGES:
            raise
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        image = _reduced(_open(sort, untrusted, wish, telling), wish)
        telling.odd(Oddity.CUT_SHORT)
    telling.pixels(*image.size, image.tobytes())
    telling.likeness(likeness_of(image))
    if wish.spots:
        telling.spots(as_text(spots_of(image)))
    _count(sort, untrusted, wish, telling)


def _open(sort: PictureSort, untrusted: bytes, wish: Wish, telling: Telling) -> Image.Image:
    most = int(wish.pixels * _TIMES.get(sort, 1.0))
    Image.MAX_IMAGE_PIXELS = most
    try:
        image = Image.open(BytesIO(untrusted), formats=_READERS[sort])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooLargeError from None
    width, height = image.size
    lies = orientation(image) in _UPRIGHT_SIDES
    telling.size(*((height, width) if lies else (width, height)))
    if width * height > most:
        raise TooLargeError
    tell_exif(image, telling)
    if wish.page and sort is not PictureSort.HEIC:
        image.seek(wish.page)
    return image


def _reduced(image: Image.Image, wish: Wish) -> Image.Image:
    box = (wish.widest, wish.widest)
    image.draft("RGB", box)
    if image.mode in ("1", "P", "PA"):  # shades between two colours of a palette are none of it
        image = _flat(image)
    image.thumbnail(box, reducing_gap=_GAP)
    return _flat(ImageOps.exif_transpose(image))


def _flat(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode == "I":
        image = image.point(lambda shade: shade / 256).convert("L")
    if image.mode not in _FLAT:
        image = image.convert("RGB")
    return image if image.mode == "RGBA" else image.convert("RGBA")


def _count(sort: PictureSort, untrusted: bytes, wish: Wish, telling: Telling) -> None:
    """Count its pictures for a moment: a film of 100,000 frames is many, that is enough."""
    if sort in (PictureSort.PNG, PictureSort.BMP, PictureSort.JPEG):
        telling.pages(1)
        return
    image = Image.open(BytesIO(untrusted), formats=_READERS[sort])
    if sort in (PictureSort.WEBP, PictureSort.HEIC):
        telling.pages(int(getattr(image, "n_frames", 1)))
        return
    end = time.monotonic() + _COUNTING
    pages = 1
    try:
        while pages < _MOST_PAGES and time.monotonic() < end:
            image.seek(pages)
            pages += 1
    except EOFError:
        pass
    telling.pages(max(pages, wish.page + 1))
