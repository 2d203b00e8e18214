from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image

from dsl_desk.domain.manual import Sort
from dsl_desk.services.manual import manual_on_paper, picture_in, read_manual
from tests.conftest import FONTS

MANUAL = Path(__file__).parents[2] / "docs" / "manual"


def test_that_the_manual_has_a_page_for_each_question_of_a_school() -> None:
    pages = read_manual(MANUAL)
    assert len(pages) >= 16
    assert all(page.title and page.blocks and page.begins for page in pages)


def test_that_the_whole_manual_is_one_paper_with_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    Image.new("RGB", (640, 360), "teal").save(tmp_path / "pictures" / "shown.png")
    (tmp_path / "a.md").write_text(
        "# How do I begin?\nPress **Lock**.\n\n![Here](shown)\n\n![Not here](missing)\n\n"
        "## Then\n- `dsl-desk`\n\n    dsl-desk check\n\n1. One\n",
        "utf-8",
    )
    assert picture_in(tmp_path, "shown") is not None
    assert picture_in(tmp_path, "missing") is None
    paper = pypdfium2.PdfDocument(io.BytesIO(manual_on_paper(tmp_path, FONTS)))
    words = paper[0].get_textpage().get_text_range()
    assert "How do I begin?" in words
    assert "Here" in words
    assert "Not here" not in words
    assert [one.get_title() for one in paper.get_toc()] == ["How do I begin?"]


def test_that_the_manual_as_it_stands_goes_onto_paper() -> None:
    paper = pypdfium2.PdfDocument(io.BytesIO(manual_on_paper(MANUAL, FONTS)))
    titles = [one.get_title() for one in paper.get_toc()]
    assert titles == [page.title for page in read_manual(MANUAL)]


def test_that_every_picture_of_the_manual_lies_beside_it() -> None:
    shown = [
        block.lines[0]
        for page in read_manual(MANUAL)
        for block in page.blocks
        if block.sort is Sort.PICTURE
    ]
    assert len(shown) > 10
    assert [name for name in shown if picture_in(MANUAL, name) is None] == []
