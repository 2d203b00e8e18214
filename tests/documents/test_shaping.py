"""Other alphabets: each sign drawn by a bundled face, in the order in which it is read."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics

from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.fonts import SERIF, load_typefaces
from dsl_desk.documents.leaf import Made, print_leaf
from dsl_desk.documents.reading_back import words_in
from dsl_desk.documents.scripts import ARABIC
from dsl_desk.documents.shaping import ShapedWords
from dsl_desk.documents.styles import WORDS
from dsl_desk.domain.cover import Named, Showing, cover_of
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

LAYLA = "\u0644\u064a\u0644\u0649 \u0645\u062d\u0645\u062f"
ANANYA = "\u0985\u09a8\u09a8\u09cd\u09af\u09be"
YULAN = "\u7389\u5170"
FACES = "\U0001f600\U0001f621\u2764\ufe0f"


def read(words: str, *covered: Named) -> str:
    concern = a_concern(words=words, outcome=words)
    leaf = concern_leaf(EntryFacts((concern,), NOTHING_DONE))
    cover = cover_of(covered, dict.fromkeys((one.key for one in covered), Showing.COVERED), "")
    pdf = print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS), cover)
    with pikepdf.open(BytesIO(pdf)) as paper:
        return words_in(paper)


@pytest.mark.parametrize(
    "words",
    [
        "Łukasz Żółć",
        "Siân Ŷ",
        "Ayşegül Ğ",
        "Nguyễn Thị Hằng",
        f"{LAYLA}, 07700 900123",
        "\u0645\u06cc\u06ba \u0627\u0633\u06a9\u0648\u0644 \u0646\u06c1\u06cc\u06ba",
        f"{ANANYA} \u0986\u099c",
        f"{YULAN}\u8bf4",
        FACES,
    ],
)
def test_that_a_name_in_any_of_these_alphabets_is_drawn_and_reads_as_it_was_written(
    words: str,
) -> None:
    text = read(words)
    assert words in text
    assert "[U+" not in text


def test_that_what_no_face_draws_is_shown_as_its_code() -> None:
    text = read("\u05e9\u05dc\u05d5\u05dd \u202e x")
    for code in ("[U+05E9]", "[U+202E]"):
        assert code in text


def test_that_a_name_in_another_alphabet_is_covered() -> None:
    layla = Named("0a", LAYLA)
    text = read(f"{LAYLA} \u0642\u0627\u0644\u062a", layla)
    assert "\u0644\u064a\u0644\u0649" not in text
    assert "name covered" in text


def test_that_a_face_that_is_handed_out_is_known_to_the_printer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = vars(pdfmetrics)["_fonts"]
    typefaces = load_typefaces.__wrapped__(FONTS)
    monkeypatch.delitem(known, ARABIC, raising=False)
    assert [face for face, _words in typefaces.runs(f"Wren {LAYLA[0]}", SERIF)] == [SERIF, ARABIC]
    assert known[ARABIC].fontName == ARABIC


def test_that_words_from_right_to_left_are_broken_into_lines_and_over_pages() -> None:
    typefaces = load_typefaces(FONTS)
    words = ShapedWords(" ".join([LAYLA] * 200), WORDS, typefaces, ruled=True)
    width, height = words.wrap(400, 700)
    assert width == 400
    first, second = words.split(400, height / 2)
    assert isinstance(first, ShapedWords)
    assert first.wrap(400, 700)[1] + second.wrap(400, 700)[1] == height
    assert words.split(400, 1) == []
    assert words.split(400, height + 1) == [words]
    assert ShapedWords(LAYLA.replace(" ", "") * 400, WORDS, typefaces).wrap(300, 700)[1] > 100


def test_that_brackets_and_numbers_stand_right_among_words_from_right_to_left() -> None:
    typefaces = load_typefaces(FONTS)
    line = ShapedWords(f"{LAYLA} (07700) Wren", WORDS, typefaces)
    seen = [run.drawn for run in line._runs(f"{LAYLA} (07700) Wren", 1)]
    text = "".join(seen)
    assert text.startswith("Wren")
    assert "(07700)" in text.replace(" ", "")
    assert typefaces.runs("x", SERIF) == [(SERIF, "x")]
