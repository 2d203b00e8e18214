"""The size of a file is a rule, not a wish: the disease of this field is one file, always grown."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.house.rules.plan import name, sources, tree

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_FILE = 300
LONGEST_BODY = 30


def files_too_long(root: Path) -> list[str]:
    """Name every file above the hard stop."""
    return [
        f"{name(root, path)} has {lines} lines"
        for path in sources(root, "dsl_desk", "installer", "tests")
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    ]


def functions_too_long(root: Path) -> list[str]:
    """Name every function whose body, without its docstring, is longer than a screenful."""
    return [
        f"{name(root, path)}:{function.lineno} {function.name} has {lines} lines"
        for path in sources(root, "dsl_desk", "installer")
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := body_length(function)) > LONGEST_BODY
    ]


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count from the first statement that does something to the last line."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0
