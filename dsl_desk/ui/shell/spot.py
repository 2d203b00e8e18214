"""A spot: a place, and what is open there."""

from __future__ import annotations

from dataclasses import dataclass

from dsl_desk.ui.shell.places import Place

NEW = "new"
CHANGE = "change"  # after a record's id and a slash, like the next
FILE = "file"
ACCOUNT = "account"
IMPORT = "import"
TWICE = "twice"
LOW_LEVEL = "low-level"
LADO = "lado"
THRESHOLD = "threshold"
STEP = "step"
GROW = "grow"


@dataclass(frozen=True)
class Spot:
    """Where somebody is: a place by itself, its form for something new, or one record in it."""

    place: Place
    what: str = ""


_COMPARE = "compare "


def compare_of(record: str) -> Spot:
    """Return where the versions of a concern stand beside one another."""
    return Spot(Place.CONCERNS, f"{_COMPARE}{record}")


def compared_in(what: str) -> str:
    """Return the concern whose versions are compared there, or nothing."""
    return what.removeprefix(_COMPARE) if what.startswith(_COMPARE) else ""


TODAY = Spot(Place.TODAY)
CONCERNS = Spot(Place.CONCERNS)
VAULT = Spot(Place.VAULT)
WAYS_IN = Spot(Place.VAULT, "ways-in")
NEW_CONCERN = Spot(Place.CONCERNS, NEW)
JOIN = Spot(Place.VAULT, "join")
CASES = Spot(Place.CASES)
NEW_CASE = Spot(Place.CASES, NEW)
NEW_MEMBER = Spot(Place.VAULT, NEW)
