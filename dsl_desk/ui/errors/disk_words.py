"""The words for drives, folders, evidence and copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import disk_errors as d
from dsl_desk.domain import keeping_errors as k
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

DISK: dict[type[DeskError], Callable[[Any], Advice]] = {
    d.DiskFullError: lambda _e: Advice(
        "The drive is full, so this was not saved.",
        "What you typed is still here. Free some space, then save again.",
    ),
    d.DiskReadOnlyError: lambda _e: Advice(
        "The drive cannot be written to, so this was not saved.",
        "What you typed is still here. Ask whoever looks after this laptop.",
    ),
    d.DiskFailedError: lambda error: Advice(
        "The drive failed, so this was not saved."
        if error.known
        else "The drive failed, and we do not know yet whether this was saved.",
        "What you typed is still here. Save again: nothing is ever saved twice.",
    ),
    k.DiskSpaceError: lambda error: Advice(
        f"The drive needs {_megabytes(error.needed)} MB of free space for this.",
        "Free some space, then try again. Your records are safe.",
    ),
    k.NetworkDriveError: lambda _e: Advice(
        "This folder is on a network drive, where a save can be lost without anybody noticing.",
        "Keep the vault on this laptop. Copies of it may go to the network drive.",
    ),
    k.SyncedFolderError: lambda error: Advice(
        f"This folder is copied elsewhere by {error.why}, which can damage a vault in use.",
        "Keep the vault in another folder on this laptop. Copies of it may go here.",
    ),
    k.JournalRefusedError: lambda error: Advice(
        f"A save in {label(error.compartment)} was interrupted, and what is left of it does not "
        "lead to the records that were here.",
        f"Nothing was changed. Both files are kept in the folder {error.kept}; "
        "restore the last good copy of the vault beside this one.",
    ),
    k.BlobDamagedError: lambda error: Advice(
        f"A piece of evidence cannot be read: its file {error.name} is missing or was changed.",
        "Nothing of it is shown or printed, and this is written down. The record about it is "
        "safe. Tell your Head and whoever looks after this laptop, and look for this file in your "
        "latest copy of the vault.",
    ),
    k.PaperRefusedError: lambda error: Advice(
        f"This file is {error.megabytes} MB large. The scan of a note is at most {error.most} MB."
        if error.megabytes
        else "This file is empty.",
        "Scan the note again in black and white, and take that scan in."
        if error.megabytes
        else "Look whether the scan was finished, then choose it again.",
    ),
    k.SnapshotDamagedError: lambda error: Advice(
        f"This copy of the vault is not whole: {error.file} is missing or was changed.",
        "Use another copy, and make a new one soon. The vault itself was not touched.",
    ),
    k.NoCopyError: lambda _e: Advice(
        "There is no copy of a vault in this folder.",
        "Choose the folder that was chosen when the copy was made, on its drive or stick.",
    ),
    k.OtherVaultError: lambda _e: Advice(
        "This copy is of another vault.",
        "Choose a copy of the vault you are in. Nothing was taken from this one.",
    ),
    k.OtherMembersError: lambda _e: Advice(
        "In this copy members or keys were changed that this vault knows nothing of.",
        "Open the vault that is newer, and bring the older copy into that one.",
    ),
    k.TrainingVaultError: lambda _e: Advice(
        "One of these is a training vault and the other is not.",
        "Choose another folder. Nothing was changed.",
    ),
    k.FolderNotEmptyError: lambda _e: Advice(
        "There is something in this folder already.",
        "Choose an empty folder, or the name of a new one. Nothing was changed.",
    ),
}


def _megabytes(count: int) -> str:
    return f"{-(-count // 1_000_000):,}"
