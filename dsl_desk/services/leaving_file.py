"""A child protection file, gathered to leave: whole, between two days, or by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.child_file import child_file_of
from dsl_desk.domain.chronicled import ITEMS
from dsl_desk.domain.chronology import Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.errors import NotEntitledError, RecordMissingError
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.file_facts import Event, FileFacts, FrontSheet
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.leaving_errors import NothingInItError
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.domain.words import label
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.leaving_entry import carried_by, everybody_in, pieces_of, shown_of
from dsl_desk.services.naming import Linked
from dsl_desk.services.pressing import ItemOffered
from dsl_desk.storage.shelves.child_files import file_of
from dsl_desk.storage.shelves.chronology import stretch_of

if TYPE_CHECKING:
    from dsl_desk.domain.chronology import ChronicleRow
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.viewing_file import Piece
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.leaving_entry import Sources

_CHILDREN: Final = Compartment.CHILDREN
_MOST: Final = 100_000


class FileGatherer:
    """Reads files of pupils in Children, and nothing that is kept elsewhere."""

    def __init__(self, sources: Sources, identities: Identities, paper: ConcernPaper) -> None:
        self._sources = sources
        self._identities = identities
        self._paper = paper

    def gather(self, wish: Wish) -> Bundle:
        """Return a file as a paper."""
        return self.whole(wish)[1]

    def whole(self, wish: Wish) -> tuple[FileFacts, Bundle]:
        """Return what a file says, and the same as a paper."""
        from dsl_desk.documents.child_file import file_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        child = self._child(wish.of)
        rows = self._rows(child)
        facts = self._facts(child, tuple(row for row in rows if _is_in(row, wish)), wish)
        about = PersonRef(child.name, child.id)
        named = (about, *self._family(facts.front), *everybody_in(facts.entries))
        return facts, Bundle(
            leaf=file_leaf(facts),
            part=_CHILDREN,
            carries=_carries(facts),
            version=facts.front.versions[-1].version if facts.front.versions else 0,
            pieces=(*pieces_of(facts.entries), *shown_of(_apart(facts))),
            linked=Linked((about,), named),
            kept_from=self._sources.kept_from(named),
            items=tuple(
                ItemOffered(row.record, row.at or row.written_at, row.title) for row in rows
            ),
            by_days=True,
        )

    def _facts(self, child: PersonRow, rows: tuple[ChronicleRow, ...], wish: Wish) -> FileFacts:
        if not rows:
            raise NothingInItError
        events = tuple(self._event(row.record) for row in rows)
        concerns = [row.record for row in rows if self._kind(row.record) == CONCERN.name]
        entries = tuple(self._sources.entry(record) for record in concerns)
        under = {file.viewing.id for entry in entries for file in entry.viewings}
        apart = [
            row.record
            for row in rows
            if self._kind(row.record) == VIEWING.name and row.record not in under
        ]
        viewings = tuple(self._sources.looks.paper.file(record) for record in apart)
        told = {one for entry in entries for one in carried_by(entry)}
        told |= {piece.evidence.id for file in viewings for piece in file.pieces}
        alone = [
            row.record
            for row in rows
            if self._kind(row.record) == EVIDENCE.name and row.record not in told
        ]
        return FileFacts(
            front=self._front(child),
            events=events,
            entries=entries,
            viewings=viewings,
            pieces=tuple(map(self._piece, alone)),
            chosen=_chosen(wish, len(rows)),
            people=tuple((member.name, label(member.role)) for member in self._paper.face.members),
        )

    def _piece(self, record: RecordId) -> Piece:
        looks = self._sources.looks
        return looks.pieces.piece(looks.evidence.read(record))

    def _child(self, record: RecordId) -> PersonRow:
        if _CHILDREN not in self._sources.sitting.parts:
            raise NotEntitledError(_CHILDREN)
        row = self._sources.directory.person(record)
        if row is None or row.kind is not PersonKind.PUPIL:
            raise RecordMissingError
        return row

    def _rows(self, child: PersonRow) -> tuple[ChronicleRow, ...]:
        database = self._sources.sitting.part(_CHILDREN).database
        whose = Whose(self._sources.directory.same_as(child.id), oldest_first=True)
        return stretch_of(database, whose, 0, _MOST).rows

    def _event(self, record: RecordId) -> Event:
        """Return a line as its entry says it, proved: the list only told that there is one."""
        entry = self._sources.sitting.part(_CHILDREN).ledger.newest(record)
        item = ITEMS[entry.body.kind](entry)
        header = entry.header
        return Event(
            record=record,
            item=item,
            at=item.at or header.written_at[:16],
            author=entry.body.names.get(AUTHOR, ""),
            version=header.version,
            stamp=Stamp.of(entry),
            reason=entry.body.reason,
        )

    def _kind(self, record: RecordId) -> str:
        return self._sources.sitting.part(_CHILDREN).ledger.newest(record).body.kind

    def _front(self, child: PersonRow) -> FrontSheet:
        part = self._sources.sitting.part(_CHILDREN)
        files = [file_of(part.database, one) for one in self._sources.directory.same_as(child.id)]
        file = next((one for one in files if one), None)
        versions = () if file is None else tuple(map(child_file_of, part.ledger.versions(file)))
        accounts = tuple(view.identity for view in self._identities.of(child.id))
        return FrontSheet(child.draft, versions, accounts)

    def _family(self, front: FrontSheet) -> tuple[PersonRef, ...]:
        if not front.versions:
            return ()
        draft = front.versions[-1].draft
        ties = (*draft.siblings, *draft.household, *draft.not_shared)
        return (*(one.who for one in draft.contacts), *(one.who for one in ties))


def _is_in(row: ChronicleRow, wish: Wish) -> bool:
    if wish.sort is PaperSort.SELECTED:
        return row.record in wish.items
    day = (row.at or row.written_at)[:10]
    return (not wish.since or wish.since <= day) and (not wish.until or day <= wish.until)


def _chosen(wish: Wish, count: int) -> str:
    if wish.sort is PaperSort.SELECTED:
        return f"{count} selected entries. This is not the whole file."
    since = f" from {day_in_words(wish.since)}" if wish.since else ""
    until = f" until {day_in_words(wish.until)}" if wish.until else ""
    return f"What happened{since}{until}. This is not the whole file." if since or until else ""


def _carries(facts: FileFacts) -> tuple[RecordId, ...]:
    found = [event.record for event in facts.events]
    found += [record for entry in facts.entries for record in carried_by(entry)]
    found += [file.viewing.id for file in facts.viewings]
    found += [piece.evidence.id for piece in _apart(facts)]
    return tuple(dict.fromkeys(found))


def _apart(facts: FileFacts) -> tuple[Piece, ...]:
    """Return the evidence that no concern of the file carries."""
    under = (piece for file in facts.viewings for piece in file.pieces)
    return (*under, *facts.pieces)
