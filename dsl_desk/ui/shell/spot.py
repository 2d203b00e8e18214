"""A spot: a place, and what is open there."""

from __future__ import annotations

from dataclasses import dataclass

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_list import Narrowing
from dsl_desk.ui.shell.places import Place

NEW = "new"
CHANGE = "change"  # after a record's id and a slash, like the next
FILE = "file"
ACCOUNT = "account"
CHANGE_ACCOUNT = "account "  # with the account's id after it
IMPORT = "import"
TWICE = "twice"


@dataclass(frozen=True)
class Spot:
    """Where somebody is: a place by itself, its form for something new, or one record in it."""

    place: Place
    what: str = ""


_COMPARE = "compare "
_AMEND = "amend "


def compare_of(record: str) -> Spot:
    """Return where the versions of a concern stand beside one another."""
    return Spot(Place.CONCERNS, f"{_COMPARE}{record}")


def compared_in(what: str) -> str:
    """Return the concern whose versions are compared there, or nothing."""
    return what.removeprefix(_COMPARE) if what.startswith(_COMPARE) else ""


def amend_of(record: str) -> Spot:
    """Return where what a concern says is put right."""
    return Spot(Place.CONCERNS, f"{_AMEND}{record}")


def amended_in(what: str) -> str:
    """Return the concern that is amended there, or nothing."""
    return what.removeprefix(_AMEND) if what.startswith(_AMEND) else ""


_ONLY = "only "


def only(narrowing: Narrowing) -> Spot:
    """Return the list of the concerns of a part that are in one state, or in any."""
    state = "".join(state.value for state in narrowing.states)
    return Spot(Place.CONCERNS, f"{_ONLY}{narrowing.part.value} {state}")


def narrowed_in(what: str) -> Narrowing | None:
    """Return what the list of a spot is narrowed to; None where it is no such list."""
    if not what.startswith(_ONLY):
        return None
    part, _, state = what.removeprefix(_ONLY).partition(" ")
    return Narrowing(Compartment(part), (ConcernState(state),) if state else ())


_KEPT = "kept "


def kept_filter(record: str) -> Spot:
    """Return the list of concerns as one of the kept filters narrows it."""
    return Spot(Place.CONCERNS, f"{_KEPT}{record}")


def filter_in(what: str) -> str:
    """Return the kept filter of a spot, or nothing."""
    return what.removeprefix(_KEPT) if what.startswith(_KEPT) else ""


TODAY = Spot(Place.TODAY)
CONCERNS = Spot(Place.CONCERNS)
VAULT = Spot(Place.VAULT)
WAYS_IN = Spot(Place.VAULT, "ways-in")
NEW_CONCERN = Spot(Place.CONCERNS, NEW)
JOIN = Spot(Place.VAULT, "join")
CASES = Spot(Place.CASES)
NEW_CASE = Spot(Place.CASES, NEW)
NEW_MEMBER = Spot(Place.VAULT, NEW)
