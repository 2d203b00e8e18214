"""What somebody asked to see, gathered to leave: out of one part, and of no other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.done import Done
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.leaving_errors import DecidedSinceError, NothingInItError, UndecidedError
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.received import told_of
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.domain.subject_facts import GivenItem, SubjectFacts, named_by
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.leaving_entry import everybody_in
from dsl_desk.services.naming import Linked
from dsl_desk.services.pictures_out import Album

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.domain.subject_access import SubjectItem
    from dsl_desk.services.leaving_entry import Sources
    from dsl_desk.services.pictures_out import Shot
    from dsl_desk.services.registers import Registers
    from dsl_desk.services.subject_requests import SubjectRequests

_COPY: Final = PaperSort.SUBJECT_COPY
_NOT_GIVEN: Final = "The words of this picture are not given."


@dataclass(frozen=True)
class SubjectGatherer:
    """Reads what was decided about one request in one part: `wish.narrowed` names the part."""

    sources: Sources = field(repr=False)
    registers: Registers = field(repr=False)
    requests: SubjectRequests = field(repr=False)

    def gather(self, wish: Wish) -> Bundle:
        """Return the copy, or the schedule of what is withheld from it."""
        if len(wish.narrowed) != 1:
            raise RecordMissingError
        request = self.registers.open(wish.of)
        facts = self._facts(request, Compartment(wish.narrowed[0]), wish.sort)
        about = PersonRef(facts.about, request.draft.people.get("about", ""))
        gathered = self._copy if wish.sort is _COPY else self._schedule
        return gathered(request, facts, about)

    def _schedule(self, request: Registered, facts: SubjectFacts, about: PersonRef) -> Bundle:
        from dsl_desk.documents.subject import schedule_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        return Bundle(
            leaf=schedule_leaf(facts),
            part=facts.part,
            carries=(),
            version=request.version,
            linked=Linked(),
            kept_from=self.sources.kept_from((about,)),
        )

    def _copy(self, request: Registered, facts: SubjectFacts, about: PersonRef) -> Bundle:
        from dsl_desk.documents.subject import copy_leaf  # noqa: PLC0415 as above

        named = (one for given in facts.given for one in self._named(given, facts.part))
        shots = tuple(self._shots(facts))
        files = {shot.record: shot.name for shot in shots if shot.name}
        return Bundle(
            leaf=copy_leaf(facts, {}, files),
            part=facts.part,
            carries=tuple(given.item.record for given in facts.given),
            version=request.version,
            pieces=tuple(self._pieces(facts)),
            linked=self._linked(about, tuple(dict.fromkeys(named))),
            kept_from=self.sources.kept_from((about,)),
            shots=shots,
            drawn=lambda pictures: copy_leaf(facts, pictures, files),
            still=lambda: self._refuse_decided_since(request.id, facts),
        )

    def _shots(self, facts: SubjectFacts) -> Iterator[Shot]:
        """Return the pictures and files of what is given, and of nothing that is withheld."""
        album = Album(self.sources.looks)
        ledger = self.sources.sitting.part(facts.part).ledger
        for one in facts.given:
            shot = album.of_entry(ledger.newest(one.item.record), facts.part)
            if shot is not None:
                yield shot

    def _refuse_decided_since(self, request: RecordId, facts: SubjectFacts) -> None:
        """Raise where something that is given was withheld, or changed, since it was gathered."""
        now = self.requests.items(self.registers.open(request), facts.part)
        given = {(item.record, item.version) for item in now if item.stands is Verdict.GIVE}
        if any((one.item.record, one.item.version) not in given for one in facts.given):
            raise DecidedSinceError

    def _pieces(self, facts: SubjectFacts) -> Iterator[RecordId]:
        """Return the evidence that stands on it; what is set aside is named, and no more."""
        for one in facts.given:
            if one.item.kind == EVIDENCE.name and not self.sources.looks.quarantines.holds(
                one.item.record
            ):
                yield one.item.record

    def _facts(self, request: Registered, part: Compartment, sort: PaperSort) -> SubjectFacts:
        items = self.requests.items(request, part)
        waiting = sum(item.stands is None for item in items)
        if waiting:
            raise UndecidedError(waiting)
        wanted = Verdict.GIVE if sort is _COPY else Verdict.WITHHOLD
        if not any(item.stands is wanted for item in items):
            raise NothingInItError
        given = [item for item in items if item.stands is Verdict.GIVE] if sort is _COPY else []
        may = frozenset(item.record for item in given)
        ledger, draft = self.sources.sitting.part(part).ledger, request.draft
        return SubjectFacts(
            part=part,
            about=draft.said("about"),
            received=draft.said("received"),
            scope=draft.said("scope"),
            searched=draft.said("searched"),
            items=items,
            given=tuple(self._given(item, may) for item in given),
            stamp=max(
                (Stamp.of(ledger.newest(item.record)) for item in items),
                key=lambda stamp: stamp.number,
            ),
        )

    def _given(self, item: SubjectItem, may: frozenset[RecordId]) -> GivenItem:
        entry = self.sources.sitting.part(item.part).ledger.newest(item.record)
        heading = kind_in_words(item.kind)
        if item.kind == CONCERN.name:
            facts = _only(self.sources.entry(item.record), may)
            return GivenItem(item, f"{heading} {facts.concern.ref}", concern=facts)
        if item.kind == CONVERSATION.name:
            return GivenItem(item, heading, told_of(self._without_withheld(entry, may)))
        return GivenItem(item, heading, told_of(entry.body))

    def _without_withheld(self, entry: Entry, may: frozenset[RecordId]) -> Body:
        """Return a conversation without the words of pictures that are withheld or set aside."""
        put = CONVERSATION.said(entry).draft
        holds = self.sources.looks.quarantines.holds
        shots = tuple(
            one
            if RecordId(one.evidence) in may and not holds(RecordId(one.evidence))
            else replace(one, words=_NOT_GIVEN, note="", seen_at="")
            for one in put.said.shots
        )
        told = CONVERSATION.to_fields(replace(put, said=replace(put.said, shots=shots)))
        return replace(entry.body, fields={**entry.body.fields, **told})

    def _named(self, given: GivenItem, part: Compartment) -> tuple[PersonRef, ...]:
        entry = self.sources.sitting.part(part).ledger.newest(given.item.record)
        beside = () if given.concern is None else everybody_in((given.concern,))
        return (*named_by(entry.body.fields), *beside)

    def _linked(self, about: PersonRef, others: tuple[PersonRef, ...]) -> Linked:
        row = self.sources.directory.person(about.person) if about.person else None
        child = row is not None and row.kind is PersonKind.PUPIL
        return Linked((about,), others, children=child)


def _only(facts: EntryFacts, may: frozenset[RecordId]) -> EntryFacts:
    """Return a concern with what is given of the records beside it, and without the duties.

    What stands beside it and is given is printed there, and as an item of its own.
    """
    done = Done(
        tuple(one for one in facts.done.steps if one.id in may),
        tuple(one for one in facts.done.referrals if one.id in may),
        tuple(one for one in facts.done.papers if one.id in may),
    )
    viewings = tuple(
        replace(file, pieces=tuple(one for one in file.pieces if one.evidence.id in may))
        for file in facts.viewings
        if file.viewing.id in may
    )
    pieces = tuple(one for one in facts.pieces if one.evidence.id in may)
    return replace(facts, done=done, viewings=viewings, pieces=pieces, duties=(), children=())
