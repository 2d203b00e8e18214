"""The words of a picture, made into messages: who said what, and at which time, if it is shown.

A message begins with a name that is known and a colon, with or without a time before it: as it is
typed, or as an app exports it. Any other line goes on with the message before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_DAY: Final = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_STAMP: Final = rf"(?:{_DAY},?\s+)?{_CLOCK}"
_BEGINS: Final = re.compile(
    rf"\s*(?:\[(?P<boxed>{_STAMP})\]\s*|(?P<bare>{_STAMP})\s*(?:[-\u2013]\s*)?)?(?P<rest>.*)",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 60
_NO_NAME: Final = re.compile(r"https?|note|re", re.IGNORECASE)


@dataclass(frozen=True)
class Turn:
    """One message. `speaker` is nobody where no known name stands before the words."""

    speaker: str = field(repr=False)
    at: str
    words: str = field(repr=False)

    def same_as(self, other: Turn) -> bool:
        """Tell whether it is the same message, however it was spaced or capitalised."""
        return self._plain() == other._plain()

    def _plain(self) -> tuple[str, str]:
        return self.speaker.casefold(), " ".join(self.words.split()).casefold()


def turns_of(words: str, names: Iterable[str]) -> tuple[Turn, ...]:
    """Return the messages that stand in these words, in order; no word is lost."""
    known = {_plain(name): name for name in names if name.strip()}
    turns: list[tuple[str, str, list[str]]] = []
    for line in words.splitlines():
        begun = _beginning(line, known)
        if begun is not None:
            turns.append((begun[0], begun[1], [begun[2]]))
        elif turns:
            turns[-1][2].append(line.rstrip())
        elif line.strip():
            turns.append(("", "", [line.strip()]))
    return tuple(Turn(who, at, "\n".join(lines).strip()) for who, at, lines in turns)


def names_in(words: str) -> tuple[str, ...]:
    """Return what may be names of people: what stands before a colon where a line begins."""
    found: dict[str, str] = {}
    for line in words.splitlines():
        name, colon, _said = _rest(line)[1].partition(":")
        name = " ".join(name.split())
        if colon and 0 < len(name) <= _LONGEST_NAME and not _NO_NAME.fullmatch(name):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def shared_turns(before: Sequence[Turn], after: Sequence[Turn]) -> int:
    """Return how many messages end one picture and begin the next: the most that agree."""
    for count in range(min(len(before), len(after)), 0, -1):
        if all(one.same_as(two) for one, two in zip(before[-count:], after[:count], strict=True)):
            return count
    return 0


def _beginning(line: str, known: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return who begins a message here, when, and its first words; None where nobody does."""
    at, rest = _rest(line)
    # A name may have a colon in it: the longest beginning that is a known name counts.
    for colon in sorted((found.start() for found in re.finditer(":", rest)), reverse=True):
        name = known.get(_plain(rest[:colon]))
        if name is not None:
            return name, at, rest[colon + 1 :].strip()
    return None


def _rest(line: str) -> tuple[str, str]:
    """Return the time a line begins with, and what comes after it."""
    found = _BEGINS.fullmatch(line)
    assert found is not None  # noqa: S101 whatever a line is, its rest matches
    return found["boxed"] or found["bare"] or "", found["rest"]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
