"""What the school decided about the vault: every decision is an entry, the newest holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.record import Said
from dsl_desk.domain.setting import LOCK_AFTER, USUAL_LOCK_AFTER, LockAfter
from dsl_desk.storage.shelves.settings import newest_setting

if TYPE_CHECKING:
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.SCHOOL


class Settings:
    """What can be asked about the school's own settings."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def lock_after(self) -> int:
        """Return after how many minutes the desk locks; who holds no part has the usual ones."""
        if _HERE not in self._sitting.parts:
            return USUAL_LOCK_AFTER
        part = self._sitting.part(_HERE)
        entry = newest_setting(part.database, LOCK_AFTER.name)
        found = None if entry is None else part.ledger.find(entry)
        return USUAL_LOCK_AFTER if found is None else LOCK_AFTER.said(found).draft.in_force

    def choose_lock_after(self, minutes: int) -> Changed[int]:
        """Let the desk lock after so many minutes, for everybody in this school."""
        setting = LockAfter(LockAfter(minutes).in_force)
        name = EntryId(fresh_id(self._sitting.clock.now()))
        with self._sitting.writing(_HERE, EntryClass.SETTING) as write:
            write.record(LOCK_AFTER, Said(setting), name)
        return Changed(setting.minutes, frozenset({Thing.SETTINGS, Thing.VAULT}))
