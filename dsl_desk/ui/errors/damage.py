"""The words for damage: which part, which entry, and what is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from dsl_desk.domain.damage import Where

_DO_NOW = (
    "Do not record anything more in this copy. Keep it as it is, and restore the last good copy "
    "beside it."
)
_HAPPENED = {
    Damage.HEADER_FILE: "The vault's own page is not as it was written",
    Damage.FILE: "A file of the vault is not as it was written",
    Damage.UNREADABLE: "An entry cannot be read",
    Damage.MISSING: "An entry is missing",
    Damage.CHAIN: "An entry does not follow the one before it",
    Damage.SIGNATURE: "An entry does not carry its author's signature",
    Damage.RIGHT: "An entry was written by somebody without the right to",
    Damage.BODY: "An entry's words are not the words that were signed",
    Damage.SHELF: "A list does not match the ledger",
}
_SHELF_DO_NOW = "Your records are safe: the list is made again from the ledger at the next unlock."


def damage_advice(where: Where) -> Advice:
    """Say what is damaged and where the first bad place is."""
    happened = _HAPPENED[where.damage]
    if where.compartment is not None:
        happened += f" in {label(where.compartment)}"
    if where.number:
        happened += f", at entry {where.number:,}"
    return Advice(f"{happened}.", _SHELF_DO_NOW if where.damage is Damage.SHELF else _DO_NOW)
