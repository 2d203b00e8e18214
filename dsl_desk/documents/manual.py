"""The manual as one paper: its pages one after the other, each findable in the reader's list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Image, KeepTogether, PageBreak, Paragraph, Spacer

from dsl_desk.documents.fonts import BOLD, MONO, REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import INK, INNER, PROGRAM, QUIET, Sheet
from dsl_desk.domain.manual import Sort, Tone, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.documents.fonts import Typefaces
    from dsl_desk.domain.manual import Block, ManualPage
    from dsl_desk.domain.progress import Progress

_TITLE: Final = "The manual"
_FOOT: Final = "Invented people throughout. The same pages are in the program: press F1."
_BODY: Final = ParagraphStyle("body", fontName=REGULAR, fontSize=10, leading=15, textColor=INK)
_WORDS: Final = ParagraphStyle("words", _BODY, spaceAfter=6)
_ITEM: Final = ParagraphStyle(
    "item", _BODY, leftIndent=18, bulletIndent=2, bulletFontName=REGULAR, spaceAfter=3
)
_HEADING: Final = ParagraphStyle(
    "heading", _BODY, fontName=BOLD, fontSize=11.5, spaceBefore=8, spaceAfter=4
)
_CODE: Final = ParagraphStyle("code", _BODY, fontName=MONO, fontSize=8.5, leading=12, leftIndent=10)
_CAPTION: Final = ParagraphStyle("caption", _BODY, fontSize=8.5, leading=12, textColor=QUIET)
_TALLEST: Final = 250.0


def print_manual(
    pages: Sequence[ManualPage],
    picture: Callable[[str], Path | None],
    fonts: Path,
    progress: Progress,
) -> bytes:
    """Return the manual as PDF; pictures that are not there are left out."""
    typefaces = load_typefaces(fonts)
    sheet = Sheet(title=_TITLE, school=PROGRAM, file=_TITLE, mark="For everybody", foot=(_FOOT,))
    return sheet.print_story(
        lambda: [piece for page in pages for piece in _page(page, typefaces, picture)], progress
    )


def _page(
    page: ManualPage, typefaces: Typefaces, picture: Callable[[str], Path | None]
) -> Iterator[Flowable]:
    yield from Writer(typefaces).chapter(page.title, "")
    for block in page.blocks:
        if block.sort is Sort.PICTURE:
            yield from _picture(block, picture)
        else:
            yield from _lines(block, typefaces)
    yield PageBreak()


def _lines(block: Block, typefaces: Typefaces) -> Iterator[Flowable]:
    for number, line in enumerate(block.lines, 1):
        if block.sort is Sort.CODE:
            yield Paragraph(_safe(line, typefaces, MONO).replace(" ", "&nbsp;"), _CODE)
        elif block.sort is Sort.HEADING:
            yield Paragraph(_safe(line, typefaces, BOLD), _HEADING)
        elif block.sort is Sort.WORDS:
            yield Paragraph(_markup(line, typefaces), _WORDS)
        else:
            mark = f"{number}." if block.sort is Sort.STEPS else "•"
            yield Paragraph(_markup(line, typefaces), _ITEM, bulletText=mark)
    yield Spacer(1, 4)


def _picture(block: Block, picture: Callable[[str], Path | None]) -> Iterator[Flowable]:
    name, caption = block.lines
    path = picture(name)
    if path is None:
        return
    width, height = ImageReader(str(path)).getSize()
    shrunk = min(INNER / width, _TALLEST / height)
    shown = Image(str(path), width * shrunk, height * shrunk, hAlign="LEFT")
    yield KeepTogether([shown, Paragraph(escape(caption), _CAPTION), Spacer(1, 8)])


def _markup(line: str, typefaces: Typefaces) -> str:
    faces = {Tone.PLAIN: REGULAR, Tone.CONTROL: BOLD, Tone.TYPED: MONO}
    return "".join(
        f'<font name="{faces[tone]}">{_safe(part, typefaces, faces[tone])}</font>'
        for part, tone in spoken(line)
    )


def _safe(words: str, typefaces: Typefaces, face: str) -> str:
    return escape(typefaces.visible(words, face))
