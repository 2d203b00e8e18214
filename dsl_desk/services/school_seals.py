"""The school's seal: read where it is kept, and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.record import Said
from dsl_desk.domain.school_seal import SCHOOL_SEAL, SchoolSeal
from dsl_desk.keys.sealing import make_seal
from dsl_desk.storage.shelves.settings import newest_setting

if TYPE_CHECKING:
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.SCHOOL


class SchoolSeals:
    """What can be asked about the seal."""

    def __init__(self, sitting: Sitting, school: str) -> None:
        self._sitting = sitting
        self._school = school

    def kept(self) -> SchoolSeal | None:
        """Return the seal, for whoever can read School; None where none was made."""
        part = self._sitting.part(_HERE)
        entry = newest_setting(part.database, SCHOOL_SEAL.name)
        found = None if entry is None else part.ledger.find(entry)
        return None if found is None else SCHOOL_SEAL.said(found).draft

    def wanted(self) -> SchoolSeal:
        """Return the seal; the first time it is made, which is written down."""
        kept = self.kept()
        if kept is not None:
            return kept
        now = self._sitting.clock.now()
        seal = make_seal(self._school, now)
        with self._sitting.writing(_HERE, EntryClass.SETTING) as write:
            write.record(SCHOOL_SEAL, Said(seal), EntryId(fresh_id(now)))
        return seal
