"""Hands of somebody who sees nothing: all is found by role and name, and done over AT-SPI."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from tests.proof.heard.bus import REGISTRY, Bus, Question, Ref
from tests.proof.heard.tree import ACTIVE, COMPONENT, Node, windows, with_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.proof.heard.orca import Ears

KEYS: Final = Ref(REGISTRY, "/org/a11y/atspi/registry/deviceeventcontroller")
TAB: Final = 0xFF09
_CONTROLLER: Final = "org.a11y.atspi.DeviceEventController"
_ACTION: Final = "org.a11y.atspi.Action"
_TEXT: Final = "org.a11y.atspi.EditableText"
_BY_SYMBOL: Final = 3
_PATIENCE: Final = 40.0
_MOST_STOPS: Final = 90
_TO_THE_END: Final = 60  # looks: a story ends with what is said last
# Tab stops at one of many choices, and arrows go on from there.
_CHOSEN: Final = frozenset({"radio button", "check box"})


def press_key(bus: Bus, symbol: int) -> None:
    """Let the accessibility bus press a key where the focus is."""
    asked = (symbol, "", _BY_SYMBOL)
    bus.ask(Question(KEYS, _CONTROLLER, "GenerateKeyboardEvent", "isu", asked))


class NotFoundError(AssertionError):
    """Nothing on the screen is called that."""


class Hands:
    """Finds, presses, writes and hears; what was done is kept as it would be told."""

    def __init__(self, bus: Bus, ears: Ears | None = None) -> None:
        self._bus = bus
        self._ears = ears
        self.done: list[str] = []

    def press(self, name: str, role: str = "") -> Node:
        """Do what a control does first: press it, tick it, choose it."""
        node = self.find(name, role)
        self.come_to(node)
        self.done.append(f"{node}: pressed")
        self._bus.ask(Question(node.ref, _ACTION, "DoAction", "i", (0,)))
        self._listen()
        return node

    def write(self, name: str, words: str) -> Node:
        """Put words into a field, and leave it."""
        node = self.find(name, editable=True)
        self.come_to(node)
        self.focus(node)
        self.done.append(f"{node}: “{words}”")
        self._bus.ask(Question(node.ref, _TEXT, "SetTextContents", "s", (words,)))
        if self._ears is None:
            self.key(TAB)
        return node

    def come_to(self, node: Node) -> None:
        """Go there as somebody does who listens: by Tab, hearing every stop on the way."""
        if self._ears is None:
            return
        self._listen()
        for _ in range(_MOST_STOPS):
            before = self._standing()
            if before == node.ref or node.role in _CHOSEN:
                break
            self.key(TAB)
            self._listen()
            if self._standing() in {None, before}:
                break
        self.focus(node)
        self._listen()

    def _standing(self) -> Ref | None:
        controls = [node for node in self.nodes() if node.is_control]
        now = with_focus(self._bus, controls)
        return now.ref if now is not None else None

    def _listen(self) -> None:
        if self._ears is not None:
            self._ears.quiet()

    def hang_up(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def focus(self, node: Node) -> None:
        """Stand on it."""
        self._bus.ask(Question(node.ref, COMPONENT, "GrabFocus"))

    def key(self, symbol: int) -> None:
        """Press a key where we stand."""
        press_key(self._bus, symbol)

    def find(self, name: str, role: str = "", *, editable: bool = False) -> Node:
        """Wait until something in front is called so, or begins so."""

        def look() -> Node | None:
            for node in self.nodes():
                if _is(node, name, role) and (not editable or _is_field(node)):
                    return node
            return None

        return self._until(look, f"{role} “{name}”")

    def hear(self, words: str) -> Node:
        """Wait until something in front says this."""

        def look() -> Node | None:
            return next((node for node in self.nodes() if words in node.name), None)

        node = self._until(look, words)
        if self._ears is not None:
            self._ears.quiet(_TO_THE_END)
        return node

    def nodes(self) -> Iterator[Node]:
        """Return all that is in the window in front."""
        for tree in windows(self._bus):
            if tree.has(ACTIVE):
                yield from tree.all()

    def _until(self, look: Callable[[], Node | None], what: str) -> Node:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            node = look()
            if node is not None:
                return node
        there = "\n".join(str(node) for node in self.nodes() if node.name)
        missing = f"{what} is not there, but:\n{there}"
        raise NotFoundError(missing)


def _is_field(node: Node) -> bool:
    return node.role in {"text", "entry", "password text"}


def _is(node: Node, name: str, role: str) -> bool:
    named = node.name == name or node.name.startswith(
        (f"{name}.", f"{name},", f"{name} ·", f"{name} (")
    )
    return named and (not role or node.role == role)
