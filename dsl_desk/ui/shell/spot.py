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


@dataclass(frozen=True)
class Spot:
    """Where somebody is: a place by itself, its form for something new, or one record in it."""

    place: Place
    what: str = ""


TODAY = Spot(Place.TODAY)
CONCERNS = Spot(Place.CONCERNS)
WAYS_IN = Spot(Place.VAULT, "ways-in")
NEW_CONCERN = Spot(Place.CONCERNS, NEW)
NEW_MEMBER = Spot(Place.VAULT, NEW)
