"""Things with valid answers; a test overrides what matters to it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import Concern
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.entry import Head, Header, RollMark, Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import EntryId, MemberId, RecordId, fresh_id
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.doors import Door, DoorPlan, Lock
from dsl_desk.keys.stretching import FLOOR, Recipe
from dsl_desk.services.founding import Founder
from dsl_desk.services.vaults import SetUp
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock

SMALL_SLOT = 48 * 1024  # a slot of a real vault has 8 MB
SCHOOL = "Fernhollow Primary School"
PASSPHRASE = "amber kettle river moss"  # noqa: S105 of an invented school


TOLD_AT = "2026-11-19T12:14"


def a_concern_draft(
    about: str = "Wren Tamarisk",
    told_by: str = "Lena Harebell",
    words: str = "“nobody wants u on the residential. just dont come.”",
    happened_at: str = "",
    **more: object,
) -> ConcernDraft:
    draft = ConcernDraft(
        people=(Involved(PersonRef(about)),) if about.strip() else (),
        told_by=Teller(told_by),
        told_at=TOLD_AT,
        words=words,
        safe_now=SafeNow.YES,
        happened=Moment(happened_at),
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def a_set_up(
    *,
    school: str = SCHOOL,
    name: str = "Maya Fernsby",
    role: Role = Role.DSL,
    passphrase: str = PASSPHRASE,
    way: Way = Way.PASSPHRASE,
) -> SetUp:
    return SetUp(school, name, role, FirstWay(passphrase, way))


def a_founder(*, name: str = "Maya Fernsby", role: Role = Role.DSL) -> Founder:
    """Somebody with a key nobody had to wait for: it was never made from a passphrase."""
    lock = Lock(Way.PASSPHRASE_ALONE, Recipe.fresh(FLOOR))
    plans = (DoorPlan(lock, secrets.token_bytes(32)),)
    return Founder(secrets.token_hex(16), name, role, plans, SMALL_SLOT)


def nowhere(clock: Clock) -> Doorstep:
    """An account that remembers nothing."""
    return Doorstep(clock, FakeKeychain())


def a_door() -> Door:
    """A door that has the form of one; nothing opens it."""
    return Door(Lock(Way.PASSPHRASE_ALONE, Recipe(b"s" * 16, FLOOR)), b"n" * 12, b"e" * 144)


def a_member(*, name: str = "Maya Fernsby", role: Role = Role.DSL) -> Member:
    return Member(MemberId("01" * 16), name, role)


def a_face(school: str = SCHOOL) -> Face:
    return Face(school, (a_member(),))


def a_concern(
    *,
    about: str = "Wren Tamarisk",
    words: str = "“nobody wants u on the residential. just dont come.”",
    **more: object,
) -> Concern:
    return Concern(
        id=RecordId("02" * 16),
        ref="C-2026-041",
        version=1,
        written_at=datetime(2026, 11, 19, 12, 14, tzinfo=UTC),
        author="Maya Fernsby",
        draft=replace(a_concern_draft(about, words=words), **more),  # type: ignore[arg-type]  # as above
        entry=Stamp(EntryId("02" * 16), 4321, "4be109d7" * 7 + "00006ac2"),
    )


def a_header(**changes: object) -> Header:
    header = Header(
        id=EntryId("03" * 16),
        record=RecordId("04" * 16),
        version=1,
        replaces=None,
        entry_class=EntryClass.CONCERN,
        author=MemberId("01" * 16),
        device="05" * 16,
        strand="06" * 16,
        number=7,
        written_at="2026-11-19T12:14:00+00:00",
        hlc=8,
        roll=RollMark(1, b"r" * 32),
        epoch=1,
        previous=b"p" * 32,
        seen=(Head("09" * 16, 10, b"s" * 32),),
        body_digest=b"d" * 32,
        suite=1,
    )
    return replace(header, **changes)  # type: ignore[arg-type]  # a test names fields it knows


def an_entry_id(clock: Clock) -> EntryId:
    return EntryId(fresh_id(clock.now()))


CHILDREN = Compartment.CHILDREN
