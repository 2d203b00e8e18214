from __future__ import annotations

import pytest

from dsl_desk.domain.concern import CONCERN, concern_body, concern_of
from dsl_desk.domain.concern_draft import LONGEST_WORDS
from dsl_desk.domain.entry import Body, Entry
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.vault_errors import EntryTooNewError
from tests.builders import a_concern, a_concern_draft, a_header


def an_entry(body: Body) -> Entry:
    return Entry(a_header(), body, b"e" * 32)


def test_that_a_whole_draft_has_no_problems() -> None:
    assert a_concern_draft().problems() == ()


def test_that_an_empty_draft_tells_all_its_problems_at_once() -> None:
    assert a_concern_draft(about="", told_by=" ", words="\n").problems() == (
        Problem("people", "missing"),
        Problem("told_by", "missing"),
        Problem("words", "missing"),
    )


def test_that_answers_too_long_to_keep_are_told() -> None:
    draft = a_concern_draft(about="x" * 201, words="x" * (LONGEST_WORDS + 1))
    assert draft.problems() == (Problem("people", "too_long"), Problem("words", "too_long"))


def test_that_half_a_character_is_told_and_not_lost() -> None:
    assert a_concern_draft(words="half \ud83d").problems() == (Problem("words", "not_text"),)


def test_that_words_are_kept_to_the_letter() -> None:
    words = "  “he said”\r\n\t then \0 left  "
    body = concern_body(a_concern_draft(words=words), "C-2026-001", "Maya Fernsby")
    assert concern_of(an_entry(body)).draft.words == words


def test_that_spaces_around_a_name_are_not_part_of_it() -> None:
    body = concern_body(a_concern_draft(about=" Wren Tamarisk "), "C-2026-001", "Maya Fernsby")
    assert concern_of(an_entry(body)).whom() == "Wren Tamarisk"


def test_that_a_concern_of_a_newer_program_is_not_guessed_at() -> None:
    newer = Body("concern", CONCERN.schema + 1, names={"author": "Maya Fernsby"})
    with pytest.raises(EntryTooNewError) as told:
        concern_of(an_entry(newer))
    assert (told.value.found, told.value.newest_known) == (CONCERN.schema + 1, CONCERN.schema)


@pytest.mark.parametrize("record", [a_concern(), a_concern_draft()])
def test_that_no_representation_shows_a_name_or_a_word(record: object) -> None:
    for personal in ("Wren", "Lena", "Maya", "residential"):
        assert personal not in repr(record)
