"""The outcome of an allegation: five values, each defined, and what older forms make of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Outcome(Enum):
    """What was found in the end."""

    SUBSTANTIATED = "substantiated"
    MALICIOUS = "malicious"
    FALSE = "false"
    UNSUBSTANTIATED = "unsubstantiated"
    UNFOUNDED = "unfounded"


# Facts of guidance, in our own words; shown wherever an outcome is chosen.
DEFINITIONS: Final[Mapping[Outcome, str]] = {
    Outcome.SUBSTANTIATED: "There is sufficient evidence to prove the allegation.",
    Outcome.MALICIOUS: (
        "There is sufficient evidence to disprove the allegation, and somebody meant to deceive."
    ),
    Outcome.FALSE: "There is sufficient evidence to disprove the allegation.",
    Outcome.UNSUBSTANTIATED: (
        "There is not sufficient evidence either to prove or to disprove it. This says nothing"
        " about guilt or innocence."
    ),
    Outcome.UNFOUNDED: "There is no evidence or proper basis which supports the allegation.",
}
# An older form has four: what nothing supports was neither proved nor disproved.
_ON_OLDER_FORMS: Final = {Outcome.UNFOUNDED: Outcome.UNSUBSTANTIATED}
# These leave the personnel file, unless the person consents in writing to their staying.
LEAVES_THE_FILE: Final = frozenset({Outcome.MALICIOUS, Outcome.FALSE})


def on_older_form(outcome: Outcome) -> Outcome:
    """Return which of the four values of an older form an outcome is ticked as."""
    return _ON_OLDER_FORMS.get(outcome, outcome)


def of_older_form(ticked: str) -> Outcome | None:
    """Return the outcome an older form says; None for a word that is none of its values."""
    word = ticked.strip().casefold()
    return next((one for one in Outcome if one.value == word), None)


def may_stand_in_a_reference(outcome: Outcome) -> bool:
    """Tell whether a reference may speak of it: only what was proved."""
    return outcome is Outcome.SUBSTANTIATED
