"""Everything that can go wrong in the world, as facts. The sentences are in ui/errors.

Two kinds by blame: a DeskError is the world or the user; anything else that flies is our bug.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.damage import Where
    from dsl_desk.domain.keychain import KeychainTrouble
    from dsl_desk.domain.list_trouble import ListTrouble
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.routing import Row


class DeskError(Exception):
    """Something in the world stops us. Carries facts, never sentences, never names of people."""


@dataclass(frozen=True)
class Problem:
    """One answer that needs a look: the field, and a code the words table knows."""

    field: str
    code: str


class DraftError(DeskError):
    """A draft cannot be recorded yet; `problems` holds all that stands in the way, at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(tuple(p.code for p in problems))
        self.problems = problems


class StoppedError(DeskError):
    """The user stopped a long job; nothing of it was kept."""


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


class MemberMissingError(DeskError):
    """The person asked for is not a member of this vault."""


class VaultMissingError(DeskError):
    """There is no vault in this folder, or its own page (vault.json) is gone."""


class VaultExistsError(DeskError):
    """A vault was to be made where one already stands."""


class VaultTooNewError(DeskError):
    """The vault was written by a newer DSL Desk."""

    def __init__(self, found: int, newest_known: int) -> None:
        super().__init__(found, newest_known)
        self.found = found
        self.newest_known = newest_known


class EntryTooNewError(VaultTooNewError):
    """One entry was written by a newer DSL Desk."""


class NotAVaultError(DeskError):
    """What stands in the folder is not a vault. `file` is the name of the file of ours."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class DamageError(DeskError):
    """Something in the vault is not as it was written. `where` names the first bad place."""

    def __init__(self, where: Where) -> None:
        super().__init__(where)
        self.where = where


class UnsafeCostError(DeskError):
    """The vault asks for a guessing cost outside what this program was built to accept."""


class MemoryShortError(DeskError):
    """The computer has too little free memory to turn the passphrase into a key."""


class VaultBusyError(DeskError):
    """Another program holds a file of the vault."""


class DiskFullError(DeskError):
    """There is no room left on the drive. Nothing was saved."""


class DiskReadOnlyError(DeskError):
    """The drive or folder cannot be written to. Nothing was saved."""


class DiskFailedError(DeskError):
    """The drive failed. `known` tells whether we know that nothing was saved."""

    def __init__(self, *, known: bool = True) -> None:
        super().__init__(known)
        self.known = known


class NotEntitledError(DeskError):
    """The member has no right to do this in this part of the vault."""

    def __init__(self, compartment: Compartment) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class LastKeyError(DeskError):
    """The member holds the last key of this part: without it nobody could open it again."""

    def __init__(self, compartment: Compartment) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class LastKeeperError(DeskError):
    """The member is the last one who may change members and keys."""


class SubjectError(DeskError):
    """Something there is about the person who was to be given its key; None is a sealed case."""

    def __init__(self, compartment: Compartment | None) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class PostHeldError(DeskError):
    """The member still holds a post, or stands in for one."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class NotTheirsToChangeError(DeskError):
    """The roll does not let this member change that."""


class GoesElsewhereError(DeskError):
    """A case about this person is not yours to receive: it goes to others, or to the LADO."""

    def __init__(self, row: Row | None) -> None:
        super().__init__(row)
        self.row = row


class SlotsTakenError(DeskError):
    """Every slot of this group has a case in it."""


class SlotFullError(DeskError):
    """The case is larger than a slot has room for."""

    def __init__(self, needed: int, room: int) -> None:
        super().__init__(needed, room)
        self.needed = needed
        self.room = room


class RecordMissingError(DeskError):
    """The record asked for is not in this part of the vault."""


class RecordDisposedError(DeskError):
    """The record asked for was disposed of; what it said is gone for good."""


class ChangedSinceError(DeskError):
    """A newer version of the record was written since this one was read."""


class RolledBackError(DeskError):
    """A part is older than what was seen of it: `missing` entries, between two moments (ISO 8601).

    `missing` counts what is known; a whole life of the file may be among it.
    """

    def __init__(self, compartment: Compartment, missing: int, first: str, last: str) -> None:
        super().__init__(compartment, missing, first, last)
        self.compartment = compartment
        self.missing = missing
        self.first = first
        self.last = last


class FontsMissingError(DeskError):
    """The fonts that paper is printed with are not where they were installed."""


class VaultInUseError(DeskError):
    """Somebody has the vault open: an account, a computer, since when (ISO 8601)."""

    def __init__(self, who: str, where: str, since: str) -> None:
        super().__init__(since)
        self.who = who
        self.where = where
        self.since = since


class SpoolDamagedError(DeskError):
    """Neither half of the spool can be read: the drafts kept in it are lost."""


class SpoolFullError(DeskError):
    """The drafts are larger than the spool has room for."""

    def __init__(self, needed: int, room: int) -> None:
        super().__init__(needed, room)
        self.needed = needed
        self.room = room


class ListRefusedError(DeskError):
    """A file is not taken in as a list: `trouble` says why, `row` where, if it is one row."""

    def __init__(self, trouble: ListTrouble, row: int = 0) -> None:
        super().__init__(trouble, row)
        self.trouble = trouble
        self.row = row
