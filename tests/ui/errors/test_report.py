from __future__ import annotations

import re

from dsl_desk.ui.errors.report import report_on


def stumble(word: str) -> None:
    message = f"could not read {word}"
    raise ValueError(message)


def caught(word: str) -> BaseException:
    try:
        stumble(word)
    except ValueError as error:
        return error
    raise AssertionError


def caught_behind(word: str) -> BaseException:
    try:
        try:
            stumble(word)
        except ValueError as error:
            raise KeyError(word) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_that_the_same_bug_has_the_same_code_whatever_it_stumbled_over() -> None:
    first, second = (report_on(caught(word), "1") for word in ("Wren", "Kit"))
    assert first.code == second.code
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", first.code)


def test_that_another_bug_has_another_code() -> None:
    assert report_on(caught("x"), "1").code != report_on(caught_behind("x"), "1").code


def test_that_a_report_holds_places_and_no_words_of_a_record() -> None:
    text = report_on(caught_behind("Wren Tamarisk"), "0.1.0").text
    assert "Wren" not in text
    assert "test_report.py" in text
    assert "stumble" in text
    assert "ValueError" in text
    assert "KeyError" in text
