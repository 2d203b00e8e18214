"""The ground plan that the rules read: which files there are, and their syntax trees."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[3]


def sources(root: Path, *rooms: str) -> list[Path]:
    """Every file of Python in these rooms, in the same order everywhere."""
    return sorted(path for room in rooms for path in (root / room).rglob("*.py"))


def name(root: Path, path: Path) -> str:
    """Say a path as people write it: from the top of the house, with slashes."""
    return path.relative_to(root).as_posix()


def tree(path: Path) -> ast.Module:
    """Parse one file."""
    return ast.parse(path.read_text("utf-8"))


def project(root: Path) -> dict[str, Any]:
    """Read pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
