"""What is due to be looked at again: found once a day, and looked at again when it is asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.services.due_search import AT_ONCE, DueSearch
from dsl_desk.storage.shelves.keeping import kept_row
from dsl_desk.storage.shelves.retention import proposed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.retention import RetentionClass, Rule
    from dsl_desk.services.reckoning import Reckoning
    from dsl_desk.services.sitting import Sitting

_SCHOOL: Final = Compartment.SCHOOL
_THOUSAND: Final = 1000


class Keeps(Protocol):
    """What is asked of whoever knows the days."""

    reckoning: Reckoning

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts that can be read."""
        ...

    def rules(self) -> Mapping[RetentionClass, Rule]:
        """Return every rule in force."""
        ...

    def named(self) -> frozenset[str]:
        """Return everybody a record names."""
        ...

    def of(self, record: RecordId) -> Kept:
        """Return until when one record is kept."""
        ...

    def kept(self, record: RecordId, named: Callable[[], frozenset[str]]) -> Kept:
        """Return the same, told whom records name."""
        ...


class Dues:
    """What is due, as far as it was found.

    A small school is gone through at once. A large one is in the rounds of the desk, once a day:
    a hundred thousand records take seconds, and Today waits for none of them.
    """

    def __init__(self, sitting: Sitting, retention: Keeps) -> None:
        self._sitting, self._retention = sitting, retention
        self._search: DueSearch | None = None
        self._found: tuple[tuple[object, ...], tuple[Kept, ...]] | None = None

    def look_ahead(self, slice_ms: int) -> bool:
        """Go on looking for so long; tell whether all was gone through today."""
        clock = self._sitting.clock
        until = clock.monotonic() + slice_ms / _THOUSAND
        return self._searching().go_on(lambda: clock.monotonic() >= until)

    def needs(self) -> Iterator[Need]:
        """Return how many records wait to be looked at again, for whoever may propose anything."""
        retention = EntryClass.RETENTION
        may = [one for one in self.now() if self._sitting.may_write(one.part, retention)]
        if may:
            yield Need(NeedSort.REVIEW_DUE, count=len(may))

    def now(self) -> tuple[Kept, ...]:
        """Return what is due, the longest due first; looked at again after anything was written."""
        search = self._searching()
        stands = self._stands(search)
        if self._found is None or self._found[0] != stands:
            if search.small:
                search = self._search = self._new()
            search.go_on(lambda: search.seen >= AT_ONCE)
            rows = sorted(self._still(search), key=lambda one: (one.review_on, one.ref, one.record))
            self._found = self._stands(search), tuple(rows)
        return self._found[1]

    def _still(self, search: DueSearch) -> Iterator[Kept]:
        """Return what was found and is still due: nobody proposed it, held it or let it go."""
        proposed = {
            part: proposed_in(self._sitting.part(part).database) for part in self._retention.parts()
        }
        for one in search.found:
            database = self._sitting.part(one.part).database
            if one.record not in proposed[one.part] and kept_row(database, one.record) is not None:
                kept = self._retention.of(one.record)
                if kept.is_due(search.today):
                    yield kept

    def _stands(self, search: DueSearch) -> tuple[object, ...]:
        """Return what the answer rests on: the day, how far we looked, what was written last."""
        school = (_SCHOOL,) if _SCHOOL in self._sitting.parts else ()
        parts = (self._sitting.part(part) for part in (*self._retention.parts(), *school))
        return (search.today, search.seen, *(part.ledger.latest() for part in parts))

    def _searching(self) -> DueSearch:
        today = self._sitting.clock.now().date()
        if self._search is None or self._search.today != today:
            self._search = self._new()
        return self._search

    def _new(self) -> DueSearch:
        kept, named = self._retention.kept, cache(self._retention.named)
        return DueSearch(
            {part: self._sitting.part(part).database for part in self._retention.parts()},
            self._retention.reckoning,
            self._retention.rules(),
            lambda record: kept(record, named),
            self._sitting.clock.now().date(),
        )
