"""Insights: what a member may count, and what lies behind a bar."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain import insights as i
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.insights import Bar, Counted, Insight, Wait
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.viewing import VIEWING, Look, viewing_of
from dsl_desk.storage.shelves import insights as shelf
from dsl_desk.storage.shelves.concerns import concern_row
from dsl_desk.storage.shelves.viewings import every_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.insights import Period
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database

_CHILDREN, _STAFF = Compartment.CHILDREN, Compartment.STAFF
_MOST: Final = 2_000  # lines of a list behind a bar
_A_WEEK: Final = timedelta(days=7)
_MOST_WEEKS: Final = 60  # of a longer period the last ones are shown
_ABOUT: Final = (About.CHILD, About.ACCOUNT, About.ADULT)


class Insights:
    """What can be asked about patterns. Nothing here names anybody but what lies behind a bar."""

    def __init__(self, sitting: Sitting, directory: Directory, allegations: Allegations) -> None:
        self._sitting = sitting
        self._directory = directory
        self._allegations = allegations

    def periods(self) -> tuple[Period, ...]:
        """Return what can be looked at, this term first."""
        return i.periods(self._sitting.clock.now().date())

    def read(self, period: Period) -> Insight:
        """Count a period: on the shelves, without reading a record."""
        children = self._sitting.part(_CHILDREN).database
        parts = self._databases()
        actions = Counter[str]()
        today = self._sitting.clock.now().date().isoformat()
        for database in parts:
            actions.update(shelf.counted_by_action(database, period))
        return Insight(
            period=period,
            total=sum(shelf.how_many_told(one, period) for one in parts),
            before=sum(shelf.how_many_told(one, i.the_year_before(period)) for one in parts),
            decided=self._decided(children, period),
            soon=(sum(actions[key] for key in i.SOON), actions.total()),
            pictures={
                i.WEEK: _weeks(parts, period),
                i.KIND: i.of_sets(_added(parts, i.KIND, period), i.KIND),
                i.FOUR_C: i.of_sets(_added(parts, i.FOUR_C, period), i.FOUR_C),
                i.PLATFORM: i.by_size(
                    Bar(name, name, (count,))
                    for name, count in _added(parts, i.PLATFORM, period).items()
                ),
                i.YEAR: i.of_years(self._by_year(children, period)),
                i.ACTION: i.of_actions(actions),
            },
            lado=self._lado(period),
            adults=_STAFF in self._sitting.parts,
            quality=sum((shelf.quality(one, period, today) for one in parts), start=i.Quality()),
        )

    def behind(self, period: Period, picture: str, key: str) -> Counted:
        """Return the concerns a bar counts, as far as this member may open them, newest first."""
        found = [
            (database, self._records(database, period, picture, key))
            for database in self._databases()
        ]
        rows = (
            concern_row(database, bytes.fromhex(record))
            for database, records in found
            for record in records[:_MOST]
        )
        there = sorted(
            (row for row in rows if row is not None), key=lambda row: row.told_at, reverse=True
        )
        return Counted(tuple(there[:_MOST]), sum(len(records) for _database, records in found))

    def _databases(self) -> tuple[Database, ...]:
        parts = (part for part in (_CHILDREN, _STAFF) if part in self._sitting.parts)
        return tuple(self._sitting.part(part).database for part in parts)

    def _decided(self, children: Database, period: Period) -> tuple[int, int]:
        """Return how many looks were decided before anybody looked, of all there were."""
        ledger = self._sitting.part(_CHILDREN).ledger
        looks = Counter[Look]()
        for record in every_of_kind(children, VIEWING.name):
            begun = ledger.begun(bytes.fromhex(record))
            if _told(begun.header.written_at, period):
                looks[viewing_of(begun).draft.look] += 1
        return looks[Look.LOOK], looks.total() - looks[Look.NOT_TO_LOOK]

    def _by_year(self, children: Database, period: Period) -> dict[str, int]:
        found = Counter[str]()
        for ids, count in shelf.counted_by(children, "children", period).items():
            for year in {self._year(person) for person in ids.split()}:
                found[year] += count
        return dict(found)

    def _year(self, person: str) -> str:
        row = self._directory.person(RecordId(person))
        return (row.draft.year if row is not None else "") or i.NO_YEAR

    def _records(
        self, database: Database, period: Period, picture: str, key: str
    ) -> tuple[RecordId, ...]:
        if picture == i.WEEK:
            return shelf.told_in_week(database, key, period)
        if picture == i.ACTION:
            return shelf.acted_on(database, key, period)
        if picture == i.YEAR:
            counted = shelf.counted_by(database, "children", period)
            every = {person for ids in counted for person in ids.split()}
            people = [person for person in every if self._year(person) == key]
            return shelf.with_value(database, "children", people, period)
        return shelf.with_value(database, picture, (key,), period)

    def _lado(self, period: Period) -> tuple[Wait, ...]:
        lines = (one for one in self._allegations.list() if one.clock.needed)
        told = (one for one in lines if _told(one.clock.told.isoformat(), period))
        return tuple(self._wait(one) for one in sorted(told, key=lambda one: one.clock.told))

    def _wait(self, line: AllegationRow) -> Wait:
        clock, now = line.clock, self._sitting.clock.now()
        until = clock.stopped or now
        share = (until - clock.told) / (clock.limit - clock.told)
        stands = clock.stands(now)
        return Wait(
            words=line.allegation.ref or "Sealed",
            told=_in_hours(until - clock.told),
            share=max(0.0, share),
            reached=clock.stopped is not None,
            late=stands in (ClockStands.LATE, ClockStands.OVERDUE),
            sealed=line.sealed,
        )


def _told(moment: str, period: Period) -> bool:
    return period.since <= moment[:10] <= period.until


def _added(parts: Iterable[Database], column: str, period: Period) -> Mapping[str, int]:
    found = Counter[str]()
    for database in parts:
        found.update(shelf.counted_by(database, column, period))
    return found


def _weeks(parts: Iterable[Database], period: Period) -> tuple[Bar, ...]:
    """Return every week from the first that counts anything, those without anything too."""
    found = Counter[tuple[str, str]]()
    for database in parts:
        found.update(shelf.counted_by_week(database, period))
    if not found:
        return ()
    monday = date.fromisoformat(min(week for week, _about in found))
    last = date.fromisoformat(max(week for week, _about in found))
    weeks = []
    while monday <= last:
        key = monday.isoformat()
        counts = tuple(found[key, about.value] for about in _ABOUT)
        weeks.append(Bar(key, f"{monday.day} {monday:%b}", counts))
        monday += _A_WEEK
    return tuple(weeks[-_MOST_WEEKS:])


def _in_hours(waited: timedelta) -> str:
    minutes = max(0, int(waited.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    return f"{days} d {hours} h" if days else f"{hours} h {left:02} min"
