"""What can be wrong with where a vault lies, with its evidence and with its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment


class DiskSpaceError(DeskError):
    """There is too little room on the drive for what is to come. `needed` is in bytes."""

    def __init__(self, needed: int) -> None:
        super().__init__(needed)
        self.needed = needed


class NetworkDriveError(DeskError):
    """The folder is on a drive of another computer; a vault in use cannot live there."""


class SyncedFolderError(DeskError):
    """The folder is copied elsewhere by a program. `why` is that program's name."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class JournalRefusedError(DeskError):
    """What an interrupted save left does not lead back to the records we know.

    `kept` names the folder in which the file and its journal are kept as they were found.
    """

    def __init__(self, compartment: Compartment, kept: str) -> None:
        super().__init__(compartment, kept)
        self.compartment = compartment
        self.kept = kept


class BlobDamagedError(DeskError):
    """A piece of evidence is missing, cut short or altered. `name` is its random file name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PaperRefusedError(DeskError):
    """A scan of a note is empty or too large to be one. `megabytes` is how large it is."""

    def __init__(self, megabytes: int, most: int) -> None:
        super().__init__(megabytes, most)
        self.megabytes = megabytes
        self.most = most


class SnapshotDamagedError(DeskError):
    """A snapshot is not as it was made. `file` names the first file that is wrong."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class NoCopyError(DeskError):
    """There is no copy of a vault in the folder that was chosen."""


class OtherVaultError(DeskError):
    """The copy is of another vault, and nothing of it belongs in this one."""


class OtherMembersError(DeskError):
    """The copy was written under a list of members that this vault does not know."""


class FolderNotEmptyError(DeskError):
    """A vault was to be restored into a folder that holds something already."""


class TrainingVaultError(DeskError):
    """A training vault and a real one were to stand in each other's place."""
