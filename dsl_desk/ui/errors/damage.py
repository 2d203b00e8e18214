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
_SHELF_DO_NOW = "Your records are safe: the list is made again from the ledger at the next unlock."

_MADE_AGAIN = frozenset({Damage.SHELF, Damage.SEARCH})


def damage_advice(where: Where) -> Advice:
    """Say what is damaged and where the first bad place is."""
    happened = label(where.damage)
    if where.compartment is not None:
        happened += f" in {label(where.compartment)}"
    if where.number:
        happened += f", at entry {where.number:,}"
    return Advice(f"{happened}.", _SHELF_DO_NOW if where.damage in _MADE_AGAIN else _DO_NOW)
