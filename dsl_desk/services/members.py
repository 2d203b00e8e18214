"""Members: who holds which key, who is in which post, and every change of it, with a reason."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.ids import MemberId, fresh_id
from dsl_desk.domain.member import Member
from dsl_desk.domain.member_errors import NotTheirsToChangeError
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.routing import unfinished
from dsl_desk.domain.training import is_training
from dsl_desk.domain.ways_in import Kit, Way
from dsl_desk.keys.person import Person
from dsl_desk.keys.roll import Said
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.beginning_anew import BeginningAnew
from dsl_desk.services.changing_locks import ChangingLocks
from dsl_desk.services.drafts import prepare_drafts
from dsl_desk.services.dropping import lay_down_drop
from dsl_desk.services.kept_parts import KeptParts
from dsl_desk.services.member_rules import (
    find_subjects,
    member_of,
    refuse_held_post,
    refuse_last_keeper,
    refuse_last_key,
    refuse_subject,
    refuse_without_reason,
)
from dsl_desk.services.new_doors import (
    cost_here,
    first_doors,
    problems_of,
    take_back_key_file,
)
from dsl_desk.services.page_rows import (
    holding,
    part_row,
    row_of,
    with_post,
    with_right,
    with_row,
    without_key,
)
from dsl_desk.services.places import drafts_file
from dsl_desk.services.roll_notes import write_down

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.post import Post
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.routing import Missing
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.keys.doors import DoorPlan
    from dsl_desk.keys.header import Header, MemberRow
    from dsl_desk.services.beginning_anew import Successor
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.page_rows import Newcomer
    from dsl_desk.services.sitting import Sitting

_MEMBERS = frozenset({Thing.MEMBERS, Thing.VAULT})


@dataclass(frozen=True)
class MemberView:
    """A member as another one may see them: only rights in parts the onlooker has a key of."""

    member: Member
    rights: Mapping[Compartment, Right]
    retired: bool


@dataclass(frozen=True)
class Added:
    """A new member, and the kit that is printed for them once."""

    member: Member
    kit: Kit


class Members:
    """What can be asked about members, keys and posts."""

    def __init__(self, sitting: Sitting, cases: Cases, place: Doorstep) -> None:
        self._sitting = sitting
        self._cases = cases
        self._place = place
        book = cases.book
        self._book = book
        self._locks = ChangingLocks(sitting, book)
        self.kept = KeptParts(sitting, book)

    def everyone(self) -> tuple[MemberView, ...]:
        """Return every member there ever was."""
        return tuple(
            MemberView(
                row.member,
                {part: row.stood().right(part) for part in self._sitting.parts},
                row.retired,
            )
            for row in self._book.page().members
        )

    def who_can_open(self, compartment: Compartment) -> tuple[str, ...]:
        """Return the names of those who hold a key of a part."""
        self._sitting.part(compartment)
        return tuple(
            row.member.name for row in self._book.page().members if compartment in holding(row)
        )

    def posts(self) -> tuple[Post, ...]:
        """Return who is in which post."""
        return self._book.page().posts

    def unfinished(self) -> tuple[Missing, ...]:
        """Return what set-up still has to be told."""
        return unfinished({post.role: post for post in self.posts()})

    def add(self, newcomer: Newcomer, reason: str) -> Changed[Added]:
        """Make somebody a member, with the keys their role begins with, as far as we hold them.

        What comes back holds their kit, to be printed once.
        """
        refuse_without_reason(reason, name=newcomer.name)
        header = self._book.page()
        problems = problems_of(newcomer.first, (header.school, newcomer.name))
        if problems:
            raise DraftError(problems)
        plans, code = self._first_doors(newcomer, header)
        try:
            member = self._admit(header, newcomer, plans, reason)
        except BaseException:
            take_back_key_file(newcomer.first.key_file)
            raise
        kit = Kit(code, member.name, self._sitting.clock.now())
        return Changed(Added(member, kit), _MEMBERS)

    def give_key(
        self, member: MemberId, compartment: Compartment, reason: str, right: Right | None = None
    ) -> Changed[None]:
        """Give a member the key of a part; without a right, the one their role begins with."""
        refuse_without_reason(reason)
        header = self._book.page()
        row = member_of(header, member)
        usual = default_right(row.member.role, compartment)
        wanted = right or (Right.READ if usual is Right.NONE else usual)
        row = self._given(header, row, compartment, wanted)
        self._sign(with_row(header, row), Said(RollAct.GRANT, (row.stood(),)), reason)
        return Changed(None, _MEMBERS)

    def take_back_key(
        self, member: MemberId, compartment: Compartment, reason: str, progress: Progress
    ) -> Changed[None]:
        """Take back the key of a part: from here on it is under another key, in another file."""
        refuse_without_reason(reason)
        header = self._book.page()
        row = member_of(header, member)
        if compartment not in holding(row):
            raise NotEntitledError(compartment)
        refuse_last_key(header, member, compartment)
        left = without_key(row, compartment)
        after = with_row(header, left)
        refuse_last_keeper(after)
        said = Said(RollAct.TAKE_BACK, (left.stood(),))
        self._locks.change(after, (compartment,), said, progress)
        return self._done(reason)

    def retire(self, member: MemberId, reason: str, progress: Progress) -> Changed[None]:
        """Take back every key and way in of somebody who leaves; their name stays on the roll."""
        refuse_without_reason(reason)
        header = self._book.page()
        row = member_of(header, member)
        if member == self._sitting.member.id:
            raise NotTheirsToChangeError
        refuse_held_post(header, member)
        for compartment in holding(row):
            refuse_last_key(header, member, compartment)
        gone = replace(row, rights={}, grants=(), doors=(), kept=(), retired=True)
        after = with_row(header, gone)
        refuse_last_keeper(after)
        said = Said(RollAct.RETIRE, (gone.stood(),))
        self._locks.change(after, tuple(holding(row)), said, progress)
        with suppress(OSError):  # nobody has its key any more
            drafts_file(self._book.folder, member).unlink(missing_ok=True)
        return self._done(reason)

    def rename(self, member: MemberId, name: str, reason: str) -> Changed[None]:
        """Give a member another name; what is written keeps the name it was written under."""
        refuse_without_reason(reason, name=name)
        header = self._book.page()
        row = member_of(header, member)
        row = replace(row, member=replace(row.member, name=name.strip()))
        return self._sign(with_row(header, row), Said(RollAct.RENAME, (row.stood(),)), reason)

    def appoint(self, post: Post, reason: str) -> Changed[None]:
        """Fill a post, or pass it on; the groups of sealed slots follow at their next round."""
        refuse_without_reason(reason)
        header = self._book.page()
        for one in post.people():
            member_of(header, one)
        after, said = with_post(header, post), Said(RollAct.APPOINT, posts=(post,))
        self._book.signed(after, said)  # whose it is not to pass on learns nothing of any case
        self._cases.refuse_subjects({one.role: one for one in after.posts})
        return self._sign(after, said, reason)

    def begin_staff_anew(self, successor: Successor, reason: str) -> Changed[None]:
        """Begin Staff anew without what is about somebody, who may then be given its key."""
        return BeginningAnew(self._sitting, self._cases, self._locks).begin(successor, reason)

    def check(self) -> None:
        """Prove that nobody holds a key of Staff to what is about them."""
        opened = self._sitting.parts.get(Compartment.STAFF)
        if opened is not None:
            rows = self._book.page().members
            holders = [row.member for row in rows if Compartment.STAFF in holding(row)]
            find_subjects(opened.part.ledger, holders)
        self.kept.check()

    def _first_doors(self, newcomer: Newcomer, header: Header) -> tuple[tuple[DoorPlan, ...], str]:
        first, place = newcomer.first, self._place
        cheap = first.way is Way.KIT or is_training(header.vault)
        cost = FLOOR if cheap else cost_here(place.clock)
        return first_doors(first, header.vault, place.keychain, cost)

    def _admit(
        self, header: Header, newcomer: Newcomer, plans: tuple[DoorPlan, ...], reason: str
    ) -> Member:
        person = Person.fresh(MemberId(fresh_id(self._sitting.clock.now())))
        member = Member(person.id, newcomer.name.strip(), newcomer.role)
        row = row_of(person, member, header, plans)
        for compartment in self._sitting.parts:
            right = default_right(newcomer.role, compartment)
            if right is not Right.NONE:
                row = self._given(header, row, compartment, right)
        after, said = with_row(header, row), Said(RollAct.ADD, (row.stood(),))
        self._book.signed(after, said)  # what the roll forbids leaves no spool behind
        prepare_drafts(self._book.folder, person.id)
        self._sign(after, said, reason)
        lay_down_drop(self._book.folder, self._book.page())
        return member

    def _given(
        self, header: Header, row: MemberRow, compartment: Compartment, right: Right
    ) -> MemberRow:
        key = self._locks.key_of(header, compartment)
        refuse_subject(self._sitting.part(compartment), row.member)
        return with_right(row, part_row(header, compartment), key, right)

    def _sign(self, header: Header, said: Said, reason: str) -> Changed[None]:
        self._sitting.under(self._book.put_in_place(self._book.signed(header, said)))
        return self._done(reason)

    def _done(self, reason: str) -> Changed[None]:
        write_down(self._sitting, self._book.page(), reason)
        return Changed(None, _MEMBERS)
