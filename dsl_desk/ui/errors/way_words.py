"""The words for whatever is wrong with a way in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from dsl_desk.domain import way_errors as w
from dsl_desk.ui.errors.advice import Advice
from dsl_desk.ui.errors.keychain import keychain_advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

WAYS: dict[type[DeskError], Callable[[Any], Advice]] = {
    w.WrongPassphraseError: lambda error: Advice(
        "That passphrase does not open the vault.",
        f"Check Caps Lock.{f' Try again in {_seconds(error.wait)}.' if error.wait else ''}",
    ),
    w.TooSoonError: lambda error: Advice(
        "There were several wrong passphrases.", f"Try again in {_seconds(error.seconds)}."
    ),
    w.DeviceSecretMissingError: lambda _e: Advice(
        "This laptop and account do not know you yet.",
        "Use your recovery kit once. After that your passphrase opens the vault here.",
    ),
    w.WrongKitError: lambda error: Advice(
        "There is a slip in this code." if error.misread else "This code opens nothing here.",
        "Compare it with the paper, group by group."
        if error.misread
        else "It may be an older kit: a new kit ends the old one. Check the date on the paper.",
    ),
    w.WrongKeyFileError: lambda _e: Advice(
        "This is not your key file.", "Choose the file on the stick that was made for you."
    ),
    w.NoSuchWayError: lambda _e: Advice(
        "You have no such way in.", "Look at your ways in again; nothing was changed."
    ),
    w.LastWayError: lambda _e: Advice(
        "This is your last way in.", "Make another one first, then take this one away."
    ),
    w.WordsMissingError: lambda _e: Advice(
        "The list of words for passphrases is missing.",
        "Install DSL Desk again, or choose a passphrase yourself. Your records are safe.",
    ),
    w.KitWantedError: lambda _e: Advice(
        "You came in with your passphrase.", "Change it with the old one, or come in by your kit."
    ),
    w.KeychainError: lambda error: keychain_advice(error.trouble),
    w.UnsafeCostError: lambda _e: Advice(
        "This vault asks for a key in a way this program does not accept.",
        "It may have been changed by somebody. Do not type your passphrase again; "
        "tell whoever looks after your vault.",
    ),
    w.MemoryShortError: lambda _e: Advice(
        "This computer has too little free memory to open the vault.",
        "Close other programs and try again.",
    ),
}


def _seconds(seconds: float) -> str:
    whole = max(1, math.ceil(seconds))
    return "1 second" if whole == 1 else f"{whole} seconds"
