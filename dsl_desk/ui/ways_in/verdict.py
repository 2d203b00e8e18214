"""How good a passphrase is, in words, and what to do about one that is not enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Strength

SHORTEST: Final = 15
_NEARLY: Final = 38


@dataclass(frozen=True)
class Verdict:
    """One sentence, and the colour it is said in."""

    words: str
    meaning: Meaning
    enough: bool = False


def verdict_on(passphrase: str, strength: Strength) -> Verdict:
    """Return what to say of a passphrase of this strength."""
    if len(passphrase) < SHORTEST:
        short = f"Too short yet: use at least {SHORTEST} characters. Spaces count."
        return Verdict(short, Meaning.INK2)
    if strength.enough:
        return Verdict("Hard to guess. This is enough.", Meaning.GREEN, enough=True)
    if strength.bits >= _NEARLY:
        nearly = "Nearly enough. Add one more word that has nothing to do with the others."
        return Verdict(nearly, Meaning.AMBER)
    easy = "Easy to guess. Use four or more words that nobody would put together."
    return Verdict(easy, Meaning.AMBER)
