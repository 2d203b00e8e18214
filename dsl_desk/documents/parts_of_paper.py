"""What a sheet is filled with: titles, facts, quoted words, tables of facts."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, TypeAlias

from reportlab.platypus import Table, TableStyle

from dsl_desk.documents.fonts import REGULAR
from dsl_desk.documents.marks import ClauseMarks, Marks, PlaceOf
from dsl_desk.documents.pieces import in_pieces
from dsl_desk.documents.rows import Row, Rows, Ruling
from dsl_desk.documents.sheet import INK, INNER
from dsl_desk.documents.styles import BOXED, FACT, LABEL, PLAIN, PRINT, WORDS_PLAIN
from dsl_desk.documents.words_of_paper import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from dsl_desk.documents.marks import Happened

Told: TypeAlias = "Sequence[str | Marks]"
_GAP: Final = 20.0
_TO_SIGN: Final = 34.0
_SECOND_COLUMN: Final = 126.0
_FACTS_IN_A_ROW: Final = 3
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
        return _ruled(cells, widths, open_rows=open_rows)

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
        return _ruled(cells, each, heads=head, open_rows=open_rows)

    def _rows(
        self, rows: Sequence[Told], styles: Sequence[ParagraphStyle]
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
        """Return rows under headings; nothing at all where there is no row."""
        return [self.grid(headings, rows, widths)] if rows else []

    def clauses(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what clause marks mean, each beside the words it stands for."""
        cells = [
            [[self.marks(Marks((mark,)))], [self._line(words, WORDS_PLAIN)]] for mark, words in rows
        ]
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN])

    def contents(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what is in a long paper, and on which page each heading stands."""
        cells: list[list[list[Flowable]]] = [
            [[self._line(words, PLAIN)], [PlaceOf(self._seen(heading, REGULAR))]]
            for words, heading in rows
        ]
        return _ruled(cells, [INNER - 70, 70])

    def chronicle(self, events: Sequence[Happened]) -> list[Flowable]:
        """Return what happened, oldest first: the day stands out, the words are in serif."""
        widths = [INNER * part for part in _CHRONICLE]
        heads = [[self._line(words, FACT)] for words in _CHRONICLED]
        rows = [row for one in events for row in self._happened(one)]
        return [_ruled(rows, widths, heads=heads)] if rows else []

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
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN])

    def typed(self, rows: Sequence[tuple[str, str]]) -> Flowable:
        """Return what is to be typed, in letters of one width, beside where it is typed."""
        cells = [[[self._line(name, FACT)], [self._line(words, PRINT)]] for name, words in rows]
        return _ruled(cells, [_SECOND_COLUMN, INNER - _SECOND_COLUMN])


def _ruled(
    cells: Sequence[list[list[Flowable]]],
    widths: Sequence[float],
    *,
    above: bool = False,
    heads: list[list[Flowable]] | None = None,
    open_rows: Sequence[int] = (),
) -> Rows:
    goes_on = set(open_rows)
    rows = [Row(each, ends=at not in goes_on) for at, each in enumerate(cells)]
    return Rows(rows, Ruling(tuple(widths), Row(heads) if heads else None, above=above))
