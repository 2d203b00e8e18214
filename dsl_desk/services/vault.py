"""The vault, seen from inside: whether it is whole, and what is to be known of its past."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.looked import Looked
from dsl_desk.services.recheck import Recheck
from dsl_desk.services.watch import Notice
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.looking import Looking
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.evidence import CUSTODY
from dsl_desk.storage.shelves.exports import EXPORTS
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.identities import HANDLES
from dsl_desk.storage.shelves.insights import INSIGHTS
from dsl_desk.storage.shelves.keeping import KEEPING
from dsl_desk.storage.shelves.kept_filters import KEPT_FILTERS
from dsl_desk.storage.shelves.policies import DUTY_MARKS
from dsl_desk.storage.shelves.retention import HOLDS, PROPOSALS
from dsl_desk.storage.shelves.shelf import how_many

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.entry import Entry, Head
    from dsl_desk.domain.entry_class import EntryClass
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.watch import Watch
    from dsl_desk.storage.part import Part

_THOUSAND: Final = 1000
_BEFORE_AN_EXPORT: Final = 3.0  # seconds; the foot says how far it came


@dataclass(frozen=True)
class Whole:
    """What a check found good: the parts, and how many entries in each."""

    entries: int
    parts: tuple[Compartment, ...]


@dataclass(frozen=True)
class LedgerLine:
    """An entry as the ledger's own list shows it; `understood` is False for a newer program's."""

    compartment: Compartment
    number: int
    strand: str
    entry_class: EntryClass
    kind: str
    understood: bool
    written_at: datetime
    author: str
    fingerprint: str
    ref: str = ""
    did: str = ""
    reason: str = field(default="", repr=False)


class Vault:
    """What can be asked of the vault as a whole."""

    def __init__(
        self, sitting: Sitting, watch: Watch, also: Sequence[Callable[[], object]] = ()
    ) -> None:
        self._sitting = sitting
        self._watch = watch
        self._also = also  # what other services have to prove; each raises what it finds
        self._begun: dict[Compartment, tuple[Part, Looking]] = {}
        self._looking()

    def check(self, progress: Callable[[int, int], None]) -> Whole:
        """Prove every entry and every list of every part this member can read.

        `progress` is told how many entries are checked, of how many. DamageError names the first
        bad entry.
        """
        parts = [opened.part for opened in self._sitting.parts.values()]
        total = sum(part.ledger.count() for part in parts)
        checked = 0
        for part in parts:
            checked += check_part(part, partial(_tell, progress, checked, total))
        for prove in self._also:
            prove()
        return Whole(checked, tuple(part.compartment for part in parts))

    def give_up_lists(self) -> None:
        """Throw every list away that is made from the ledger: the next unlock begins them anew."""
        for opened in self._sitting.parts.values():
            opened.part.give_up_shelves()

    def fill_lists(self) -> None:
        """Make the lists whole, however long it takes."""
        for opened in self._sitting.parts.values():
            opened.part.fill_shelves(lambda: False)

    def check_again(self) -> Recheck:
        """Begin the same check in slices: whoever waits for another answer need not wait for it."""
        return Recheck(self._sitting, self._also)

    def counts(self) -> Mapping[Compartment, int]:
        """Return how many records each part holds, and of School how many entries."""
        return {
            compartment: _records(opened.part)
            for compartment, opened in self._sitting.parts.items()
        }

    def look_over(self, slice_ms: int) -> Looked:
        """Go on with the check in the background for so long; tell how far it has come.

        Call it whenever the worker has nothing else to do. It bears witness every five minutes.
        """
        self._watch.bear_witness_in_time()
        until = self._sitting.clock.monotonic() + slice_ms / _THOUSAND
        for looking in self._looking().values():
            looking.go_on(lambda: self._sitting.clock.monotonic() >= until)
        return self.looked()

    def look_before_export(self, compartment: Compartment) -> Looked:
        """Check what was not checked yet of a part, for a while; tell how far that came."""
        until = self._sitting.clock.monotonic() + _BEFORE_AN_EXPORT
        return self._looking()[compartment].catch_up(
            lambda: self._sitting.clock.monotonic() >= until
        )

    def looked(self) -> Looked:
        """Tell how far the check in the background has come, in all parts together."""
        each = [looking.looked() for looking in self._looking().values()]
        return Looked(
            checked=sum(looked.checked for looked in each),
            of=sum(looked.of for looked in each),
            done=all(looked.done for looked in each),
            where=next((looked.where for looked in each if looked.where is not None), None),
            whole_at=_last_whole([looked.whole_at for looked in each]),
        )

    def tail(self, count: int) -> tuple[LedgerLine, ...]:
        """Return the newest entries of every part, newest first."""
        lines = [
            (entry.header.hlc, _line(compartment, entry))
            for compartment, opened in self._sitting.parts.items()
            for entry in opened.part.ledger.tail(count)
        ]
        return tuple(line for _, line in sorted(lines, key=lambda each: -each[0])[:count])

    def noticed(self) -> tuple[Notice, ...]:
        """Return what stands out: a part that is older than what was seen of it, or damage."""
        where = self.looked().where
        found = () if where is None else (Notice(DamageError(where)),)
        return (*self._watch.notices, *found)

    def _looking(self) -> dict[Compartment, Looking]:
        """Return the check of every part that is open now: a lock may have been changed."""
        for compartment, opened in self._sitting.parts.items():
            part, _looking = self._begun.get(compartment, (None, None))
            if part is not opened.part:
                self._begun[compartment] = (opened.part, Looking(opened.part, opened.pen))
        return {
            compartment: looking
            for compartment, (_part, looking) in self._begun.items()
            if compartment in self._sitting.parts
        }

    def heads(self) -> Mapping[Compartment, tuple[Head, ...]]:
        """Return the head of every strand of every part."""
        return {
            compartment: opened.part.ledger.heads()
            for compartment, opened in self._sitting.parts.items()
        }

    def bear_witness(self) -> bool:
        """Write down outside the vault what is saved in it now: at lock, snapshot and export."""
        return self._watch.bear_witness()

    def testimony(self) -> Callable[[], bool]:
        """Return what `bear_witness` writes down, for whoever need not wait for the keychain."""
        return self._watch.testimony()


def _last_whole(ends: Sequence[datetime | None]) -> datetime | None:
    """Return since when all parts are known to be whole; None while one was never checked."""
    known = [end for end in ends if end is not None]
    return min(known) if known and len(known) == len(ends) else None


# Lists of what stands on other lists too: nothing on them is counted twice.
_OF_OTHERS: Final = (
    *(CHRONOLOGY, FULL_TEXT, HANDLES, EXPORTS, CUSTODY, KEEPING, HOLDS, PROPOSALS),
    *(DUTY_MARKS, KEPT_FILTERS, INSIGHTS),
)


def _records(part: Part) -> int:
    if part.compartment is Compartment.SCHOOL:
        return part.ledger.count()
    lists = [shelf for shelf in SHELVES[part.compartment] if shelf not in _OF_OTHERS]
    return sum(how_many(part.database, shelf) for shelf in lists)


def _line(compartment: Compartment, entry: Entry) -> LedgerLine:
    return LedgerLine(
        compartment=compartment,
        number=entry.header.number,
        strand=entry.header.strand,
        entry_class=entry.header.entry_class,
        kind=entry.body.kind,
        understood=understood(entry.body),
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.header.author,
        fingerprint=entry.digest.hex(),
        ref=str(entry.body.fields.get("ref", "")),
        did=str(entry.body.fields.get("act", "")),
        reason=entry.body.reason,
    )


def _tell(progress: Callable[[int, int], None], before: int, total: int, count: int) -> None:
    progress(before + count, total)
