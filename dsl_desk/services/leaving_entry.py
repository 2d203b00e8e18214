"""One entry of a child protection file, gathered to leave: read in one part, and in no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.child_file import child_file_of
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.entry_facts import EntryFacts
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.concern_paper import done_about
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.naming import Linked
from dsl_desk.storage.shelves.child_files import file_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.child_file import ChildFileDraft
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.viewing_file import Piece, ViewingFile
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.duties import Duties
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.sitting import Sitting

_CHILDREN = Compartment.CHILDREN


@dataclass(frozen=True)
class Sources:
    """What papers about children are gathered from."""

    sitting: Sitting = field(repr=False)
    directory: Directory = field(repr=False)
    concerns: Concerns = field(repr=False)
    looks: Looks = field(repr=False)
    duties: Duties = field(repr=False)

    def entry(self, record: RecordId) -> EntryFacts:
        """Return all that one entry says, each part of it proved as it is read."""
        part = self.concerns.part_of(record)
        versions = self.concerns.versions(record)
        return EntryFacts(
            versions=versions,
            done=done_about(self.sitting.part(part), record),
            viewings=self._viewings(record, part),
            pieces=self._handed_in(record, part),
            duties=self.duties.of(record),
            children=tuple(row.draft for row in self._children(versions[-1])),
        )

    def kept_from(self, people: Iterable[PersonRef]) -> tuple[PersonRef, ...]:
        """Return with whom nothing about these people is shared, by their front sheets."""
        if _CHILDREN not in self.sitting.parts:
            return ()
        part = self.sitting.part(_CHILDREN)
        ids = {same for one in people if one.person for same in self.directory.same_as(one.person)}
        files = [file_of(part.database, one) for one in sorted(ids)]
        found = [child_file_of(part.ledger.newest(file)).draft for file in files if file]
        return tuple(tie.who for draft in found for tie in draft.not_shared)

    def front_of(self, ref: PersonRef) -> ChildFileDraft | None:
        """Return what stands on a child's front sheet, for whoever holds the key to it."""
        if _CHILDREN not in self.sitting.parts or not ref.person:
            return None
        part = self.sitting.part(_CHILDREN)
        files = [file_of(part.database, one) for one in self.directory.same_as(ref.person)]
        found = [child_file_of(part.ledger.newest(file)).draft for file in files if file]
        return found[0] if found else None

    def _viewings(self, record: RecordId, part: Compartment) -> tuple[ViewingFile, ...]:
        """Return the decisions kept in the same part: one about an adult stays with the adult."""
        here = [
            view.viewing.id
            for view in self.looks.viewings.of_concern(record)
            if view.viewing.draft.kept_in is part
        ]
        return tuple(self.looks.paper.file(each) for each in here)

    def _handed_in(self, record: RecordId, part: Compartment) -> tuple[Piece, ...]:
        """Return the evidence of a concern that rests on no decision about it, in its own part."""
        decided = {view.viewing.id for view in self.looks.viewings.of_concern(record)}
        return tuple(
            self.looks.pieces.piece(one)
            for one in self.looks.evidence.of_concern(record)
            if one.captured.basis not in decided and self.looks.part_of(one.id) is part
        )

    def _children(self, concern: Concern) -> tuple[PersonRow, ...]:
        if concern.draft.about is About.ADULT:
            return ()
        ids = dict.fromkeys(one.person for one in concern.draft.subjects() if one.person)
        rows = (self.directory.person(one) for one in ids)
        return tuple(row for row in rows if row is not None and row.kind is PersonKind.PUPIL)


def gather_entry(sources: Sources, wish: Wish) -> Bundle:
    """Return one entry as a paper."""
    from dsl_desk.documents.concern import concern_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

    facts = sources.entry(wish.of)
    concern = facts.concern
    return Bundle(
        leaf=concern_leaf(facts),
        part=sources.concerns.part_of(wish.of),
        carries=carried_by(facts),
        version=concern.version,
        pieces=pieces_of((facts,)),
        linked=linked_in((facts,)),
        kept_from=sources.kept_from(everybody_in((facts,))),
    )


def carried_by(facts: EntryFacts) -> tuple[RecordId, ...]:
    """Return every record whose words stand in an entry."""
    done = facts.done
    beside = [one.id for one in done.steps]
    beside += [one.id for one in done.referrals]
    beside += [one.id for one in done.papers]
    viewings = (file.viewing.id for file in facts.viewings)
    pieces = (piece.evidence.id for piece in _all_of(facts))
    return (facts.concern.id, *beside, *viewings, *pieces)


def pieces_of(entries: Iterable[EntryFacts]) -> tuple[RecordId, ...]:
    """Return the evidence that stands on the paper of entries; what is set aside is not."""
    return shown_of(piece for facts in entries for piece in _all_of(facts))


def shown_of(pieces: Iterable[Piece]) -> tuple[RecordId, ...]:
    """Return which of these pieces a paper tells of as evidence."""
    return tuple(dict.fromkeys(one.evidence.id for one in pieces if not one.set_aside))


def _all_of(facts: EntryFacts) -> tuple[Piece, ...]:
    under = (piece for file in facts.viewings for piece in file.pieces)
    return (*under, *facts.pieces)


def linked_in(entries: Iterable[EntryFacts]) -> Linked:
    """Return whom entries name by themselves."""
    read = tuple(entries)
    about = tuple(one for facts in read for one in facts.concern.draft.subjects())
    children = any(facts.concern.draft.about is not About.ADULT for facts in read)
    return Linked(about, everybody_in(read), children=children)


def everybody_in(entries: Iterable[EntryFacts]) -> tuple[PersonRef, ...]:
    """Return everybody entries name by themselves: involved, telling, beside them, looked at."""
    found: list[PersonRef] = []
    for facts in entries:
        draft = facts.concern.draft
        found += [one.who for one in draft.people]
        found += [PersonRef(draft.told_by.name, draft.told_by.person), *draft.siblings]
        found += [one.who for one in draft.plans]
        for file in facts.viewings:
            found += [file.viewing.draft.whose, file.viewing.draft.looker]
    return tuple(one for one in found if one.name.strip())
