"""Vaults as a whole: what the lock screen may show, making one, unlocking one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.ways_in import Kit
from dsl_desk.services.about_adults import about_adults
from dsl_desk.services.calendars import calendar_in
from dsl_desk.services.cases import Cases
from dsl_desk.services.chronology import Chronology
from dsl_desk.services.concern_paper import ConcernPaper
from dsl_desk.services.concerns import Concerns
from dsl_desk.services.desk import Desk
from dsl_desk.services.directory import Directory
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.founding import FOUNDED, Founder, found
from dsl_desk.services.joining import Joining
from dsl_desk.services.members import Members
from dsl_desk.services.new_doors import cost_here, first_doors, problems_of, take_back_key_file
from dsl_desk.services.opening import sit_down, way_of
from dsl_desk.services.people import People
from dsl_desk.services.places import drafts_file, stands
from dsl_desk.services.referrals import Referrals
from dsl_desk.services.roll_book import RollBook
from dsl_desk.services.roll_notes import write_down
from dsl_desk.services.search import Search
from dsl_desk.services.settings import Settings
from dsl_desk.services.snapshots import Snapshots
from dsl_desk.services.steps import Steps
from dsl_desk.services.tasks import Tasks
from dsl_desk.services.today import TodaysWork
from dsl_desk.services.unentered import take_mark_away, was_typed_back
from dsl_desk.services.vault import Vault
from dsl_desk.services.watch import Memory, Watch
from dsl_desk.services.ways_in import Insider, WaysIn
from dsl_desk.storage.spool import Spool
from dsl_desk.system.ballast import keep

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.ways_in import Doorstep, FirstWay
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.person import Person
    from dsl_desk.keys.stretching import Cost
    from dsl_desk.services.sitting import Sitting

_UNLOCK_KIND: Final = "unlock"


@dataclass(frozen=True)
class SetUp:
    """What set-up asks for."""

    school: str
    name: str = field(repr=False)
    role: Role
    first: FirstWay = field(repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        found_wrong = {
            "school": what_is_wrong(self.school, LONGEST_LINE),
            "name": what_is_wrong(self.name, LONGEST_LINE),
            "role": "" if self._can_begin() else "cannot_begin",
        }
        lines = (Problem(name, code) for name, code in found_wrong.items() if code)
        return (*lines, *problems_of(self.first, (self.school, self.name)))

    def _can_begin(self) -> bool:
        # Whoever begins holds every first key; a chair of governors must not hold them.
        return all(default_right(self.role, part) is not Right.NONE for part in FOUNDED)


@dataclass(frozen=True)
class Founded:
    """A vault that was made: its first member, the key of their way in, the kit to be printed."""

    member: MemberId
    key: bytes = field(repr=False)
    kit: Kit


def create(folder: Path, plan: SetUp, place: Doorstep, cost: Cost | None = None) -> Founded:
    """Make a vault whose first member is the one who sets it up.

    KeychainError when the way is a passphrase with the keychain and there is none to rely on:
    nothing was made, and set-up offers a key file, the kit's code, or, warned, none.
    """
    problems = plan.problems()
    if problems:
        raise DraftError(problems)
    if stands(folder):
        raise VaultExistsError
    vault = fresh_id(place.clock.now())
    doors, code = first_doors(plan.first, vault, place.keychain, cost or cost_here(place.clock))
    founder = Founder(vault, plan.name.strip(), plan.role, doors)
    try:
        member = found(folder, plan.school.strip(), founder, place.clock)
    except BaseException:
        take_back_key_file(plan.first.key_file)
        raise
    return Founded(member, founder.key, Kit(code, founder.name, place.clock.now()))


def open_desk(folder: Path, member: MemberId, key: bytes, place: Doorstep, fonts: Path) -> Desk:
    """Unlock: open every part of this member, and write down that it was done."""
    sitting, person = sit_down(
        folder, member, key, place.clock, lambda header, who: _memory(header, who, place).recall()
    )
    try:
        book = RollBook(folder, person, place.clock)
        header = book.page()
        drafts = Drafts(Spool(drafts_file(folder, member), person.drafts_key()))
        cases = Cases(sitting, book, drafts)
        watch = Watch(sitting, _memory(header, person, place))
        _come_in(sitting, watch, header)
        insider = Insider(way_of(header, person, key), place, fonts)
        return _entered(_desk(sitting, cases, watch, insider))
    except BaseException:
        sitting.close()
        raise


def _desk(sitting: Sitting, cases: Cases, watch: Watch, insider: Insider) -> Desk:
    book = cases.book
    members = Members(sitting, cases, insider.place)
    vault = Vault(sitting, watch, (members.check, cases.check))
    face = _face(book.page())
    people = People(sitting, Directory(sitting))
    concerns = Concerns(sitting, cases, ConcernPaper(face, insider.fonts, vault.look_before_export))
    calendar = calendar_in(insider.fonts.parent)
    referrals = Referrals(sitting, concerns, calendar)
    adults = about_adults(cases, insider.fonts.parent, calendar)
    return Desk(
        face=face,
        member=sitting.member,
        concerns=concerns,
        people=people,
        steps=Steps(sitting, concerns),
        referrals=referrals,
        vault=vault,
        members=members,
        cases=cases,
        search=Search(sitting),
        ways_in=WaysIn(sitting, book, insider),
        snapshots=Snapshots(sitting, book.person, watch=watch),
        joining=Joining(sitting, book.person),
        settings=Settings(sitting),
        chronology=Chronology(sitting, people.directory.same_as),
        tasks=Tasks(sitting),
        today=TodaysWork(concerns, referrals, adults.allegations, people.directory.name_of),
        adults=adults,
        sitting=sitting,
    )


def _entered(desk: Desk) -> Desk:
    """Note that somebody is inside; the first time, what set-up knew of the founder's kit."""
    folder = desk.sitting.folder
    if was_typed_back(folder):
        desk.ways_in.note_first_kit()
    take_mark_away(folder)
    return desk


def _come_in(sitting: Sitting, watch: Watch, header: Header) -> None:
    """Look back before anything is written, write the unlock down, and bear witness of that."""
    watch.look_back()
    _write_unlock(sitting)
    write_down(sitting, header)
    watch.bear_witness()
    keep(sitting.folder)


def _face(header: Header) -> Face:
    rows = [row for row in header.members if not row.retired]
    ways = {row.member.id: tuple(door.lock.way for door in row.doors) for row in rows}
    return Face(header.school, tuple(row.member for row in rows), ways)


def _memory(header: Header, person: Person, place: Doorstep) -> Memory:
    name = f"witness {header.vault} {person.witness_name()}"
    return Memory(place.keychain, name, person.witness_key())


def _write_unlock(sitting: Sitting) -> None:
    if not sitting.may_write(Compartment.SCHOOL, EntryClass.UNLOCK):
        return  # a chair of governors holds sealed cases and no part
    name = fresh_id(sitting.clock.now())
    body = Body(_UNLOCK_KIND, 1, names={"member": sitting.member.name})
    with sitting.writing(Compartment.SCHOOL, EntryClass.UNLOCK) as write:
        write.enter(Act(EntryId(name), RecordId(name), EntryClass.UNLOCK, body))
