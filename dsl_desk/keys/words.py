"""Passphrases of four words, drawn by chance from a list of 7,776 (52 bits)."""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.way_errors import WordsMissingError
from dsl_desk.keys.strength import strength_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FILE: Final = "eff-large-wordlist.txt"
HOW_MANY: Final = 7776
WORDS: Final = 4


def suggest_passphrase(folder: Path, choose: Callable[[Sequence[str]], str] | None = None) -> str:
    """Return four words. The few drawings that would look weak to the estimator are drawn again.

    `choose` is given where the words are no secret: those of a training vault, drawn by its seed.
    """
    words, choose = _words(folder), choose or secrets.choice
    while True:
        drawn = " ".join(choose(words) for _ in range(WORDS))
        if strength_of(drawn).enough:
            return drawn


@lru_cache(maxsize=1)
def _words(folder: Path) -> tuple[str, ...]:
    try:
        words = tuple((folder / FILE).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        raise WordsMissingError from None
    if len(set(words)) != HOW_MANY:
        raise WordsMissingError
    return words
