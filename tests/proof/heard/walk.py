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
from tests.proof.heard.values import CHOICES, unasked, worthless

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_TABS: Final = 200
_MOST_LINKS: Final = 6
_FOCUS_PATIENCE: Final = 0.8
_NAMED_ROLES: Final = frozenset(
    (
        *("push button", "toggle button", "check box", "radio button", "combo box", "menu item"),
        *("entry", "password text", "text", "spin box", "slider", "link"),
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
    worthless: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One press of Tab: from where to where, and where both stood on the screen then."""

    before: Node
    after: Node
    left_at: tuple[int, int, int, int]
    came_to: tuple[int, int, int, int]
    told_first: int  # the place in the telling of what it left, and of what it came to
    told_then: int

    @property
    def is_told_backwards(self) -> bool:
        """Whether what it came to is told before what it left."""
        return self.told_then < self.told_first

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
    silent = (*nameless(nodes), *unasked(bus, controls))
    page.unnamed = [told(node, trees) for node in silent]
    page.misnamed = [told(node, trees) for node in misnamed(nodes)]
    described = bus.ask_all([name_of(node.ref, "Description") for node in controls])
    page.described = sum(1 for one in described if one)
    page.roles = dict(Counter(node.role for node in controls))
    page.worthless = [told(node, trees) for node in worthless(bus, nodes)]
    steps, stuck = tabbed(bus)
    page.tabs = len(steps) + 1
    page.stuck = [f"{stuck} of {len(controls)} controls"] if stuck else []
    page.backwards = [str(step) for step in steps if step.is_backwards]
    page.otherwise = [str(step) for step in steps if step.is_told_backwards]
    return page


def controls_now(bus: Bus) -> list[Node]:
    """Return every control of the window in front, in the order in which it is told."""
    trees = [tree for tree in windows(bus) if tree.has(ACTIVE)]
    return [node for tree in trees for node in tree.all() if node.is_control]


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
        if "</" in node.name or (node.role in CHOICES and node.name in questions)
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


def tabbed(bus: Bus) -> tuple[list[Step], str]:
    """Press Tab until we are where we began; return each step, and where it went no further."""
    steps: list[Step] = []
    controls = controls_now(bus)
    now = with_focus(bus, controls)
    for _ in range(_MOST_TABS):
        controls, after = _next(bus, controls, now)
        if after is None or (now is not None and after.ref == now.ref):
            return steps, str(now)
        if now is not None:
            controls = _as_told(bus, controls, now, after)
            steps.append(_step(bus, controls, now, after))
        if any(after.ref == step.before.ref for step in steps):
            return from_the_first(steps), ""
        now = after
    return steps, str(now)


def _next(bus: Bus, controls: list[Node], now: Node | None) -> tuple[list[Node], Node | None]:
    """Press Tab until the focus is elsewhere: a text with links is left behind its last one."""
    after = now
    for _ in range(_MOST_LINKS):
        press_key(bus, TAB)
        controls = _moved(bus, controls, now)
        after = with_focus(bus, controls)
        if after is None or now is None or after.ref != now.ref:
            break
    return controls, after


def _moved(bus: Bus, controls: list[Node], before: Node | None) -> list[Node]:
    """Wait until the focus is elsewhere; return the controls, with what came home meanwhile."""
    until = time.monotonic() + _FOCUS_PATIENCE
    while time.monotonic() < until:
        now = with_focus(bus, controls)
        if now is not None and (before is None or now.ref != before.ref):
            break
        if now is None:
            controls = controls_now(bus)
    return controls


def _as_told(bus: Bus, controls: list[Node], before: Node, after: Node) -> list[Node]:
    """Return the order in which both are told: read anew where it seems to be the wrong one."""
    return controls if _place(controls, before) < _place(controls, after) else controls_now(bus)


def _place(controls: list[Node], node: Node) -> int:
    """Return the place in the telling; of what has gone meanwhile, before everything."""
    return next((nth for nth, one in enumerate(controls) if one.ref == node.ref), -1)


def _step(bus: Bus, controls: list[Node], before: Node, after: Node) -> Step:
    left_at, came_to = where(bus, [before, after])
    first, then = _place(controls, before), _place(controls, after)
    return Step(before, after, left_at, came_to, first, then)


def from_the_first(steps: list[Step]) -> list[Step]:
    """Return a round as it begins in the window, without the step from its end to its beginning."""
    first = min(range(len(steps)), key=lambda nth: steps[nth].told_then)
    return steps[first + 1 :] + steps[:first]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
