"""What a file is, by how it begins. Nobody is asked for its name."""

from __future__ import annotations

import re
from typing import Final

from dsl_desk.domain.picture import PictureSort

HEAD: Final = 4096
_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", PictureSort.PNG),
    (b"\xff\xd8\xff", PictureSort.JPEG),
    (b"GIF87a", PictureSort.GIF),
    (b"GIF89a", PictureSort.GIF),
    (b"II*\0", PictureSort.TIFF),
    (b"MM\0*", PictureSort.TIFF),
    (b"ID3", PictureSort.SOUND),
    (b"OggS", PictureSort.SOUND),
    (b"fLaC", PictureSort.SOUND),
    (b"#!AMR", PictureSort.SOUND),
    (b"FLV\x01", PictureSort.FILM),
    (b"\x1a\x45\xdf\xa3", PictureSort.FILM),
    (b"\x00\x00\x01\xba", PictureSort.FILM),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", PictureSort.FILM),
    (b"%!PS", PictureSort.OTHER),
    (b"{\\rtf", PictureSort.OTHER),
)
_RIFF: Final = {
    b"WEBP": PictureSort.WEBP,
    b"WAVE": PictureSort.SOUND,
    b"AVI ": PictureSort.FILM,
}
_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs")
_STILL_BRANDS: Final = (b"avif", b"avis", b"mif1", b"msf1", b"mif2", b"crx ")
_SOUND_BRANDS: Final = (b"M4A ", b"M4B ", b"F4A ")
_BMP_HEADERS: Final = (12, 16, 40, 52, 56, 64, 108, 124)
_SOUND_FRAME: Final = re.compile(rb"\xff[\xe2\xe3\xf0-\xf5\xf8-\xfd]")
_BEFORE: Final = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--[^>]*>\s*)*"
_PAGE: Final = re.compile(
    _BEFORE + rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>/]", re.IGNORECASE
)
_PAGE_IN_A_LETTER: Final = re.compile(
    rb"^(?:From: <Saved by|MIME-Version:|Snapshot-Content)", re.MULTILINE
)
_DRAWING: Final = re.compile(_BEFORE + rb"<(?:!doctype\s+svg|(?:\w+:)?svg)[\s>/]", re.IGNORECASE)
_BYTE_ORDER: Final = (b"\xff\xfe", b"\xfe\xff")
_NOT_WRITTEN: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sort_of(head: bytes) -> PictureSort:
    """Return what a file is that begins like this."""
    for beginning, sort in _BEGINNINGS:
        if head.startswith(beginning):
            return sort
    if head[4:8] == b"ftyp":
        return _sort_by_brand(head)
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], PictureSort.OTHER)
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return PictureSort.BMP
    if b"%PDF-" in head[:1024]:
        return PictureSort.PDF
    return PictureSort.SOUND if _SOUND_FRAME.match(head) else _sort_of_writing(head)


def _sort_by_brand(head: bytes) -> PictureSort:
    brand = head[8:12]
    brands = head[8 : max(12, min(len(head), int.from_bytes(head[:4], "big")))]
    if brand in _HEIC_BRANDS or (brand in (b"mif1", b"msf1") and b"heic" in brands):
        return PictureSort.HEIC
    if brand in _STILL_BRANDS:
        return PictureSort.OTHER
    return PictureSort.SOUND if brand in _SOUND_BRANDS else PictureSort.FILM


def _sort_of_writing(head: bytes) -> PictureSort:
    if head.startswith(_BYTE_ORDER):
        plain = head[2:].replace(b"\0", b"")
    elif not head or _NOT_WRITTEN.search(head):
        return PictureSort.OTHER
    else:
        plain = head
    if _PAGE.match(plain) or _PAGE_IN_A_LETTER.search(plain):
        return PictureSort.PAGE
    return PictureSort.OTHER if _DRAWING.match(plain) else PictureSort.TEXT
