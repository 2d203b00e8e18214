"""PDF documents: one page as a picture, and what else is in them. Nothing in them is ever run.

This build of PDFium has no JavaScript and is given no forms, so there is nothing it could run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from dsl_desk.decoder.likeness import likeness_of
from dsl_desk.decoder.wish import NotShownError
from dsl_desk.domain.picture import Oddity

if TYPE_CHECKING:
    from dsl_desk.decoder.telling import Telling
    from dsl_desk.decoder.wish import Wish

_ACTS: Final = (
    *(b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA"),
    *(b"/EmbeddedFile", b"/SubmitForm", b"/RichMedia"),
)
_MOST_WORDS: Final = 20_000
_SCALE: Final = 4.0  # a page as large as a stamp is not blown up further
_RGBA: Final = 4


def show_paper(untrusted: bytes, wish: Wish, telling: Telling) -> None:
    """Tell what a document says of itself, and show one page of it."""
    try:
        paper = pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            telling.odd(Oddity.LOCKED)
            raise NotShownError from None
        raise ValueError from None
    telling.pages(len(paper))
    if _acts(paper, untrusted):
        telling.odd(Oddity.ACTIVE)
    try:
        page = paper[wish.page]
    except pypdfium2.PdfiumError:
        raise ValueError from None
    _show(page, wish, telling)


def _acts(paper: pypdfium2.PdfDocument, untrusted: bytes) -> bool:
    if raw.FPDFDoc_GetJavaScriptActionCount(paper) > 0 or paper.count_attachments() > 0:
        return True
    return any(act in untrusted for act in _ACTS)


def _show(page: pypdfium2.PdfPage, wish: Wish, telling: Telling) -> None:
    width, height = page.get_size()
    telling.size(round(width), round(height))
    scale = min(_SCALE, wish.widest / max(width, height, 1.0))
    bitmap = page.render(
        scale=scale,
        rev_byteorder=True,
        force_bitmap_format=raw.FPDFBitmap_BGRA,
        may_draw_forms=False,
    )
    size = (min(bitmap.width, wish.widest), min(bitmap.height, wish.widest))
    image = Image.frombuffer(
        "RGBA", (bitmap.width, bitmap.height), bitmap.buffer, "raw", "RGBA", bitmap.stride, 1
    ).crop((0, 0, *size))
    telling.pixels(*size, image.tobytes())
    telling.likeness(likeness_of(image))
    words = page.get_textpage().get_text_bounded()[:_MOST_WORDS]
    telling.words(words.encode("utf-8", "replace").decode("utf-8"))
