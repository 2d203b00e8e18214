"""What a sheet is filled with: titles, facts, quoted words, tables of facts."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph, Spacer, Table, TableStyle
from typing_extensions import override

from dsl_desk.documents.fonts import BOLD, REGULAR, SERIF, SERIF_BOLD
from dsl_desk.documents.pieces import in_pieces
from dsl_desk.documents.shaping import ShapedWords
from dsl_desk.documents.sheet import INK, INNER, RULE
from dsl_desk.documents.styles import (
    BOXED,
    FACT,
    LABEL,
    PLAIN,
    PRINT,
    SAID,
    SECTION,
    TITLE,
    UNDER,
    WORDS,
    WORDS_PLAIN,
)
from dsl_desk.domain.cover import NO_COVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from dsl_desk.documents.fonts import Typefaces
    from dsl_desk.domain.cover import Cover

_ABOVE_TITLE: Final = 8.0
_GAP: Final = 20.0
_TO_SIGN: Final = 34.0
_RULE_WIDTH: Final = 2.0
_SECOND_COLUMN: Final = 126.0
_FACTS_IN_A_ROW: Final = 3
_ROOM_BELOW: Final = 56.0  # a heading never stands alone at the foot of a page
_A_PIECE: Final = 60  # rows of a long grid that are laid out together


class Quoted(Paragraph):
    """Words as they were written, with a rule beside them on every page they flow over."""

    @override
    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(_RULE_WIDTH)
        self.canv.line(_RULE_WIDTH / 2, 0, _RULE_WIDTH / 2, self.height)
        self.canv.restoreState()
        super().draw()


class Section(Paragraph):
    """A numbered heading: it stands in the list of contents that readers show beside the page."""

    def __init__(self, markup: str, style: ParagraphStyle, words: str, level: int = 0) -> None:
        super().__init__(markup, style)
        self._words, self._level = words, level

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        width, height = super().wrap(availWidth, availHeight)
        # Too near the foot of a page it says that it is too tall, and begins the next one.
        fits = availHeight >= height + _ROOM_BELOW
        return width, height if fits else availHeight + 1

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        return []

    @override
    def draw(self) -> None:
        place = f"s{id(self)}-{self.canv.getPageNumber()}"
        self.canv.bookmarkHorizontal(place, 0, self.height)
        self.canv.addOutlineEntry(self._words, place, self._level)
        super().draw()


class Writer:
    """Turns words into pieces of paper.

    All words are covered, escaped and made visible here: nobody who is covered gets past.
    """

    def __init__(self, typefaces: Typefaces, cover: Cover = NO_COVER) -> None:
        self._typefaces = typefaces
        self._cover = cover
        self.heard: list[str] = []  # every word that came here, for whoever asks who is named

    def title(self, words: str, under: str) -> list[Flowable]:
        """Return the title of the paper and the line under it."""
        return [Spacer(1, _ABOVE_TITLE), self._line(words, TITLE), self._line(under, UNDER)]

    def chapter(self, words: str, under: str) -> list[Flowable]:
        """Return the title of a part of a long paper and the line under it."""
        seen = self._seen(words, SERIF_BOLD)
        title = Section(self._safe(words, TITLE.fontName), TITLE, seen)
        return [Spacer(1, _ABOVE_TITLE), title, self._line(under, UNDER)]

    def section(self, number: int, words: str, level: int = 0) -> Flowable:
        """Return a numbered heading."""
        quiet = f'<font name="{REGULAR}">{number}</font>'
        seen = self._seen(words, BOLD)
        return Section(
            f"{quiet} &nbsp; {self._safe(words, BOLD)}", SECTION, f"{number} {seen}", level
        )

    def facts(self, facts: Sequence[tuple[str, str]]) -> Flowable:
        """Return a grid of small labels with their facts under them."""
        cells = [[self._line(name, LABEL), self._line(fact, FACT)] for name, fact in facts]
        rows = [
            cells[first : first + _FACTS_IN_A_ROW]
            for first in range(0, len(cells), _FACTS_IN_A_ROW)
        ]
        return _ruled(rows, [INNER / _FACTS_IN_A_ROW] * _FACTS_IN_A_ROW, above=True)

    def table(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return facts with their names beside them."""
        cells, open_rows = self._rows(rows, (FACT, PLAIN))
        widths = [_SECOND_COLUMN, INNER - _SECOND_COLUMN]
        return _ruled(cells, widths, above=False, open_rows=open_rows)

    def grid(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> Flowable:
        """Return rows under headings, which stand again on every page; widths are parts of one."""
        head = [[self._line(heading, LABEL)] for heading in headings]
        cells, open_rows = self._rows(rows, (PLAIN,) * len(widths))
        whole = sum(widths)
        each = [INNER * width / whole for width in widths]
        below = [row + 1 for row in open_rows]
        return _ruled([head, *cells], each, above=True, heads=1, open_rows=below)

    def _rows(
        self, rows: Sequence[Sequence[str]], styles: Sequence[ParagraphStyle]
    ) -> tuple[list[list[list[Flowable]]], list[int]]:
        """Return cells, and which rows go on below: no row is taller than a page has room for."""
        cells: list[list[list[Flowable]]] = []
        open_rows: list[int] = []
        for row in rows:
            for pieces in zip_longest(*(self._in_pieces(cell) for cell in row), fillvalue=""):
                pairs = zip(pieces, styles, strict=True)
                cells.append([[self._line(words, style)] for words, style in pairs])
                open_rows.append(len(cells) - 1)
            open_rows.pop()
        return cells, open_rows

    def _in_pieces(self, words: str) -> list[str]:
        """Return words in pieces, covered as a whole: no name is cut in two and got past."""
        self.heard.append(words)
        return in_pieces(self._cover.words(words))

    def long_grid(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> list[Flowable]:
        """Return rows under headings as several pieces: a printer takes long ones apart for ever.

        Each piece has its headings, so that no page begins without them.
        """
        return [
            self.grid(headings, rows[first : first + _A_PIECE], widths)
            for first in range(0, len(rows), _A_PIECE)
        ]

    def plain(self, words: str) -> Flowable:
        """Return a line as it is."""
        return self._line(words, PLAIN)

    def said(self, *paragraphs: str) -> list[Flowable]:
        """Return what is told to whoever reads it, paragraph by paragraph."""
        return [Spacer(1, 5), *(self._line(words, SAID) for words in paragraphs)]

    def strong(self, words: str) -> Flowable:
        """Return a line that stands out."""
        return self._line(words, FACT)

    def small(self, words: str) -> Flowable:
        """Return a small quiet line, such as who says what follows."""
        return self._line(words, LABEL)

    def quoted(self, words: str) -> list[Flowable]:
        """Return words as they were written, line by line."""
        self.heard.append(words)
        covered = self._cover.words(words)  # as a whole: a name may stand on two lines
        return [self._quote(line) for line in covered.split("\n")]

    def _quote(self, line: str) -> Flowable:
        if self._typefaces.is_complex(line):
            seen = self._seen(line, SERIF, shaped=True)
            return ShapedWords(seen, WORDS, self._typefaces, ruled=True)
        return Quoted(self._safe(line, SERIF) or "&nbsp;", WORDS)

    def box(self, heading: str, lines: Sequence[str]) -> Flowable:
        """Return what nobody may overlook, in a thick box."""
        cells = [
            [self._line(heading, BOXED)],
            *([self._line(line, WORDS_PLAIN)] for line in lines),
        ]
        style = TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 1.6, INK),
                ("LEFTPADDING", (0, 0), (-1, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("TOPPADDING", (0, 0), (-1, 0), 9),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 10),
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ]
        )
        return Table(cells, colWidths=[INNER], style=style, spaceBefore=12)

    def signatures(self, *names: str) -> Flowable:
        """Return lines to sign on, side by side."""
        gaps = len(names) - 1
        wide = (INNER - _GAP * gaps) / len(names)
        row: list[Flowable | str] = []
        rules = [("FONTNAME", (0, 0), (-1, -1), REGULAR), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        for at, name in enumerate(names):
            row += ["", self._line(name, LABEL)] if at else [self._line(name, LABEL)]
        lines = [("LINEABOVE", (2 * at, 1), (2 * at, 1), 0.7, INK) for at in range(len(names))]
        widths = [wide if at % 2 == 0 else _GAP for at in range(2 * gaps + 1)]
        blank = [""] * len(row)
        style = TableStyle([*rules, *lines])
        return Table([blank, row], colWidths=widths, rowHeights=[_TO_SIGN, None], style=style)

    def fingerprint(self, name: str, digits: str) -> Flowable:
        """Return a fingerprint in groups of four, beside its name."""
        fours = [digits[at : at + 4] for at in range(0, len(digits), 4)]
        groups = "\n".join(" ".join(fours[at : at + 8]) for at in range(0, len(fours), 8))
        cells = [[[self._line(name, FACT)], [self._line(groups, PRINT)]]]
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN], above=False)

    def _line(self, words: str, style: ParagraphStyle) -> Flowable:
        if self._typefaces.is_complex(words):
            self.heard.append(words)
            seen = self._seen(words, style.fontName, shaped=True)
            return ShapedWords(seen.replace("\t", "    "), style, self._typefaces)
        return Paragraph(self._safe(words, style.fontName), style)

    def _seen(self, words: str, face: str, *, shaped: bool = False) -> str:
        """Return words as they will stand there; covered again where signs became codes."""
        seen = self._typefaces.visible(self._cover.words(words), face, shaped=shaped)
        return self._cover.words(seen)

    def _safe(self, words: str, face: str) -> str:
        self.heard.append(words)
        runs = self._typefaces.runs(self._seen(words, face), face)
        seen = "".join(_marked(run, other, face) for other, run in runs)
        # The printer would run spaces together; somebody's own spacing is kept.
        return seen.replace("\t", "    ").replace("  ", "&nbsp; ").replace("\n", "<br/>")


def _marked(words: str, face: str, usual: str) -> str:
    seen = escape(words)
    return seen if face == usual else f'<font name="{face}">{seen}</font>'


def _ruled(
    rows: Sequence[list[list[Flowable]]],
    widths: Sequence[float],
    *,
    above: bool,
    heads: int = 0,
    open_rows: Sequence[int] = (),
) -> Table:
    ends = [row for row in range(len(rows)) if row not in set(open_rows)]
    style = TableStyle(
        [
            *(("LINEBELOW", (0, row), (-1, row), 0.6, RULE) for row in ends),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ]
    )
    if above:
        style.add("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE)
    return Table(rows, colWidths=list(widths), style=style, repeatRows=heads)
