"""Rows and words are laid out once, a page at a time; the first page is seen before the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.doctemplate import LayoutError

from dsl_desk.documents.fonts import load_typefaces
from dsl_desk.documents.laid import Laid
from dsl_desk.documents.leaf import Leaf, Made, print_front, print_leaf
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.rows import Row, Rows, Ruling
from dsl_desk.documents.sheet import INNER
from dsl_desk.documents.styles import PLAIN
from dsl_desk.domain.cover import NO_COVER, Named, Showing, cover_of
from dsl_desk.domain.errors import StoppedError
from tests.builders import a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

MADE = Made(a_member(), AT, FONTS, for_whom="Tansy Hollybank", copy="K-1")
WORDS = "Wren told Miss Harebell that three others agreed. " * 12
HEADS = ("When", "What happened", "Recorded by")
LENA = cover_of((Named("0c", "Lena Harebell"),), {"0c": Showing.COVERED}, "")


@pytest.fixture(autouse=True)
def _the_faces_are_known() -> None:
    """Words are laid out here without a paper, which would have loaded them."""
    load_typefaces(FONTS)


def a_long_leaf(entries: int = 80) -> Leaf:
    rows = [
        (f"19 November, {at}", f"Entry {at}\n{WORDS}", "Lena Harebell") for at in range(entries)
    ]

    def story(paper: Writer) -> list[Flowable]:
        return [
            *paper.title("Chronology", "All of it"),
            paper.contents([("Where the end is", "1 The end")]),
            *paper.long_grid(HEADS, rows, (2, 7, 3)),
            paper.section(1, "The end"),
            *paper.quoted(WORDS * 40),
        ]

    return Leaf("Chronology", "Confidential", "Ledger entry 1.", story)


def pages_of(pdf: bytes) -> list[str]:
    paper = pypdfium2.PdfDocument(pdf)
    said = [paper[at].get_textpage().get_text_range() for at in range(len(paper))]
    paper.close()
    return said


def flat(words: str) -> str:
    return " ".join(words.split())


def test_that_the_first_page_alone_is_the_first_page_of_all_but_for_how_many_there_are() -> None:
    (front,) = pages_of(print_front(a_long_leaf(), a_face(), MADE, LENA))
    every = pages_of(print_leaf(a_long_leaf(), a_face(), MADE, LENA))
    whole = every[0].replace(f"Page 1 of {len(every)}", "Page 1 of …")
    (end,) = [at for at, words in enumerate(every[1:], start=2) if "The end" in words]
    assert "Page 1 of …" in front
    assert flat(front) == flat(whole.replace(f"page {end}", "page …"))
    assert "Lena" not in front


def test_that_a_paper_of_one_page_says_so_in_front_already() -> None:
    leaf = Leaf("Note", "Confidential", "", lambda paper: paper.title("Note", "Short"))
    (front,) = pages_of(print_front(leaf, a_face(), Made(a_member(), AT, FONTS)))
    assert "Page 1 of 1" in front


def test_that_nothing_of_later_pages_is_made_for_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    marked = Writer._markup

    def counted(self: Writer, words: str, face: str) -> str:
        made.append(words)
        return marked(self, words, face)

    monkeypatch.setattr(Writer, "_markup", counted)
    print_front(a_long_leaf(500), a_face(), MADE)
    assert len(made) < 100


def test_that_rows_stand_as_high_as_the_printers_own_table_has_them() -> None:
    writer = Writer(load_typefaces(FONTS), NO_COVER)
    grid = writer.grid(HEADS, [("one", WORDS, "x"), ("two\nlines", "w", WORDS[:100])], (2, 7, 3))
    assert isinstance(grid, Rows)
    heads = grid._ruling.heads
    assert heads is not None
    table = Table([heads.cells, *(row.cells for row in grid.rows)], colWidths=grid._ruling.widths)
    table.setStyle(grid._style([heads, *grid.rows], heads=1))
    assert grid.wrap(INNER, 5000)[1] == pytest.approx(table.wrap(INNER, 5000)[1])


def test_that_headings_stand_on_every_page_and_no_row_is_lost_or_drawn_twice() -> None:
    every = pages_of(print_leaf(a_long_leaf(), a_face(), MADE))
    said = flat(" ".join(every))
    assert [said.count(f"Entry {at} ") for at in range(80)] == [1] * 80
    with_rows = [words for words in every if "Entry " in words]
    assert all(words.count("Recorded by") == 1 for words in with_rows)


def test_that_rows_with_nothing_to_begin_them_wait_for_the_next_page() -> None:
    row = Row([[Paragraph(WORDS, PLAIN)]])
    rows = Rows([row, row], Ruling((INNER,)))
    assert rows.split(INNER, 10) == []
    one, other = rows.split(INNER, row.tall((INNER,)) + 1)
    assert (len(one.rows), len(other.rows)) == (1, 1)  # type: ignore[attr-defined]  # both are Rows


def test_that_words_over_pages_are_taken_apart_once_and_all_of_them_stand_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken: list[int] = []
    breaks = Paragraph.breakLines

    def counted(self: Paragraph, width: list[float]) -> object:
        broken.append(len(self.text or ""))
        return breaks(self, width)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    every = pages_of(print_leaf(a_long_leaf(1), a_face(), MADE))
    assert flat(" ".join(every)).count("agreed.") == 12 * 41
    assert sum(1 for long in broken if long > 10_000) == 1


def test_that_a_part_of_words_is_never_laid_out_for_another_width() -> None:
    _first, rest = Laid(WORDS * 10, PLAIN).split(300, 100)
    assert rest.wrap(300, 5000)[1] > 100
    with pytest.raises(LayoutError):
        rest.wrap(200, 5000)


def test_that_one_line_alone_goes_to_the_next_page() -> None:
    words = Laid(WORDS, PLAIN)
    assert words.split(300, PLAIN.leading) == []
    assert words.split(300, 5000) == [words]


def test_that_drawing_is_told_row_by_row_and_stops_between_two_pages() -> None:
    told: list[tuple[int, int]] = []
    print_leaf(a_long_leaf(), a_face(), MADE, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 80
    assert [done for done, _of in told] == sorted(done for done, _of in told)
    assert len({done for done, _of in told}) > 10

    def stops(done: int, _of: int) -> None:
        if done > 20:
            raise StoppedError

    with pytest.raises(StoppedError):
        print_leaf(a_long_leaf(), a_face(), MADE, progress=stops)


def test_that_telling_how_far_it_is_does_not_count_every_piece_at_every_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted, told = [0], [(0, 0)]
    count = Rows.count

    def counting(rows: Rows) -> int:
        counted[0] += 1
        return count(rows)

    monkeypatch.setattr(Rows, "count", counting)

    def story(paper: Writer) -> list[Flowable]:
        return [paper.grid(("When", "What"), [(str(at), "Noted")], (1, 2)) for at in range(1_000)]

    leaf = Leaf("Notes", "Confidential", "", story)
    print_leaf(leaf, a_face(), MADE, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] >= 1_000
    assert 100 < len(told) < 500
    assert counted[0] < 200 * 1_000  # 500,000 where each piece counts all that follow
