"""What a reader is told to stand in a control: its text, what is chosen, how far it is, on or off.

A pick is told by Qt on Linux under the words that are chosen in it; what it asks is told beside
them, by the label it is tied to or by its description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.proof.heard.bus import ACCESSIBLE, Question, Ref, name_of
from tests.proof.heard.tree import CHECKABLE

if TYPE_CHECKING:
    from tests.proof.heard.bus import Bus
    from tests.proof.heard.tree import Node

TEXT: Final = "org.a11y.atspi.Text"
VALUE: Final = "org.a11y.atspi.Value"
CHOICES: Final = frozenset({"radio button", "check box"})
PICK: Final = "combo box"
MEASURED: Final = frozenset({"spin box", "spin button", "slider", "progress bar"})
_WRITTEN: Final = frozenset({"text", "entry", "password text"})
_LABELLED_BY: Final = 2


def worthless(bus: Bus, nodes: list[Node]) -> list[Node]:
    """Return what has no value where it must have one: what is written, chosen, ticked or how far.

    A field says what stands in it by its text, a pick by its name; a choice and a tick say whether
    they are on by a state, which only those have that can be on.
    """
    missing = _without(bus, nodes, _WRITTEN, Question(Ref("", ""), TEXT, "CharacterCount"))
    missing += _without(bus, nodes, MEASURED, Question(Ref("", ""), VALUE, "CurrentValue"))
    asked = questions(bus, nodes)
    missing += [one for one, names in asked if not one.name.strip() or one.name.strip() in names]
    return missing + [node for node in nodes if node.role in CHOICES and not node.has(CHECKABLE)]


def unasked(bus: Bus, nodes: list[Node]) -> list[Node]:
    """Return the picks of which nobody is told what they ask."""
    return [one for one, names in questions(bus, nodes) if not names]


def questions(bus: Bus, nodes: list[Node]) -> list[tuple[Node, frozenset[str]]]:
    """Return each pick with what it is told to ask: the names of its labels, its description."""
    picks = [node for node in nodes if node.role == PICK]
    related = bus.ask_all([Question(one.ref, ACCESSIBLE, "GetRelationSet") for one in picks])
    described = bus.ask_all([name_of(one.ref, "Description") for one in picks])
    found = []
    for one, relations, description in zip(picks, related, described, strict=True):
        labels = [
            Ref(*ref) for kind, refs in relations or () if kind == _LABELLED_BY for ref in refs
        ]
        told = [*bus.ask_all([name_of(label) for label in labels]), description]
        found.append((one, frozenset(words.strip() for words in told if words and words.strip())))
    return found


def _without(bus: Bus, nodes: list[Node], roles: frozenset[str], asked: Question) -> list[Node]:
    """Return what is of these roles and answers nothing to a question of theirs."""
    mine = [node for node in nodes if node.role in roles]
    told = bus.ask_all(
        [Question(one.ref, asked.interface, asked.method, of_a_property=True) for one in mine]
    )
    return [one for one, value in zip(mine, told, strict=True) if value is None]
