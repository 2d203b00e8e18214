"""The reader: starts the tour as another process, and reads every page of it over AT-SPI.

`python -m tests.proof.heard.walk FOLDER OUT.json`, in a session of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from tests.proof.heard.bus import Bus, name_of
from tests.proof.heard.hands import TAB, press_key
from tests.proof.heard.tree import ACTIVE, Node, where, windows, with_focus

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHOICES: Final = frozenset({"radio button", "check box"})
_MOST_TABS: Final = 200
_FOCUS_PATIENCE: Final = 0.6
_NAMED_ROLES: Final = frozenset(
    (
        *("push button", "toggle button", "check box", "radio button", "combo box", "menu item"),
        *("entry", "password text", "text", "spin button", "slider", "link"),
    )
)


@dataclass
class Page:
    """What a reader found on one page."""

    name: str
    nodes: int = 0
    controls: int = 0
    described: int = 0
    tabs: int = 0
    unnamed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    backwards: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One press of Tab: from where to where, and where both stood on the screen then."""

    before: Node
    after: Node
    left_at: tuple[int, int, int, int]
    came_to: tuple[int, int, int, int]

    @property
    def is_backwards(self) -> bool:
        """Whether it went up without going on to a next column, or left in a row."""
        left, top, wide, high = self.left_at
        x, y, width, height = self.came_to
        above = y + height <= top and x < left + wide
        beside = y < top + high and top < y + height and x + width <= left
        return above or beside

    @override
    def __str__(self) -> str:
        return f"{self.before} {self.left_at} > {self.after} {self.came_to}"


def main(folder: Path, out: Path, *words: str) -> int:
    """Read every page, and write down what was found."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.proof.heard.shown", str(folder), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    bus = Bus()
    pages = []
    for line in program.stdout:
        pages.append(page_of(bus, line.strip()))
        program.stdin.write("on\n")
        program.stdin.flush()
    bus.close()
    out.write_text(json.dumps([asdict(page) for page in pages], ensure_ascii=False), "utf-8")
    return program.wait()


def page_of(bus: Bus, name: str) -> Page:
    """Read the window in front, name by name, then go through it with Tab."""
    trees = [tree for tree in windows(bus) if tree.has(ACTIVE)]
    nodes = [node for tree in trees for node in tree.all()]
    controls = [node for node in nodes if node.is_control]
    page = Page(name, nodes=len(nodes), controls=len(controls))
    page.unnamed = [told(node, trees) for node in nameless(nodes)]
    page.misnamed = [told(node, trees) for node in misnamed(nodes)]
    described = bus.ask_all([name_of(node.ref, "Description") for node in controls])
    page.described = sum(1 for one in described if one)
    page.roles = dict(Counter(node.role for node in controls))
    steps = tabbed(bus, controls)
    page.tabs = len(steps) + 1
    page.backwards = [str(step) for step in steps if step.is_backwards]
    page.otherwise = list(otherwise(steps, controls))
    return page


def nameless(nodes: Iterable[Node]) -> list[Node]:
    """Return what a reader could not say: a control without a name."""
    return [
        node
        for node in nodes
        if (node.is_control or node.role in _NAMED_ROLES)
        and node.role not in {"frame", "filler", "panel", "scroll pane"}
        and not node.name.strip()
    ]


def misnamed(nodes: list[Node]) -> list[Node]:
    """Return what is called by markup, and choices that are called by their own question."""
    labels = {node.name for node in nodes if node.role == "label"}
    questions = {name for name in labels if name.endswith("?")}
    return [
        node
        for node in nodes
        if "</" in node.name or (node.role in _CHOICES and node.name in questions)
    ]


def told(node: Node, trees: list[Node]) -> str:
    """Say where a node is: the roles and names above it."""
    for tree in trees:
        way = _way(tree, node)
        if way:
            return " > ".join(str(one) for one in way[-4:])
    return str(node)


def _way(top: Node, wanted: Node) -> list[Node]:
    if top is wanted:
        return [top]
    for child in top.children:
        if way := _way(child, wanted):
            return [top, *way]
    return []


def tabbed(bus: Bus, controls: list[Node]) -> list[Step]:
    """Press Tab until we are where we began; return each step, with both places as they were."""
    steps: list[Step] = []
    now = with_focus(bus, controls)
    for _ in range(_MOST_TABS):
        press_key(bus, TAB)
        after = _moved(bus, controls, now)
        if after is None or after is now:
            break
        if now is not None:
            steps.append(Step(now, after, *where(bus, [now, after])))
        if any(after is step.before for step in steps):
            break
        now = after
    return from_the_first(steps, controls)


def _moved(bus: Bus, controls: list[Node], before: Node | None) -> Node | None:
    until = time.monotonic() + _FOCUS_PATIENCE
    while time.monotonic() < until:
        now = with_focus(bus, controls)
        if now is not None and now is not before:
            return now
    return before


def from_the_first(steps: list[Step], controls: list[Node]) -> list[Step]:
    """Return a round as it begins in the window, without the step from its end to its beginning."""
    if not steps:
        return steps
    first = min(range(len(steps)), key=lambda nth: controls.index(steps[nth].after))
    return steps[first + 1 :] + steps[:first]


def otherwise(steps: list[Step], controls: list[Node]) -> Iterable[str]:
    """Return each step of Tab that goes against the order in which the page is told."""
    for step in steps:
        if controls.index(step.after) < controls.index(step.before):
            yield str(step)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
