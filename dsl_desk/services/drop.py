"""The sealed drop from within: taking in what was left, reading it, settling what becomes of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.drop_errors import NotLeftForUsError
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    Problem,
    RecordDisposedError,
    RecordMissingError,
)
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.left import LEFT, Became, LeftDraft, LeftRecord, said_of
from dsl_desk.domain.left_needs import handed_in_needs, left_needs
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.page import Page
from dsl_desk.domain.record import WrongKindError
from dsl_desk.domain.words import label
from dsl_desk.domain.written import Written
from dsl_desk.keys.drop_cells import CELL
from dsl_desk.services.allegation_homes import opened_act
from dsl_desk.services.allegation_routes import member_named, way_for
from dsl_desk.services.dropping import Dropping
from dsl_desk.services.places import kept_aside
from dsl_desk.services.taking_in import CELLS_SET_ASIDE, SET_ASIDE, TakingIn
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.left import (
    LEFT_LIST,
    left_counted,
    left_of_sort,
    left_settled,
    left_waiting,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.drop import Slip
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.today import Need
    from dsl_desk.domain.working_days import Calendar
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.sitting import Sitting

LONGEST_WHY: Final = 1_000
_OPENED: Final = "Opened for the first time"
_LEFT: Final = frozenset({Thing.LEFT})


class Drop:
    """What can be asked about what was left."""

    def __init__(
        self, sitting: Sitting, cases: Cases, calendar: Calendar, policy: Callable[[], PolicyMark]
    ) -> None:
        self._sitting = sitting
        self._policy = policy  # in force now
        self._cases = cases
        self._calendar = calendar
        self._dropping = Dropping(sitting.folder, sitting.clock)
        self._opened: set[RecordId] = set()
        self._round: TakingIn | None = None

    def receivers(self, whom: Whom) -> Receivers:
        """Return who would receive it, by name."""
        return self._dropping.receivers(whom)

    def leave(self, left: Left) -> Changed[Slip]:
        """Leave something for whoever may open it; the writer keeps the slip and no more of it."""
        return Changed(self._dropping.leave(left), frozenset())

    def hand_in(self, draft: AllegationDraft, entry: EntryId) -> Changed[Slip]:
        """Hand an allegation in to whoever manages it; whoever writes it keeps the slip alone.

        Never by whoever it is about. The same id again becomes the same record.
        """
        way = way_for(self._cases, draft.adult)
        if way.about_me:
            raise GoesElsewhereError(way.row)
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        named = member_named(self._cases.book.page(), draft.adult)
        known = named is not None or draft.adult.post is not None
        about = LeftAbout.ADULT if known else LeftAbout.NAMED
        whom = Whom(about, named.member.id if named else "", draft.adult.post)
        fields, now = ALLEGATION.to_fields(draft), self._sitting.clock.now()
        return self.leave(replace(Left.fresh(LeftSort.ALLEGATION, whom, fields, now), id=entry))

    def take_in(self) -> Iterator[Changed[None]]:
        """Take in what was left for this member, a slice at a time, so that nobody waits for it.

        To be asked once the first rows are shown, before the slots go round, and every fifteen
        minutes.
        """
        page, policy = self._cases.book.page(), self._policy()
        self._round = TakingIn(self._sitting, self._cases, page, policy)
        return self._round.round()

    def stays(self) -> int:
        """Return how much the last round could not keep anywhere: it lies on, sealed."""
        return 0 if self._round is None else self._round.stays

    def set_aside(self) -> int:
        """Return how many places of this member's file were not as they were sealed."""
        folder = kept_aside(self._sitting.folder)
        found = folder.glob(f"{SET_ASIDE}{self._sitting.member.id}-*{CELLS_SET_ASIDE}")
        return sum(path.stat().st_size // CELL for path in found)

    def waiting(self, first: int = 0, count: int = 50) -> Page[LeftRecord]:
        """Return what nobody has settled, what nobody has opened before the rest, oldest first."""
        sealed = [one for one in self._sealed() if one.waits]
        rows, total = sealed[first : first + count], len(sealed)
        for part in self._parts():
            database = self._sitting.part(part).database
            begin, left = max(0, first - total), count - len(rows)
            rows += [self._in_part(part, one) for one in left_waiting(database, begin, left)]
            total += sum(number for _opened, number, _oldest in left_counted(database))
        return Page(tuple(sorted(rows, key=_order)), first, total)

    def settled(self, count: int = 50) -> tuple[LeftRecord, ...]:
        """Return what was settled, the newest first."""
        rows = [one for one in self._sealed() if not one.waits]
        for part in self._parts():
            records = left_settled(self._sitting.part(part).database, count)
            rows += [self._in_part(part, record) for record in records]
        return tuple(sorted(rows, key=lambda one: one.left_at, reverse=True)[:count])

    def of_sort(self, sort: LeftSort) -> tuple[LeftRecord, ...]:
        """Return all of one sort that waits, oldest first: for the trade it belongs to."""
        rows = [one for one in self._sealed() if one.waits and one.left.sort is sort]
        for part in self._parts():
            records = left_of_sort(self._sitting.part(part).database, sort.value)
            rows += [self._in_part(part, record) for record in records]
        return tuple(sorted(rows, key=lambda one: one.left_at))

    def needs(self) -> Iterator[Need]:
        """Return what Today says of it: what nobody has opened, what waits, clocks that run."""
        waits = [one for one in self._sealed() if one.waits]
        counted = [
            (opened, len(some), min(one.left.written_at for one in some))
            for opened in (False, True)
            if (some := [one for one in waits if one.unopened is not opened])
        ]
        for part in self._parts():
            counted += left_counted(self._sitting.part(part).database)
        yield from left_needs(_together(counted))
        handed_in = self.of_sort(LeftSort.ALLEGATION)
        yield from handed_in_needs(handed_in, self._calendar, self._sitting.clock.now())

    def open(self, record: RecordId) -> Changed[LeftRecord]:
        """Return what was left, to be read; when it was first opened, and by whom, stays."""
        found, part = self._find(record)
        changed = False
        if record not in self._opened and part is not None:
            with self._sitting.writing(part, EntryClass.OPENED) as write:
                write.enter(opened_act(self._sitting, record, len(found.left.written())))
        if found.unopened and (part is None or self._sitting.may_write(part, EntryClass.LEFT)):
            at = self._sitting.clock.now().isoformat(timespec="seconds")
            draft = replace(found.draft, opened_at=at, opened_by=self._sitting.member.name)
            found = self._change(found, part, draft, _OPENED)
            changed = True
        self._opened.add(record)
        return Changed(found, _LEFT if changed else frozenset())

    def may_settle(self, record: RecordId) -> bool:
        """Tell whether this member may say what it becomes."""
        part = self._find(record)[1]
        return part is None or self._sitting.may_write(part, EntryClass.LEFT)

    def turned_into(self, record: RecordId, what: Became, into: str) -> Changed[LeftRecord]:
        """Write down which record it became, as it stands now."""
        return self.became(self._find(record)[0], what, into)

    def became(
        self, of: LeftRecord, what: Became, record: str = "", why: str = ""
    ) -> Changed[LeftRecord]:
        """Write down what it became. The words stay as they came."""
        code = what_is_wrong(why, LONGEST_WHY) if what is Became.CLOSED else ""
        if code:
            raise DraftError((Problem("why", code),))
        found, part = self._find(of.written.id)
        if found.written.entry != of.written.entry:
            raise ChangedSinceError
        draft = replace(found.draft, became=what, record=record, why=why.strip())
        return Changed(self._change(found, part, draft, why.strip() or label(what)), _LEFT)

    def _change(
        self, of: LeftRecord, part: Compartment | None, draft: LeftDraft, reason: str
    ) -> LeftRecord:
        name, said = EntryId(fresh_id(self._sitting.clock.now())), said_of(draft)
        if part is None:
            body = LEFT.body(said, self._sitting.member.name, reason)
            self._cases.add(of.written.id, Act(name, of.written.id, EntryClass.CASE, body))
            return self._find(of.written.id)[0]
        with self._sitting.writing(part, EntryClass.LEFT) as write:
            entry = write.version(LEFT, said, of.written.entry, reason, name)
        return LeftRecord.of(Written.of(entry), sealed=False)

    def _find(self, record: RecordId) -> tuple[LeftRecord, Compartment | None]:
        for one in self._sealed():
            if one.written.id == record:
                return one, None
        for part in self._parts():
            with suppress(RecordMissingError, RecordDisposedError, WrongKindError):
                return self._in_part(part, record), part
        raise NotLeftForUsError

    def _in_part(self, part: Compartment, record: RecordId) -> LeftRecord:
        return LeftRecord.of(
            Written.of(self._sitting.part(part).ledger.newest(record)), sealed=False
        )

    def _sealed(self) -> tuple[LeftRecord, ...]:
        newest = {one.id: one for _row, one in self._cases.left()}
        found = [LeftRecord.of(one, sealed=True) for one in newest.values()]
        return tuple(sorted(found, key=_order))

    def _parts(self) -> tuple[Compartment, ...]:
        return tuple(
            part
            for part in self._sitting.parts
            if any(shelf is LEFT_LIST for shelf in SHELVES[part])
        )


def _order(record: LeftRecord) -> tuple[bool, str]:
    return not record.unopened, record.left.written_at


def _together(counted: list[tuple[bool, int, str]]) -> Iterator[tuple[bool, int, str]]:
    """Add up what the parts counted, each with the oldest of all."""
    for opened in (False, True):
        some = [(count, oldest) for was, count, oldest in counted if was is opened]
        if some:
            yield opened, sum(count for count, _ in some), min(oldest for _, oldest in some)
