"""What no file may hold: waiting for time, swallowing bugs, silencing a gate without a reason."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.house.rules.plan import name, sources, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAST_RESORT = "dsl_desk/app/last_resort.py"
EVERYTHING = {"Exception", "BaseException"}
TIMED = {"qtbot.wait", "time.sleep", "QTest.qWait", "QThread.sleep", "QThread.msleep"}
SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no)\b.*")
WITH_REASON = re.compile(r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[a-z, -]+\])\W+\S.{4,}")


def waits_for_time(root: Path) -> list[str]:
    """Name every wait that is for time and not for a fact."""
    return [
        f"{name(root, path)}:{node.lineno} {ast.unparse(node.func)} waits for time"
        for path in sources(root, "dsl_desk", "installer", "tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TIMED
    ]


def swallows_bugs(root: Path) -> list[str]:
    """Name every handler that stops more than it names, outside the last resort.

    One that ends in a bare `raise` tidies up and lets everything fly on.
    """
    return [
        f"{name(root, path)}:{node.lineno} catches everything"
        for path in sources(root, "dsl_desk", "installer")
        if name(root, path) != LAST_RESORT
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and EVERYTHING & set(caught(node))
        if not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]


def caught(handler: ast.ExceptHandler) -> Iterator[str]:
    """Say what a handler catches; a bare one catches everything."""
    if handler.type is None:
        yield "BaseException"
    else:
        yield from (node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name))


def silenced_without_reason(root: Path) -> list[str]:
    """Name every silenced gate that gives no code or no reason."""
    return [
        f"{name(root, path)}:{number} {found.group()}"
        for path in sources(root, "dsl_desk", "installer", "tests")
        if path.parent.name not in {"house", "rules"}  # they speak about it
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := SILENCED.search(line)) and not WITH_REASON.match(found.group())
    ]
