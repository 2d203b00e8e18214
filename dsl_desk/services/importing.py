"""Taking lists in: read and planned on the errands' thread, written a batch at a time here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.people_settings import PEOPLE_SETTINGS, PeopleSettings, said_of_settings
from dsl_desk.domain.person import PERSON, PersonKind, said_of_person
from dsl_desk.intake.columns import guess
from dsl_desk.intake.planning import Occasion, plan_import
from dsl_desk.intake.reading import read_list
from dsl_desk.storage.shelves.people_settings import settings_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.import_plan import ImportPlan, Planned, Sheet
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting

AT_ONCE: Final = 500  # entries in one Write: others get a turn, and a stop is heard, between two
REASON: Final = "Taken in from the school's own list"
_HERE: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.PEOPLE})


def read_file(untrusted_path: Path) -> Sheet:
    """Return the list in a file; for the errands' thread."""
    return read_list(untrusted_path)


def guess_columns(sheet: Sheet, remembered: Mapping[str, str]) -> dict[str, str]:
    """Return which column is which answer, as far as can be told."""
    if sheet.ready:
        return {column: column for column in sheet.columns}
    return guess(sheet.columns, remembered)


def plan(
    sheet: Sheet,
    mapping: Mapping[str, str],
    known: Iterable[PersonRow],
    clock: Clock,
    progress: Progress,
) -> ImportPlan:
    """Return what the list would do; for the errands' thread."""
    occasion = Occasion(clock.now().date(), lambda: EntryId(fresh_id(clock.now())))
    return plan_import(sheet, mapping, known, occasion, progress)


class Importing:
    """What the worker does of an import, and what it looks up for it."""

    def __init__(self, sitting: Sitting, directory: Directory) -> None:
        self._sitting = sitting
        self._directory = directory

    def known(self) -> tuple[PersonRow, ...]:
        """Return every pupil, for the dry run."""
        listed = self._directory.everybody().listed
        return tuple(row for row in listed if row.kind is PersonKind.PUPIL)

    def duplicates(self) -> tuple[tuple[PersonRow, PersonRow], ...]:
        """Return every two records that may be of one person."""
        return self._directory.everybody().duplicates

    def take_in(self, some: Sequence[Planned]) -> Changed[int]:
        """Write at most AT_ONCE rows of a plan; again the same rows are not written twice."""
        with self._sitting.writing(_HERE, EntryClass.PERSON) as write:
            for each in some[:AT_ONCE]:
                said = said_of_person(each.draft)
                if each.was is None:
                    write.record(PERSON, said, each.entry)
                else:
                    write.version(PERSON, said, each.was.entry, REASON, each.entry)
        self._directory.renew()
        return Changed(len(some[:AT_ONCE]), _CHANGED)

    def settings(self) -> PeopleSettings:
        """Return what the school has settled."""
        if _HERE not in self._sitting.parts:
            return PeopleSettings()
        part = self._sitting.part(_HERE)
        record = settings_record(part.database)
        if record is None:
            return PeopleSettings()
        return PEOPLE_SETTINGS.said(part.ledger.newest(record)).draft

    def settle(self, settings: PeopleSettings) -> Changed[None]:
        """Keep what the school has settled; nothing is written where nothing changed."""
        if settings != self.settings():
            part = self._sitting.part(_HERE)
            record = settings_record(part.database)
            entry = EntryId(fresh_id(self._sitting.clock.now()))
            with self._sitting.writing(_HERE, EntryClass.PERSON) as write:
                if record is None:
                    write.record(PEOPLE_SETTINGS, said_of_settings(settings), entry)
                else:
                    of = part.ledger.newest(record).header.id
                    said = said_of_settings(settings)
                    write.version(PEOPLE_SETTINGS, said, of, "Settled anew", entry)
        return Changed(None, frozenset({Thing.SETTINGS, Thing.VAULT}))
