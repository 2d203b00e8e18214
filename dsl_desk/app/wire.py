"""The words on the control pipe between the supervisor and its children, as frames.

Gate to supervisor: Painted, HandedOver, Covered, Quit.      Supervisor to gate: Cover.
Desk to supervisor: Waiting, Opened, Refused, Beat, Lock, Sealed, Quit.   Supervisor to desk: Seal.
There is no word for the end: a child is ended by killing it, at whatever instruction.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dsl_desk.system.frames import FrameError

TYPE_CHECKING = False  # typing itself costs a millisecond
if TYPE_CHECKING:
    from dsl_desk.system.frames import Frame


@dataclass(frozen=True)
class Word:
    """Something said on the control pipe. A word without facts needs no more than its name."""


class Painted(Word):
    """A gate's picture is drawn: on the screen, or, for one kept back, to nowhere."""


class HandedOver(Word):
    """The gate is putting the member's key on the pair's own pipe."""


@dataclass(frozen=True)
class Covered(Word):
    """The gate covers the screen, painted, and answers; `at` by the monotonic clock, in ns."""

    at: str


@dataclass(frozen=True)
class Cover(Word):
    """Cover the screen now, and say why and since when (`at`, ISO 8601).

    `why` is what the desk said when it locked ("idle", "asked", ...), or "start", "desk_ended",
    "not_responding", or the name of the DeskError for which an opening was refused.
    """

    why: str
    at: str
    facts: dict[str, str] = field(default_factory=dict, repr=False)


class Waiting(Word):
    """The desk has loaded everything it needs but a key."""


class Opened(Word):
    """The desk's window is painted and open for work."""


@dataclass(frozen=True)
class Refused(Word):
    """The vault could not be opened: the name of the DeskError and its facts."""

    code: str
    facts: dict[str, str] = field(repr=False)


class Beat(Word):
    """The desk's window is alive."""


@dataclass(frozen=True)
class Lock(Word):
    """Lock now."""

    why: str


class Seal(Word):
    """Seal what is unsaved: the end comes in a moment."""


class Sealed(Word):
    """What was unsaved is in the spool."""


class Quit(Word):
    """The person wants to leave the program."""


class Training(Word):
    """The person wants the training vault instead: everybody ends, then it is opened."""


_WORDS: dict[str, type[Word]] = {
    word.__name__: word
    for word in (
        Painted,
        HandedOver,
        Covered,
        Cover,
        Waiting,
        Opened,
        Refused,
        Beat,
        Lock,
        Seal,
        Sealed,
        Quit,
        Training,
    )
}


def to_frame(word: Word) -> Frame:
    """Write a word as a frame."""
    return {"word": type(word).__name__, **vars(word)}


def from_frame(untrusted_frame: Frame) -> Word:
    """Read a word; what is no word of ours is a FrameError."""
    parts = dict(untrusted_frame)
    kind = _WORDS.get(str(parts.pop("word", "")))
    if kind is None or set(parts) != set(kind.__match_args__):
        raise FrameError
    if not all(_is_plain(part) for part in parts.values()):
        raise FrameError
    return kind(**parts)


def _is_plain(untrusted_part: object) -> bool:
    if isinstance(untrusted_part, dict):
        return all(isinstance(fact, str) for fact in untrusted_part.values())
    return isinstance(untrusted_part, str)
