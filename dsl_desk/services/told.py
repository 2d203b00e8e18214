"""What was told or handed to us: files that need no decision, and imagery in words only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.custody import STOP_TAKEN_BACK, TakenBack
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.handed_in import HANDED_IN, handed_in_of, said_of_handed_in
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.page import Page
from dsl_desk.domain.record import Said
from dsl_desk.domain.words_only import WORDS_ONLY, said_of_words_only, words_only_of
from dsl_desk.storage.shelves.viewings import page_of_kind, viewings_of_concern

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.handed_in import HandedIn, HandedInDraft
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.words_only import WordsOnly, WordsOnlyDraft
    from dsl_desk.services.viewing_book import ViewingBook

_CHANGED: Final = frozenset({Thing.VIEWINGS})


class Told:
    """What can be asked about what came to us without anybody looking."""

    def __init__(self, book: ViewingBook, policy: Callable[[], PolicyMark]) -> None:
        self._book = book
        self._policy = policy  # in force now
        self._sitting = book.sitting

    def take(self, draft: HandedInDraft, entry: EntryId) -> Changed[HandedIn]:
        """Write down that something was handed in to us: it needs no decision to look."""
        _refuse(draft.problems_at(self._sitting.clock.now()))
        people = self._book.people_of(draft.concern, draft.people)
        draft = replace(draft, people=people, policy=self._policy())
        written = self._book.record(HANDED_IN, draft, draft.kept_in, said_of_handed_in, entry)
        return Changed(handed_in_of(written), _CHANGED)

    def record_in_words(self, draft: WordsOnlyDraft, entry: EntryId) -> Changed[WordsOnly]:
        """Write down, in words only, what must never be captured."""
        _refuse(draft.problems_at(self._sitting.clock.now()))
        if draft.basis:
            basis = self._book.basis(RecordId(draft.basis))
            people = draft.people or basis.people
            concern = draft.concern or basis.concern
            draft = replace(draft, people=people, concern=concern, kept_in=basis.part)
        people = self._book.people_of(draft.concern, draft.people)
        draft = replace(draft, people=people, policy=self._policy())
        written = self._book.record(WORDS_ONLY, draft, draft.kept_in, said_of_words_only, entry)
        return Changed(words_only_of(written), _CHANGED)

    def take_stop_back(self, basis: RecordId, why: str, entry: EntryId) -> Changed[None]:
        """Write down that "Yes, or I am not sure" was chosen by mistake, and why."""
        if code := what_is_wrong(why, LONGEST_NOTE):
            raise DraftError((Problem("why", code),))
        with self._sitting.writing(self._book.part_of(basis), EntryClass.VIEWING) as write:
            write.record(STOP_TAKEN_BACK, Said(TakenBack(basis, why)), entry)
        return Changed(None, _CHANGED)

    def of_concern(self, concern: RecordId) -> tuple[HandedIn, ...]:
        """Return what was handed in for a concern, oldest first."""
        return tuple(
            handed_in_of(part.ledger.newest(record))
            for part in self._book.opened()
            for record in viewings_of_concern(part.database, concern, HANDED_IN.name)
        )

    def in_words_of_concern(self, concern: RecordId) -> tuple[WordsOnly, ...]:
        """Return what was recorded in words only for a concern, oldest first."""
        return tuple(
            words_only_of(part.ledger.newest(record))
            for part in self._book.opened()
            for record in viewings_of_concern(part.database, concern, WORDS_ONLY.name)
        )

    def in_words(self, first: int, count: int) -> Page[WordsOnly]:
        """Return a stretch of what was recorded in words only, newest first."""
        part = self._sitting.part(Compartment.CHILDREN)
        records, total = page_of_kind(part.database, WORDS_ONLY.name, first, count)
        found = tuple(words_only_of(part.ledger.newest(record)) for record in records)
        return Page(found, first, total)

    def words_only(self, record: RecordId) -> WordsOnly:
        """Return one record in words, proved as it is read."""
        return words_only_of(self._book.newest(record))

    def handed_in(self, record: RecordId) -> HandedIn:
        """Return what was handed in, proved as it is read."""
        return handed_in_of(self._book.newest(record))


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise DraftError(problems)
