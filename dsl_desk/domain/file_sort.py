"""What a file is by its content, told from its first bytes; its name says nothing."""

from __future__ import annotations

from enum import Enum
from typing import Final

HEAD: Final = 512  # as much as is ever looked at


class FileSort(Enum):
    """What a file is."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    HEIC = "heic"
    PDF = "pdf"
    SVG = "svg"
    WEB_PAGE = "web_page"
    ARCHIVE = "archive"
    FILM = "film"
    SOUND = "sound"
    TEXT = "text"
    OTHER = "other"


PICTURES: Final = frozenset(
    {
        *(FileSort.PNG, FileSort.JPEG, FileSort.WEBP, FileSort.GIF),
        *(FileSort.BMP, FileSort.TIFF, FileSort.HEIC),
    }
)
# What one glance does not show: somebody named has to have seen it to its end.
SEEN_TO_THE_END: Final = frozenset(
    {FileSort.FILM, FileSort.PDF, FileSort.ARCHIVE, FileSort.OTHER, FileSort.WEB_PAGE}
)
_BEGINS: Final = (
    (b"\x89PNG\r\n\x1a\n", FileSort.PNG),
    (b"\xff\xd8\xff", FileSort.JPEG),
    (b"GIF87a", FileSort.GIF),
    (b"GIF89a", FileSort.GIF),
    (b"BM", FileSort.BMP),
    (b"II*\x00", FileSort.TIFF),
    (b"MM\x00*", FileSort.TIFF),
    (b"%PDF-", FileSort.PDF),
    (b"PK\x03\x04", FileSort.ARCHIVE),
    (b"Rar!", FileSort.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileSort.ARCHIVE),
    (b"\x1f\x8b", FileSort.ARCHIVE),
    (b"\x1aE\xdf\xa3", FileSort.FILM),
    (b"ID3", FileSort.SOUND),
    (b"OggS", FileSort.SOUND),
    (b"fLaC", FileSort.SOUND),
)
_RIFF: Final = {b"WEBP": FileSort.WEBP, b"AVI ": FileSort.FILM, b"WAVE": FileSort.SOUND}
_HEIC: Final = frozenset({b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif"})
_SOUNDS: Final = frozenset({b"M4A ", b"M4B "})
ENDINGS: Final = {
    "png": FileSort.PNG,
    "jpg": FileSort.JPEG,
    "jpeg": FileSort.JPEG,
    "webp": FileSort.WEBP,
    "gif": FileSort.GIF,
    "bmp": FileSort.BMP,
    "tif": FileSort.TIFF,
    "tiff": FileSort.TIFF,
    "heic": FileSort.HEIC,
    "pdf": FileSort.PDF,
    "svg": FileSort.SVG,
    "mp4": FileSort.FILM,
    "mov": FileSort.FILM,
    "txt": FileSort.TEXT,
}


def sort_of(untrusted_head: bytes) -> FileSort:
    """Return what a file is, by how it begins."""
    for begins, sort in _BEGINS:
        if untrusted_head.startswith(begins):
            return sort
    if untrusted_head.startswith(b"RIFF"):
        return _RIFF.get(untrusted_head[8:12], FileSort.OTHER)
    if untrusted_head[4:8] == b"ftyp":
        return _of_brand(untrusted_head[8:12])
    return _of_text(untrusted_head)


def named_otherwise(name: str, sort: FileSort) -> bool:
    """Tell whether a file's name promises something else than it is."""
    _stem, dot, ending = name.rpartition(".")
    promised = ENDINGS.get(ending.casefold()) if dot else None
    return promised is not None and promised is not sort


def _of_brand(brand: bytes) -> FileSort:
    if brand in _HEIC:
        return FileSort.HEIC
    return FileSort.SOUND if brand in _SOUNDS else FileSort.FILM


def _of_text(untrusted_head: bytes) -> FileSort:
    if not untrusted_head or b"\x00" in untrusted_head:
        return FileSort.OTHER
    try:
        text = untrusted_head.decode("utf-8", "strict")
    except UnicodeDecodeError as failure:
        if failure.start < len(untrusted_head) - 3:  # else a sign was cut in two by the head's end
            return FileSort.OTHER
        text = untrusted_head[: failure.start].decode("utf-8")
    begins = text.lstrip("\ufeff \t\r\n").casefold()
    if "<svg" in begins:
        return FileSort.SVG
    if begins.startswith(("<!doctype html", "<html", "<head", "<body")):
        return FileSort.WEB_PAGE
    return FileSort.TEXT
