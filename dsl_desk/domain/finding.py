"""Finding somebody by name: by its beginning, in any order, with one letter wrong in each word."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

K = TypeVar("K")

_WORD: Final = re.compile(r"\w+")
_WRITTEN: Final = re.compile(
    "[\\w'\N{RIGHT SINGLE QUOTATION MARK}]+"
)  # a word with its apostrophes
_APOSTROPHE: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
_SHORTEST_GUESSED: Final = 3  # in a shorter word, one wrong letter is half of it
_LAST_SIGN: Final = chr(sys.maxunicode)
_LONGEST_ASKED: Final = 8  # words; a pasted page is nobody's name


class Fit(IntEnum):
    """How well a word fits: the lower, the better."""

    WHOLE = 0
    BEGINNING = 1
    GUESSED = 4


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: without accents, capitals and marks."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(_WORD.findall(plain.casefold()))


def fit(asked: str, word: str) -> Fit | None:
    """Tell how what was asked fits a word: whole, its beginning, with a letter wrong, or not."""
    if word.startswith(asked):
        return Fit.WHOLE if len(asked) == len(word) else Fit.BEGINNING
    return Fit.GUESSED if _one_wrong(asked, word) else None


def _one_wrong(asked: str, word: str) -> bool:
    """Tell whether a word begins as asked but for one letter: another, too many, missing, moved."""
    if len(asked) < _SHORTEST_GUESSED or len(word) < len(asked) - 1:
        return False
    at = 0
    for theirs, ours in zip(word, asked, strict=False):
        if theirs != ours:
            break
        at += 1
    rest = asked[at + 1 :]
    return (
        word.startswith(rest, at + 1)  # another letter
        or word.startswith(rest, at)  # one too many
        or word.startswith(asked[at:], at + 1)  # one is missing
        or (word[at : at + 2] == asked[at : at + 2][::-1] and word.startswith(rest[1:], at + 2))
    )


def marks(text: str, untrusted_words: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that were asked for: in each word the letters that fit."""
    asked = words_of(untrusted_words)[:_LONGEST_ASKED]
    found = [
        (place.start(), max((_fitting(word, place.group()) for word in asked), default=0))
        for place in _WRITTEN.finditer(text)
    ]
    return tuple((start, start + length) for start, length in found if length)


def _fitting(asked: str, written: str) -> int:
    """Return how many of a word's letters, as they are written, answer what was asked."""
    word = "".join(words_of(written))
    how = fit(asked, word)
    if how is None:
        return 0
    return _as_written(written, len(asked) if how is not Fit.GUESSED else _alike(asked, word))


def _as_written(written: str, letters: int) -> int:
    """Count the signs that so many letters are written with: an apostrophe is none of them."""
    lengths = (len("".join(words_of(written[:end]))) for end in range(1, len(written) + 1))
    return next((end for end, length in enumerate(lengths, 1) if length >= letters), len(written))


def _alike(asked: str, word: str) -> int:
    pairs = enumerate(zip(asked, word, strict=False))
    return next((at for at, (ours, theirs) in pairs if ours != theirs), len(asked))


class Index(Generic[K]):
    """The words of many names. Every word asked for has to fit one of a name's own."""

    def __init__(self, names: Iterable[tuple[K, Iterable[str]]]) -> None:
        self._holders: dict[str, set[K]] = {}
        for key, texts in names:
            for word in {word for text in texts for word in words_of(text)}:
                self._holders.setdefault(word, set()).add(key)
        self._words = sorted(self._holders)
        self._text = "\n".join(["", *self._words, ""])

    def find(self, untrusted_words: str, order: Callable[[K], tuple[str, ...]]) -> list[K]:
        """Return who fits, the best first; among equals in this order."""
        asked = words_of(untrusted_words)[:_LONGEST_ASKED]
        if not asked:
            return []
        scores = self._scores(asked[0])
        for word in asked[1:]:
            more = self._scores(word)
            scores = {key: scores[key] + more[key] for key in scores.keys() & more.keys()}
        return sorted(scores, key=lambda key: (scores[key], order(key)))

    def _scores(self, asked: str) -> dict[K, int]:
        best: dict[K, int] = {}
        for word in self._candidates(asked):
            fits = fit(asked, word)
            if fits is not None:
                for key in self._holders[word]:
                    best[key] = min(best.get(key, fits), fits)
        return best

    def _candidates(self, asked: str) -> set[str]:
        """Return every word that can fit, and some that do not.

        One wrong letter leaves one half of the word as it is, unless two were moved in its middle.
        """
        if len(asked) < _SHORTEST_GUESSED:
            return set(self._beginning_with(asked))
        half = len(asked) // 2
        moved = asked[: half - 1] + asked[half] + asked[half - 1]
        return {
            *self._beginning_with(asked[:half]),
            *self._beginning_with(moved),
            *self._holding(asked[half:]),
        }

    def _beginning_with(self, letters: str) -> list[str]:
        first = bisect_left(self._words, letters)
        return self._words[first : bisect_left(self._words, letters + _LAST_SIGN)]

    def _holding(self, letters: str) -> Iterator[str]:
        at = self._text.find(letters)
        while at >= 0:
            end = self._text.index("\n", at)
            yield self._text[self._text.rindex("\n", 0, at) + 1 : end]
            at = self._text.find(letters, end)
