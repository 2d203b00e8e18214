"""Sealed cases: about somebody who may hold a key elsewhere; nobody else learns that there is one.

What is saved is confirmed in the author's spool and moves at the next round, together with the
rewriting of every slot this member holds, used or not. Nothing of a case is ever written into a
part. Nothing outside this module knows how many cases there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.case import note_body, note_problems
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, DraftError, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.member_errors import (
    GoesElsewhereError,
    SlotFullError,
    SlotsTakenError,
)
from dsl_desk.domain.routing import route
from dsl_desk.domain.signing import Pen
from dsl_desk.domain.subject import Subject
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.case_subjects import check_subjects, keep_subjects_out
from dsl_desk.services.held_slot import HeldSlot, length_of
from dsl_desk.services.letting_go import let_go
from dsl_desk.services.slot_files import SlotDesk
from dsl_desk.services.waiting_acts import WaitingActs
from dsl_desk.storage.slots import slot_damage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dsl_desk.domain.case import CaseDraft, CaseView
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Posts, Route, Row
    from dsl_desk.domain.written import Written
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.slots import SlotName

_OPENED_KIND: Final = "opened"
_EPOCH: Final = 1
_CASES: Final = frozenset({Thing.CASES})


@dataclass(frozen=True)
class Cases:
    """What can be asked about sealed cases."""

    sitting: Sitting
    book: RollBook
    drafts: Drafts = field(repr=False)
    _opened: set[RecordId] = field(default_factory=set)

    def goes_to(self, subject: MemberId | None) -> Route:
        """Return who receives a case about somebody."""
        return route(subject, self.posts())

    def goes_where(self, draft: CaseDraft) -> Route:
        """Return who receives a case as it is being written: a name spelled alike is a member's."""
        slots = self._slots()
        return route(self._subject(slots, draft), slots.proved.assembly.posts)

    def holds_slots(self) -> bool:
        """Tell whether this member holds a group, with a case in it or without."""
        return bool(self._slots().mine())

    def holders(self, row: Row) -> tuple[MemberId, ...]:
        """Return who holds a group now, for those who hold it."""
        slots = self._slots()
        if self.sitting.member.id not in slots.holders(row):
            raise RecordMissingError
        return slots.holders(row)

    def mine(self) -> tuple[CaseView, ...]:
        """Return the cases this member holds."""
        slots = self._slots()
        views = (self._view(slots, held) for held in self._held(slots))
        return tuple(view for view in views if view is not None)

    def begin(self, draft: CaseDraft, entry: EntryId) -> Changed[CaseView]:
        """Begin a case. The same id again returns the same case, never a second."""
        problems = draft.problems()
        if problems:
            raise DraftError(problems)
        way = self.goes_where(draft)
        body = draft.body(self.sitting.member.name, self.sitting.clock.now().isoformat())
        self.begin_with(way, Act(entry, RecordId(entry), EntryClass.CASE, body))
        return Changed(self._case(RecordId(entry)), _CASES)

    def begin_with(self, way: Route, act: Act) -> None:
        """Begin a case with an act of its own kind, in a free slot of the group it goes to."""
        if way.row is None or self.sitting.member.id not in way.holders:
            raise GoesElsewhereError(way.row)
        slots = self._slots()
        held = [one for one in self._held(slots) if one.slot.row is way.row]
        there = next((one for one in held if one.knows(act.id)), None)
        free = there or next((one for one in held if one.takes(act.body)), None)
        if free is None:
            raise SlotsTakenError
        self._save(slots, free, act)

    def add(self, case: RecordId, act: Act) -> None:
        """Add an act of its own kind to a case."""
        slots = self._slots()
        self._save(slots, self._holding(slots, case), act)

    def written(self) -> tuple[tuple[Row, tuple[Written, ...]], ...]:
        """Return all that stands in each of this member's cases, with the row of its group."""
        each = ((one.slot.row, one.of_the_case()) for one in self._held(self._slots()))
        return tuple((row, written) for row, written in each if written)

    def declared(self, *, acts: bool = False) -> tuple[tuple[Row, tuple[Written, ...]], ...]:
        """Return what those this member reviews declared, beside the cases; `acts`: who read it."""
        held = self._held(self._slots())
        each = ((one.slot.row, one.beside() if acts else one.declared()) for one in held)
        return tuple((row, written) for row, written in each if written)

    def take_left(self, row: Row, acts: Sequence[Act]) -> frozenset[EntryId]:
        """Keep what was left for the holders of a group, in any slot with room, case or none.

        Returns the names of what is kept; the same again is never kept twice.
        """
        slots, kept = self._slots(), set[EntryId]()
        held = [one for one in self._held(slots) if one.slot.row is row]
        room = {one.slot: one.room(slots) for one in held}
        for act in acts:
            length = length_of(act.body)
            into = next((one for one in held if room[one.slot] > length), None)
            if into is not None and not any(one.knows(act.id) for one in held):
                self._waiting().add(into.slot, act)
                room[into.slot] -= length
                kept.add(act.id)
        return frozenset(kept)

    def left(self) -> tuple[tuple[Row, Written], ...]:
        """Return every version of what was left for the groups this member holds."""
        return tuple(
            (one.slot.row, line) for one in self._held(self._slots()) for line in one.left()
        )

    def signed(self, case: RecordId) -> tuple[tuple[MemberId, Written], ...]:
        """Return all that stands in a case, each with who wrote it."""
        return self._holding(self._slots(), case).signed(self.sitting.member.id)

    def posts(self) -> Posts:
        """Return who holds which post, and who stands in."""
        return self._slots().proved.assembly.posts

    def write(self, case: RecordId, words: str, entry: EntryId) -> Changed[CaseView]:
        """Write something more down in a case."""
        problems = note_problems(words)
        if problems:
            raise DraftError(problems)
        slots = self._slots()
        held = self._holding(slots, case)
        body = note_body(words, self.sitting.member.name, self.sitting.clock.now().isoformat())
        self._save(slots, held, Act(entry, case, EntryClass.CASE, body))
        return Changed(self._case(case), _CASES)

    def open(self, case: RecordId) -> CaseView:
        """Return a case to be read; that it was opened is written into it once in a sitting."""
        slots = self._slots()
        held = self._holding(slots, case)
        if case not in self._opened:
            name = EntryId(fresh_id(self.sitting.clock.now()))
            names = {"author": self.sitting.member.name}
            body = Body(_OPENED_KIND, 1, names=names, fields={"record": case})
            self._save(slots, held, Act(name, case, EntryClass.OPENED, body))
            self._opened.add(case)
        return self._case(case)

    def rewrite_all(self) -> Changed[None]:
        """Go one round: write every slot this member holds, and move what waits into its slot."""
        for _slot in self.round():
            pass
        return Changed(None, frozenset())

    def round(self) -> Iterator[None]:
        """Go one round a slot at a time, so that whoever asks for something else need not wait.

        To be asked at unlock, once the first rows are shown, and every fifteen minutes.
        """
        yield from self._go_round({})

    def receive(self, row: Row, acts: Sequence[Act]) -> Changed[None]:
        """Put all of a case into one slot at once, in a whole round: the disk has it after this.

        The same acts again are never kept twice.
        """
        slots = self._slots()
        held = [one for one in self._held(slots) if one.slot.row is row]
        if not held:
            raise GoesElsewhereError(row)
        if any(one.knows(acts[0].id) for one in held):
            return Changed(None, frozenset())
        free = next((one for one in held if one.takes(acts[0].body)), None)
        if free is None:
            raise SlotsTakenError
        needed = sum(length_of(act.body) for act in acts)
        room = slots.room(free.slot, free.ledger)
        if needed > room:
            raise SlotFullError(needed, room)
        for _slot in self._go_round({free.slot: tuple(acts)}):
            pass
        return Changed(None, frozenset())

    def _go_round(self, more: Mapping[SlotName, tuple[Act, ...]]) -> Iterator[None]:
        rounds: dict[SlotName, int] = {}
        moved: set[EntryId] = set()
        bad: list[DamageError] = []
        for slot in self._slots().mine():
            slots = self._slots()  # looked up for each: a post may have been passed on meanwhile
            try:
                held = self._read(slots, slot)
            except DamageError as damage:  # it is told, and the other slots are still written
                bad.append(damage)
                continue
            if held is not None:
                moved |= self._round(slots, held, more.get(slot, ()))
                rounds[slot] = held.ledger.round
            yield
        self._waiting().left(self._slots().mine())
        if rounds:
            self._waiting().moved(rounds, frozenset(moved))
        if bad:
            raise bad[0]

    def check(self) -> int:
        """Return how many entries are in this member's cases, every one of them proved."""
        slots = self._slots()
        return check_subjects(slots, self._held(slots))

    def refuse_subjects(self, posts: Posts) -> None:
        """Keep everybody out of a group that has a case about them, as far as we can see it."""
        slots = self._slots()
        keep_subjects_out(slots, self._held(slots), posts)

    def _slots(self) -> SlotDesk:
        header = self.book.page()
        return SlotDesk(self.book.folder, self.book.person, header, vouched(header))

    def _waiting(self) -> WaitingActs:
        return WaitingActs(self.drafts)

    def _held(self, slots: SlotDesk) -> list[HeldSlot]:
        held = (self._read(slots, slot) for slot in slots.mine())
        return [one for one in held if one is not None]

    def _read(self, slots: SlotDesk, slot: SlotName) -> HeldSlot | None:
        ledger, seen = slots.read(slot), self._waiting().seen(slot)
        if ledger is None and not seen:
            return None
        if ledger is None or ledger.round < seen:  # whoever was let in once is let in every round
            raise slot_damage()
        return HeldSlot(slot, ledger, self._waiting().of(slot))

    def _holding(self, slots: SlotDesk, case: RecordId) -> HeldSlot:
        for held in self._held(slots):
            if any(record == case for record, _body in held.bodies()):
                return held
        raise RecordMissingError

    def _save(self, slots: SlotDesk, held: HeldSlot, act: Act) -> None:
        if held.knows(act.id):
            return
        needed, room = length_of(act.body), held.room(slots)
        if needed > room:
            raise SlotFullError(needed, room)
        self._waiting().add(held.slot, act)

    def _round(self, slots: SlotDesk, held: HeldSlot, more: tuple[Act, ...]) -> set[EntryId]:
        pen = Pen(self.book.person, self.sitting.clock, slots.proved.mark, _EPOCH)
        for act in (*held.pending, *more):
            held.ledger.enter(act, pen)
        let_go(held, pen, self.sitting.member)
        slots.write(held.slot, held.ledger)
        return {act.id for act in held.waiting}

    def _case(self, case: RecordId) -> CaseView:
        return next(view for view in self.mine() if view.id == case)

    def _view(self, slots: SlotDesk, held: HeldSlot) -> CaseView | None:
        return held.view(slots.room(held.slot, held.ledger))

    def _subject(self, slots: SlotDesk, draft: CaseDraft) -> MemberId | None:
        """Return the member a case is about, by id or by a name spelled alike."""
        if draft.member is not None:
            return draft.member
        subject = Subject(draft.about)
        for row in slots.header.members:
            if subject.is_the_same_as(row.member):
                return row.member.id
        return None
