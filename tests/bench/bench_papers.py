"""How long papers take beside bare reportlab drawing the same pages.

    python -m tests.bench.bench_papers

A chronology of 500 entries: ours with its lock and proof, the printer alone with the same rows, and
Qt's printer of PDF. Then a pack of 100 screenshots, or as many as are asked for.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from dsl_desk.documents.fonts import BOLD, REGULAR, load_typefaces
from dsl_desk.documents.leaf import Leaf, Made, print_front, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.preview import draw_page
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.documents.sheet import INNER, SIDE
from dsl_desk.domain.cover import Named, Showing, cover_of
from tests.builders import a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.cover import Cover

_ENTRIES: Final = 500
_WORDS: Final = (
    "Wren told Miss Harebell that three others agreed, and was settled by break time. " * 6
)
_HEADS: Final = ("When", "What happened", "Recorded by")
_WIDTHS: Final = (2.4, 7.2, 2.4)
_MADE: Final = Made(a_member(), AT, FONTS)
_PASSPHRASE: Final = "moss penknife harbour quilt"  # noqa: S105 of no vault


def rows() -> list[tuple[str, str, str]]:
    return [
        (f"Thu 19 Nov 2026, {n:04}", f"Entry {n}\n{_WORDS}", "Lena Harebell")
        for n in range(_ENTRIES)
    ]


def bare(cells: Sequence[tuple[str, str, str]]) -> bytes:
    """The printer alone: the same rows, fonts and widths, and nothing else."""
    load_typefaces(FONTS)
    style = ParagraphStyle("plain", fontName=REGULAR, fontSize=9, leading=13)
    head = ParagraphStyle("head", fontName=BOLD, fontSize=8.5, leading=13)
    widths = [INNER * width / sum(_WIDTHS) for width in _WIDTHS]
    story: list[Flowable] = [
        Table(
            [
                [Paragraph(name, head) for name in _HEADS],
                *(
                    [Paragraph(cell.replace("\n", "<br/>"), style) for cell in row]
                    for row in cells[first : first + 60]
                ),
            ],
            colWidths=widths,
            repeatRows=1,
        )
        for first in range(0, len(cells), 60)
    ]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE).build(story)
    return out.getvalue()


def leaf_of(cells: Sequence[tuple[str, str, str]]) -> Leaf:
    def story(paper: Writer) -> list[Flowable]:
        return [*paper.title("Chronology", ""), *paper.long_grid(_HEADS, cells, _WIDTHS)]

    return Leaf("Chronology", "Confidential", "", story)


def cover() -> Cover:
    return cover_of((Named("0c", "Lena Harebell"),), {"0c": Showing.ALIAS}, "")


def ours(cells: Sequence[tuple[str, str, str]]) -> bytes:
    return print_leaf(leaf_of(cells), a_face(), _MADE, cover())


def front(cells: Sequence[tuple[str, str, str]]) -> bytes:
    """Its first page as a picture, and nothing else of it."""
    pdf = print_front(leaf_of(cells), a_face(), _MADE, cover())
    return draw_page(pdf, 0, 640).rgba


@dataclass(frozen=True)
class Took:
    """The best of three: by the clock, and by the processor."""

    wall: float
    processor: float
    made: bytes = field(repr=False)

    def words(self) -> str:
        return f"{self.processor:.2f} s ({self.wall:.2f} by the clock)"


def timed(act: Callable[[], bytes]) -> Took:
    walls, processors, made = [], [], b""
    for _ in range(3):
        began, spent = time.perf_counter(), time.process_time()
        made = act()
        walls.append(time.perf_counter() - began)
        processors.append(time.process_time() - spent)
    return Took(min(walls), min(processors), made)


def peer(cells: Sequence[tuple[str, str, str]]) -> bytes:
    """The same rows by Qt's own printer of PDF, laid out as a table of rich text."""
    body = "".join(
        "<tr>" + "".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"
        for row in cells
    )
    heads = "".join(f"<th>{name}</th>" for name in _HEADS)
    document = QTextDocument()
    document.setHtml(f"<table border=1><tr>{heads}</tr>{body}</table>")
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)
    del writer
    return bytes(kept.data().data())


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    cells = rows()
    QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    floor = timed(lambda: bare(cells))
    other = timed(lambda: peer(cells))
    took = timed(lambda: ours(cells))
    locking = timed(lambda: finished(took.made, Finishing("Chronology", _PASSPHRASE)))
    wanted = Wanted("Chronology", _PASSPHRASE, cover())
    proving = timed(lambda: bytes(prove(locking.made, wanted)))
    looking = timed(lambda: front(cells))
    sys.stdout.write(
        f"{_ENTRIES} entries, {len(proving.made)} pages, by the processor: bare reportlab"
        f" {floor.words()}, Qt's printer {other.words()}, ours {took.words()},"
        f" {took.processor / floor.processor:.2f} times; lock {locking.words()},"
        f" proof {proving.words()}; first page as a picture, from nothing drawn,"
        f" {1000 * looking.processor:.0f} ms ({1000 * looking.wall:.0f}); at most {peak()} MB\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
