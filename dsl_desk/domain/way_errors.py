"""What can be wrong with a way in: passphrase, keychain, kit, key file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from dsl_desk.domain.keychain import KeychainTrouble


class WrongPassphraseError(DeskError):
    """The passphrase does not open this member's keys. `wait` is how long the next try waits."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__(wait)
        self.wait = wait


class TooSoonError(DeskError):
    """There were several wrong passphrases; the next try has to wait so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class DeviceSecretMissingError(DeskError):
    """The account on this computer was never enrolled, so the passphrase cannot open here."""


class WrongKitError(DeskError):
    """The kit's code opens nothing. `misread`: it cannot be any kit's code, a sign is wrong."""

    def __init__(self, *, misread: bool) -> None:
        super().__init__(misread)
        self.misread = misread


class WrongKeyFileError(DeskError):
    """The file is not the key file of this member, or cannot be read."""


class NoSuchWayError(DeskError):
    """The member has no such way in."""


class LastWayError(DeskError):
    """It is the member's last way in; without it nobody could open their keys again."""


class WordsMissingError(DeskError):
    """The list of words that passphrases are drawn from is not where it was installed."""


class KitWantedError(DeskError):
    """Only somebody may do it who has just come in by their kit."""


class KeychainError(DeskError):
    """The keychain of this account does not answer."""

    def __init__(self, trouble: KeychainTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class UnsafeCostError(DeskError):
    """The vault asks for a guessing cost outside what this program was built to accept."""


class MemoryShortError(DeskError):
    """The computer has too little free memory to turn the passphrase into a key."""
