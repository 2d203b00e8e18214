"""What a kit's paper is filled with besides: the code in large signs, advice, lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table, TableStyle

from dsl_desk.documents.fonts import MONO, REGULAR
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import INK, INNER, QUIET, RULE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

_CODE: Final = ParagraphStyle(
    "code", fontName=MONO, fontSize=20, leading=28, textColor=INK, alignment=1
)
_UNDER_A_LINE: Final = ParagraphStyle(
    "under-a-line", fontName=REGULAR, fontSize=8.5, leading=12, textColor=QUIET
)
_ROOM_TO_WRITE: Final = 30.0
_BETWEEN: Final = 24.0
_BOX: Final = 40.0


class KitWriter(Writer):
    """Turns a kit into pieces of paper."""

    def code(self, rows: Sequence[Sequence[str]]) -> Flowable:
        """Return the groups of a code, each in a box of its own."""
        cells = [[self._line(group, _CODE) for group in row] for row in rows]
        style = TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.9, INK),
                ("INNERGRID", (0, 0), (-1, -1), 0.6, RULE),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
        width = INNER / len(rows[0])
        made = Table(cells, colWidths=[width] * len(rows[0]), rowHeights=[_BOX] * len(rows))
        made.setStyle(style)
        return made

    def lines(self, *names: str) -> Flowable:
        """Return lines to write on, side by side, each with what is to be written."""
        width = (INNER - _BETWEEN * (len(names) - 1)) / len(names)
        words = [self._line(name, _UNDER_A_LINE) for name in names]
        gaps = [_BETWEEN] * (len(names) - 1)
        row: list[Flowable | str] = [words[0]]
        widths, rules = [width], [("LINEABOVE", (0, 1), (0, 1), 0.7, INK)]
        for at, (gap, word) in enumerate(zip(gaps, words[1:], strict=True), start=1):
            row += ["", word]
            widths += [gap, width]
            rules.append(("LINEABOVE", (2 * at, 1), (2 * at, 1), 0.7, INK))
        blank = [""] * len(row)
        made = Table([blank, row], colWidths=widths, rowHeights=[_ROOM_TO_WRITE, None])
        padding = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("FONTNAME", (0, 0), (-1, -1), REGULAR)]
        made.setStyle(TableStyle([*rules, *padding]))
        return made
