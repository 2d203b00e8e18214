"""What was saved in a sealed case and waits for the next round, and which rounds were seen.

Both lie in the member's own spool, which is written whenever anything is typed: when something was
saved in a case cannot be told from outside. A round that was seen is a witness: a slot that comes
back from an earlier one is noticed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import read_body, write_body
from dsl_desk.domain.ids import EntryId, RecordId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from dsl_desk.services.drafts import Drafts
    from dsl_desk.storage.slots import SlotName

_ACTS: Final = "acts"
_ROUNDS: Final = "rounds"


@dataclass(frozen=True)
class WaitingActs:
    """What waits in one member's spool."""

    drafts: Drafts = field(repr=False)

    def of(self, slot: SlotName) -> tuple[Act, ...]:
        """Return what waits for a slot, in the order it was saved."""
        waiting = self.drafts.waiting(_ACTS).values()
        return tuple(act for file, act in map(_read, waiting) if file == slot.file)

    def add(self, slot: SlotName, act: Act) -> None:
        """Save an act: once this returns, the disk has it. The same id is never kept twice."""
        waiting = self.drafts.waiting(_ACTS)
        self.drafts.put_by(_ACTS, {**waiting, act.id: _written(slot, act)})

    def moved(self, slots: Mapping[SlotName, int], acts: frozenset[EntryId]) -> None:
        """Forget what stands in its slot now, and remember the rounds."""
        left = {name: act for name, act in self.drafts.waiting(_ACTS).items() if name not in acts}
        rounds = dict(self.drafts.waiting(_ROUNDS))
        rounds |= {slot.file: str(number) for slot, number in slots.items()}
        self.drafts.put_by(_ROUNDS, rounds)
        self.drafts.put_by(_ACTS, left)

    def left(self, held: Collection[SlotName]) -> None:
        """Forget the rounds of slots this member holds no more: coming back begins anew."""
        files = {slot.file for slot in held}
        rounds = self.drafts.waiting(_ROUNDS)
        if not rounds.keys() <= files:
            kept = {file: number for file, number in rounds.items() if file in files}
            self.drafts.put_by(_ROUNDS, kept)

    def seen(self, slot: SlotName) -> int:
        """Return the last round of a slot this member has seen; 0 for none."""
        return int(self.drafts.waiting(_ROUNDS).get(slot.file, "0"))


def _written(slot: SlotName, act: Act) -> str:
    body = write_body(act.body).decode()
    return json.dumps([slot.file, act.id, act.record, act.entry_class.value, body])


def _read(written: str) -> tuple[str, Act]:
    file, name, record, entry_class, body = json.loads(written)
    act = Act(EntryId(name), RecordId(record), EntryClass(entry_class), read_body(body.encode()))
    return file, act
