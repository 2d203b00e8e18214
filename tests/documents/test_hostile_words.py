"""A small set of hostile exports; a thousand of them: `python -m tests.proof.exports full`."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.leaf import Made, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.pieces import in_pieces
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.domain.cover import Named, Showing, cover_of
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT
from tests.proof.exports import PASSPHRASE, checked_by_strangers, export

if TYPE_CHECKING:
    from pathlib import Path

LENA = cover_of((Named("0c", "Lena Harebell"),), {"0c": Showing.COVERED}, "")


@pytest.mark.parametrize("seed", range(12))
def test_that_hostile_words_leave_nobody_who_is_covered_and_nothing_that_acts(seed: int) -> None:
    assert export(Random(seed)).found == ()  # noqa: S311 a test's own dice


@pytest.mark.parametrize("words", ["a" * 100_000, "line\n" * 4_000, "\U0001f600" * 4_000])
def test_that_an_answer_of_any_length_goes_over_as_many_pages_as_it_takes(words: str) -> None:
    concern = a_concern(words="Short", outcome=words, action=words)
    leaf = concern_leaf(EntryFacts((concern,), NOTHING_DONE))
    pdf = print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS))
    assert prove(finished(pdf, Finishing(leaf.title)), Wanted(leaf.title)) > 3


def test_that_a_name_over_a_piece_or_a_line_is_covered_as_a_whole() -> None:
    for before in range(380, 402):
        words = f"{'x' * before} Lena Harebell and\nLena\nHarebell"
        concern = a_concern(words=words, outcome=words)
        leaf = concern_leaf(EntryFacts((concern,), NOTHING_DONE))
        pdf = print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS), LENA)
        assert prove(finished(pdf, Finishing(leaf.title)), Wanted(leaf.title, cover=LENA))


def test_that_pieces_hold_every_word_once() -> None:
    words = "\n".join(f"word {number} " * 30 for number in range(90))
    assert " ".join(" ".join(in_pieces(words)).split()) == " ".join(words.split())
    assert in_pieces("") == [""]


def test_that_programs_which_share_no_line_with_us_read_a_locked_paper(tmp_path: Path) -> None:
    leaf = concern_leaf(EntryFacts((a_concern(),), NOTHING_DONE))
    pdf = print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(finished(pdf, Finishing(leaf.title, PASSPHRASE)))
    said = checked_by_strangers(paper)
    assert set(said.values()) <= {0}
