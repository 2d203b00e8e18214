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
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import USUAL, Cost, Recipe, stretch
from dsl_desk.keys.vouching import roll_in_force
from dsl_desk.services.concerns import Concerns
from dsl_desk.services.desk import Desk
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.founding import FOUNDED, Founder, found
from dsl_desk.services.opening import member_row, sit_down
from dsl_desk.services.places import drafts_file
from dsl_desk.services.vault import Vault
from dsl_desk.storage.spool import Spool
from dsl_desk.system.ballast import keep

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.services.sitting import Sitting

SHORTEST_PASSPHRASE: Final = 15
_LONGEST_PASSPHRASE: Final = 1000
_UNLOCK_KIND: Final = "unlock"


@dataclass(frozen=True)
class SetUp:
    """What set-up asks for."""

    school: str
    name: str = field(repr=False)
    role: Role
    passphrase: str = field(repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        found_wrong = {
            "school": what_is_wrong(self.school, LONGEST_LINE),
            "name": what_is_wrong(self.name, LONGEST_LINE),
            "role": "" if self._can_begin() else "cannot_begin",
            "passphrase": what_is_wrong(self.passphrase, _LONGEST_PASSPHRASE)
            or ("too_short" if len(self.passphrase) < SHORTEST_PASSPHRASE else ""),
        }
        return tuple(Problem(name, code) for name, code in found_wrong.items() if code)

    def _can_begin(self) -> bool:
        # Whoever begins holds every first key; a chair of governors must not hold them.
        return all(default_right(self.role, part) is not Right.NONE for part in FOUNDED)


def create(folder: Path, plan: SetUp, clock: Clock, cost: Cost = USUAL) -> None:
    """Make a vault whose first member is the one who sets it up."""
    problems = plan.problems()
    if problems:
        raise DraftError(problems)
    recipe = Recipe.fresh(cost)
    key = stretch(plan.passphrase, recipe)
    found(folder, plan.school.strip(), Founder(plan.name.strip(), plan.role, recipe, key), clock)


def derive(folder: Path, member: MemberId, passphrase: str) -> bytes:
    """Return the key a passphrase makes; WrongPassphraseError when it opens nothing."""
    header = read_header_file(folder)
    roll_in_force(header)
    row = member_row(header, member)
    return row.doors[0].key_of(passphrase, row.record())


def open_desk(folder: Path, member: MemberId, key: bytes, clock: Clock, fonts: Path) -> Desk:
    """Unlock: open every part of this member, and write down that it was done."""
    sitting, person = sit_down(folder, member, key, clock)
    try:
        _write_unlock(sitting)
        keep(folder)
        header = read_header_file(folder)
        face = Face(header.school, tuple(row.member for row in header.members))
        spool = Spool(drafts_file(folder, member), person.drafts_key())
        return Desk(
            face=face,
            member=sitting.member,
            concerns=Concerns(sitting, face, fonts),
            drafts=Drafts(spool),
            vault=Vault(sitting),
            sitting=sitting,
        )
    except BaseException:
        sitting.close()
        raise


def _write_unlock(sitting: Sitting) -> None:
    name = fresh_id(sitting.clock.now())
    body = Body(_UNLOCK_KIND, 1, names={"member": sitting.member.name})
    with sitting.writing(Compartment.SCHOOL, EntryClass.UNLOCK) as write:
        write.enter(Act(EntryId(name), RecordId(name), EntryClass.UNLOCK, body))
