"""Conversations: pictures of one part put in order, with their words and who says them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.conversation import (
    CONVERSATION,
    Put,
    conversation_of,
    said_of_conversation,
)
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.evidence import evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.page import Page
from dsl_desk.domain.stop_errors import OtherPartError, QuarantinedError
from dsl_desk.services.refs import fill_for, next_ref
from dsl_desk.storage.shelves.conversations import (
    CONVERSATIONS,
    conversations_under,
    page_of_conversations,
)
from dsl_desk.storage.shelves.shelf import how_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dsl_desk.domain.conversation import Conversation, ConversationDraft
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.viewing_book import ViewingBook
    from dsl_desk.storage.part import Part

_CHANGED: Final = frozenset({Thing.EVIDENCE})


@dataclass(frozen=True)
class ConversationView:
    """A conversation with what is written of its pictures; of one set aside only that it is."""

    conversation: Conversation
    part: Compartment
    pieces: Mapping[str, Evidence] = field(repr=False)
    set_aside: frozenset[str] = frozenset()


class Conversations:
    """What can be asked about conversations, in every part this member can read."""

    def __init__(
        self,
        book: ViewingBook,
        captures: Captures,
        quarantines: Quarantines,
        policy: Callable[[], PolicyMark],
    ) -> None:
        self._book = book
        self._policy = policy  # in force now
        self._sitting = book.sitting
        self._captures = captures
        self._quarantines = quarantines

    def write(self, draft: ConversationDraft, entry: EntryId) -> Changed[Conversation]:
        """Write a conversation down, where its pictures are kept."""
        _refuse(draft)
        part = self._part_of(draft)
        self._refuse_set_aside(shot.evidence for shot in draft.shots)
        put = self._put(draft)
        here, year = self._sitting.part(part), self._sitting.clock.now().year
        fill_for(here, CONVERSATION.name, year)
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            said = said_of_conversation(put, next_ref(here, CONVERSATION.name, year))
            written = write.record(CONVERSATION, said, entry)
        return Changed(conversation_of(written), _CHANGED)

    def change(
        self, of: Conversation, draft: ConversationDraft, reason: str, entry: EntryId
    ) -> Changed[Conversation]:
        """Write its next version, and why. What it rests on stays; what was set aside may stay."""
        draft = replace(draft, basis=of.draft.basis)
        _refuse(draft, what_is_wrong(reason, LONGEST_NOTE))
        part = self._part_of(draft)
        before = {shot.evidence for shot in of.draft.shots}
        self._refuse_set_aside({shot.evidence for shot in draft.shots} - before)
        put = self._put(draft)
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            said = said_of_conversation(put, of.ref)
            written = write.version(CONVERSATION, said, of.entry.id, reason.strip(), entry)
        return Changed(conversation_of(written), _CHANGED)

    def open(self, record: RecordId) -> ConversationView:
        """Return a conversation in words; its pictures stay shut."""
        conversation = conversation_of(self._book.newest(record))
        ids = [RecordId(shot.evidence) for shot in conversation.draft.shots]
        return ConversationView(
            conversation,
            self._book.part_of(record),
            {name: self._captures.read(name) for name in ids},
            frozenset(name for name in ids if self._quarantines.holds(name)),
        )

    def offered(self, basis: RecordId) -> tuple[Evidence, ...]:
        """Return what was captured under a decision and can be put in order, oldest first."""
        pieces = self._captures.under(basis)
        return tuple(piece for piece in pieces if not self._quarantines.holds(piece.id))

    def versions(self, record: RecordId) -> tuple[Conversation, ...]:
        """Return every version, oldest first."""
        ledger = self._sitting.part(self._book.part_of(record)).ledger
        return tuple(conversation_of(entry) for entry in ledger.versions(record))

    def page(
        self, first: int, count: int, part: Compartment = Compartment.CHILDREN
    ) -> Page[Conversation]:
        """Return a stretch of the conversations of one part, newest first."""
        opened = self._sitting.part(part)
        found = page_of_conversations(opened.database, first, count)
        total = how_many(opened.database, CONVERSATIONS)
        return Page(_read(opened, found), first, total)

    def under(self, basis: RecordId) -> tuple[Conversation, ...]:
        """Return the conversations that were made under a decision, oldest first."""
        part = self._sitting.part(self._book.part_of(basis))
        return _read(part, conversations_under(part.database, basis))

    def _part_of(self, draft: ConversationDraft) -> Compartment:
        """Return the part of its basis, where each of its pictures has to be, too."""
        part = self._book.part_of(RecordId(draft.basis))
        if any(self._book.part_of(RecordId(shot.evidence)) is not part for shot in draft.shots):
            raise OtherPartError
        return part

    def _refuse_set_aside(self, pictures: Iterable[str]) -> None:
        if any(self._quarantines.holds(RecordId(picture)) for picture in pictures):
            raise QuarantinedError

    def _put(self, draft: ConversationDraft) -> Put:
        """Return it with what it rests on, and everybody it is about, each once."""
        basis = self._book.basis(RecordId(draft.basis))
        newest = self._book.newest
        entries = (newest(RecordId(shot.evidence)) for shot in draft.shots)
        pictured = [one for entry in entries for one in evidence_of(entry).captured.people]
        known = [one.who for one in draft.speakers if one.who.name.strip()]
        people = _each_once((*pictured, *known))
        return Put(draft, basis.ref, basis.concern, people, self._policy())


def _each_once(people: Iterable[PersonRef]) -> tuple[PersonRef, ...]:
    found: dict[str, PersonRef] = {}
    for one in people:
        found.setdefault(one.person or one.name.strip().casefold(), one)
    return tuple(found.values())


def _read(part: Part, records: Iterable[RecordId]) -> tuple[Conversation, ...]:
    return tuple(conversation_of(part.ledger.newest(record)) for record in records)


def _refuse(draft: ConversationDraft, wrong_reason: str = "") -> None:
    problems = draft.problems()
    if wrong_reason:
        problems = (*problems, Problem("reason", wrong_reason))
    if problems:
        raise DraftError(problems)
