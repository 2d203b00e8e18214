"""Kept filters: a member's own ways to narrow the list of concerns, each under its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NameTakenError
from dsl_desk.domain.kept_filter import KEPT_FILTER, kept_filter_of, said_of_filter
from dsl_desk.storage.shelves.kept_filters import filters_of

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.kept_filter import KeptFilter, KeptFilterDraft
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.sitting import Sitting

_CHANGED: Final = frozenset({Thing.SETTINGS})


class KeptFilters:
    """What can be asked about one's own filters; nobody is shown those of others."""

    def __init__(self, sitting: Sitting, concerns: Concerns) -> None:
        self._sitting = sitting
        self._concerns = concerns

    def list(self) -> tuple[KeptFilter, ...]:
        """Return one's own filters of every part one can read, by name."""
        me = self._sitting.member.id
        found = [
            kept_filter_of(part.ledger.newest(record))
            for part in map(self._sitting.part, self._concerns.parts())
            for record in filters_of(part.database, me)
        ]
        return tuple(sorted(found, key=lambda one: one.draft.name.casefold()))

    def keep(self, draft: KeptFilterDraft, entry: EntryId) -> Changed[KeptFilter]:
        """Keep a filter under a name that none of one's others has."""
        self._look_at(draft)
        with self._sitting.writing(draft.narrowing.part, EntryClass.SETTING) as write:
            return _changed(write.record(KEPT_FILTER, said_of_filter(draft), entry))

    def rename(self, of: KeptFilter, name: str, entry: EntryId) -> Changed[KeptFilter]:
        """Call a filter something else."""
        draft = replace(of.draft, name=name)
        self._look_at(draft, of)
        return self._next(of, draft, "Renamed", entry)

    def remove(self, of: KeptFilter, entry: EntryId) -> Changed[KeptFilter]:
        """Take a filter away; it can be brought back."""
        return self._next(of, replace(of.draft, removed=True), "Removed", entry)

    def bring_back(self, of: KeptFilter, entry: EntryId) -> Changed[KeptFilter]:
        """Bring a filter back that was taken away."""
        draft = replace(of.draft, removed=False)
        self._look_at(draft, of)
        return self._next(of, draft, "Brought back", entry)

    def _look_at(self, draft: KeptFilterDraft, of: KeptFilter | None = None) -> None:
        if problems := draft.problems():
            raise DraftError(problems)
        others = [one for one in self.list() if of is None or one.id != of.id]
        name = draft.name.strip().casefold()
        if name in {one.draft.name.casefold() for one in others}:
            raise NameTakenError

    def _next(
        self, of: KeptFilter, draft: KeptFilterDraft, reason: str, entry: EntryId
    ) -> Changed[KeptFilter]:
        with self._sitting.writing(draft.narrowing.part, EntryClass.SETTING) as write:
            said = said_of_filter(draft)
            return _changed(write.version(KEPT_FILTER, said, of.entry, reason, entry))


def _changed(entry: Entry) -> Changed[KeptFilter]:
    return Changed(kept_filter_of(entry), _CHANGED)
