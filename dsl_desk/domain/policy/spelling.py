"""How a time and a condition are spelled in a profile, and how a time is said on screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.duty import AT_ONCE, UNSAID, By
from dsl_desk.domain.policy.facts import SPELLINGS
from dsl_desk.domain.policy.labels import POLICY_LABELS
from dsl_desk.domain.policy.terms import Event, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

_WITHIN: Final = re.compile(
    r"within (\d{1,3}) (hour|working hour|working day|school day|day)s?(?: of (\w+))?"
)
_ORDER: Final = re.compile(r"(before|after) (\w+)")
_UNITS: Final[Mapping[str, Unit]] = {
    "hour": Unit.HOURS,
    "working hour": Unit.WORKING_HOURS,
    "working day": Unit.WORKING_DAYS,
    "school day": Unit.SCHOOL_DAYS,
    "day": Unit.DAYS,
    "before": Unit.BEFORE,
    "after": Unit.AFTER,
}
_NAMES: Final = {unit: name for name, unit in _UNITS.items()}
_PLAIN: Final[Mapping[str, By]] = {"at once": AT_ONCE, "no time named": UNSAID}


def by_of(spelled: str) -> By | None:
    """Return the time that is spelled; None where it cannot be read."""
    text = spelled.strip()
    if text in _PLAIN:
        return _PLAIN[text]
    if found := _WITHIN.fullmatch(text):
        event, count = _event(found[3] or Event.TOLD.value), int(found[1])
        return By(_UNITS[found[2]], count, event) if event and count else None
    if found := _ORDER.fullmatch(text):
        event = _event(found[2])
        return None if event is None else By(_UNITS[found[1]], 0, event)
    return None


def spelled(by: By) -> str:
    """Return a time as a profile spells it: within 2 working days of told."""
    plain = {one: words for words, one in _PLAIN.items()}
    if by in plain:
        return plain[by]
    if by.unit in (Unit.BEFORE, Unit.AFTER):
        return f"{_NAMES[by.unit]} {by.event.value}"
    return f"within {by.count} {_NAMES[by.unit]}s of {by.event.value}"


def in_words(by: By) -> str:
    """Return a time as screen and paper say it: within 1 working day of when we were told."""
    if by.unit in (Unit.AT_ONCE, Unit.UNSAID):
        return POLICY_LABELS[by.unit].lower()
    event = POLICY_LABELS[by.event]
    if by.unit in (Unit.BEFORE, Unit.AFTER):
        return f"{_NAMES[by.unit]} {event}"
    plural = "s" if by.count != 1 else ""
    return f"within {by.count} {_NAMES[by.unit]}{plural} of when {event}"


def line_of(spelled: str) -> frozenset[str] | None:
    """Return the facts that one line of a condition names; None where one is not known.

    `sort: comments or impersonation` names two, either of them is enough.
    """
    name, colon, values = spelled.partition(":")
    facts = frozenset(
        f"{name.strip()}: {value.strip()}" if colon else name.strip()
        for value in values.split(" or ")
    )
    return facts if facts <= SPELLINGS else None


def _event(name: str) -> Event | None:
    return Event(name) if name in [event.value for event in Event] else None
