"""Keeping everybody out of a group of sealed slots that holds a case about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member_errors import SubjectError
from dsl_desk.domain.routing import holders_of
from dsl_desk.domain.subject import Subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Posts
    from dsl_desk.services.held_slot import HeldSlot
    from dsl_desk.services.slot_files import SlotDesk


def check_subjects(slots: SlotDesk, held_slots: Sequence[HeldSlot]) -> int:
    """Return how many entries there are; DamageError where a holder is whom a case is about."""
    count = 0
    for held in held_slots:
        holders = slots.holders(held.slot.row)
        about = [subject_of(body) for _record, body in held.bodies()]
        if any(one is not None and _is_one_of(slots, one, holders) for one in about):
            raise DamageError(Where(Damage.SUBJECT))
        count += len(held.ledger.entries)
    return count


def keep_subjects_out(slots: SlotDesk, held_slots: Sequence[HeldSlot], posts: Posts) -> None:
    """Refuse posts that would let somebody into a group with a case about them."""
    for held in held_slots:
        holders = holders_of(held.slot.row, posts)
        for _record, body in held.bodies():
            subject = subject_of(body)
            if subject is not None and _is_one_of(slots, subject, holders):
                raise SubjectError(None)


def _is_one_of(slots: SlotDesk, subject: Subject, people: tuple[MemberId, ...]) -> bool:
    return any(
        row.member.id in people and subject.is_the_same_as(row.member)
        for row in slots.header.members
    )
