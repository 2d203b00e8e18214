"""What can be wrong with a vault as a whole: not there, too new, in use, older than it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment


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


class VaultBusyError(DeskError):
    """Another program holds a file of the vault."""


class VaultInUseError(DeskError):
    """Somebody has the vault open: an account, a computer, since when (ISO 8601)."""

    def __init__(self, who: str, where: str, since: str) -> None:
        super().__init__(since)
        self.who = who
        self.where = where
        self.since = since


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


class SpoolDamagedError(DeskError):
    """Neither half of the spool can be read: the drafts kept in it are lost."""


class SpoolFullError(DeskError):
    """The drafts are larger than the spool has room for."""

    def __init__(self, needed: int, room: int) -> None:
        super().__init__(needed, room)
        self.needed = needed
        self.room = room
