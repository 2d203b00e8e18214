"""Each house rule is handed a small house with one fault in it, and has to name the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.house.rules import captions, names, papers, sizes, waits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Rule = Callable[[Path], list[str]]

CAPTION = '"""One room."""\n'
DECISION = "# 0001 A\n**Summary.**\n**Context.**\n**Decision.**\n**Consequences.**\n"
SOUND = {
    "dsl_desk/__init__.py": '"""The house."""\n',
    "dsl_desk/keys/__init__.py": CAPTION,
    "dsl_desk/keys/ring.py": "try:\n    pass\nexcept OSError:\n    pass\n",
    "dsl_desk/app/__init__.py": CAPTION,
    "dsl_desk/app/last_resort.py": "try:\n    pass\nexcept Exception:\n    pass\n",
    "tests/keys/test_ring.py": "def test_that_a_key_turns() -> None: ...\n",
    "docs/changelog.md": "## [Unreleased]\n\n## [0.1.0] - 2026-11-21\n",
    "docs/decisions/0001-a.md": DECISION + "**Alternatives considered.**\n",
    "tests/conftest.py": "@pytest.fixture\ndef clock() -> None: ...\n",
    "pyproject.toml": '[project]\nversion = "0.1.0"\ndependencies = ["ring>=2"]\n'
    '[dependency-groups]\ndev = ["bell"]\n',
    "requirements.lock": "bell==1.0\nring==2.1\n",
    ".gitignore": "out/\n",
    "out/tour/index.html": "",
}
FAULTS: dict[str, tuple[Rule, str, str, str]] = {
    "a file of 301 lines": (
        sizes.files_too_long,
        "dsl_desk/keys/ring.py",
        "x = 1\n" * 301,
        "dsl_desk/keys/ring.py has 301 lines",
    ),
    "a function of 31 lines": (
        sizes.functions_too_long,
        "dsl_desk/keys/ring.py",
        'def turn() -> None:\n    """Turn."""\n' + "    x = 1\n" * 31,
        "dsl_desk/keys/ring.py:1 turn has 31 lines",
    ),
    "a package without a caption": (
        captions.wrong_captions,
        "dsl_desk/keys/__init__.py",
        "",
        "dsl_desk/keys/__init__.py holds more or less than its caption",
    ),
    "a caption with a re-export": (
        captions.wrong_captions,
        "dsl_desk/keys/__init__.py",
        CAPTION + "from dsl_desk.keys.ring import turn\n",
        "dsl_desk/keys/__init__.py holds more or less than its caption",
    ),
    "a caption of two lines": (
        captions.wrong_captions,
        "dsl_desk/keys/__init__.py",
        '"""One room.\n\nAnd more.\n"""\n',
        "dsl_desk/keys/__init__.py: a caption is one line",
    ),
    "a folder that is no package": (
        captions.wrong_captions,
        "dsl_desk/attic/box.py",
        "",
        "dsl_desk/attic has no __init__.py with its caption",
    ),
    "a caption that the map does not have": (
        captions.map_is_old,
        "dsl_desk/keys/__init__.py",
        '"""Another room."""\n',
        "docs/architecture.md needs this map",
    ),
    "a file called utils": (
        names.empty_names,
        "dsl_desk/keys/key_utils.py",
        "",
        "dsl_desk/keys/key_utils.py: utils says nothing",
    ),
    "a class called Manager": (
        names.empty_names,
        "dsl_desk/keys/ring.py",
        "class KeyManager: ...\n",
        "dsl_desk/keys/ring.py:1 KeyManager is an engineer's word",
    ),
    "a test without a claim": (
        names.names_without_claim,
        "tests/keys/test_ring.py",
        "def test_ring() -> None: ...\n",
        "tests/keys/test_ring.py:1 test_ring claims nothing",
    ),
    "a test that works": (
        names.names_without_claim,
        "tests/keys/test_ring.py",
        "def test_that_the_ring_works() -> None: ...\n",
        "tests/keys/test_ring.py:1 test_that_the_ring_works claims nothing",
    ),
    "a sleep": (
        waits.waits_for_time,
        "tests/keys/test_ring.py",
        "import time\ntime.sleep(1)\n",
        "tests/keys/test_ring.py:2 time.sleep waits for time",
    ),
    "a fixed wait of a test": (
        waits.waits_for_time,
        "tests/keys/test_ring.py",
        "qtbot.wait(50)\n",
        "tests/keys/test_ring.py:1 qtbot.wait waits for time",
    ),
    "a handler of every Exception": (
        waits.swallows_bugs,
        "dsl_desk/keys/ring.py",
        "try:\n    pass\nexcept (OSError, Exception):\n    pass\n",
        "dsl_desk/keys/ring.py:3 catches everything",
    ),
    "a bare except": (
        waits.swallows_bugs,
        "dsl_desk/keys/ring.py",
        "try:\n    pass\nexcept:\n    raise ValueError\n",
        "dsl_desk/keys/ring.py:3 catches everything",
    ),
    "a gate silenced without a code": (
        waits.silenced_without_reason,
        "dsl_desk/keys/ring.py",
        "x = 1  # noqa\n",
        "dsl_desk/keys/ring.py:1 # noqa",
    ),
    "a gate silenced without a reason": (
        waits.silenced_without_reason,
        "dsl_desk/keys/ring.py",
        "x = 1  # type: ignore[misc]\n",
        "dsl_desk/keys/ring.py:1 # type: ignore[misc]",
    ),
    "a stranger at the top": (
        papers.strangers_at_the_top,
        "setup.cfg",
        "",
        "setup.cfg has no place at the top",
    ),
    "a version nobody is told of": (
        papers.version_without_news,
        "pyproject.toml",
        '[project]\nversion = "0.2.0"\n',
        "docs/changelog.md says nothing about 0.2.0",
    ),
    "a changelog without Unreleased": (
        papers.version_without_news,
        "docs/changelog.md",
        "## [0.1.0] - 2026-11-21\n",
        "docs/changelog.md: Unreleased is not on top",
    ),
    "a library missing in the lock": (
        papers.not_in_the_lock,
        "requirements.lock",
        "ring==2.1\n",
        "requirements.lock does not hold bell",
    ),
    "a library older than asked for": (
        papers.not_in_the_lock,
        "requirements.lock",
        "bell==1.0\nring==1.9\n",
        "requirements.lock does not hold ring>=2",
    ),
    "a sixth fixture": (
        names.fixtures_beyond_five,
        "tests/conftest.py",
        "@pytest.fixture\ndef lamp() -> None: ...\n",
        "tests/conftest.py: lamp belongs in a room",
    ),
    "a decision without alternatives": (
        papers.formless_decisions,
        "docs/decisions/0001-a.md",
        DECISION,
        "docs/decisions/0001-a.md has no Alternatives considered",
    ),
    "a decision out of order": (
        papers.formless_decisions,
        "docs/decisions/0003-c.md",
        DECISION.replace("0001", "0003") + "**Alternatives considered.**\n",
        "docs/decisions/0003-c.md is not number 0002 in name and title",
    ),
    "a path of one machine": (
        papers.names_a_machine,
        "docs/changelog.md",
        "see /" + "root/notes\n",
        "docs/changelog.md:1 names a machine or a registry: see /" + "root/notes",
    ),
    "a registry's host": (
        papers.names_a_machine,
        "docs/changelog.md",
        "from pypi" + ".org\n",
        "docs/changelog.md:1 names a machine or a registry: from pypi" + ".org",
    ),
}


def build(root: Path) -> Path:
    for place, text in SOUND.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text, "utf-8")
    (root / captions.MAP).write_text(captions.the_map(root), "utf-8")
    return root


@pytest.mark.parametrize("fault", FAULTS)
def test_that_a_house_rule_names(fault: str, tmp_path: Path) -> None:
    rule, place, text, said = FAULTS[fault]
    root = build(tmp_path)
    assert rule(root) == []
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")
    (found,) = rule(root)
    assert found.startswith(said)


def test_that_the_map_is_drawn_anew_in_its_place(tmp_path: Path) -> None:
    root = build(tmp_path)
    page = root / captions.MAP
    page.write_text(f"before\n{captions.BEGIN}\nold\n{captions.END}\nafter\n", "utf-8")
    captions.draw_the_map(root)
    assert page.read_text("utf-8") == f"before\n{captions.the_map(root)}\nafter\n"


def test_that_tidying_up_before_a_bug_flies_on_is_allowed(tmp_path: Path) -> None:
    root = build(tmp_path)
    tidy = "try:\n    pass\nexcept BaseException:\n    x = 1\n    raise\n"
    (root / "dsl_desk/keys/ring.py").write_text(tidy, "utf-8")
    assert waits.swallows_bugs(root) == []


def test_that_a_gate_may_be_silenced_with_code_and_reason(tmp_path: Path) -> None:
    root = build(tmp_path)
    reasoned = "x = 1  # noqa: PLR2004 - pixels\ny = 1  # type: ignore[misc]  # ships no types\n"
    (root / "dsl_desk/keys/ring.py").write_text(reasoned, "utf-8")
    assert waits.silenced_without_reason(root) == []
