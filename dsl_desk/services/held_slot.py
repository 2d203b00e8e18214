"""One sealed slot as its holder has it: what is in the file, and what waits in the spool for it.

Declarations lie beside the case of a slot, and take no slot from one: about whoever reviews them
there are more of them than there are slots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.case import CaseView, note_of
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import made_at
from dsl_desk.domain.left import LEFT
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.domain.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Act, Body
    from dsl_desk.domain.ids import EntryId, MemberId, RecordId
    from dsl_desk.services.slot_files import SlotDesk
    from dsl_desk.storage.slot_ledger import SlotLedger
    from dsl_desk.storage.slots import SlotName

_ADDED: Final = 2048
_DECLARED: Final = frozenset(
    {DECLARATION.name, DECLARATION_REVIEW.name, DUTY_DONE.name, SIGNED_PAPER.name}
)
# These lie in a slot whether a case is there or none, and take none from a case.
_BESIDE_A_CASE: Final = _DECLARED | {LEFT.name}


@dataclass(frozen=True)
class HeldSlot:
    """One slot as it stands, with what waits for it."""

    slot: SlotName
    ledger: SlotLedger
    waiting: tuple[Act, ...]

    @property
    def pending(self) -> tuple[Act, ...]:
        """What waits for what stands here now; what was meant for a case that is gone is not."""
        waits = (act for act in self.waiting if self.ledger.find(act.id) is None)
        gone = {one.header.record for one in self.ledger.entries if one.body is GONE}
        return tuple(act for act in waits if gone.isdisjoint(_named_by(act)))

    def bodies(self) -> Iterator[tuple[RecordId, Body]]:
        """Return every body with its record: what is in the slot, then what waits for it."""
        for entry in self.ledger.live:
            yield entry.header.record, entry.body
        for act in self.pending:
            yield act.record, act.body

    def takes(self, body: Body) -> bool:
        """Tell whether something new can begin here: a case only where there is none."""
        return body.kind in _BESIDE_A_CASE or not any(self.case_bodies())

    def case_bodies(self) -> Iterator[tuple[RecordId, Body]]:
        """Return every body of the case, without what lies beside it."""
        beside = self._beside()
        return ((record, body) for record, body in self.bodies() if record not in beside)

    def of_the_case(self) -> tuple[Written, ...]:
        """Return every version of what belongs to the case."""
        beside = self._beside()
        return tuple(one for one in self.written() if one.id not in beside)

    def declared(self) -> tuple[Written, ...]:
        """Return every version of declarations, reviews, papers, and marks on duties."""
        return tuple(one for one in self.written() if one.body.kind in _DECLARED)

    def beside(self) -> tuple[Written, ...]:
        """Return all that lies beside the case, with who opened it, and what left of it."""
        beside = self._beside()
        return tuple(one for one in self.written() if one.id in beside)

    def left(self) -> tuple[Written, ...]:
        """Return every version of what was left in the drop for the holders of this slot."""
        return tuple(one for one in self.written() if one.body.kind == LEFT.name)

    def _beside(self) -> set[RecordId]:
        return {record for record, body in self.bodies() if body.kind in _BESIDE_A_CASE}

    def written(self) -> tuple[Written, ...]:
        """Return every version of every record, in the order they were written."""
        stands = [Written.of(entry) for entry in self.ledger.live]
        return (*stands, *(_waiting(act) for act in self.pending))

    def signed(self, me: MemberId) -> tuple[tuple[MemberId, Written], ...]:
        """Return every version of what belongs to the case, and whose: what waits is mine."""
        beside = self._beside()
        stands = [(entry.header.author, Written.of(entry)) for entry in self.ledger.live]
        waits = [(me, _waiting(act)) for act in self.pending]
        return tuple(one for one in (*stands, *waits) if one[1].id not in beside)

    def view(self, room: int) -> CaseView | None:
        """Return the case in this slot, if there is one."""
        bodies = list(self.case_bodies())
        if not bodies:
            return None
        record, first = bodies[0]
        return CaseView(
            id=record,
            row=self.slot.row,
            about=first.names["subject"],
            told_by=Fields(first.fields).text("told_by"),
            notes=tuple(note for _record, body in bodies if (note := note_of(body))),
            room=room,
        )

    def room(self, slots: SlotDesk) -> int:
        """Return how many bytes are left, once all that waits has moved here."""
        waiting = sum(length_of(one.body) for one in self.waiting)
        return slots.room(self.slot, self.ledger) - waiting

    def knows(self, entry: EntryId) -> bool:
        """Tell whether an entry of this id is there, or waits."""
        waits = any(act.id == entry for act in self.waiting)
        return waits or self.ledger.find(entry) is not None


def length_of(body: Body) -> int:
    """Return how many bytes an entry takes, with header, signature and names."""
    return len(write_body(body)) + _ADDED


def _waiting(act: Act) -> Written:
    """Return what waits: it was written when its name was made."""
    written_at = in_england(made_at(act.id)).isoformat()
    return Written(act.record, act.id, act.version, written_at, act.body)


def _named_by(act: Act) -> Iterator[str]:
    """Return every record an act is of, or may speak of."""
    yield act.record
    yield from (said for said in act.body.fields.values() if isinstance(said, str))
