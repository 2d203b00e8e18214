"""The papers for a school: every claim that names a test or a file names one that is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dsl_desk.domain.retention import CLASS_OF, RetentionClass
from tests.house.rules.plan import HOUSE
from tests.house.rules.retention_table import PAGE, page
from tests.house.test_promises import names_in

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = sorted((HOUSE / "docs" / "school").glob("*.md"))
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_that_\w+)`")
_FILE = re.compile(r"`(docs/[\w/.-]+\.md|[A-Z]+\.md)`")
_LINK = re.compile(r"\]\(([\w-]+\.md)\)")
_NEVER = ("tamper-proof", "compliant", "guarantee")


def wrong_in(paper: Path) -> list[str]:
    """What a paper names that is not there, or says that nobody may say."""
    text = paper.read_text("utf-8")
    wrong = [
        f"{paper.name}: {file}::{name}"
        for file, name in _TEST.findall(text)
        if not (HOUSE / file).is_file() or name not in names_in(HOUSE / file)
    ]
    wrong += [f"{paper.name}: {one}" for one in _FILE.findall(text) if not (HOUSE / one).is_file()]
    wrong += [
        f"{paper.name}: {one}" for one in _LINK.findall(text) if not (paper.parent / one).is_file()
    ]
    return wrong + [f"{paper.name}: {word}" for word in _NEVER if word in text.casefold()]


def test_that_every_claim_of_a_school_paper_names_what_is_there() -> None:
    assert [one for paper in PAPERS for one in wrong_in(paper)] == []
    assert len(PAPERS) >= 9


def test_that_a_claim_without_its_proof_is_named(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(
        "`tests/house/test_school_papers.py::test_that_nobody_wrote` is compliant, "
        "see `docs/nowhere.md` and [this](gone.md)",
        "utf-8",
    )
    assert len(wrong_in(paper)) == 4


def test_that_the_retention_table_is_the_one_of_the_program() -> None:
    assert (HOUSE / PAGE).read_text("utf-8") == page()
    assert set(CLASS_OF.values()) <= set(RetentionClass)
