from __future__ import annotations

import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.way_errors import WordsMissingError
from dsl_desk.keys import strength, words
from dsl_desk.keys.strength import strength_of
from dsl_desk.keys.words import suggest_passphrase
from tests.builders import PASSPHRASE, SCHOOL
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

WORDS = FONTS.parent / "words"
HINTS = (SCHOOL, "Maya Fernsby")


def test_that_the_list_holds_7776_different_words_of_plain_letters() -> None:
    listed = (WORDS / words.FILE).read_text(encoding="ascii").split("\n")
    assert listed.pop() == ""
    assert len(listed) == len(set(listed)) == 6**5
    assert all(word.replace("-", "").isalpha() and word.islower() for word in listed)
    assert all(3 <= len(word) <= 9 for word in listed)


def test_that_the_licence_of_the_list_lies_beside_it() -> None:
    licence = (WORDS / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 3.0 United States" in licence
    assert words.FILE in licence


def test_that_a_suggestion_is_four_words_of_the_list_that_are_enough() -> None:
    listed = set((WORDS / words.FILE).read_text(encoding="ascii").split())
    for drawn in (suggest_passphrase(WORDS) for _ in range(200)):
        assert len(drawn.split(" ")) == 4
        assert set(drawn.split(" ")) <= listed
        assert strength_of(drawn).enough


def test_that_suggestions_are_drawn_from_the_whole_list() -> None:
    drawn = Counter(word for _ in range(500) for word in suggest_passphrase(WORDS).split())
    assert len(drawn) > 1500
    assert min(drawn)[0] == "a"
    assert max(drawn)[0] in "yz"


def test_that_a_drawing_that_looks_weak_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawings = iter(["good"] * 4 + ["amber", "kettle", "river", "moss"])
    monkeypatch.setattr("dsl_desk.keys.words.secrets.choice", lambda _listed: next(drawings))
    assert suggest_passphrase(WORDS) == "amber kettle river moss"


@pytest.mark.parametrize("content", [None, b"only a few words", b"\xff"])
def test_that_a_list_that_is_not_whole_suggests_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    words._words.cache_clear()
    if content is not None:
        (tmp_path / words.FILE).write_bytes(content)
    with pytest.raises(WordsMissingError):
        suggest_passphrase(tmp_path)
    words._words.cache_clear()


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "aaaaaaaaaaaaaaaaaaaa",
        "passwordpassword1",
        "qwertyuiopasdfghjklzxcvbnm",
        "123456789012345678901234567890",
        "Liverpool Liverpool 1985",
        "letmein letmein letmein",
        "fernhollow fernhollow 2026",
        "FernhollowPrimarySchool1",
        "maya fernsby maya fernsby",
        "Maya.Fernsby@Fernhollow",
        "MayaFernsbyMayaFernsby",
        "F3rnh0ll0w Pr1mary Sch00l",
        "a" * 200,
    ],
)
def test_that_what_anybody_would_try_first_is_not_enough(weak: str) -> None:
    assert not strength_of(weak, HINTS).enough


@pytest.mark.parametrize(
    "chosen",
    [
        PASSPHRASE,
        "the heron ate my second sandwich",
        "Ø9#kq!vT2m~zX4pKß",
        "🦔 hedgehog ate my left slipper",
    ],
)
def test_that_a_thoughtful_choice_is_enough(chosen: str) -> None:
    assert strength_of(chosen, HINTS).enough


def test_that_names_are_worth_less_when_they_are_known() -> None:
    chosen = "Fernhollow Winterbourne Larkspur"
    assert strength_of(chosen, (SCHOOL, "Hester Winterbourne")).bits < strength_of(chosen).bits - 10


def test_that_short_is_never_enough_however_strange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strength, "LEAST_BITS", 20)
    short = strength_of("Ø9#kq!vT2m~zX4")
    assert short.bits > 40
    assert not short.enough
    assert strength_of("Ø9#kq!vT2m~zX4ß").enough


def test_that_a_very_long_one_is_judged_by_its_beginning() -> None:
    assert (
        strength_of("amber kettle river moss " * 100).bits
        == strength_of(("amber kettle river moss " * 100)[:72]).bits
    )


def test_that_the_estimator_is_loaded_when_somebody_chooses_and_not_before() -> None:
    look = "import sys, dsl_desk.services.doorstep; print('zxcvbn' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, text=True)
    assert run.stdout == "False\n"
