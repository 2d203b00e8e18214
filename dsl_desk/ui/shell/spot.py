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
HANDED = "handed"
COPY = "copy"
USE = "use"
WORDS = "words"
BUILD = "build"
REBUILD = "rebuild"
LOW_LEVEL = "low-level"
LADO = "lado"
SERVICES = "childrens-services"
THRESHOLD = "threshold"
STEP = "step"
GROW = "grow"
AMEND = "amend"
TAKE_IN = "take-in"  # after an entry's id and a slash: the parcel of a file received
CAME = "came"  # a parcel somebody double-clicked
RECEIVED = "received"  # likewise: an entry that came in one
COMPARE = "compare"  # with the record it compares after it


@dataclass(frozen=True)
class Spot:
    """Where somebody is: a place by itself, its form for something new, or one record in it."""

    place: Place
    what: str = ""


_COMPARE = "compare "
_AMEND = "amend "
_CALL = "call "
_REMIND = "remind "
_FILE_OF = "file of "
_LEFT = "left"


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


def call_of(record: str) -> Spot:
    """Return where the note of a call stands open, beside a concern or one still to be chosen."""
    return Spot(Place.CONCERNS, f"{_CALL}{record}")


def called_in(what: str) -> str:
    """Return the concern a call is about, "new" where it is still to be chosen, or nothing."""
    return what.removeprefix(_CALL) if what.startswith(_CALL) else ""


_READ_AT = {
    **dict.fromkeys(("viewing", "handed_in", "words_only", "evidence"), Place.EVIDENCE),
    **dict.fromkeys(("conversation", "sharing_copy"), Place.EVIDENCE),
    "concern": Place.CONCERNS,
    "allegation": Place.ADULTS,
    "person": Place.PEOPLE,
    "declaration": Place.DECLARATIONS,
}


def where_read(kind: str, record: str) -> Spot:
    """Return where a record of a kind is read; every kind not named here is a register's."""
    if kind == "low_level":
        return Spot(Place.ADULTS, f"{LOW_LEVEL}/{record}")
    return Spot(_READ_AT.get(kind, Place.REGISTERS), record)


def concern_at(spot: Spot) -> str:
    """Return the concern that is open there by itself, or nothing."""
    other = spot.place is not Place.CONCERNS or spot.what == NEW or " " in spot.what
    return "" if other else spot.what.partition("/")[0]


def duty_at(kind: str, record: str, key: str) -> Spot:
    """Return a record of a kind with the form of one of its duties open."""
    spot = where_read(kind, record)
    return Spot(spot.place, f"{spot.what}/{key}")


def left_of(record: str = "") -> Spot:
    """Return where something that was left is read, or the list of it."""
    return Spot(Place.TODAY, f"{_LEFT} {record}".rstrip())


def left_in(what: str) -> str | None:
    """Return what was left and is read there, nothing for the list; None elsewhere."""
    first, _, record = what.partition(" ")
    return record if first == _LEFT else None


def remind_of(concern: str) -> Spot:
    """Return where a reminder is set that leads to a concern."""
    return Spot(Place.TODAY, f"{_REMIND}{concern}")


def remind_of_person(person: str) -> Spot:
    """Return where a reminder is set that leads to somebody's file."""
    return Spot(Place.TODAY, f"{_REMIND}{_FILE_OF}{person}")


def reminded_of(what: str) -> tuple[str, str] | None:
    """Return the concern and the person a reminder is set about; None where none is set."""
    if what == NEW:
        return "", ""
    if not what.startswith(_REMIND):
        return None
    about = what.removeprefix(_REMIND)
    person = about.removeprefix(_FILE_OF)
    return ("", person) if person != about else (about, "")


_MISFILED = "misfiled "


def misfiling_of(record: str) -> Spot:
    """Return where a concern is taken out of the wrong person's file."""
    return Spot(Place.CONCERNS, f"{_MISFILED}{record}")


def misfiled_in(what: str) -> str:
    """Return the concern that is in the wrong person's file there, or nothing."""
    return what.removeprefix(_MISFILED) if what.startswith(_MISFILED) else ""


LEAVE = "leave"  # after a record's id and a slash: a copy of it for others
_LEAVE = f"{LEAVE} "


def leave_of(record: str) -> Spot:
    """Return where a copy of a concern is made for others."""
    return Spot(Place.CONCERNS, f"{_LEAVE}{record}")


def leaves_in(what: str) -> str:
    """Return the concern of which a copy is made there, or nothing."""
    return what.removeprefix(_LEAVE) if what.startswith(_LEAVE) else ""


ANSWER = "answer"  # after a request's id and a slash, and with what is wished for after it


def answering_of(request: str) -> Spot:
    """Return where a request to see what is kept is answered."""
    return Spot(Place.REGISTERS, f"{request}/{ANSWER}")


_KEEPING = "keeping"


def keeping_of(record: str) -> Spot:
    """Return where it stands how long one record is kept."""
    return Spot(Place.VAULT, f"{_KEEPING} {record}")


def kept_in(what: str) -> str | None:
    """Return the record whose keeping is shown there, nothing for all of them; None elsewhere."""
    return what.removeprefix(_KEEPING).strip() if what.startswith(_KEEPING) else None


KEEPING = Spot(Place.VAULT, _KEEPING)
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


def look_about(concern: str) -> Spot:
    """Return where it is decided whether to look at an account, because of a concern."""
    return Spot(Place.EVIDENCE, f"{NEW}/{concern}")


def handed_in_about(concern: str) -> Spot:
    """Return where it is written down who handed something in about a concern."""
    return Spot(Place.EVIDENCE, f"{HANDED}/{concern}")


TODAY = Spot(Place.TODAY)
A_PARCEL_CAME = Spot(Place.REGISTERS, CAME)
CONCERNS = Spot(Place.CONCERNS)
VAULT = Spot(Place.VAULT)
WAYS_IN = Spot(Place.VAULT, "ways-in")
CALENDAR = Spot(Place.POLICY, "calendar")
_MANUAL = "manual"
MANUAL = Spot(Place.VAULT, _MANUAL)
ABOUT = Spot(Place.VAULT, f"{_MANUAL} 17-about")


def manual_in(what: str) -> str | None:
    """Return the page of the manual that is read there, nothing for its first; None elsewhere."""
    return what.removeprefix(_MANUAL).strip() if what.startswith(_MANUAL) else None


NEW_CONCERN = Spot(Place.CONCERNS, NEW)
JOIN = Spot(Place.VAULT, "join")
CASES = Spot(Place.CASES)
NEW_CASE = Spot(Place.CASES, NEW)
NEW_MEMBER = Spot(Place.VAULT, NEW)
EVERYTHING = Spot(Place.VAULT, "everything")
_CHECKING = "checking"
CHECKING = Spot(Place.INSIGHTS, _CHECKING)


def finding_of(part: str) -> Spot:
    """Return where the finding about a part is written."""
    return Spot(Place.INSIGHTS, f"{_CHECKING} {part}")


def checked_in(what: str) -> str | None:
    """Return the part a finding is written about, nothing for the page itself; None elsewhere."""
    return what.removeprefix(_CHECKING).strip() if what.startswith(_CHECKING) else None
