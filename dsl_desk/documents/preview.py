"""A finished paper as pictures of its pages, drawn in memory from the bytes that will leave."""

from __future__ import annotations

import pypdfium2

from dsl_desk.domain.picture import Pixels


def count_pages(pdf: bytes) -> int:
    """Return how many pages there are."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        return len(paper)
    finally:
        paper.close()


def draw_page(pdf: bytes, number: int, width: int) -> Pixels:
    """Return one page, counted from 0, so many pixels wide."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        page = paper[number]
        scale = width / page.get_width()
        bitmap = page.render(
            scale=scale, rev_byteorder=True, prefer_bgrx=True, may_draw_forms=False
        )
        pixels = bytes(bitmap.buffer)
        drawn = Pixels(bitmap.width, bitmap.height, pixels)
        page.close()
        return drawn
    finally:
        paper.close()
