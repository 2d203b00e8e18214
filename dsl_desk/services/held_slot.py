"""One sealed slot as its holder has it: what is in the file, and what waits in the spool for it.

Declarations lie beside the case of a slot, and take no slot from one: about whoever reviews them
there are more of them than there are slots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.ids import made_at
from dsl_desk.domain.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Act, Body
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.storage.slot_ledger import SlotLedger
    from dsl_desk.storage.slots import SlotName


_DECLARED: Final = frozenset({DECLARATION.name, DECLARATION_REVIEW.name})


@dataclass(frozen=True)
class HeldSlot:
    """One slot as it stands, with what waits for it."""

    slot: SlotName
    ledger: SlotLedger
    waiting: tuple[Act, ...]

    def bodies(self) -> Iterator[tuple[RecordId, Body]]:
        """Return every body with its record: what is in the slot, then what waits for it."""
        for entry in self.ledger.entries:
            yield entry.header.record, entry.body
        for act in self.waiting:
            if self.ledger.find(act.id) is None:
                yield act.record, act.body

    def takes(self, body: Body) -> bool:
        """Tell whether something new can begin here: a case only where there is none."""
        return body.kind in _DECLARED or not any(self.case_bodies())

    def case_bodies(self) -> Iterator[tuple[RecordId, Body]]:
        """Return every body of the case, without what was declared beside it."""
        declared = self._declared_records()
        return ((record, body) for record, body in self.bodies() if record not in declared)

    def of_the_case(self) -> tuple[Written, ...]:
        """Return every version of what belongs to the case."""
        declared = self._declared_records()
        return tuple(one for one in self.written() if one.id not in declared)

    def declared(self) -> tuple[Written, ...]:
        """Return every version of what was declared, and of the reviews."""
        return tuple(one for one in self.written() if one.body.kind in _DECLARED)

    def _declared_records(self) -> set[RecordId]:
        return {record for record, body in self.bodies() if body.kind in _DECLARED}

    def written(self) -> tuple[Written, ...]:
        """Return every version of every record, in the order they were written."""
        stands = [Written.of(entry) for entry in self.ledger.entries]
        waits = [_waiting(act) for act in self.waiting if self.ledger.find(act.id) is None]
        return (*stands, *waits)

    def knows(self, entry: EntryId) -> bool:
        """Tell whether an entry of this id is there, or waits."""
        waits = any(act.id == entry for act in self.waiting)
        return waits or self.ledger.find(entry) is not None


def _waiting(act: Act) -> Written:
    """Return what waits: it was written when its name was made."""
    written_at = in_england(made_at(act.id)).isoformat()
    return Written(act.record, act.id, act.version, written_at, act.body)
