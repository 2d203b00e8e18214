"""What a file is by its first bytes, before anything else looks at it; its name says nothing."""

from __future__ import annotations

from typing import Final

from dsl_desk.domain.picture import PictureSort

HEAD: Final = 512  # as much as is ever looked at
PICTURES: Final = frozenset(
    {
        *(PictureSort.PNG, PictureSort.JPEG, PictureSort.WEBP, PictureSort.GIF),
        *(PictureSort.BMP, PictureSort.TIFF, PictureSort.HEIC),
    }
)
# What one glance does not show: somebody named has to have seen it to its end.
SEEN_TO_THE_END: Final = frozenset(
    {PictureSort.FILM, PictureSort.PDF, PictureSort.OTHER, PictureSort.PAGE}
)
_BEGINS: Final = (
    (b"\x89PNG\r\n\x1a\n", PictureSort.PNG),
    (b"\xff\xd8\xff", PictureSort.JPEG),
    (b"GIF87a", PictureSort.GIF),
    (b"GIF89a", PictureSort.GIF),
    (b"BM", PictureSort.BMP),
    (b"II*\x00", PictureSort.TIFF),
    (b"MM\x00*", PictureSort.TIFF),
    (b"%PDF-", PictureSort.PDF),
    (b"PK\x03\x04", PictureSort.OTHER),
    (b"Rar!", PictureSort.OTHER),
    (b"7z\xbc\xaf\x27\x1c", PictureSort.OTHER),
    (b"\x1f\x8b", PictureSort.OTHER),
    (b"\x1aE\xdf\xa3", PictureSort.FILM),
    (b"ID3", PictureSort.SOUND),
    (b"OggS", PictureSort.SOUND),
    (b"fLaC", PictureSort.SOUND),
)
_RIFF: Final = {b"WEBP": PictureSort.WEBP, b"AVI ": PictureSort.FILM, b"WAVE": PictureSort.SOUND}
_HEIC: Final = frozenset({b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif"})
_SOUNDS: Final = frozenset({b"M4A ", b"M4B "})


def sort_of(untrusted_head: bytes) -> PictureSort:
    """Return what a file is, by how it begins."""
    for begins, sort in _BEGINS:
        if untrusted_head.startswith(begins):
            return sort
    if untrusted_head.startswith(b"RIFF"):
        return _RIFF.get(untrusted_head[8:12], PictureSort.OTHER)
    if untrusted_head[4:8] == b"ftyp":
        return _of_brand(untrusted_head[8:12])
    return _of_text(untrusted_head)


def _of_brand(brand: bytes) -> PictureSort:
    if brand in _HEIC:
        return PictureSort.HEIC
    return PictureSort.SOUND if brand in _SOUNDS else PictureSort.FILM


def _of_text(untrusted_head: bytes) -> PictureSort:
    if not untrusted_head or b"\x00" in untrusted_head:
        return PictureSort.OTHER
    try:
        text = untrusted_head.decode("utf-8", "strict")
    except UnicodeDecodeError as failure:
        if failure.start < len(untrusted_head) - 3:  # else a sign was cut in two by the head's end
            return PictureSort.OTHER
        text = untrusted_head[: failure.start].decode("utf-8")
    begins = text.lstrip("\ufeff \t\r\n").casefold()
    if "<svg" in begins:  # never a picture to us: it is a program of its own
        return PictureSort.OTHER
    if begins.startswith(("<!doctype html", "<html", "<head", "<body")):
        return PictureSort.PAGE
    return PictureSort.TEXT
