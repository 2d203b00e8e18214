"""Making a vault: keys, parts and, last of all, the page that makes it one.

A vault exists from the moment `vault.json` stands in its folder. What a set-up that was cut short
left behind carries a mark and is cleared by the next one; parts without a mark and without a page
belong to a vault whose page was lost, and nothing here touches them.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.ids import MemberId, fresh_id
from dsl_desk.domain.member import Member
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import default_right
from dsl_desk.domain.signing import Pen, Rolls
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.keys.doors import Door
from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
from dsl_desk.keys.header_file import write_header_file
from dsl_desk.keys.header_form import write_header
from dsl_desk.keys.person import Person
from dsl_desk.keys.vouching import signed_page, vouched
from dsl_desk.keys.wraps import Place, Suite
from dsl_desk.services.drafts import prepare_drafts
from dsl_desk.services.dropping import lay_down_drop
from dsl_desk.services.places import (
    drop_folder,
    parts_folder,
    slots_folder,
    stands,
    unfinished_mark,
)
from dsl_desk.services.slot_files import make_empty_slots
from dsl_desk.services.unentered import leave_mark
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.part import make_part
from dsl_desk.storage.slots import SLOT_SIZE
from dsl_desk.system.drives import refuse_unsuited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.member import Role
    from dsl_desk.keys.doors import DoorPlan
    from dsl_desk.storage.part import Part

# All of them at once: which parts there are never tells what is in them.
FOUNDED: Final = tuple(Compartment)
_FIRST_EPOCH: Final = 1
_KEY_LENGTH: Final = 32
_ONLY_THE_OWNER: Final = 0o700
_ONLY_THE_OWNERS_FILE: Final = 0o600


@dataclass(frozen=True)
class Founder:
    """Who begins the vault (by its id, made before), and the plans of their first ways in.

    Set-up derives the keys of the plans; tests of other rooms bring a random one, so that nothing
    in the program has to accept a cheaper passphrase for their sake.
    """

    vault: str
    name: str = field(repr=False)
    role: Role
    plans: tuple[DoorPlan, ...] = field(repr=False)
    slot_size: int = SLOT_SIZE

    @property
    def key(self) -> bytes:
        """The key of the first way in."""
        return self.plans[0].key


def found(folder: Path, school: str, founder: Founder, clock: Clock) -> MemberId:
    """Make a vault with its founder as the only member; return who that is."""
    refuse_unsuited(folder)
    if stands(folder):
        raise VaultExistsError
    try:
        return _found(folder, school, founder, clock)
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


def _found(folder: Path, school: str, founder: Founder, clock: Clock) -> MemberId:
    _clear_the_ground(folder)
    person = Person.fresh(MemberId(fresh_id(clock.now())))
    keys = {compartment: secrets.token_bytes(_KEY_LENGTH) for compartment in FOUNDED}
    row = _row_of(person, founder, keys)
    with ExitStack() as closing_all:
        parts = [closing_all.enter_context(closing(part)) for part in _make_parts(folder, keys)]
        page = replace(_page(folder, school, row), slot_size=founder.slot_size)
        header = signed_page(page, person, clock)
        proved = vouched(header)
        pen = Pen(person, clock, proved.mark, _FIRST_EPOCH, founder.name)
        for part in parts:
            part.ledger.under(proved.rolls)
            part.begin(pen)
    prepare_drafts(folder, person.id)
    make_empty_slots(folder, header)
    lay_down_drop(folder, header)
    leave_mark(folder, write_header(header))
    write_header_file(folder, header)
    unfinished_mark(folder).unlink()
    return person.id


def _clear_the_ground(folder: Path) -> None:
    """Take away what a set-up that was cut short left; `stands` has seen that no page knows it."""
    folder.mkdir(mode=_ONLY_THE_OWNER, parents=True, exist_ok=True)
    folder.chmod(_ONLY_THE_OWNER)
    # Before anything else, and last to go: whatever cuts us short, the next set-up sees it.
    unfinished_mark(folder).touch(mode=_ONLY_THE_OWNERS_FILE)
    for room in (drop_folder(folder), slots_folder(folder), parts_folder(folder)):
        if room.exists():
            shutil.rmtree(room)
        room.mkdir(mode=_ONLY_THE_OWNER)


def _make_parts(folder: Path, keys: Mapping[Compartment, bytes]) -> Iterator[Part]:
    for compartment, key in keys.items():
        path = parts_folder(folder) / _file_of(compartment)
        yield make_part(path, key, compartment, Rolls())


def _row_of(person: Person, founder: Founder, keys: Mapping[Compartment, bytes]) -> MemberRow:
    row = MemberRow(
        member=Member(person.id, founder.name, founder.role),
        vault=founder.vault,
        anchor=person.signing_key(),
        signing=person.signing_key(),
        sealing=person.opening.sealing_key(),
        rights={compartment: default_right(founder.role, compartment) for compartment in FOUNDED},
    )
    doors = tuple(Door.made(person.secret(), row.record(), plan) for plan in founder.plans)
    grants = tuple(_grant(row, compartment, key) for compartment, key in keys.items())
    return replace(row, doors=doors, grants=grants)


def _grant(row: MemberRow, compartment: Compartment, key: bytes) -> Grant:
    place = Place(row.vault, compartment, _FIRST_EPOCH, row.member.id)
    wrap = row.sealing.wrap(key, place, Suite.HYBRID)
    return Grant(compartment, _FIRST_EPOCH, Suite.HYBRID, wrap)


def _page(folder: Path, school: str, row: MemberRow) -> Header:
    parts = tuple(
        PartRow(
            compartment,
            _file_of(compartment),
            salt_of(parts_folder(folder) / _file_of(compartment)),
            _FIRST_EPOCH,
        )
        for compartment in FOUNDED
    )
    posts = (Post(row.member.role, row.member.id),)
    return Header(
        vault=row.vault,
        school=school,
        members=(row,),
        parts=parts,
        slot_size=SLOT_SIZE,
        posts=posts,
    )


def _file_of(compartment: Compartment) -> str:
    return f"{compartment.value}.part"
