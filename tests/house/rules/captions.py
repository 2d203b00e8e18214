"""Every package says in one sentence what it is, and the map repeats it word for word.

`python -m tests.house.rules.captions` draws the map anew.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.house.rules.plan import HOUSE, name, sources, tree

if TYPE_CHECKING:
    from pathlib import Path

MAP = "docs/architecture.md"
MAP_MAKER = "python -m tests.house.rules.captions"
BEGIN, END = "<!-- map: begin (made from the captions) -->", "<!-- map: end -->"


def wrong_captions(root: Path) -> list[str]:
    """Name every package without a caption, or with anything beside it."""
    wrong = []
    for folder in sorted({path.parent for path in sources(root, "dsl_desk")}):
        door = folder / "__init__.py"
        if not door.is_file():
            wrong.append(f"{name(root, folder)} has no __init__.py with its caption")
        elif len(tree(door).body) != 1 or not caption(door):
            wrong.append(f"{name(root, door)} holds more or less than its caption")
        elif "\n" in caption(door):
            wrong.append(f"{name(root, door)}: a caption is one line")
    return wrong


def caption(door: Path) -> str:
    """Read the one line that says what a package is."""
    return ast.get_docstring(tree(door)) or ""


def the_map(root: Path) -> str:
    """Draw the map of the house from its captions."""
    doors = [path for path in sources(root, "dsl_desk") if path.name == "__init__.py"]
    rows = []
    for door in sorted(doors, key=lambda door: door.parent.relative_to(root).parts):
        depth = len(door.parent.relative_to(root).parts) - 1
        rows.append(f"{'  ' * depth + door.parent.name + '/':<18}{caption(door)}")
    return "\n".join([BEGIN, "```text", *rows, "```", END])


def map_is_old(root: Path) -> list[str]:
    """Say whether the map in docs/architecture.md differs from the captions."""
    page = root / MAP
    written = page.read_text("utf-8") if page.is_file() else ""
    if the_map(root) in written:
        return []
    return [f"{MAP} needs this map (see {MAP_MAKER}):\n{the_map(root)}"]


def draw_the_map(root: Path) -> None:
    """Put the map of today in the place of the old one."""
    page = root / MAP
    before, rest = page.read_text("utf-8").split(BEGIN)
    page.write_text(before + the_map(root) + rest.split(END)[1], "utf-8")


if __name__ == "__main__":
    draw_the_map(HOUSE)
