"""Whether more stands in a file than the picture it shows: one sort of file can hide in another."""

from __future__ import annotations

from typing import Final

from dsl_desk.domain.picture import PictureSort

_PNG_BEGINS: Final = 8
_AROUND: Final = 12  # length, name and check of a chunk
_PADDING: Final = b"\0 \t\r\n"


def more_after_end(sort: PictureSort, untrusted: bytes) -> bool:
    """Tell whether something follows after the end that the content itself names."""
    end = _END_OF[sort](untrusted) if sort in _END_OF else 0
    return bool(end) and bool(untrusted[end:].strip(_PADDING))


def _end_of_png(untrusted: bytes) -> int:
    at = _PNG_BEGINS
    while at + _AROUND <= len(untrusted):
        length = int.from_bytes(untrusted[at : at + 4], "big")
        name = untrusted[at + 4 : at + 8]
        at += _AROUND + length
        if name == b"IEND":
            return at
    return 0


def _end_of_jpeg(untrusted: bytes) -> int:
    end = untrusted.rfind(b"\xff\xd9")
    return end + 2 if end >= 0 else 0


def _end_of_riff(untrusted: bytes) -> int:
    return 8 + int.from_bytes(untrusted[4:8], "little")


def _end_of_gif(untrusted: bytes) -> int:
    return 0 if untrusted.rstrip(_PADDING).endswith(b";") else untrusted.rfind(b"\0;") + 2


def _end_of_pdf(untrusted: bytes) -> int:
    end = untrusted.rfind(b"%%EOF")
    return end + 5 if end >= 0 else 0


_END_OF: Final = {
    PictureSort.PNG: _end_of_png,
    PictureSort.JPEG: _end_of_jpeg,
    PictureSort.WEBP: _end_of_riff,
    PictureSort.GIF: _end_of_gif,
    PictureSort.PDF: _end_of_pdf,
}
