"""What a sheet is filled with: titles, facts, quoted words, tables of facts."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, TypeAlias

from reportlab.platypus import Table, TableStyle

from dsl_desk.documents.fonts import REGULAR
from dsl_desk.documents.marks import ClauseMarks, Marks, PlaceOf
from dsl_desk.documents.pieces import in_pieces
from dsl_desk.documents.sheet import INK, INNER, RULE
from dsl_desk.documents.styles import BOXED, FACT, LABEL, PLAIN, PRINT, WORDS_PLAIN
from dsl_desk.documents.words_of_paper import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from dsl_desk.documents.marks import Happened

Row: TypeAlias = "Sequence[str | Marks]"
_GAP: Final = 20.0
_TO_SIGN: Final = 34.0
_SECOND_COLUMN: Final = 126.0
_FACTS_IN_A_ROW: Final = 3
_A_PIECE: Final = 60  # rows of a long grid that are laid out together
_CHRONICLED: Final = ("When", "What happened", "Recorded by")
_CHRONICLE: Final = (0.17, 0.62, 0.21)


class Writer(Words):
    """Turns facts and rows into pieces of paper; every word of them goes through the same door."""

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
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str | Marks]],
        widths: Sequence[float],
    ) -> Flowable:
        """Return rows under headings, which stand again on every page; widths are parts of one."""
        head = [[self._line(heading, FACT)] for heading in headings]
        cells, open_rows = self._rows(rows, (PLAIN,) * len(widths))
        whole = sum(widths)
        each = [INNER * width / whole for width in widths]
        below = [row + 1 for row in open_rows]
        return _ruled([head, *cells], each, above=False, heads=1, open_rows=below)

    def _rows(
        self, rows: Sequence[Row], styles: Sequence[ParagraphStyle]
    ) -> tuple[list[list[list[Flowable]]], list[int]]:
        """Return cells, and which rows go on below: no row is taller than a page has room for."""
        cells: list[list[list[Flowable]]] = []
        open_rows: list[int] = []
        for row in rows:
            for pieces in zip_longest(*(self._in_pieces(cell) for cell in row), fillvalue=""):
                pairs = zip(pieces, styles, strict=True)
                cells.append([[self._cell(words, style)] for words, style in pairs])
                open_rows.append(len(cells) - 1)
            open_rows.pop()
        return cells, open_rows

    def _cell(self, said: str | Marks, style: ParagraphStyle) -> Flowable:
        return self._line(said, style) if isinstance(said, str) else self.marks(said)

    def marks(self, said: Marks) -> Flowable:
        """Return the marks of clauses, each in a box of its own."""
        self.heard += said.marks
        return ClauseMarks(tuple(self._seen(one, REGULAR) for one in said.marks))

    def _in_pieces(self, words: str | Marks) -> Sequence[str | Marks]:
        """Return words in pieces, covered as a whole: no name is cut in two and got past."""
        if isinstance(words, Marks):
            return (words,)
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

    def clauses(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what clause marks mean, each beside the words it stands for."""
        cells = [
            [[self.marks(Marks((mark,)))], [self._line(words, WORDS_PLAIN)]] for mark, words in rows
        ]
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN], above=False)

    def contents(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what is in a long paper, and on which page each heading stands."""
        cells: list[list[list[Flowable]]] = [
            [[self._line(words, PLAIN)], [PlaceOf(self._seen(heading, REGULAR))]]
            for words, heading in rows
        ]
        return _ruled(cells, [INNER - 70, 70], above=False)

    def chronicle(self, events: Sequence[Happened]) -> list[Flowable]:
        """Return what happened, oldest first: the day stands out, the words are in serif."""
        widths = [INNER * part for part in _CHRONICLE]
        heads = [[self._line(words, FACT)] for words in _CHRONICLED]
        told: list[Flowable] = []
        for first in range(0, len(events), _A_PIECE):
            rows = [row for one in events[first : first + _A_PIECE] for row in self._happened(one)]
            told.append(_ruled([heads, *rows], widths, above=False, heads=1))
        return told

    def _happened(self, one: Happened) -> list[list[list[Flowable]]]:
        pieces = self._in_pieces(one.words) if one.words.strip() else ("",)
        rows: list[list[list[Flowable]]] = []
        for number, piece in enumerate(pieces):
            words = [self._line(str(piece), WORDS_PLAIN)] if piece else []
            head = [] if number else [self._line(one.title, FACT)]
            when = [] if number else [self._line(one.day, FACT), self._line(one.time, PLAIN)]
            by = [] if number else [self._line(one.by, PLAIN)]
            rows.append([when, [*head, *words], by])
        return rows

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

    def typed(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what is to be typed, in letters of one width, beside where it is typed."""
        cells = [[[self._line(name, FACT)], [self._line(words, PRINT)]] for name, words in rows]
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN], above=False)


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
    if heads:
        style.add("LINEBELOW", (0, 0), (-1, 0), 0.8, INK)
    return Table(rows, colWidths=list(widths), style=style, repeatRows=heads, spaceBefore=4)
