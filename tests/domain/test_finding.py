from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.finding import Fit, Index, fit, marks, words_of

NAMES = {
    1: ("Wren", "Tamarisk"),
    2: ("Wrenna", "Tamarind"),
    3: ("Zoë", "O\N{RIGHT SINGLE QUOTATION MARK}Larkspur"),
    4: ("Ann", "Marsh-Harrier"),
    5: ("Ana", "Reed"),
}
INDEX = Index(NAMES.items())


def found(words: str) -> list[int]:
    return INDEX.find(words, lambda key: (str(key),))


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("wren tamarisk", [1]),
        ("TAMARISK wren", [1]),
        ("tam wr", [1, 2]),
        ("zoe olark", [3]),
        ("harrier", [4]),
        ("wern", [1, 2]),
        ("tamrisk", [1]),
        ("tamarrisk", [1]),
        ("xren tamarixk", [1]),
        ("wren reed", []),
        ("  ", []),
        ("?!", []),
    ],
)
def test_that_a_name_is_found_by_beginnings_in_any_order_and_with_one_wrong_letter_a_word(
    asked: str, who: list[int]
) -> None:
    assert found(asked) == who


def test_that_who_fits_whole_stands_before_who_only_begins_so_and_who_was_guessed_last() -> None:
    assert found("ann") == [4, 5]
    assert found("wren")[:2] == [1, 2]


@pytest.mark.parametrize(
    ("asked", "word", "how"),
    [
        ("wren", "wren", Fit.WHOLE),
        ("wre", "wren", Fit.BEGINNING),
        ("wran", "wren", Fit.GUESSED),
        ("wrren", "wren", Fit.GUESSED),
        ("wrn", "wren", Fit.GUESSED),
        ("wern", "wren", Fit.GUESSED),
        ("wrenx", "wren", Fit.GUESSED),
        ("wrenxy", "wren", None),
        ("wrxyn", "wrenn", None),
        ("xy", "wy", None),
    ],
)
def test_that_one_wrong_letter_is_forgiven_and_two_are_not(
    asked: str, word: str, how: Fit | None
) -> None:
    assert fit(asked, word) is how


def test_that_accents_capitals_and_marks_make_no_difference() -> None:
    assert words_of("Zoë O\N{RIGHT SINGLE QUOTATION MARK}Larkspur-Reed") == (
        "zoe",
        "olarkspur",
        "reed",
    )


def test_that_a_page_pasted_into_the_box_is_answered_too() -> None:
    assert found("wren " * 10_000) == [1, 2]


@given(st.text("abenrtw", min_size=1, max_size=7))
def test_that_nobody_who_fits_is_passed_over_for_the_sake_of_speed(asked: str) -> None:
    words = ["".join(word) for word in product("abnw", "ern", "at", "nb")]
    index = Index((word, [word]) for word in words)
    fitting = [word for word in words if fit(asked, word) is not None]
    assert sorted(index.find(asked, lambda word: (word,))) == sorted(fitting)


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("Wren Tamarisk", "tamar", ["Tamar"]),
        ("Wren Tamarisk", "TAMARISK wr", ["Wr", "Tamarisk"]),
        ("Wren Tamarisk", "tamarsk", ["Tamar"]),
        (
            "Zoë O\N{RIGHT SINGLE QUOTATION MARK}Larkspur",
            "olar zoe",
            ["Zoë", "O\N{RIGHT SINGLE QUOTATION MARK}Lar"],
        ),
        ("Record a concern", "re con", ["Re", "con"]),
        ("Record a concern", "wren", []),
        ("Record a concern", "", []),
        ("", "wren", []),
    ],
)
def test_that_the_letters_that_fit_are_marked(text: str, asked: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, asked)] == marked
