"""What is refused before a key changes hands: each refusal is a fact with words of its own.

The roll forbids more than this, and everybody who opens the vault proves it; these are the
refusals that people meet and have to be told apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.member_errors import (
    LastKeeperError,
    LastKeyError,
    MemberMissingError,
    PostHeldError,
    SubjectError,
)
from dsl_desk.domain.rights import Right
from dsl_desk.domain.subject import subject_of
from dsl_desk.keys.folding import KEEPERS
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Member
    from dsl_desk.keys.header import Header, MemberRow
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.part import Part

_LONGEST_REASON = 1000


def refuse_without_reason(reason: str, **answers: str) -> None:
    """Want a reason, and every other answer a change asks for, all told at once."""
    wrong = {name: what_is_wrong(answer) for name, answer in answers.items()}
    wrong["reason"] = what_is_wrong(reason, _LONGEST_REASON)
    problems = tuple(Problem(name, code) for name, code in wrong.items() if code)
    if problems:
        raise DraftError(problems)


def member_of(header: Header, member: MemberId) -> MemberRow:
    """Return the row of somebody who is a member and not retired."""
    row = header.row(member)
    if row is None or row.retired:
        raise MemberMissingError
    return row


def refuse_last_key(header: Header, leaving: MemberId, compartment: Compartment) -> None:
    """Keep somebody else who can open the part."""
    if not any(compartment in holding(row) for row in header.members if row.member.id != leaving):
        raise LastKeyError(compartment)


def refuse_last_keeper(header: Header) -> None:
    """Keep somebody who may change members and keys, and can write it down in School."""
    if not any(
        row.member.role in KEEPERS and row.rights.get(Compartment.SCHOOL) is Right.WRITE
        for row in header.members
    ):
        raise LastKeeperError


def refuse_held_post(header: Header, member: MemberId) -> None:
    """Keep nobody in a post who is gone."""
    for post in header.posts:
        if member in post.people():
            raise PostHeldError(post.role)


def refuse_subject(part: Part, member: Member) -> None:
    """Keep the key of a part from whoever something in it is about."""
    for entry in part.ledger.entries():
        subject = subject_of(entry.body)
        if subject is not None and subject.is_the_same_as(member):
            raise SubjectError(part.compartment)


def find_subjects(ledger: Ledger, holders: Sequence[Member]) -> None:
    """Name the first entry that is about somebody who holds the key of the file it is in."""
    for entry in ledger.entries():
        subject = subject_of(entry.body)
        if subject is not None and any(subject.surely_is(member) for member in holders):
            raise ledger.proof.damage(Damage.SUBJECT, entry.header.number)
