"""docs/threat-model.md: no promise without a test, and no test that is not there."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.house.rules.plan import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "docs/threat-model.md"
PROMISE = re.compile(r"^\| ([A-Z]\d+) \| (.+?) \| (.+?) \|$")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_that_\w+)`")
NOT_YET = re.compile(r"not yet: \w.+")


def empty_promises(root: Path) -> list[str]:
    """Name every promise that has no test, or one that is not there."""
    lines = (root / PAGE).read_text("utf-8").splitlines()
    promises = [found for line in lines if (found := PROMISE.match(line))]
    names = [found[1] for found in promises]
    wrong = [f"{name} stands there twice" for name in set(names) if names.count(name) > 1]
    wrong += [] if promises else ["there is no promise"]
    for name, _, proof in (found.groups() for found in promises):
        tests = NAMED.findall(proof)
        if not tests and not NOT_YET.fullmatch(proof):
            wrong.append(f"{name} has no test")
        wrong += [f"{name}: there is no {test} in {file}" for file, test in missing(root, tests)]
        if NAMED.sub("", proof).strip(" ,") and not NOT_YET.fullmatch(proof):
            wrong.append(f"{name}: what proves it is not a list of tests")
    rows = [line for line in lines if re.match(r"^\| [A-Z]\d+ \|", line)]
    return wrong + [f"this is no promise: {row}" for row in rows if not PROMISE.match(row)]


def missing(root: Path, tests: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return those of these tests that do not exist."""
    return [(file, test) for file, test in tests if test not in names_in(root / file)]


def names_in(file: Path) -> set[str]:
    """Return the names of the tests in a file."""
    if not file.is_file():
        return set()
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_that_no_promise_is_without_a_test_that_is_there() -> None:
    wrong = empty_promises(HOUSE)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    "row",
    [
        "| L1 | Nobody reads it. | |",
        "| L1 | Nobody reads it. | we are sure of it |",
        "| L1 | Nobody reads it. | `tests/none.py::test_that_nobody_reads_it` |",
        "| L1 | Nobody reads it. | not yet |",
        "| L1 | Nobody reads it. |",
        "| L1 | Nobody reads it. | not yet: no key |\n| L1 | Nobody does. | not yet: no key |",
    ],
)
def test_that_an_empty_promise_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / PAGE).write_text(f"# Promises\n{row}\n", "utf-8")
    assert empty_promises(tmp_path)


def test_that_a_kept_promise_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_a.py").write_text("def test_that_it_is_so() -> None: ...\n", "utf-8")
    rows = (
        "| L1 | Nobody reads it. | `tests/test_a.py::test_that_it_is_so` |",
        "| L2 | Nobody writes it. | not yet: it is not built |",
    )
    (tmp_path / PAGE).write_text("\n".join(rows), "utf-8")
    assert not empty_promises(tmp_path)
