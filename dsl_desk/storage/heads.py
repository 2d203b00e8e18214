"""The heads of a part: the last entry of each strand, proved or only as it stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import Head
from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.writing import NOTHING_BEFORE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.signing import Standing
    from dsl_desk.storage.database import Database


def heads_of(database: Database, ledger: Ledger) -> tuple[Head, ...]:
    """Return the head of each strand, the entry itself proved but not what leads to it."""
    rows = database.rows("SELECT DISTINCT strand FROM ledger ORDER BY strand")
    strands = [as_bytes(row[0]).hex() for row in rows]
    lasts = [ledger.last(strand) for strand in strands]
    return tuple(
        Head(last.header.strand, last.header.number, last.digest) for last in lasts if last
    )


def proved_heads(ledger: Ledger) -> tuple[Head, ...]:
    """Return the heads once every entry is proved and follows the one before it."""
    heads: dict[str, Head] = {}
    for line in ledger.lines():
        entry = ledger.proof.prove(line)
        strand, number = entry.header.strand, entry.header.number
        before = heads.get(strand, Head(strand, 0, NOTHING_BEFORE))
        if number != before.number + 1:
            raise ledger.proof.damage(Damage.MISSING, before.number + 1)
        if entry.header.previous != before.digest:
            raise ledger.proof.damage(Damage.CHAIN, number)
        heads[strand] = Head(strand, number, entry.digest)
    return tuple(heads.values())


def unproved_heads(database: Database) -> tuple[Head, ...]:
    """Return how far each strand seems to go. Nothing of it is believed."""
    rows = database.rows("SELECT strand, max(number) FROM ledger GROUP BY strand")
    return tuple(Head(as_bytes(row[0]).hex(), as_number(row[1]), NOTHING_BEFORE) for row in rows)


def ahead(these: Sequence[Head], those: Sequence[Head]) -> bool:
    """Tell whether these heads know of an entry that those do not."""
    numbers = {head.strand: head.number for head in those}
    return any(head.number > numbers.get(head.strand, 0) for head in these)


def nothing_witnessed(_heads: Sequence[Head]) -> bool:
    """Be the judgement where nobody has seen anything of this part before."""
    return True


@dataclass(frozen=True)
class Judge:
    """Knows what a part has to lead to. Made by whoever opens it: the roll, and the witnesses.

    `nothing_missing` tells whether heads are at or after everything that was witnessed.
    """

    roll: Mapping[MemberId, Standing]
    nothing_missing: Callable[[Sequence[Head]], bool] = nothing_witnessed

    def heads_if_they_will_do(self, database: Database) -> tuple[Head, ...] | None:
        """Return the heads once the whole chain is proved; None when witnessed entries lack."""
        heads = proved_heads(Ledger(database, self.roll))
        return heads if self.nothing_missing(heads) else None
