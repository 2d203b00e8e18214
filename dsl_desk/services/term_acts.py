"""Who opened how much in a term, and what left: counted from the ledger of one part."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.checking_a_term import IN_BULK, BulkOut, MemberActs
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.leaving import LISTS, PaperSort
from dsl_desk.domain.went_out import EVERYTHING, EXPORT
from dsl_desk.domain.words import label
from dsl_desk.storage.term_read import entries_between

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.school_terms import SchoolTerm
    from dsl_desk.storage.ledger import Ledger

_READ: Final = frozenset({EntryClass.OPENED, EntryClass.EXPORT})
_PAPERS: Final = {sort.value: label(sort) for sort in PaperSort}
_LISTS: Final = frozenset(sort.value for sort in LISTS)
_ALL_OF_IT: Final = "Everything, for another system"
_LEFT: Final = "Somebody who has left"


class TermActs:
    """What was read and what left, by whom. Asked once, kept while the page is made.

    `up_to`: what came after this moment is left out, so that a paper says the same in a year.
    """

    def __init__(
        self, ledger: Ledger, term: SchoolTerm, face: Face, up_to: datetime | None = None
    ) -> None:
        self._ledger = ledger
        self._term = term
        self._up_to = up_to
        self._names = {member.id: member.name for member in face.members}

    def by_member(self) -> tuple[MemberActs, ...]:
        """Return how often each member opened and took out, who opened most first."""
        opened, papers, bulk = Counter[str](), Counter[str](), Counter[str]()
        for entry in self._entries:
            who = entry.header.author
            if entry.header.entry_class is EntryClass.OPENED:
                opened[who] += 1
            elif entry.body.kind == EXPORT:
                papers[who] += 1
                bulk[who] += _is_bulk(entry.body)
        acts = [
            MemberActs(MemberId(who), self._name(who), opened[who], papers[who], bulk[who])
            for who in dict.fromkeys((*self._names, *opened, *papers))
        ]
        return tuple(sorted(acts, key=lambda one: (-one.opened, one.name)))

    def bulk(self) -> tuple[BulkOut, ...]:
        """Return every paper by which many records left at once, newest first."""
        left = [entry for entry in self._entries if entry.body.kind == EXPORT]
        return tuple(self._bulk_out(entry) for entry in reversed(left) if _is_bulk(entry.body))

    def read_by(self, member: MemberId, since: datetime) -> frozenset[RecordId]:
        """Return the records one member opened since a moment."""
        mine = (
            entry.body
            for entry in self._entries
            if entry.header.author == member and _written(entry) >= since
        )
        return frozenset(RecordId(str(body.fields.get("record", ""))) for body in mine)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        found = entries_between(self._ledger, self._term.since, self._term.until)
        return tuple(
            one
            for one in found
            if one.header.entry_class in _READ
            and one.body is not GONE
            and (self._up_to is None or _written(one) <= self._up_to)
        )

    def _name(self, member: str) -> str:
        return self._names.get(MemberId(member), _LEFT)

    def _bulk_out(self, entry: Entry) -> BulkOut:
        said = entry.body.fields.get
        paper, who = str(said("paper", "")), said("who")
        name = str(who.get("name", "")) if isinstance(who, dict) else ""
        return BulkOut(
            at=_written(entry),
            by=self._name(entry.header.author),
            paper=_ALL_OF_IT if paper == EVERYTHING else _PAPERS.get(paper, paper),
            records=_carried(entry.body),
            whom=", ".join(one for one in (name, str(said("organisation", ""))) if one),
            purpose=str(said("purpose", "")),
        )


def _written(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.header.written_at)


def _carried(body: Body) -> int:
    carries, records = body.fields.get("carries"), body.fields.get("records")
    if isinstance(records, int):
        return records
    return len(carries) if isinstance(carries, list) else 0


def _is_bulk(body: Body) -> bool:
    paper = body.fields.get("paper")
    return paper == EVERYTHING or paper in _LISTS or _carried(body) >= IN_BULK
