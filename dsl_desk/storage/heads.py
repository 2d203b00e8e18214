"""The heads of a part, proved from the first entry on, and whether they will do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Head
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.chain import NOTHING_BEFORE, Reached, follow
from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.signing import Rolls
    from dsl_desk.storage.database import Database


def proved_heads(ledger: Ledger) -> tuple[Head, ...]:
    """Return the heads once every entry is proved and follows the one before it."""
    heads = []
    for strand in ledger.strands():
        last = Reached(strand)
        for _, reached in follow(ledger, last):
            last = reached
        heads.append(Head(strand, last.number, last.digest))
    if not heads:
        raise ledger.proof.damage(Damage.MISSING, 1)
    return tuple(heads)


def unproved_heads(database: Database) -> tuple[Head, ...]:
    """Return how far each strand seems to go. Nothing of it is believed."""
    _refuse_what_was_never_begun(database)
    rows = database.rows("SELECT strand, max(number) FROM ledger GROUP BY strand")
    return tuple(Head(as_bytes(row[0]).hex(), as_number(row[1]), NOTHING_BEFORE) for row in rows)


def _refuse_what_was_never_begun(database: Database) -> None:
    """Call a part whose tables were never saved damaged, and not a bug.

    Whoever creates a part saves its tables before anybody is told that it is there, so a file
    without them is a file that was put there, or one from before its first save.
    """
    if database.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger'") is None:
        raise DamageError(Where(Damage.FILE, database.compartment))


def ahead(these: Sequence[Head], those: Sequence[Head]) -> bool:
    """Tell whether these heads know of an entry that those do not."""
    numbers = {head.strand: head.number for head in those}
    return any(head.number > numbers.get(head.strand, 0) for head in these)


def nothing_witnessed(_ledger: Ledger) -> bool:
    """Be the judgement where nobody has seen anything of this part before."""
    return True


@dataclass(frozen=True)
class Judge:
    """Knows what a part has to lead to. Made by whoever opens it: the rolls, and the witnesses.

    `nothing_missing` tells whether a ledger is at or after everything that was witnessed.
    """

    rolls: Rolls
    nothing_missing: Callable[[Ledger], bool] = nothing_witnessed

    def heads_if_they_will_do(self, database: Database) -> tuple[Head, ...] | None:
        """Return the heads once the whole chain is proved; None when witnessed entries lack."""
        _refuse_what_was_never_begun(database)
        ledger = Ledger(database, self.rolls)
        heads = proved_heads(ledger)
        return heads if self.nothing_missing(ledger) else None
