"""What a file from outside and its troubles are called; `words` has them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.picture import DecodeTrouble, Oddity, PictureSort

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

PICTURE_LABELS: Final[Mapping[Enum, str]] = {
    PictureSort.PNG: "PNG picture",
    PictureSort.JPEG: "JPEG picture",
    PictureSort.WEBP: "WebP picture",
    PictureSort.GIF: "GIF picture",
    PictureSort.BMP: "BMP picture",
    PictureSort.TIFF: "TIFF picture",
    PictureSort.HEIC: "HEIC picture",
    PictureSort.PDF: "PDF document",
    PictureSort.TEXT: "Text",
    PictureSort.PAGE: "Saved web page",
    PictureSort.SOUND: "Sound recording",
    PictureSort.FILM: "Film",
    PictureSort.OTHER: "Other file",
    Oddity.OTHER_NAME: "The name says it is something else",
    Oddity.CUT_SHORT: "It ends too early, so a part is missing",
    Oddity.MORE_AFTER_END: "More data follows after its end",
    Oddity.ACTIVE: "It holds a script, another file, or something it wants to start",
    Oddity.LOCKED: "It is locked with a password",
    Oddity.MORE_WORDS: "Only its beginning is shown",
    DecodeTrouble.TOO_LARGE: "Too large to show",
    DecodeTrouble.TOO_LONG: "Took too long to open",
    DecodeTrouble.TOO_MUCH_MEMORY: "Needs too much memory to show",
    DecodeTrouble.CRASHED: "Could not be opened safely",
    DecodeTrouble.NOT_SHOWN: "A kind of file that is kept and not shown",
    DecodeTrouble.DAMAGED: "Damaged, so it cannot be shown",
}
