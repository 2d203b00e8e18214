"""The roll: every line proved from the first, and no line that its author was not entitled to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import RollMark
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.signing import NewerRollError
from dsl_desk.domain.vault_errors import NotAVaultError
from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
from dsl_desk.keys.header_form import read_header, write_header
from dsl_desk.keys.person import Person
from dsl_desk.keys.roll import Said
from dsl_desk.keys.vouching import WAYS_IN, signed_page, vouched
from dsl_desk.keys.wraps import Suite
from tests.builders import a_door
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHOOL, CHILDREN, STAFF = Compartment.SCHOOL, Compartment.CHILDREN, Compartment.STAFF
WRITE, READ, NONE = Right.WRITE, Right.READ, Right.NONE
MAYA = Person.fresh(MemberId("01" * 16))
OWEN = Person.fresh(MemberId("02" * 16))
HESTER = Person.fresh(MemberId("03" * 16))


def a_row(person: Person, role: Role, rights: Mapping[Compartment, Right]) -> MemberRow:
    return MemberRow(
        member=Member(person.id, "Somebody", role),
        vault="0a" * 16,
        anchor=MAYA.signing_key(),
        signing=person.signing_key(),
        sealing=person.opening.sealing_key(),
        rights=rights,
        doors=(a_door(),),
        grants=tuple(
            Grant(part, 1, Suite.HYBRID, b"wrap")
            for part, right in rights.items()
            if right is not NONE
        ),
    )


def founded(rights: Mapping[Compartment, Right] | None = None) -> Header:
    row = a_row(MAYA, Role.DSL, rights or {SCHOOL: WRITE, CHILDREN: READ})
    parts = tuple(PartRow(part, f"{part.value}.part", b"t" * 16, 1) for part in Compartment)
    page = Header("0a" * 16, "Fernhollow", (row,), parts, 1024, (Post(Role.DSL, MAYA.id),))
    return signed_page(page, MAYA, FakeClock())


def with_row(header: Header, row: MemberRow, act: RollAct, author: Person = MAYA) -> Header:
    """Put a row in its place, or at the end, and sign for it."""
    others = [row if each.member == row.member else each for each in header.members]
    members = (*others, *(() if row in others else (row,)))
    said = Said(act, (row.stood(),))
    return signed_page(replace(header, members=members), author, FakeClock(), said)


def with_post(header: Header, post: Post, author: Person = MAYA) -> Header:
    posts = (*(each for each in header.posts if each.role is not post.role), post)
    said = Said(RollAct.APPOINT, posts=(post,))
    return signed_page(replace(header, posts=posts), author, FakeClock(), said)


def with_owen(rights: Mapping[Compartment, Right] | None = None) -> Header:
    row = a_row(OWEN, Role.DEPUTY_DSL, rights or {SCHOOL: WRITE, CHILDREN: WRITE})
    return with_row(founded(), row, RollAct.ADD)


def with_hester() -> Header:
    row = a_row(HESTER, Role.HEAD, {SCHOOL: WRITE})
    added = with_row(with_owen(), row, RollAct.ADD)
    return with_post(added, Post(Role.HEAD, HESTER.id))


def refused(header: Header) -> None:
    with pytest.raises(DamageError) as told:
        vouched(read_header(write_header(header)))
    assert told.value.where.damage is Damage.HEADER_FILE


def test_that_a_roll_of_several_lines_is_proved_and_read_back() -> None:
    header = with_hester()
    assert read_header(write_header(header)) == header
    proved = vouched(header)
    assert proved.mark.number == len(header.roll) == 4
    assert set(proved.assembly.people) == {MAYA.id, OWEN.id, HESTER.id}


def test_that_every_roll_remembers_how_everybody_stood_under_it() -> None:
    header = with_owen()
    less = a_row(OWEN, Role.DEPUTY_DSL, {SCHOOL: WRITE})
    header = with_row(header, less, RollAct.TAKE_BACK)
    rolls = vouched(header).rolls
    marks = [line.mark() for line in header.roll]
    assert rolls.standing(marks[0], OWEN.id) is None
    rights = [rolls.standing(mark, OWEN.id) for mark in marks[1:]]
    assert [one.right(CHILDREN) if one else None for one in rights] == [WRITE, NONE]


def test_that_a_roll_nobody_has_heard_of_is_told() -> None:
    proved = vouched(with_owen())
    for mark in (RollMark(3, bytes(32)), RollMark(2, bytes(32))):
        with pytest.raises(NewerRollError):
            proved.rolls.standing(mark, MAYA.id)


def test_that_a_line_taken_out_swapped_or_repeated_is_damage() -> None:
    header = with_hester()
    one, two, three, four = header.roll
    for lines in (
        (one, two, three),
        (one, two, four),
        (two, three, four),
        (one, three, two, four),
        (one, two, two, three, four),
        (),
    ):
        refused(replace(header, roll=lines))


def test_that_every_line_is_checked_with_the_key_of_its_author() -> None:
    header = with_hester()
    for at in range(len(header.roll)):
        lines = list(header.roll)
        lines[at] = replace(lines[at], signature=bytes(64))
        # Each later line is signed anew, as somebody could who holds only Maya's key.
        for later in range(at + 1, len(lines)):
            link = lines[later - 1].mark().digest
            lines[later] = replace(lines[later], previous=link).signed_by(MAYA)
        refused(replace(header, roll=tuple(lines)))


@pytest.mark.parametrize("right", [READ, WRITE])
def test_that_nobody_gives_a_key_they_do_not_hold(right: Right) -> None:
    refused(with_row(founded(), a_row(OWEN, Role.HEAD, {STAFF: right}), RollAct.ADD))
    itself = a_row(MAYA, Role.DSL, {SCHOOL: WRITE, CHILDREN: READ, STAFF: right})
    refused(with_row(founded(), itself, RollAct.GRANT))


def test_that_nobody_gives_themselves_more_than_they_had() -> None:
    more = a_row(MAYA, Role.DSL, {SCHOOL: WRITE, CHILDREN: WRITE})
    refused(with_row(founded(), more, RollAct.GRANT))
    less = a_row(MAYA, Role.DSL, {SCHOOL: READ, CHILDREN: READ})
    vouched(with_row(founded(), less, RollAct.TAKE_BACK))


def test_that_a_reader_may_give_the_right_to_write() -> None:
    """Declarations are founded by a DSL, who reads them, for a Head, who writes them."""
    vouched(with_owen({CHILDREN: WRITE}))


def test_that_a_deputy_changes_nobody() -> None:
    for row in (
        a_row(HESTER, Role.HEAD, {SCHOOL: WRITE}),
        a_row(MAYA, Role.DSL, {CHILDREN: READ}),
        a_row(OWEN, Role.DSL, {SCHOOL: WRITE, CHILDREN: WRITE}),
    ):
        refused(with_row(with_owen(), row, RollAct.GRANT, OWEN))
    owen = a_row(OWEN, Role.DSL, {SCHOOL: WRITE, CHILDREN: WRITE})
    refused(with_row(with_owen(), owen, RollAct.APPOINT, OWEN))
    renamed = replace(with_owen(), school="Elsewhere")
    refused(signed_page(renamed, OWEN, FakeClock(), Said(RollAct.RENAME)))


def test_that_everybody_changes_their_own_ways_in_and_nothing_else_by_it() -> None:
    vouched(signed_page(with_owen(), OWEN, FakeClock(), WAYS_IN))
    row = a_row(HESTER, Role.HEAD, {SCHOOL: WRITE})
    refused(with_row(with_owen(), row, RollAct.WAYS_IN))
    post = Post(Role.HEAD, MAYA.id)
    page = replace(with_owen(), posts=(Post(Role.DSL, MAYA.id), post))
    refused(signed_page(page, MAYA, FakeClock(), Said(RollAct.WAYS_IN, posts=(post,))))


def test_that_strangers_and_retired_members_sign_nothing() -> None:
    refused(signed_page(with_owen(), HESTER, FakeClock(), WAYS_IN))
    gone = replace(a_row(OWEN, Role.DEPUTY_DSL, {}), doors=(), retired=True)
    header = with_row(with_owen(), gone, RollAct.RETIRE)
    vouched(header)
    refused(signed_page(header, OWEN, FakeClock(), WAYS_IN))
    refused(with_row(header, a_row(OWEN, Role.DEPUTY_DSL, {SCHOOL: WRITE}), RollAct.GRANT))


def test_that_a_retired_member_holds_nothing() -> None:
    gone = replace(a_row(OWEN, Role.DEPUTY_DSL, {CHILDREN: READ}), doors=(), retired=True)
    refused(with_row(with_owen(), gone, RollAct.RETIRE))


def test_that_nobody_is_given_another_signature() -> None:
    stranger = Person.fresh(OWEN.id)
    refused(with_row(with_owen(), a_row(stranger, Role.DEPUTY_DSL, {}), RollAct.GRANT))


def test_that_the_roll_begins_once_with_its_founder_alone() -> None:
    row = a_row(OWEN, Role.HEAD, {SCHOOL: WRITE})
    refused(with_row(founded(), row, RollAct.FOUND))
    two = replace(founded(), members=(*founded().members, row), roll=())
    refused(signed_page(two, MAYA, FakeClock()))
    refused(signed_page(replace(founded(), roll=()), MAYA, FakeClock(), WAYS_IN))


def test_that_a_filled_post_is_passed_on_only_by_those_who_hold_it() -> None:
    header = with_hester()
    friend = Post(Role.HEAD, HESTER.id, OWEN.id)
    refused(with_post(header, friend, MAYA))
    refused(with_post(header, friend, OWEN))
    header = with_post(header, friend, HESTER)
    vouched(header)
    vouched(with_post(header, Post(Role.HEAD, OWEN.id), OWEN))  # the stand-in acts


def test_that_a_deputy_fills_no_empty_post() -> None:
    refused(with_post(with_owen(), Post(Role.HEAD, MAYA.id), OWEN))


@pytest.mark.parametrize(
    "post",
    [Post(Role.HEAD, MemberId("09" * 16)), Post(Role.HEAD, MAYA.id, MAYA.id)],
    ids=["a stranger", "their own stand-in"],
)
def test_that_a_post_is_filled_by_members_each_once(post: Post) -> None:
    refused(with_post(founded(), post))


def test_that_the_page_says_what_the_roll_says() -> None:
    header = with_hester()
    maya, owen, hester = header.members
    extra = Grant(STAFF, 1, Suite.HYBRID, b"wrap")
    for changed in (
        replace(header, members=(maya, hester)),
        replace(header, members=(maya, owen, hester, hester)),
        replace(header, members=(maya, replace(owen, rights={STAFF: WRITE}), hester)),
        replace(header, members=(maya, owen, replace(hester, grants=(*hester.grants, extra)))),
        replace(header, members=(maya, owen, replace(hester, grants=()))),
        replace(header, members=(maya, owen, replace(hester, anchor=b"a" * 32))),
        replace(header, posts=header.posts[:1]),
    ):
        refused(signed_page(changed, MAYA, FakeClock(), WAYS_IN))


def test_that_no_line_can_be_signed_for_another_page() -> None:
    refused(replace(with_owen(), school="Elsewhere"))


def test_that_a_line_names_the_line_before_it_and_no_other() -> None:
    header = with_owen()
    first, last = header.roll
    elsewhere = replace(last, previous=b"x" * 32).signed_by(MAYA)
    refused(replace(header, roll=(first, elsewhere)))


def test_that_nobody_retired_holds_a_post() -> None:
    gone = replace(a_row(HESTER, Role.HEAD, {}), doors=(), grants=(), retired=True)
    refused(with_row(with_hester(), gone, RollAct.RETIRE))


def with_policy(header: Header, name: str, author: Person = MAYA) -> Header:
    said = Said(RollAct.POLICY)
    return signed_page(replace(header, policy=name), author, FakeClock(), said)


def test_that_whoever_writes_in_school_says_which_policy_it_took_and_nobody_else() -> None:
    header = with_policy(with_owen(), "shire", OWEN)
    assert vouched(header).mark.number == len(header.roll)
    assert read_header(write_header(header)).policy == "shire"
    refused(with_policy(with_owen({SCHOOL: READ, CHILDREN: WRITE}), "shire", OWEN))
    other = replace(header, policy="longton")  # nobody signed for that one
    refused(other)
    owen = a_row(OWEN, Role.DEPUTY_DSL, {SCHOOL: WRITE})
    more = Said(RollAct.POLICY, (owen.stood(),))
    refused(signed_page(with_owen(), MAYA, FakeClock(), more))


@pytest.mark.parametrize("name", ["../shire", "Shire", "a/b", "x" * 65])
def test_that_the_name_of_a_policy_leads_out_of_no_folder(name: str) -> None:
    with pytest.raises(NotAVaultError):
        read_header(write_header(with_policy(founded(), name)))
