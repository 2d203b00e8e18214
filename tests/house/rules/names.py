"""Names are the DSL's words, and a test's name is a claim about the house."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.house.rules.plan import name, sources, tree

if TYPE_CHECKING:
    from pathlib import Path

EMPTY_WORDS = {"utils", "util", "helpers", "helper", "manager", "handler", "common", "misc"}
EMPTY_ENDINGS = ("Manager", "Helper", "Controller", "Handler", "Processor", "Utils")
FIXTURES = {"clock", "vault", "desk", "worker", "ask"}
NO_CLAIM = re.compile(r"_(works|correctly|properly|as_expected|handles?|handled)(_|$)")


def empty_names(root: Path) -> list[str]:
    """Name the files, folders and classes that could be called anything."""
    wrong = []
    for path in sources(root, "dsl_desk", "installer", "tests"):
        words = {
            word
            for part in path.relative_to(root).with_suffix("").parts
            for word in part.split("_")
        }
        wrong += [f"{name(root, path)}: {word} says nothing" for word in words & EMPTY_WORDS]
        wrong += [
            f"{name(root, path)}:{node.lineno} {node.name} is an engineer's word"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ClassDef) and node.name.endswith(EMPTY_ENDINGS)
        ]
    return wrong


def names_without_claim(root: Path) -> list[str]:
    """Name the tests whose name does not say what is true of the house."""
    return [
        f"{name(root, path)}:{node.lineno} {node.name} claims nothing"
        for path in sources(root, "tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
        if not node.name.startswith("test_that_") or NO_CLAIM.search(node.name)
    ]


def fixtures_beyond_five(root: Path) -> list[str]:
    """Name what tests/conftest.py hands to everybody and should not."""
    defined = {
        node.name
        for node in ast.walk(tree(root / "tests/conftest.py"))
        if isinstance(node, ast.FunctionDef)
        if any("fixture" in ast.unparse(mark) for mark in node.decorator_list)
    }
    return [f"tests/conftest.py: {one} belongs in a room" for one in sorted(defined - FIXTURES)]
