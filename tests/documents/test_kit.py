from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.kit import print_kit
from dsl_desk.domain.errors import FontsMissingError
from dsl_desk.domain.ways_in import Kit
from dsl_desk.keys.kit_code import fresh_code, read_code
from tests.builders import a_face
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 19, 12, 31, tzinfo=UTC)


def a_kit(member: str = "Maya Fernsby") -> Kit:
    return Kit(fresh_code(), member, AT)


def printed(kit: Kit, folder: Path) -> Path:
    paper = folder / "kit.pdf"
    paper.write_bytes(print_kit(kit, a_face(), FONTS))
    return paper


def asked(program: str, *words: str | Path) -> str:
    run = subprocess.run(
        [program, *map(str, words)], capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout


def test_that_the_paper_says_whose_it_is_who_keeps_it_and_where(tmp_path: Path) -> None:
    text = " ".join(asked("pdftotext", "-layout", printed(a_kit(), tmp_path), "-").split())
    for fact in (
        "Fernhollow Primary School",
        "Recovery kit",
        "Of Maya Fernsby, made Thu 19 Nov 2026, 12:31",
        "Who keeps it",
        "for the Headteacher the chair of governors",
        "Kept by (name and post)",
        "Handed over on",
        "Signature of the owner",
        "Signature of the keeper",
        "A new kit ends this one.",
    ):
        assert fact in text
    assert "open the vault" not in text
    assert "/" not in text


def test_that_the_code_can_be_typed_back_from_the_paper(tmp_path: Path) -> None:
    kit = a_kit()
    text = asked("pdftotext", "-layout", printed(kit, tmp_path), "-")
    rows = [line for line in text.splitlines() if len(line.split()) == 3 and line.isupper()]
    assert read_code(" ".join(rows)) == read_code(kit.code)
    assert [group for row in rows for group in row.split()] == kit.code.split("-")


def test_that_the_paper_is_one_page_that_names_nobody_on_its_outside(tmp_path: Path) -> None:
    kit = a_kit()
    facts = asked("pdfinfo", printed(kit, tmp_path))
    assert "Title:           Recovery kit\n" in facts
    assert "Pages:           1\n" in facts
    assert "(A4)" in facts
    for word in ("Maya", "Fernhollow", *kit.code.split("-")):
        assert word not in facts


def test_that_a_very_long_name_still_leaves_one_page(tmp_path: Path) -> None:
    paper = printed(a_kit("Maya-Lucinda Fernsby-Winterbourne of the Long Meadow " * 4), tmp_path)
    assert "Pages:           1\n" in asked("pdfinfo", paper)


def test_that_missing_fonts_are_told(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError):
        print_kit(a_kit(), a_face(), tmp_path)


def test_that_the_code_stands_nowhere_in_the_file_as_plain_text(tmp_path: Path) -> None:
    # A search of a disk for the code in clear finds no kit that was saved by mistake; what it
    # would find is compressed drawing. This pins it down, so that nobody puts it in the title.
    kit = a_kit()
    octets = printed(kit, tmp_path).read_bytes()
    for group in kit.code.split("-"):
        assert group.encode() not in octets
