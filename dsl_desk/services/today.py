"""Today: what needs doing, out of every part this member can read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernState, SafeNow
from dsl_desk.domain.concern_list import Wanted
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import AUTHOR, REF
from dsl_desk.domain.today import Need, NeedSort, Since, Today, now_and_later, one_row_each
from dsl_desk.domain.words import label
from dsl_desk.storage.shelves.chronology import often_named
from dsl_desk.storage.shelves.tasks import open_tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.entry import Entry
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.referrals import Referrals
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_CHILDREN: Final = Compartment.CHILDREN
_STRETCH: Final = 500
_OFTEN: Final = 3  # so many concerns about one person ...
_LATELY: Final = timedelta(weeks=12)  # ... in so long are looked at together
_LOOKED_BACK: Final = 100
_FARTHEST: Final = 2_000  # a list of all pupils may have been taken in since
_TOLD: Final = 6
_NAMED: Final = 2
_DAY: Final = len("2026-11-19")
_OPEN: Final = (ConcernState.NEW, ConcernState.IN_PROGRESS, ConcernState.WAITING)
_UNSAFE: Final = (SafeNow.NO, SafeNow.NOT_KNOWN)
# What reading leaves behind is no news.
_NO_NEWS: Final = frozenset(
    {EntryClass.UNLOCK, EntryClass.OPENED, EntryClass.FOUNDING, EntryClass.SNAPSHOT}
)


class TodaysWork:
    """What can be asked about today. Names come from the directory, as they are now."""

    def __init__(
        self,
        sitting: Sitting,
        concerns: Concerns,
        referrals: Referrals,
        name_of: Callable[[str], str],
        others: Sequence[Callable[[], Iterable[Need]]],
    ) -> None:
        self._sitting = sitting
        self._concerns = concerns
        self._referrals = referrals
        self._name_of = name_of
        self._others = others

    def read(self) -> Today:
        """Return the page as it is now."""
        of_children = self._needs() if _CHILDREN in self._sitting.parts else ()
        needs = (*of_children, *chain.from_iterable(other() for other in self._others))
        now, later = now_and_later(one_row_each(needs), self._sitting.clock.now().date())
        return Today(now, later, self._since())

    def _needs(self) -> Iterator[Need]:
        yield from self._open_concerns()
        yield from self._replies()
        yield from self._tasks()
        yield from self._often_named()
        for concern in self._concerns.apart():
            yield Need(NeedSort.MADE_APART, ref=concern.ref, concern=concern.id)

    def _open_concerns(self) -> Iterator[Need]:
        """Tell of each open concern what presses most; one about an adult by its reference only."""
        for part in self._concerns.parts():
            wanted = Wanted(part=part, states=_OPEN)
            for row in self._all(wanted):
                sort = _presses_most(row)
                if sort is not None:
                    named = part is _CHILDREN
                    yield Need(
                        sort,
                        what=row.title if named else "",
                        about=row.whom() if named else "",
                        ref=row.ref,
                        concern=row.id,
                        count=len(row.missing),
                    )

    def _all(self, wanted: Wanted) -> Iterator[ConcernRow]:
        """Return every row of a list, a stretch at a time: what is left out, nobody is told of."""
        first, total = 0, 1
        while first < total:
            stretch = self._concerns.page(first, _STRETCH, wanted)
            yield from stretch.rows
            first, total = first + _STRETCH, stretch.total

    def _replies(self) -> Iterator[Need]:
        for referral in self._referrals.waiting():
            draft = referral.draft
            yield Need(
                NeedSort.REPLY_DUE,
                what=label(draft.to),
                about=" and ".join(one.name for one in draft.people[:_NAMED]),
                due=draft.reply_due[:_DAY],
                concern=draft.concern,
            )

    def _tasks(self) -> Iterator[Need]:
        for task in open_tasks(self._sitting.part(_CHILDREN).database):
            draft = task.draft
            yield Need(
                NeedSort.TASK,
                what=draft.title,
                about=self._name_of(draft.person) if draft.person else "",
                due=draft.due,
                who=draft.who,
                concern=draft.concern,
                person=draft.person,
                task=task.id,
            )

    def _often_named(self) -> Iterator[Need]:
        since = (self._sitting.clock.now() - _LATELY).astimezone(UTC).isoformat(timespec="seconds")
        found = often_named(self._sitting.part(_CHILDREN).database, since, _OFTEN)
        for person, count in found.items():
            about = self._name_of(person)
            yield Need(NeedSort.OFTEN_NAMED, about=about, count=count, person=person)

    def _since(self) -> tuple[Since, ...]:
        """Return what was written since this member's unlock before this one, newest first."""
        before = self._last_time()
        news = [
            entry
            for opened in self._sitting.parts.values()
            for entry in opened.part.ledger.tail(_LOOKED_BACK)
            if entry.header.hlc > before and entry.header.entry_class not in _NO_NEWS
        ]
        newest = sorted(news, key=lambda entry: -entry.header.hlc)[:_TOLD]
        return tuple(self._told(entry) for entry in newest)

    def _last_time(self) -> int:
        if Compartment.SCHOOL not in self._sitting.parts:
            return 0
        ledger = self._sitting.part(Compartment.SCHOOL).ledger
        mine = (
            entry.header.hlc
            for entry in _backwards(ledger)
            if entry.header.entry_class is EntryClass.UNLOCK
            and entry.header.author == self._sitting.member.id
        )
        return next(islice(mine, 1, None), 0)  # the one before this

    def _told(self, entry: Entry) -> Since:
        known = entry.body is not GONE
        ref = entry.body.fields.get(REF, "") if known else ""
        return Since(
            at=datetime.fromisoformat(entry.header.written_at),
            author=entry.body.names.get(AUTHOR, "") if known else "",
            by_me=entry.header.author == self._sitting.member.id,
            entry_class=entry.header.entry_class,
            ref=ref if isinstance(ref, str) else "",
            again=entry.header.version > 1,
        )


def _presses_most(row: ConcernRow) -> NeedSort | None:
    """Return why an open concern needs somebody; None where somebody works on it with no gap."""
    if row.safe_now in _UNSAFE:
        return NeedSort.NOT_SAFE
    if row.state is ConcernState.NEW:
        return NeedSort.NEW_CONCERN
    return NeedSort.UNFINISHED if row.missing else None


def _backwards(ledger: Ledger) -> Iterator[Entry]:
    """Return entries from the newest on, read only as far as somebody asks."""
    for first in range(0, _FARTHEST, _LOOKED_BACK):
        yield from ledger.tail(_LOOKED_BACK, first)
