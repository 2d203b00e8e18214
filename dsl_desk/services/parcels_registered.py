"""A parcel taken in, and the entry of *files received* that says so: nobody types it again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.registers.files_received import CAME

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.registers.register import RegisterDraft
    from dsl_desk.services.parcels import Arrived
    from dsl_desk.services.registers import Registers
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.taking_a_parcel import ParcelsReceived, Taken

_WHY: Final = "A parcel was taken in"
_WHERE: Final = "In the vault: the child's file"


@dataclass(frozen=True)
class ParcelsRegistered:
    """Taking a parcel in from the entry that asked for it."""

    parcels: ParcelsReceived = field(repr=False)
    registers: Registers = field(repr=False)
    sitting: Sitting = field(repr=False)

    def take_in(self, arrived: Arrived, child: PersonRef, record: RecordId) -> Changed[Taken]:
        """Write down every entry of a parcel, then what the register asks about it.

        What somebody wrote there before stays, but that no file came. The same again changes
        nothing.
        """
        taken = self.parcels.take_in(arrived, child)
        there = self.registers.open(record)
        filled = self._filled(there.draft, arrived)
        if filled.answers == there.draft.answers:
            return taken
        entry = EntryId(fresh_id(self.sitting.clock.now()))
        changed = self.registers.change(there.entry.id, filled, _WHY, entry)
        return Changed(taken.answer, taken.things | changed.things)

    def _filled(self, draft: RegisterDraft, arrived: Arrived) -> RegisterDraft:
        author = arrived.left_by.header.author
        by = next(one.name for one in arrived.contents.signers if one.member == author)
        known = {
            "answered_on": self.sitting.clock.now().date().isoformat(),
            "came_from": f"{by}, {arrived.contents.school}",
            "received_by": self.sitting.member.name,
            "form": "parcel",
            "kept_at": _WHERE,
        }
        blank = {name: words for name, words in known.items() if not draft.said(name)}
        return replace(draft, answers={**draft.answers, **blank, "answer": CAME})
