"""How long the supervisor waits for what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds, and how many unexpected ends are too many."""

    seal: float = 0.15  # from the lock to the desk's end, sealed or not
    silence: float = 3.0  # without a heartbeat, of a desk that shows something
    opening: float = 30.0  # the same, while it makes its window behind the lock screen
    ends: int = 5  # unexpected ends ...
    within: float = 10.0  # ... in this time: stop instead of starting for ever
    nap: float = 1.0  # overslept by more than this, the whole computer was asleep


LIMITS = Limits()
TO_TRAINING = -1  # no exit code: the program goes on with the training vault
BEAT_EVERY = 0.5  # seconds between two heartbeats of an open desk
