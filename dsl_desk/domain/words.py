"""What things are called, once, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.member import Role
from dsl_desk.domain.rights import Right

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

LABELS: Final[Mapping[Enum, str]] = {
    Compartment.SCHOOL: "School",
    Compartment.CHILDREN: "Children",
    Compartment.STAFF: "Staff",
    Compartment.DECLARATIONS: "Declarations",
    Role.DSL: "Designated Safeguarding Lead",
    Role.DEPUTY_DSL: "Deputy DSL",
    Role.HEAD: "Headteacher",
    Role.CHAIR: "Chair of governors",
    Right.NONE: "No key",
    Right.READ: "Can read",
    Right.WRITE: "Can write",
    EntryClass.FOUNDING: "Part begun",
    EntryClass.UNLOCK: "Unlocked",
    EntryClass.CONCERN: "Concern",
    EntryClass.OPENED: "Opened",
    EntryClass.EXPORT: "Copy made",
    EntryClass.DISPOSAL: "Disposed of",
    EntryClass.MERGE: "Copies joined",
    Damage.HEADER_FILE: "The vault's own page has been changed",
    Damage.FILE: "The file is not the one this vault was made with",
    Damage.UNREADABLE: "The entry cannot be read",
    Damage.MISSING: "An entry is missing",
    Damage.CHAIN: "The entry does not follow the one before it",
    Damage.SIGNATURE: "The entry is not signed by its author",
    Damage.RIGHT: "The author had no right to write this entry",
    Damage.BODY: "The words are not the ones that were signed",
    Damage.GONE: "Words are missing that nobody disposed of",
    Damage.RETURNED: "Words that were disposed of have come back",
    Damage.TWICE: "Two different entries have the same number",
    Damage.SEARCH: "The search does not agree with the ledger",
    Damage.SHELF: "A list does not agree with the ledger",
}


def label(member: Enum) -> str:
    """Return what an enum member is called."""
    return LABELS[member]
