"""A sheet of paper: A4, a head that says whose it is, a foot that says what it is a copy of."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from typing_extensions import Buffer, override

from dsl_desk.documents.fonts import BOLD, REGULAR
from dsl_desk.documents.headings import InRows, with_room
from dsl_desk.documents.laid import Laid
from dsl_desk.domain.progress import untold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.domain.progress import Progress

# Streams stay bytes: as letters they would be a quarter larger, and a picture takes a second.
rl_config.useA85 = 0

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
_NOT_YET: Final = "…"  # how many pages there are is not known yet
_PAGES_WIDTH: Final = 90.0
_TOLD: Final = 200  # so often, about, somebody who waits is told how far it is


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
        told = with_room(story(), INNER)
        paper = self._blank()
        paper.setProgressCallBack(_Steps(told, progress).told)
        paper.build(told, canvasmaker=Counted)
        return paper.written()

    def print_front(self, story: Callable[[], Sequence[Flowable]]) -> bytes:
        """Return the first page as a PDF of its own: it does not know yet how many there will be.

        What stands on it is what will stand there; nothing of any other page is drawn.
        """
        paper = self._blank()
        with suppress(_EnoughError):
            paper.build(with_room(story(), INNER), canvasmaker=partial(Counted, most=1))
            return paper.written()
        paper.canv.save()
        return paper.written()

    def _blank(self) -> _Paper:
        paper = _Paper(
            _Kept(),
            pagesize=A4,
            title=self.title,
            author=PROGRAM,
            creator=PROGRAM,
            producer=PROGRAM,
            lang="en-GB",
            invariant=1,
            initialFontName=REGULAR,  # else the printer names one of its own, not embedded
        )
        around = self._around()
        paper.addPageTemplates(PageTemplate(frames=[_frame()], onPage=around))
        return paper

    def _around(self) -> Callable[[Canvas, BaseDocTemplate], None]:
        """Return what draws the head and the foot of a page: their words are laid out once."""
        said = f'<font name="{BOLD}" color="{_as_markup(INK)}">{escape(self.school)}</font>'
        head = Laid(f"{said} &nbsp;{escape(self.file)}", HEAD)
        mark = Laid(escape(self.mark), ParagraphStyle("in", MARK, alignment=1))
        foot = Laid("<br/>".join(escape(line) for line in self.foot), FOOT)
        right = WIDTH - SIDE

        def draw(canvas: Canvas, _paper: BaseDocTemplate) -> None:
            if isinstance(canvas, Counted):
                canvas.begin_page()
            _draw(canvas, head, SIDE, _HEAD_LINE + 8)
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.7)
            canvas.roundRect(right - _MARK_WIDTH, _HEAD_LINE + 7, _MARK_WIDTH, 15, 2.5)
            _draw(canvas, mark, right - _MARK_WIDTH, _HEAD_LINE + 9.5, _MARK_WIDTH)
            canvas.line(SIDE, _HEAD_LINE, right, _HEAD_LINE)
            canvas.setStrokeColor(RULE)
            canvas.line(SIDE, _FOOT_LINE, right, _FOOT_LINE)
            _draw_below(canvas, foot, SIDE, _FOOT_LINE - 6, INNER - _PAGES_WIDTH)
            canvas.doForm(_of_page(canvas.getPageNumber()))

        return draw


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


class _EnoughError(Exception):
    """As many pages are drawn as were wanted."""


class _Kept(BytesIO):
    """Where the printer writes to: it keeps what it is given, and makes no copy of it."""

    content = b""

    @override
    def write(self, content: Buffer) -> int:
        self.content += bytes(content)
        return len(self.content)


class _Paper(BaseDocTemplate):
    """A paper that is kept in memory, and nowhere else."""

    def written(self) -> bytes:
        """Return what was written."""
        kept = self.filename
        assert isinstance(kept, _Kept)  # noqa: S101 as it was made
        return kept.content


class Counted(Canvas):
    """A paper that says on each page, once all are drawn, which of how many it is.

    And in its list of contents, on which page a part of it begins. `most`: no more are drawn, and
    nobody knows how many there would be.
    """

    places: dict[str, int] | None = None
    asked: set[str] | None = None

    def __init__(self, *given: Any, most: int = 0, **named: Any) -> None:  # noqa: ANN401 the printer's own
        self._most, self._enough = most, False
        super().__init__(*given, **named)

    def note_place(self, words: str) -> None:
        """Note on which page a heading stands."""
        self.places = {words: int(self.getPageNumber() or 0), **(self.places or {})}

    def ask_place(self, words: str) -> str:
        """Return the name of what says, once all is drawn, on which page a heading stands."""
        self.asked = (self.asked or set()) | {words}
        return _place_of(words)

    def begin_page(self) -> None:
        """Begin one more page, if it is wanted."""
        if self._most and self.getPageNumber() > self._most:
            self._enough = True
            raise _EnoughError

    @override
    def save(self) -> None:
        pages = self.getPageNumber() - 1
        of = _NOT_YET if self._enough else str(pages)
        for page in range(1, pages + 1):
            self.beginForm(_of_page(page), 0, 0, WIDTH, HEIGHT)
            number = Paragraph(f"Page {page} of {of}", PAGES)
            _draw_below(self, number, WIDTH - SIDE - _PAGES_WIDTH, _FOOT_LINE - 6, _PAGES_WIDTH)
            self.endForm()
        for words in sorted(self.asked or ()):
            self.beginForm(_place_of(words), 0, 0, PLACE_WIDTH, PLACE_HEIGHT)
            there = (self.places or {}).get(words) or (_NOT_YET if self._enough else "")
            told = Paragraph(f"page {there}" if there else "", PLACE)
            _draw_below(self, told, 0, PLACE_HEIGHT, PLACE_WIDTH)
            self.endForm()
        super().save()


class _Steps:
    """How far the printer is: in rows, where a piece of the story is made of them."""

    def __init__(self, waiting: list[Flowable], progress: Progress) -> None:
        self._waiting = waiting  # the printer takes from it what it has drawn
        self._progress = progress
        self._of = _left(waiting)
        # What is left is counted anew each time: of a long story only now and then.
        self._every = max(1, len(waiting) // _TOLD)
        self._drawn = 0

    def told(self, what: str, _value: int) -> None:
        if what == "PROGRESS":
            self._drawn += 1
            if self._drawn % self._every == 0 or not self._waiting:
                self._progress(max(self._of - _left(self._waiting), 0), self._of)


def _left(waiting: Sequence[Flowable]) -> int:
    return sum(piece.count() if isinstance(piece, InRows) else 1 for piece in waiting)


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
