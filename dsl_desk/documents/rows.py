"""Rows of a table, taken a page at a time: what stands on later pages is not looked at before.

The printer's own table measures all of its rows, and what is left of them again on every page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Table, TableStyle
from typing_extensions import override

from dsl_desk.documents.fonts import REGULAR
from dsl_desk.documents.headings import InRows
from dsl_desk.documents.sheet import INK, RULE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

_ABOVE: Final = 4.5
_BELOW: Final = 6.0
_RIGHT: Final = 6.0
_TALL: Final = 10_000.0
_NEARLY: Final = 1e-6  # points: what the printer rounds away


@dataclass
class Row:
    """Cells side by side. `ends`: a line is drawn below; else the next row goes on with it."""

    cells: list[list[Flowable]]
    ends: bool = True
    height: float = field(default=0.0, init=False)

    def tall(self, widths: Sequence[float]) -> float:
        """Return how tall it is; it is asked once."""
        if not self.height:
            pairs = zip(self.cells, widths, strict=False)  # the last row of facts may be short
            self.height = max(_tall(cell, width - _RIGHT) for cell, width in pairs)
            self.height += _ABOVE + _BELOW
        return self.height


@dataclass(frozen=True)
class Ruling:
    """How rows are ruled: a line above the first, a strong one below the headings."""

    widths: tuple[float, ...]
    heads: Row | None = None
    above: bool = False


class Rows(InRows):
    """Rows with a line below each. Their headings, if they have any, stand again on every page."""

    spaceBefore = 4.0  # noqa: N815 the printer's own name for it

    def __init__(self, rows: Sequence[Row], ruling: Ruling) -> None:
        super().__init__()
        self.rows, self._ruling = rows, ruling
        self.width = sum(ruling.widths)

    @override
    def count(self) -> int:
        return len(self.rows)

    @override
    def least(self) -> float:
        """Return how much room it needs to begin: its headings, and its first row."""
        return self._heads() + sum(row.tall(self._ruling.widths) for row in self.rows[:1])

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        fit, self.height = self._fitting(availHeight)
        whole = fit == len(self.rows)
        return self.width, self.height if whole else availHeight + 1

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        fit, _height = self._fitting(availHeight)
        if fit in (0, len(self.rows)):
            return [self] if fit else []
        goes_on = replace(self._ruling, above=False)
        return [Rows(self.rows[:fit], self._ruling), Rows(self.rows[fit:], goes_on)]

    def draw(self) -> None:
        """Draw them: reportlab calls this with the paper under it."""
        heads = [self._ruling.heads] if self._ruling.heads else []
        rows = [*heads, *self.rows]
        table = Table(
            [row.cells for row in rows],
            colWidths=list(self._ruling.widths),
            rowHeights=[row.tall(self._ruling.widths) for row in rows],
            style=self._style(rows, heads=len(heads)),
        )
        table.wrapOn(self.canv, self.width, self.height)
        table.drawOn(self.canv, 0, 0)

    def _style(self, rows: Sequence[Row], heads: int) -> TableStyle:
        style = TableStyle(
            [
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), _RIGHT),
                ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
                ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                *(("LINEBELOW", (0, at), (-1, at), 0.6, RULE) for at in _ending(rows)),
            ]
        )
        if self._ruling.above:
            style.add("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE)
        if heads:
            style.add("LINEBELOW", (0, 0), (-1, 0), 0.8, INK)
        return style

    def _heads(self) -> float:
        heads = self._ruling.heads
        return heads.tall(self._ruling.widths) if heads else 0.0

    def _fitting(self, room: float) -> tuple[int, float]:
        """Return how many rows there is room for, and how tall they are with their headings."""
        height = self._heads()
        for fit, row in enumerate(self.rows):
            taller = height + row.tall(self._ruling.widths)
            if taller > room + _NEARLY:
                return fit, height
            height = taller
        return len(self.rows), height


def _ending(rows: Sequence[Row]) -> list[int]:
    return [at for at, row in enumerate(rows) if row.ends]


def _tall(cell: Sequence[Flowable], width: float) -> float:
    """Return how tall a cell is: no room is left above its first piece, nor below its last."""
    if not cell:
        return 0.0
    heights = [
        piece.wrap(width, _TALL)[1] + piece.getSpaceBefore() + piece.getSpaceAfter()
        for piece in cell
    ]
    return sum(heights) - cell[0].getSpaceBefore() - cell[-1].getSpaceAfter()
