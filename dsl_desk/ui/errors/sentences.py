"""The words for every failure: what happened, and what to do now. The only such table."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dsl_desk.domain import errors as e
from dsl_desk.domain import keeping_errors as k
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice
from dsl_desk.ui.errors.damage import damage_advice
from dsl_desk.ui.errors.keychain import keychain_advice
from dsl_desk.ui.errors.lists import list_advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment

SENTENCES: dict[type[e.DeskError], Callable[[Any], Advice]] = {
    e.DeskError: lambda _e: Advice(
        "Something stopped the desk.", "Try again. If it happens again, lock and unlock."
    ),
    e.DraftError: lambda error: Advice(
        "This cannot be recorded yet.",
        f"{_count(len(error.problems))} a look.",
    ),
    e.StoppedError: lambda _e: Advice("You stopped this.", "Nothing of it was kept."),
    e.WrongPassphraseError: lambda error: Advice(
        "That passphrase does not open the vault.",
        f"Check Caps Lock.{f' Try again in {_seconds(error.wait)}.' if error.wait else ''}",
    ),
    e.TooSoonError: lambda error: Advice(
        "There were several wrong passphrases.", f"Try again in {_seconds(error.seconds)}."
    ),
    e.DeviceSecretMissingError: lambda _e: Advice(
        "This laptop and account do not know you yet.",
        "Use your recovery kit once. After that your passphrase opens the vault here.",
    ),
    e.WrongKitError: lambda error: Advice(
        "There is a slip in this code." if error.misread else "This code opens nothing here.",
        "Compare it with the paper, group by group."
        if error.misread
        else "It may be an older kit: a new kit ends the old one. Check the date on the paper.",
    ),
    e.WrongKeyFileError: lambda _e: Advice(
        "This is not your key file.", "Choose the file on the stick that was made for you."
    ),
    e.NoSuchWayError: lambda _e: Advice(
        "You have no such way in.", "Look at your ways in again; nothing was changed."
    ),
    e.LastWayError: lambda _e: Advice(
        "This is your last way in.", "Make another one first, then take this one away."
    ),
    e.WordsMissingError: lambda _e: Advice(
        "The list of words for passphrases is missing.",
        "Install DSL Desk again, or choose a passphrase yourself. Your records are safe.",
    ),
    e.KitWantedError: lambda _e: Advice(
        "You came in with your passphrase.", "Change it with the old one, or come in by your kit."
    ),
    e.KeychainError: lambda error: keychain_advice(error.trouble),
    e.VaultMissingError: lambda _e: Advice(
        "There is no vault in this folder.",
        "Choose the folder it was made in, or restore a copy. Nothing was made in its place.",
    ),
    e.VaultExistsError: lambda _e: Advice(
        "A vault already stands in this folder.", "Unlock it, or choose another folder."
    ),
    e.VaultTooNewError: lambda _e: Advice(
        "This vault was last used with a newer DSL Desk.",
        "Install the newer DSL Desk on this laptop. The vault was not touched.",
    ),
    e.EntryTooNewError: lambda _e: Advice(
        "This record was written with a newer DSL Desk.",
        "Install the newer DSL Desk to read it. It is kept as it is.",
    ),
    e.NotAVaultError: lambda error: Advice(
        f"The file {error.file} is not part of a vault.",
        "Nothing was changed. Look for the right folder, or restore a copy.",
    ),
    e.DamageError: lambda error: damage_advice(error.where),
    e.UnsafeCostError: lambda _e: Advice(
        "This vault asks for a key in a way this program does not accept.",
        "It may have been changed by somebody. Do not type your passphrase again; "
        "tell whoever looks after your vault.",
    ),
    e.MemoryShortError: lambda _e: Advice(
        "This computer has too little free memory to open the vault.",
        "Close other programs and try again.",
    ),
    e.ListRefusedError: list_advice,
    e.DiskFullError: lambda _e: Advice(
        "The drive is full, so this was not saved.",
        "What you typed is still here. Free some space, then save again.",
    ),
    e.DiskReadOnlyError: lambda _e: Advice(
        "The drive cannot be written to, so this was not saved.",
        "What you typed is still here. Ask whoever looks after this laptop.",
    ),
    e.DiskFailedError: lambda error: Advice(
        "The drive failed, so this was not saved."
        if error.known
        else "The drive failed, and we do not know yet whether this was saved.",
        "What you typed is still here. Save again: nothing is ever saved twice.",
    ),
    e.NotEntitledError: lambda error: Advice(
        f"You hold no key that allows this in {label(error.compartment)}.",
        "Ask somebody who does.",
    ),
    e.LastKeyError: lambda error: Advice(
        f"This is the last key of {label(error.compartment)}.",
        "Give a key to somebody else first. Without one, nobody could open it again.",
    ),
    e.LastKeeperError: lambda _e: Advice(
        "This is the last member who may change members and keys.",
        "Add another Designated Safeguarding Lead or Headteacher first.",
    ),
    e.SubjectError: lambda error: Advice(
        f"Something in {_there(error.compartment)} is about this person.",
        "They cannot be given its key. Ask the local authority designated officer what to do.",
    ),
    e.PostHeldError: lambda error: Advice(
        f"This person still has a part in the post of {label(error.role)}.",
        "Pass the post on first.",
    ),
    e.NotTheirsToChangeError: lambda _e: Advice(
        "This is not yours to change.",
        "A post is passed on by whoever holds it or stands in. "
        "Members and keys are changed by the Designated Safeguarding Lead or the Headteacher.",
    ),
    e.GoesElsewhereError: lambda error: Advice(
        "A case about this person is not kept by you.",
        "Ring the local authority designated officer."
        if error.row is None
        else f"Tell those who receive it ({label(error.row).lower()}), and write nothing here.",
    ),
    e.SlotsTakenError: lambda _e: Advice(
        "There is no room for another sealed case of this kind.",
        "Write it in a case that is open, or end one that is finished.",
    ),
    e.SlotFullError: lambda _e: Advice(
        "This sealed case is full.", "Print what is there, then go on in the second one."
    ),
    e.RecordMissingError: lambda _e: Advice(
        "This record is not in this part of the vault.", "Go back to the list and open it there."
    ),
    e.MemberMissingError: lambda _e: Advice(
        "This person is not a member of this vault any more.",
        "Choose your own name, or ask another member.",
    ),
    e.VaultBusyError: lambda _e: Advice(
        "Another program holds a file of the vault.",
        "A copy or virus check may be running. Wait a minute and try again.",
    ),
    e.VaultInUseError: lambda error: Advice(
        f"The vault is open already: {error.who} has it open on {error.where}.",
        "It opens here once it is locked there.",
    ),
    e.SpoolDamagedError: lambda _e: Advice(
        "What you were typing before could not be brought back.",
        "Your records are safe. Type it again.",
    ),
    e.SpoolFullError: lambda _e: Advice(
        "There is more unfinished text than the draft drawer holds.",
        "Record what is finished, then go on.",
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
        "The record about it is safe. Look for this file in your latest copy of the vault.",
    ),
    k.SnapshotDamagedError: lambda error: Advice(
        f"This copy of the vault is not whole: {error.file} is missing or was changed.",
        "Use another copy, and make a new one soon. The vault itself was not touched.",
    ),
    k.FolderNotEmptyError: lambda _e: Advice(
        "There is something in this folder already.",
        "Choose an empty folder, or the name of a new one. Nothing was changed.",
    ),
    e.RecordDisposedError: lambda _e: Advice(
        "This record was disposed of.", "What it said is gone. Who did it, when and why is kept."
    ),
    e.ChangedSinceError: lambda _e: Advice(
        "A newer version of this record was written meanwhile.",
        "Nothing was saved. Read the newer version, then write yours.",
    ),
    e.RolledBackError: lambda error: Advice(
        f"{label(error.compartment)} is an older copy: {_entries(error.missing)} missing, "
        f"written between {_day(error.first)} and {_day(error.last)}.",
        "You can go on. Look for the newer copy: nothing in it needs to be lost.",
    ),
    e.FontsMissingError: lambda _e: Advice(
        "The fonts for printing are missing.", "Install DSL Desk again. Your records are safe."
    ),
}


def advice_for(error: e.DeskError) -> Advice:
    """Return the words for a failure."""
    return SENTENCES[type(error)](error)


def _there(compartment: Compartment | None) -> str:
    return "a sealed case" if compartment is None else label(compartment)


def _entries(missing: int) -> str:
    return "1 entry is" if missing == 1 else f"{missing:,} entries are"


def _day(moment: str) -> str:
    return in_full(datetime.fromisoformat(moment))


def _seconds(seconds: float) -> str:
    whole = max(1, math.ceil(seconds))
    return "1 second" if whole == 1 else f"{whole} seconds"


def _count(problems: int) -> str:
    return "1 answer needs" if problems == 1 else f"{problems} answers need"


def _megabytes(count: int) -> str:
    return f"{-(-count // 1_000_000):,}"
