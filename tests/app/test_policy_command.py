"""The command `policy`, and the manual page that tells people about it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.rules import manual_words

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / manual_words.PAGE).read_text("utf-8")
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)


def asked(*words: object) -> tuple[int, str, str]:
    run = subprocess.run(
        [sys.executable, "-m", "dsl_desk", "policy", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "our-policy.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    return file


def test_that_the_example_of_the_manual_has_nothing_wrong_with_it(ours: Path) -> None:
    code, said, complained = asked("check", ours)
    assert (code, complained) == (0, "")
    assert said.startswith("our-policy.toml: Fernhollow Primary School, social media policy. ")
    assert "2 clauses, 4 duties, 1 slips, 1 registers" in said


def test_that_every_word_of_a_profile_stands_in_the_manual() -> None:
    assert manual_words.page() == MANUAL, "python -m tests.house.rules.manual_words"


def test_that_a_wrong_file_is_refused_with_file_line_and_sentence(ours: Path) -> None:
    ours.write_text(EXAMPLE.replace('by = "at once"', 'by = "soon"'), encoding="utf-8")
    code, said, complained = asked("check", ours)
    line = EXAMPLE.splitlines().index('by = "at once"') + 1
    assert (code, said) == (1, "")
    assert complained.startswith(f"our-policy.toml:{line}: “soon” is not a time; write at once")


def test_that_a_policy_explains_what_it_asks_as_json(ours: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"about": "child", "sort": ["pupil_contact"]}', encoding="utf-8")
    code, said, complained = asked("explain", ours, "--facts", facts)
    assert (code, complained) == (0, "")
    rows = json.loads(said)["duties"]
    (row,) = [row for row in rows if "FPS 3.2" in row["clauses"]]
    assert [(one["who"], one["title"], one["by"]) for one in row["whom"]] == [
        ("dsl", "Designated Safeguarding Lead", "at once"),
        ("online_safety", "Computing lead", "at once"),
    ]
    code, said, _complained = asked("explain", "longton", "--facts", facts)
    assert code == 0
    assert "LPS 5 contact 6" in said


def test_that_what_cannot_be_asked_answers_2_in_words(ours: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"tea": true}', encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    for words, sentence in (
        (("check", tmp_path / "nowhere.toml"), "cannot be read"),
        (("explain", "ours", "--facts", facts), "Those here are: choysez, early-life"),
        (("explain", ours, "--facts", facts), "The facts cannot be read: tea."),
        (("explain", ours, "--facts", broken), "they are not JSON"),
    ):
        code, said, complained = asked(*words)
        assert (code, said) == (2, "")
        assert sentence in complained
        assert "Traceback" not in complained


def test_that_the_help_says_what_both_commands_are_for() -> None:
    code, said, _complained = asked("--help")
    assert code == 0
    assert "dsl-desk policy check our-policy.toml" in said
    assert "Neither needs a vault." in said
