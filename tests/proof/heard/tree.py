"""What a screen reader finds: the nodes of a page, what each is, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from tests.proof.heard.bus import ACCESSIBLE, ROOT, Bus, Question, Ref, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKABLE: Final = 41
ACTIVE, CHECKED, EDITABLE, ENABLED, FOCUSABLE, FOCUSED, SELECTED = 1, 4, 7, 8, 11, 12, 23
SENSITIVE, SHOWING, VISIBLE = 24, 25, 30
COMPONENT: Final = "org.a11y.atspi.Component"
_ON_SCREEN: Final = 0
_CHOSEN_IN_A_VIEW: Final = frozenset({"cell", "table cell", "list item", "tree item"})


@dataclass
class Node:
    """One node as it was when it was asked."""

    ref: Ref
    role: str
    name: str
    states: frozenset[int]
    children: list[Node] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        """Return it and everything under it, in the order in which it is read."""
        yield self
        for child in self.children:
            yield from child.all()

    def has(self, *states: int) -> bool:
        """Whether it is in all of these states."""
        return self.states.issuperset(states)

    @property
    def is_control(self) -> bool:
        """Whether somebody can stand on it."""
        return self.has(FOCUSABLE, SHOWING, ENABLED)

    @override
    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


def applications(bus: Bus) -> list[Ref]:
    """Return every program that tells the accessibility bus of itself."""
    return [Ref(*one) for one in bus.ask(Question(ROOT, ACCESSIBLE, "GetChildren")) or ()]


def windows(bus: Bus) -> list[Node]:
    """Return every window that is shown, with all that is shown in it."""
    found = []
    for program in applications(bus):
        for one in bus.ask(Question(program, ACCESSIBLE, "GetChildren")) or ():
            tree = read(bus, Ref(*one))
            if tree is not None:
                found.append(tree)
    return found


def read(bus: Bus, top: Ref) -> Node | None:
    """Read a tree level by level; what is not shown is left out with all under it."""
    (root,) = _nodes(bus, [top])
    if root is None:
        return None
    level = [root]
    while level:
        asked = [Question(node.ref, ACCESSIBLE, "GetChildren") for node in level]
        refs = [[Ref(*one) for one in answer or ()] for answer in bus.ask_all(asked)]
        nodes = iter(_nodes(bus, [ref for some in refs for ref in some]))
        for node, some in zip(level, refs, strict=True):
            node.children = [child for _ in some if (child := next(nodes)) is not None]
        level = [child for node in level for child in node.children]
    return root


def _nodes(bus: Bus, refs: list[Ref]) -> list[Node | None]:
    asked = [
        question
        for ref in refs
        for question in (
            Question(ref, ACCESSIBLE, "GetState"),
            Question(ref, ACCESSIBLE, "GetRoleName"),
            name_of(ref),
        )
    ]
    told = iter(bus.ask_all(asked))
    return [_node(ref, next(told), next(told), next(told)) for ref in refs]


def _node(ref: Ref, states: list[int] | None, role: str | None, name: str | None) -> Node | None:
    if states is None or role is None:
        return None
    bits = frozenset(
        32 * word + bit for word, held in enumerate(states) for bit in range(32) if held >> bit & 1
    )
    return Node(ref, role, name or "", bits) if {SHOWING, VISIBLE} <= bits else None


def where(bus: Bus, nodes: list[Node]) -> list[tuple[int, int, int, int]]:
    """Return left, top, width and height of each on the screen."""
    asked = [Question(n.ref, COMPONENT, "GetExtents", "u", (_ON_SCREEN,)) for n in nodes]
    return [tuple(told) if told else (0, 0, 0, 0) for told in bus.ask_all(asked)]


def with_focus(bus: Bus, nodes: list[Node]) -> Node | None:
    """Return the one that has the focus now. What is chosen in a list says it has it always."""
    nodes = [node for node in nodes if node.role not in _CHOSEN_IN_A_VIEW]
    asked = [Question(node.ref, ACCESSIBLE, "GetState") for node in nodes]
    for node, states in zip(nodes, bus.ask_all(asked), strict=True):
        if states and states[0] >> FOCUSED & 1:
            return node
    return None
