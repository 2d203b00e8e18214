"""How long papers take beside bare reportlab drawing the same pages.

    python -m tests.bench.bench_papers

A chronology of 500 entries: ours with its lock and proof, the printer alone with the same rows, and
Qt's printer of PDF. Then a pack of 100 screenshots, or as many as are asked for.
"""

from __future__ import annotations

import resource
import sys
import time
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from dsl_desk.documents.fonts import BOLD, REGULAR, load_typefaces
from dsl_desk.documents.leaf import Leaf, Made, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.photograph import Photograph
from dsl_desk.documents.preview import draw_page
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.documents.sheet import INNER, SIDE
from dsl_desk.domain.cover import Named, Showing, cover_of
from dsl_desk.domain.plain_picture import PlainPicture
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
_WIDE, _HIGH = 1170, 2532
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


def a_screenshot(number: int) -> PlainPicture:
    """Pixels of a telephone's screen that take about two megabytes as a file."""
    random = Random(number)  # noqa: S311 a picture of nothing
    row = bytes(_WIDE * 3)
    lines = [random.randbytes(_WIDE * 3) if at % 4 == 0 else row for at in range(_HIGH)]
    return PlainPicture(_WIDE, _HIGH, b"".join(lines))


def pictures(count: int) -> bytes:
    def story(paper: Writer) -> list[Flowable]:
        told: list[Flowable] = [*paper.title("Pack", "")]
        for number in range(count):
            told += [paper.section(number + 1, f"EV-2026-{number:03}")]
            told.append(Photograph(a_screenshot(number)))
        return told

    leaf = Leaf("Pack", "Confidential", "", story)
    return print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS))


def bare_pictures(count: int) -> bytes:
    story: list[Flowable] = [Photograph(a_screenshot(number)) for number in range(count)]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE).build(story)
    return out.getvalue()


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def pack_of(count: int) -> None:
    began = time.perf_counter()
    plain = bare_pictures(count)
    floor = time.perf_counter() - began
    began = time.perf_counter()
    pdf = pictures(count)
    took = time.perf_counter() - began
    sys.stdout.write(
        f"{count} screenshots, {len(plain) / count / 1e6:.1f} MB each: bare reportlab"
        f" {floor:.2f} s, ours {took:.2f} s ({took / floor:.2f} times), {len(pdf):,} bytes,"
        f" at most {peak()} MB\n"
    )


def main() -> int:
    cells = rows()
    QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    floor, plain = timed(lambda: bare(cells))
    other, _theirs = timed(lambda: peer(cells))
    took, pdf = timed(lambda: ours(cells))
    lena = Named("0c", "Lena Harebell")
    cover = cover_of((lena,), {"0c": Showing.ALIAS}, "")
    locking, locked = timed(lambda: finished(pdf, Finishing("Chronology", _PASSPHRASE)))
    began = time.perf_counter()
    pages = prove(locked, Wanted("Chronology", _PASSPHRASE, cover))
    proving = time.perf_counter() - began
    looking, _picture = timed(lambda: draw_page(pdf, 0, 640).rgba)
    sys.stdout.write(
        f"{_ENTRIES} entries, {pages} pages: bare reportlab {floor:.2f} s ({len(plain):,} bytes),"
        f" Qt's printer {other:.2f} s,"
        f" ours {took:.2f} s ({took / floor:.2f} times), lock {locking:.2f} s,"
        f" proof {proving:.2f} s,"
        f" first page as a picture {1000 * looking:.0f} ms, at most {peak()} MB\n"
    )
    pack_of(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    return 0


if __name__ == "__main__":
    sys.exit(main())
