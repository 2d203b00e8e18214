"""The words for a vault that is not there, not whole, or in use."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from dsl_desk.domain import vault_errors as v
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

VAULT: dict[type[DeskError], Callable[[Any], Advice]] = {
    v.VaultMissingError: lambda _e: Advice(
        "There is no vault in this folder.",
        "Choose the folder it was made in, or restore a copy. Nothing was made in its place.",
    ),
    v.VaultExistsError: lambda _e: Advice(
        "A vault already stands in this folder.", "Unlock it, or choose another folder."
    ),
    v.VaultTooNewError: lambda _e: Advice(
        "This vault was last used with a newer DSL Desk.",
        "Install the newer DSL Desk on this laptop. The vault was not touched.",
    ),
    v.EntryTooNewError: lambda _e: Advice(
        "This record was written with a newer DSL Desk.",
        "Install the newer DSL Desk to read it. It is kept as it is.",
    ),
    v.NotAVaultError: lambda error: Advice(
        f"The file {error.file} is not part of a vault.",
        "Nothing was changed. Look for the right folder, or restore a copy.",
    ),
    v.VaultBusyError: lambda _e: Advice(
        "Another program holds a file of the vault.",
        "A copy or virus check may be running. Wait a minute and try again.",
    ),
    v.VaultInUseError: lambda error: Advice(
        f"The vault is open already: {error.who} has it open on {error.where}.",
        "It opens here once it is locked there.",
    ),
    v.SpoolDamagedError: lambda _e: Advice(
        "What you were typing before could not be brought back.",
        "Your records are safe. Type it again.",
    ),
    v.SpoolFullError: lambda _e: Advice(
        "There is more unfinished text than the draft drawer holds.",
        "Record what is finished, then go on.",
    ),
    v.RolledBackError: lambda error: Advice(
        f"{label(error.compartment)} is an older copy: {_entries(error.missing)} missing, "
        f"written between {_day(error.first)} and {_day(error.last)}.",
        "You can go on. Look for the newer copy: nothing in it needs to be lost.",
    ),
}


def _entries(missing: int) -> str:
    return "1 entry is" if missing == 1 else f"{missing:,} entries are"


def _day(moment: str) -> str:
    return in_full(datetime.fromisoformat(moment))
