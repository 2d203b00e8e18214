"""A sheet of paper: A4, a head that says whose it is, a foot that says what it is a copy of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from typing_extensions import override

from dsl_desk.documents.fonts import BOLD, REGULAR
from dsl_desk.documents.headings import with_room
from dsl_desk.domain.progress import untold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.domain.progress import Progress

WIDTH, HEIGHT = A4
SIDE: Final = 43.0
INNER: Final = WIDTH - 2 * SIDE
_HEAD_LINE: Final = HEIGHT - 51.0
_FOOT_LINE: Final = 49.0
_BODY_TOP: Final = HEIGHT - 60.0
_BODY_BOTTOM: Final = 60.0
PROGRAM: Final = "DSL Desk"

INK: Final = Color(0.07, 0.09, 0.08)
QUIET: Final = Color(0.30, 0.35, 0.33)
RULE: Final = Color(0.78, 0.81, 0.80)

HEAD: Final = ParagraphStyle("head", fontName=REGULAR, fontSize=9, leading=12, textColor=QUIET)
MARK: Final = ParagraphStyle("mark", fontName=BOLD, fontSize=8.5, leading=11, textColor=INK)
FOOT: Final = ParagraphStyle("foot", fontName=REGULAR, fontSize=7.5, leading=11, textColor=QUIET)
PAGES: Final = ParagraphStyle("pages", fontName=BOLD, fontSize=8, leading=11, alignment=2)

PLACE: Final = ParagraphStyle("place", fontName=REGULAR, fontSize=9, leading=13, alignment=2)
PLACE_WIDTH: Final = 60.0
PLACE_HEIGHT: Final = 13.0
_MARK_WIDTH: Final = 132.0
_PAGES_WIDTH: Final = 90.0


@dataclass(frozen=True)
class Sheet:
    """The words around the record, the same on every page, already made visible."""

    title: str
    school: str = field(repr=False)
    file: str
    mark: str
    foot: tuple[str, ...] = field(repr=False)

    def print_story(
        self, story: Callable[[], Sequence[Flowable]], progress: Progress = untold
    ) -> bytes:
        """Return the PDF, laid out in one pass: how many pages there are is drawn at its end."""
        out = BytesIO()

        def around(canvas: Canvas, _paper: BaseDocTemplate) -> None:
            self._draw_around(canvas)

        paper = self._blank(out)
        paper.setProgressCallBack(_Steps(progress).told)
        paper.addPageTemplates(PageTemplate(frames=[_frame()], onPage=around))
        paper.build(with_room(story()), canvasmaker=Counted)
        return out.getvalue()

    def _blank(self, out: BytesIO) -> BaseDocTemplate:
        return BaseDocTemplate(
            out,
            pagesize=A4,
            title=self.title,
            author=PROGRAM,
            creator=PROGRAM,
            producer=PROGRAM,
            lang="en-GB",
            invariant=1,
            initialFontName=REGULAR,  # else the printer names one of its own, not embedded
        )

    def _draw_around(self, canvas: Canvas) -> None:
        head = f'<font name="{BOLD}" color="{_as_markup(INK)}">{escape(self.school)}</font>'
        _draw(canvas, Paragraph(f"{head} &nbsp;{escape(self.file)}", HEAD), SIDE, _HEAD_LINE + 8)
        right = WIDTH - SIDE
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.7)
        canvas.roundRect(right - _MARK_WIDTH, _HEAD_LINE + 7, _MARK_WIDTH, 15, 2.5)
        _draw(
            canvas,
            Paragraph(escape(self.mark), ParagraphStyle("in", MARK, alignment=1)),
            right - _MARK_WIDTH,
            _HEAD_LINE + 9.5,
            _MARK_WIDTH,
        )
        canvas.line(SIDE, _HEAD_LINE, right, _HEAD_LINE)
        canvas.setStrokeColor(RULE)
        canvas.line(SIDE, _FOOT_LINE, right, _FOOT_LINE)
        foot = Paragraph("<br/>".join(escape(line) for line in self.foot), FOOT)
        _draw_below(canvas, foot, SIDE, _FOOT_LINE - 6, INNER - _PAGES_WIDTH)
        canvas.doForm(_of_page(canvas.getPageNumber()))


def _frame() -> Frame:
    return Frame(
        SIDE,
        _BODY_BOTTOM,
        INNER,
        _BODY_TOP - _BODY_BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


class Counted(Canvas):
    """A paper that says on each page, once all are drawn, which of how many it is.

    And in its list of contents, on which page a part of it begins.
    """

    places: dict[str, int] | None = None
    asked: set[str] | None = None

    def note_place(self, words: str) -> None:
        """Note on which page a heading stands."""
        self.places = {words: int(self.getPageNumber() or 0), **(self.places or {})}

    def ask_place(self, words: str) -> str:
        """Return the name of what says, once all is drawn, on which page a heading stands."""
        self.asked = (self.asked or set()) | {words}
        return _place_of(words)

    @override
    def save(self) -> None:
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_of_page(page), 0, 0, WIDTH, HEIGHT)
            number = Paragraph(f"Page {page} of {pages}", PAGES)
            _draw_below(self, number, WIDTH - SIDE - _PAGES_WIDTH, _FOOT_LINE - 6, _PAGES_WIDTH)
            self.endForm()
        for words in sorted(self.asked or ()):
            self.beginForm(_place_of(words), 0, 0, PLACE_WIDTH, PLACE_HEIGHT)
            there = (self.places or {}).get(words, 0)
            told = Paragraph(f"page {there}" if there else "", PLACE)
            _draw_below(self, told, 0, PLACE_HEIGHT, PLACE_WIDTH)
            self.endForm()
        super().save()


class _Steps:
    """How far the printer is, as it tells it itself: in pieces laid out."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._of = 0

    def told(self, what: str, value: int) -> None:
        if what == "SIZE_EST":
            self._of = value
        elif what == "PROGRESS":
            self._progress(min(value, self._of), self._of)


def _place_of(words: str) -> str:
    return f"place{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def _of_page(page: int) -> str:
    return f"of{page}"


def _as_markup(colour: Color) -> str:
    return f"#{colour.hexval()[2:]}"


def _draw(
    canvas: Canvas,
    words: Paragraph,
    left: float,
    bottom: float,
    width: float = INNER - _MARK_WIDTH - 10,
) -> None:
    words.wrapOn(canvas, width, HEIGHT)
    words.drawOn(canvas, left, bottom)


def _draw_below(canvas: Canvas, words: Paragraph, left: float, top: float, width: float) -> None:
    _, height = words.wrapOn(canvas, width, HEIGHT)
    words.drawOn(canvas, left, top - height)
