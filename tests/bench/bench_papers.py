"""How long papers take beside bare reportlab drawing the same pages.

    python -m tests.bench.bench_papers

A chronology of 500 entries: ours with its lock and proof, and the printer alone with the same rows.
"""

from __future__ import annotations

import resource
import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from dsl_desk.documents.fonts import BOLD, REGULAR, load_typefaces
from dsl_desk.documents.leaf import Leaf, Made, print_leaf
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

_ENTRIES: Final = 500
_WORDS: Final = (
    "Wren told Miss Harebell that three others agreed, and was settled by break time. " * 6
)
_HEADS: Final = ("When", "What happened", "Recorded by")
_WIDTHS: Final = (2.4, 7.2, 2.4)
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


def ours(cells: Sequence[tuple[str, str, str]]) -> bytes:
    def story(paper: Writer) -> list[Flowable]:
        return [*paper.title("Chronology", ""), *paper.long_grid(_HEADS, cells, _WIDTHS)]

    lena = Named("0c", "Lena Harebell")
    cover = cover_of((lena,), {"0c": Showing.ALIAS}, "")
    leaf = Leaf("Chronology", "Confidential", "", story)
    return print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS), cover)


def timed(act: Callable[[], bytes]) -> tuple[float, bytes]:
    best, made = 1e9, b""
    for _ in range(3):
        began = time.perf_counter()
        made = act()
        best = min(best, time.perf_counter() - began)
    return best, made


def main() -> int:
    cells = rows()
    floor, plain = timed(lambda: bare(cells))
    took, pdf = timed(lambda: ours(cells))
    lena = Named("0c", "Lena Harebell")
    cover = cover_of((lena,), {"0c": Showing.ALIAS}, "")
    locking, locked = timed(lambda: finished(pdf, Finishing("Chronology", _PASSPHRASE)))
    began = time.perf_counter()
    pages = prove(locked, Wanted("Chronology", _PASSPHRASE, cover))
    proving = time.perf_counter() - began
    looking, _picture = timed(lambda: draw_page(pdf, 0, 640).rgba)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{_ENTRIES} entries, {pages} pages: bare reportlab {floor:.2f} s ({len(plain):,} bytes),"
        f" ours {took:.2f} s ({took / floor:.2f} times), lock {locking:.2f} s,"
        f" proof {proving:.2f} s,"
        f" first page as a picture {1000 * looking:.0f} ms, at most {peak} MB\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
