"""Covering: names replaced before a page is drawn, and looked for where they must not be found."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Showing(Enum):
    """How somebody who is named on a paper stands there."""

    SHOWN = "shown"
    ALIAS = "alias"
    COVERED = "covered"


@dataclass(frozen=True)
class Named:
    """Somebody a paper names, and every way their name is written. `about`: it is about them."""

    key: str
    name: str = field(repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    handles: tuple[str, ...] = field(default=(), repr=False)
    child: bool = False
    about: bool = False


COVERED: Final = "[name covered]"
_TITLES: Final = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "sir", "revd", "prof"})
# Names that are words too: they are names only where they begin with a capital.
_WORDS_TOO: Final = frozenset({"will", "may", "mark", "art", "rob", "an", "so", "my", "do", "see"})
_LEAST: Final = 2  # letters of a part that is looked for by itself
_SQUASHED: Final = 8  # letters of a whole name that is looked for inside other letters too
# Signs that cannot be seen, and would hide a name from whoever looks for it.
_HIDDEN: Final = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff]*"
)
_APART: Final = r"[\W_]{0,4}"
# A letter of another alphabet ends a name: on paper it may stand there as its code.
_LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_NO_LETTER_BEFORE: Final = f"(?<![{_LATIN}])"
_NO_LETTER_AFTER: Final = f"(?![{_LATIN}])"


@dataclass(frozen=True)
class Mask:
    """What stands for one person, and the pattern their name is found by."""

    key: str
    pattern: re.Pattern[str] = field(repr=False)
    instead: str


@dataclass(frozen=True)
class Cover:
    """Everybody who is covered on one paper."""

    masks: tuple[Mask, ...] = ()

    def words(self, text: str) -> str:
        """Return words in which nobody who is covered is named."""
        if not self.masks:
            return text
        seen = self._replaced(unicodedata.normalize("NFC", text))
        if self.found_anyhow(seen):  # written with other signs for the same letters
            seen = self._replaced(unicodedata.normalize("NFKC", text))
        return seen

    def found(self, text: str) -> tuple[str, ...]:
        """Return who of the covered is named all the same."""
        return tuple(mask.key for mask in self.masks if mask.pattern.search(text))

    def _replaced(self, text: str) -> str:
        for mask in self.masks:
            text = mask.pattern.sub(mask.instead, text)
        return text

    def found_anyhow(self, text: str) -> tuple[str, ...]:
        """Return the same, however the letters are written and wherever lines end."""
        return self.found(" ".join(unicodedata.normalize("NFKC", text).split()))


NO_COVER: Final = Cover()


def cover_of(named: Iterable[Named], shown: Mapping[str, Showing], salt: str) -> Cover:
    """Return what covers those who are to be covered; whoever is not spoken of is shown.

    Parts of a name that somebody shown has too, a surname of brothers, are covered only in whole
    names: else the one who is shown would vanish with the other.
    """
    everybody = tuple(named)
    hidden = [one for one in everybody if shown.get(one.key, Showing.SHOWN) is not Showing.SHOWN]
    open_parts = {
        part for one in everybody if one not in hidden for part in parts_of((one.name, *one.names))
    }
    masks = []
    for one in hidden:
        alias = shown[one.key] is Showing.ALIAS
        pattern = _pattern_of(one, open_parts)
        masks.append(Mask(one.key, pattern, alias_of(one, salt) if alias else COVERED))
    return Cover(tuple(masks))


def alias_of(one: Named, salt: str) -> str:
    """Return Child 482: the same on every paper made of the same record, and nobody's name."""
    digest = hashlib.sha256(f"{salt}\n{one.key}".encode()).digest()
    return f"{'Child' if one.child else 'Person'} {int.from_bytes(digest[:4], 'big') % 9000 + 1000}"


def parts_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the parts of names as they are compared: without titles, each once."""
    parts = [part for name in names for part in _split(name)]
    return tuple(dict.fromkeys(parts))


def _split(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", folded)
    return [word for word in words if word not in _TITLES and len(word) >= _LEAST]


def is_called(one: Named, text: str) -> bool:
    """Tell whether somebody stands in words by a whole name, however many words it has."""
    spellings = "|".join(_spellings(one)) or _pattern_of(one, set()).pattern
    flat = " ".join(unicodedata.normalize("NFKC", text).split())
    return re.search(spellings, flat) is not None


def _pattern_of(one: Named, open_parts: set[str]) -> re.Pattern[str]:
    spellings = _spellings(one)
    names = tuple(dict.fromkeys((one.name, *one.names)))
    alone = [part for part in parts_of(names) if part not in open_parts]
    if not spellings and not alone:  # one word that somebody else has too: covered all the same
        alone = list(parts_of(names)) or [one.name]
    spellings += [_alone(part) for part in sorted(alone, key=len, reverse=True)]
    return re.compile("|".join(dict.fromkeys(spellings)))


def _spellings(one: Named) -> list[str]:
    """Return how the whole name of somebody is written, and their accounts."""
    found: list[str] = []
    for name in dict.fromkeys((one.name, *one.names)):
        words = _split(name)
        if len(words) > 1:
            found += [_whole(words), _whole([*words[-1:], *words[:-1]])]
            found += [_whole([words[0], words[-1]])] if len(words) > _LEAST else []
    return found + [_bounded(_letters(handle)) for handle in one.handles]


def _whole(words: list[str]) -> str:
    joined = _APART.join(_letters(word) for word in words)
    return joined if sum(map(len, words)) >= _SQUASHED else _bounded(joined)


def _alone(part: str) -> str:
    if len(part) >= _SQUASHED:  # so long that it is nobody's other word: also inside letters
        return _letters(part)
    if part not in _WORDS_TOO:
        return _bounded(_letters(part))
    spelled = "|".join(_HIDDEN.join(map(re.escape, each)) for each in (part.title(), part.upper()))
    return _bounded(f"(?:{spelled})")


def _bounded(pattern: str) -> str:
    return f"{_NO_LETTER_BEFORE}{pattern}{_NO_LETTER_AFTER}"


def _letters(word: str) -> str:
    """Return a pattern of its letters in any case, with or without their accents."""
    return f"(?i:{_HIDDEN.join(_letter(sign) for sign in unicodedata.normalize('NFC', word))})"


def _letter(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign)[0]
    return re.escape(sign) if bare == sign else f"(?:{re.escape(sign)}|{re.escape(bare)})"
