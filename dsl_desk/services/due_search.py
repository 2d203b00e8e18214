"""What is due to be looked at again, found by going through every record once a day, in slices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.retention import RetentionClass, class_of
from dsl_desk.storage.shelves.keeping import Family, kept_row, stretch_of_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.retention import Rule
    from dsl_desk.services.reckoning import Reckoning
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.shelves.keeping import KeptRow

    Rules = Mapping[RetentionClass, Rule]

AT_ONCE: Final = 500  # records: so many are gone through while somebody waits
_STRETCH: Final = 50
# Their day may stand in something written beside them.
_ASKED_IN_FULL: Final = frozenset({ALLEGATION.name, LOW_LEVEL.name})


class DueSearch:
    """Goes through the records of every part, a stretch at a time. It begins anew each day."""

    def __init__(
        self,
        databases: Mapping[Compartment, Database],
        reckoning: Reckoning,
        rules: Rules,
        reckon: Callable[[RecordId], Kept],
        today: date,
    ) -> None:
        self.today = today
        self.seen = 0
        self.done = False
        self.found: list[Kept] = []
        self._databases, self._reckoning, self._rules = databases, reckoning, rules
        self._reckon = reckon
        self._steps = self._go()

    @property
    def small(self) -> bool:
        """Whether all of it is gone through at once, whenever anything was written."""
        return self.done and self.seen <= AT_ONCE

    def go_on(self, enough: Callable[[], bool]) -> bool:
        """Go on until that is enough; tell whether all was gone through."""
        while not self.done and not enough():
            self.done = next(self._steps, True)
        return self.done

    def _go(self) -> Iterator[bool]:
        for part, database in self._databases.items():
            after = b""
            while rows := stretch_of_kept(database, after, _STRETCH):
                for row in rows:
                    self._look_at(part, database, row)
                self.seen += len(rows)
                after = bytes.fromhex(rows[-1].record)
                yield False

    def _look_at(self, part: Compartment, database: Database, row: KeptRow) -> None:
        if not self._may_be_due(part, row) or _stands_beside(database, row):
            return
        kept = self._reckon(row.record)
        if kept.is_due(self.today):
            self.found.append(kept)

    def _may_be_due(self, part: Compartment, row: KeptRow) -> bool:
        """Tell quickly, by the record alone: what stands beside it only ever makes it later."""
        if row.kind in _ASKED_IN_FULL:
            return True
        rule = self._rules[class_of(row.kind, part, row.facts.of)]
        day = self._reckoning.day(Family(row), rule)
        return day is not None and day <= self.today


def _stands_beside(database: Database, row: KeptRow) -> bool:
    """Tell whether a record goes with another one; a look that found nothing is looked at alone."""
    if not row.facts.parent or row.facts.of is RetentionClass.CAPTURE_NOTHING:
        return False
    return kept_row(database, RecordId(row.facts.parent)) is not None
