"""Small pieces of paper: the marks of clauses in their boxes, a place in the list of contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.fonts import REGULAR
from dsl_desk.documents.sheet import INK, PLACE_HEIGHT, PLACE_WIDTH, QUIET, Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZE: Final = 7.8
_HIGH: Final = 12.5
_LINE: Final = 15.0
_SIDES: Final = 4.0
_GAP: Final = 4.0
_BELOW: Final = 3.6
_SIGN: Final = "§"


@dataclass(frozen=True)
class Marks:
    """Clauses as they are cited, in a cell of a table."""

    marks: tuple[str, ...]


@dataclass(frozen=True)
class Happened:
    """A line of a chronology. The words are somebody's own."""

    day: str
    time: str = ""
    title: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    by: str = field(default="", repr=False)


class ClauseMarks(Flowable):
    """Marks side by side, each in a box; as many lines of them as the column needs."""

    def __init__(self, marks: tuple[str, ...]) -> None:
        super().__init__()
        self._marks = tuple(f"{_SIGN} {one}" for one in marks)
        self._column = 0.0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self._column = availWidth
        lines = [line for _mark, _left, line, _wide in self._placed()]
        return availWidth, _LINE * (max(lines, default=-1) + 1)

    def draw(self) -> None:
        """Draw them: reportlab calls this with the paper under it."""
        paper, placed = self.canv, list(self._placed())
        top = _LINE * (max((line for _m, _l, line, _w in placed), default=0) + 1)
        paper.setFont(REGULAR, _SIZE)
        paper.setLineWidth(0.6)
        for mark, left, line, wide in placed:
            bottom = top - _LINE * (line + 1) + _LINE - _HIGH
            paper.setStrokeColor(QUIET)
            paper.roundRect(left, bottom, wide, _HIGH, 2.2)
            paper.setFillColor(INK)
            paper.drawString(left + _SIDES, bottom + _BELOW, _fitting(mark, wide - 2 * _SIDES))

    def _placed(self) -> Iterator[tuple[str, float, int, float]]:
        left, line = 0.0, 0
        for mark in self._marks:
            wide = min(stringWidth(mark, REGULAR, _SIZE) + 2 * _SIDES, self._column)
            if left and left + wide > self._column:
                left, line = 0.0, line + 1
            yield mark, left, line, wide
            left += wide + _GAP


class PlaceOf(Flowable):
    """The page a heading stands on: it is known once all pages are drawn."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self.width, self.height = PLACE_WIDTH, PLACE_HEIGHT

    def draw(self) -> None:
        """Draw it, as above."""
        if isinstance(self.canv, Counted):
            self.canv.doForm(self.canv.ask_place(self._heading))


def _fitting(mark: str, wide: float) -> str:
    while len(mark) > 1 and stringWidth(mark, REGULAR, _SIZE) > wide:
        mark = mark[:-1]
    return mark
