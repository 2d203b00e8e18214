"""How the lock screen answers a knock that opened nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.way_errors import (
    DeviceSecretMissingError,
    KeychainError,
    NoSuchWayError,
    TooSoonError,
    WrongPassphraseError,
)
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError

SEVERAL_WRONG: Final = advice_for(TooSoonError(1)).happened
_HELP_FOR: Final = (DeviceSecretMissingError, KeychainError, NoSuchWayError)


@dataclass(frozen=True)
class Refusal:
    """What is said, how long the next try waits, and whether another way in is to be offered."""

    words: str
    wait: float = 0.0
    needs_help: bool = False


def refusal_of(error: DeskError) -> Refusal:
    """Return the answer; the wait is counted down beside the words and not part of them."""
    if isinstance(error, WrongPassphraseError):
        return Refusal(advice_for(WrongPassphraseError()).words, error.wait)
    if isinstance(error, TooSoonError):
        return Refusal(SEVERAL_WRONG, error.seconds)
    return Refusal(advice_for(error).words, needs_help=isinstance(error, _HELP_FOR))
