"""A seal on a finished paper: a signature over every byte but its own.

Room for it is left while the file is written, and filled in afterwards: not one byte moves. So a
locked paper can be sealed too, and whatever is changed later breaks it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOM: Final = 4096  # bytes of a signature; ours are about 900
_WIDE: Final = 9_999_999_999
_RANGE: Final = re.compile(rb"/ByteRange \[ 0 9999999999 9999999999 9999999999 \]")
_CONTENTS: Final = re.compile(rb"/Contents <0{%d}>" % (2 * _ROOM))
_SIGNED_AND_CLOSED: Final = 3  # a signature is there, and nothing may be added but by appending
FIELD: Final = "Seal of the school"


def leave_room(paper: pikepdf.Pdf) -> None:
    """Put an empty seal into a paper that is about to be written."""
    signature = pikepdf.Dictionary(
        Type=pikepdf.Name.Sig,
        Filter=pikepdf.Name("/Adobe.PPKLite"),
        SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
        ByteRange=pikepdf.Array([0, _WIDE, _WIDE, _WIDE]),
        Contents=pikepdf.String(b"\0" * _ROOM),
    )
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Sig,
        T=pikepdf.String(FIELD),
        V=paper.make_indirect(signature),
        Rect=pikepdf.Array([0, 0, 0, 0]),
        F=132,  # printed, and locked: a widget without a place on the page
        P=paper.pages[0].obj,
    )
    widget = paper.make_indirect(field)
    paper.pages[0].obj.Annots = pikepdf.Array([*_annotations(paper), widget])
    form = pikepdf.Dictionary(Fields=pikepdf.Array([widget]), SigFlags=_SIGNED_AND_CLOSED)
    paper.Root.AcroForm = paper.make_indirect(form)


def sealed(written: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """Return a written paper with its seal filled in."""
    room, told = _CONTENTS.search(written), _RANGE.search(written)
    assert room is not None  # noqa: S101 it was left above
    assert told is not None  # noqa: S101 as above
    begins, ends = room.start() + len(b"/Contents "), room.end()
    places = b"/ByteRange [ 0 %d %d %d ]" % (begins, ends, len(written) - ends)
    # What is written down there is signed too: it has to stand before anything is signed.
    paper = bytearray(written)
    paper[told.start() : told.end()] = places.ljust(told.end() - told.start())
    whole = memoryview(paper)
    signature = sign(b"".join((whole[:begins], whole[ends:])))
    whole.release()  # as long as somebody looks at it, nothing can be filled in
    filled = signature.hex().encode().ljust(2 * _ROOM, b"0")
    paper[begins + 1 : ends - 1] = filled
    return bytes(paper)


def is_only_a_seal(form: pikepdf.Object) -> bool:
    """Tell whether a form holds one seal, and nothing that could act or be filled in."""
    fields = list(form.get("/Fields", ()))
    return (
        set(form.keys()) == {"/Fields", "/SigFlags"}
        and len(fields) == 1
        and fields[0].get("/FT") == pikepdf.Name.Sig
        and not {"/A", "/AA", "/Kids", "/MK"} & set(fields[0].keys())
    )


def _annotations(paper: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(paper.pages[0].obj.get("/Annots", ()))
