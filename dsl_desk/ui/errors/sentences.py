"""The words for every failure: what happened, and what to do now. The only such table.

Each trade keeps its words in a file beside this one; here they come together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import errors as e
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice
from dsl_desk.ui.errors.damage import damage_advice
from dsl_desk.ui.errors.disk_words import DISK
from dsl_desk.ui.errors.disposal_words import DISPOSAL
from dsl_desk.ui.errors.drop_words import DROP
from dsl_desk.ui.errors.leaving_words import LEAVING
from dsl_desk.ui.errors.lists import list_advice
from dsl_desk.ui.errors.member_words import MEMBERS
from dsl_desk.ui.errors.policy_words import POLICIES
from dsl_desk.ui.errors.stop_words import STOP
from dsl_desk.ui.errors.vault_words import VAULT
from dsl_desk.ui.errors.way_words import WAYS

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES: dict[type[e.DeskError], Callable[[Any], Advice]] = {
    **WAYS,
    **MEMBERS,
    **VAULT,
    **DISK,
    **POLICIES,
    **DISPOSAL,
    **DROP,
    **STOP,
    **LEAVING,
    e.DeskError: lambda _e: Advice(
        "Something stopped the desk.", "Try again. If it happens again, lock and unlock."
    ),
    e.DraftError: lambda error: Advice(
        "This cannot be recorded yet.",
        f"{_count(len(error.problems))} a look.",
    ),
    e.StoppedError: lambda _e: Advice("You stopped this.", "Nothing of it was kept."),
    e.DamageError: lambda error: damage_advice(error.where),
    e.ListRefusedError: list_advice,
    e.NotEntitledError: lambda error: Advice(
        f"You hold no key that allows this in {label(error.compartment)}.",
        "Ask somebody who does.",
    ),
    e.RecordMissingError: lambda _e: Advice(
        "This record is not in this part of the vault.", "Go back to the list and open it there."
    ),
    e.RecordDisposedError: lambda _e: Advice(
        "This record was disposed of.", "What it said is gone. Who did it, when and why is kept."
    ),
    e.NameTakenError: lambda _e: Advice(
        "You keep another filter under this name.", "Choose a name you have not used yet."
    ),
    e.ChangedSinceError: lambda _e: Advice(
        "A newer version of this record was written meanwhile.",
        "Nothing was saved. Read the newer version, then write yours.",
    ),
    e.FontsMissingError: lambda _e: Advice(
        "The fonts for printing are missing.", "Install DSL Desk again. Your records are safe."
    ),
}


def advice_for(error: e.DeskError) -> Advice:
    """Return the words for a failure."""
    return SENTENCES[type(error)](error)


def _count(problems: int) -> str:
    return "1 answer needs" if problems == 1 else f"{problems} answers need"
