"""Vaults as a whole: what the lock screen may show, making one, unlocking one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DeskError, DraftError, Problem
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.ways_in import Kit
from dsl_desk.services.cases import Cases
from dsl_desk.services.desk import Desk
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.founding import FOUNDED, Founder, found
from dsl_desk.services.new_doors import cost_here, first_doors, problems_of, take_back_key_file
from dsl_desk.services.opening import sit_down, way_of
from dsl_desk.services.places import drafts_file, stands
from dsl_desk.services.roll_book import RollBook
from dsl_desk.services.roll_notes import write_down
from dsl_desk.services.unentered import take_mark_away, was_typed_back
from dsl_desk.services.watch import Memory, Watch
from dsl_desk.services.ways_in import Insider
from dsl_desk.storage.slots import SLOT_SIZE
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


@dataclass(frozen=True)
class Ground:
    """What a vault stands on for ever: its id, the price of a guess, the size of its slots."""

    vault: str
    cost: Cost
    slot_size: int = SLOT_SIZE


def create(folder: Path, plan: SetUp, place: Doorstep, cost: Cost | None = None) -> Founded:
    """Make a vault whose first member is the one who sets it up.

    KeychainError when the way is a passphrase with the keychain and there is none to rely on:
    nothing was made, and set-up offers a key file, the kit's code, or, warned, none.
    """
    refuse_to_make(folder, plan)
    price = cost or cost_here(place.clock)
    return made_on(Ground(fresh_id(place.clock.now()), price), folder, plan, place)


def refuse_to_make(folder: Path, plan: SetUp) -> None:
    """Refuse a plan with gaps, and a folder in which a vault stands."""
    problems = plan.problems()
    if problems:
        raise DraftError(problems)
    if stands(folder):
        raise VaultExistsError


def made_on(ground: Ground, folder: Path, plan: SetUp, place: Doorstep) -> Founded:
    """Make the vault of a plan that nothing stands in the way of."""
    doors, code = first_doors(plan.first, ground.vault, place.keychain, ground.cost)
    founder = Founder(ground.vault, plan.name.strip(), plan.role, doors, ground.slot_size)
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
        return _entered(Desk(sitting, cases, watch, insider))
    except BaseException:
        sitting.close()
        raise


def _entered(desk: Desk) -> Desk:
    """Note that somebody is inside; the first time, what set-up knew of the founder's kit."""
    folder = desk.sitting.folder
    if was_typed_back(folder):
        desk.ways_in.note_first_kit()
    # The unlock stands in the ledger: what fails from here on keeps nobody out, and the next unlock
    # tries it again. A mark that stays is believed by nobody once a part has been written in.
    for tidy in (partial(take_mark_away, folder), desk.quarantines.settle, desk.disposals.settle):
        with suppress(DeskError):
            tidy()
    return desk


def _come_in(sitting: Sitting, watch: Watch, header: Header) -> None:
    """Look back before anything is written, write the unlock down, and bear witness of that."""
    watch.look_back()
    _write_unlock(sitting)
    write_down(sitting, header)
    watch.bear_witness()
    keep(sitting.folder)


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
