"""Why the lock screen is there, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from dsl_desk.domain.dates import at as clock_time


class Tone(Enum):
    """How much the words matter: said in passing, or to be read first."""

    QUIET = "quiet"
    READ_FIRST = "read first"


@dataclass(frozen=True)
class Why:
    """The line under the title of the lock screen."""

    words: str
    tone: Tone = Tone.QUIET


_WORDS = {
    "start": "Everything on this laptop is locked.",
    "asked": "Locked at {time}. Your work is kept.",
    "idle": "Locked at {time}, after standing idle. Your work is kept.",
    "session": "Locked at {time}, with this computer. Your work is kept.",
    "set_up": "Your vault is ready. Unlock it with the passphrase you chose.",
}
_READ_FIRST = {
    "desk_ended": (
        "The desk stopped by itself at {time}. Your records are safe up to the last save, and "
        "what you were typing comes back when you unlock."
    ),
    "not_responding": (
        "The desk did not answer any more and was closed at {time}. Your records are safe up to "
        "the last save, and what you were typing comes back when you unlock."
    ),
    "VaultInUseError": (
        "The vault is open already: {who} has it open on {where}. It opens here once it is "
        "locked there."
    ),
    "VaultTooNewError": (
        "This vault was last used with a newer DSL Desk. Install the newer DSL Desk on this "
        "laptop; nothing in the vault was changed."
    ),
    "DamageError": (
        "Something in the vault is not as it was written, so it stays locked. Do not change "
        "anything in its folder, and tell whoever looks after it."
    ),
}
WAITS = "parcel"  # among the facts: a parcel was double-clicked
_A_PARCEL_WAITS = "A parcel is waiting. Unlock, and you are led to taking it in."
_ANYTHING_ELSE = (
    "The vault could not be opened. Nothing in it was changed. Try again; if it happens again, "
    "tell whoever looks after this laptop."
)


def why_of(code: str, at: str, facts: dict[str, str]) -> Why:
    """Return the words for what the supervisor says."""
    time = clock_time(datetime.fromisoformat(at)) if at else ""
    waits = f" {_A_PARCEL_WAITS}" if WAITS in facts else ""
    if code in _WORDS:
        return Why(_WORDS[code].format(time=time) + waits, Tone.READ_FIRST if waits else Tone.QUIET)
    words = _READ_FIRST.get(code, _ANYTHING_ELSE)
    known = {"who": "somebody", "where": "this computer", **facts, "time": time}
    return Why(words.format_map(known) + waits, Tone.READ_FIRST)
