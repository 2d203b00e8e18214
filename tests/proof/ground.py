"""A small vault for the proofs: real services, a founder with a raw key, and what stands in it."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, concern_of
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.kit import kit_key
from dsl_desk.services import opening
from dsl_desk.services.founding import found
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.checking import check_part
from dsl_desk.system.clock import SystemClock
from tests.builders import SCHOOL, SMALL_SLOT, a_concern_draft, a_founder
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.keys.person import Person
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@dataclass(frozen=True)
class Ground:
    """A vault on disk and the key of its founder, Maya Fernsby."""

    folder: Path
    member: MemberId
    key: bytes = field(repr=False)
    keychain: FakeKeychain = field(default_factory=FakeKeychain, repr=False)

    @property
    def place(self) -> Doorstep:
        """Return the account that unlocks."""
        return Doorstep(SystemClock(), self.keychain)

    @classmethod
    def laid(cls, folder: Path, concerns: int = 3, slot_size: int = SMALL_SLOT) -> Ground:
        """Make a vault with a few concerns in it."""
        founder = replace(a_founder(), slot_size=slot_size)
        ground = cls(folder, found(folder, SCHOOL, founder, SystemClock()), founder.key)
        desk = ground.unlock()
        for number in range(concerns):
            desk.concerns.record(a_concern_draft(words=f"said {number}"), new_id())
        desk.drafts.keep("form", {"words": "half a sentence"})
        desk.close()
        return ground

    def at(self, folder: Path) -> Ground:
        """Return the same vault in another place."""
        return Ground(folder, self.member, self.key, self.keychain)

    def copied(self, folder: Path) -> Ground:
        """Copy the vault to another place, over whatever stands there."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return self.at(folder)

    def unlock(self) -> Desk:
        """Open the desk: this writes that it was opened."""
        return self.unlock_as(self.member, self.key)

    def unlock_as(self, member: MemberId, key: bytes) -> Desk:
        """Open the desk as somebody else, at the same account."""
        return open_desk(self.folder, member, key, self.place, FONTS)

    def sit(self) -> Sitting:
        """Open every part, writing nothing."""
        return opening.sit_down(self.folder, self.member, self.key, SystemClock())[0]


def add_member(desk: Desk, name: str, role: Role) -> tuple[MemberId, bytes]:
    """Make somebody a member whose key no passphrase makes; return who, and the key."""
    added = desk.members.add(Newcomer(name, role, FirstWay("", Way.KIT)), "joins").answer
    row = desk.members._book.page().row(added.member.id)
    assert row is not None
    return added.member.id, kit_key(added.kit.code, row.doors[0].lock)


def new_id() -> EntryId:
    """Return an id as the form makes it."""
    return EntryId(fresh_id(SystemClock().now()))


def contents(sitting: Sitting) -> dict[str, str]:
    """Return every entry of every part, proved, by id, with a digest of what it says."""
    found: dict[str, str] = {}
    for opened in sitting.parts.values():
        found |= contents_of(opened.part)
    return found


def contents_of(part: Part) -> dict[str, str]:
    """Return every entry of a part, as `contents`."""
    return {
        entry.header.id: hashlib.sha256(repr(entry).encode() + entry.digest).hexdigest()
        for entry in part.ledger.entries()
    }


def check(sitting: Sitting) -> int:
    """Prove every entry and every list."""
    return sum(check_part(opened.part, lambda _count: None) for opened in sitting.parts.values())


def words_of(sitting: Sitting) -> Mapping[str, str]:
    """Return the words of every concern, as its page would show them."""
    part = sitting.part(Compartment.CHILDREN)
    return {
        entry.header.id: concern_of(entry).draft.words
        for entry in part.ledger.entries()
        if entry.body.kind == CONCERN.name
    }


def part_keys(ground: Ground) -> dict[Compartment, bytes]:
    """Return the raw key of every part: what a thief has who took them from a running desk."""
    header = read_header_file(ground.folder)
    row = opening.member_row(header, ground.member)
    person = opening.unlock(row, ground.key)
    return {grant.compartment: opening.key_of(person, row, grant) for grant in row.grants}


def person_of(ground: Ground, member: MemberId | None = None, key: bytes = b"") -> Person:
    """Return the private keys of the founder, or of another member."""
    header = read_header_file(ground.folder)
    return opening.unlock(opening.member_row(header, member or ground.member), key or ground.key)


def burgle(file: Path, key: bytes) -> dbapi2.Connection:
    """Open a part as somebody would who has its key and no conscience."""
    connection = dbapi2.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(b"x'" + key.hex().encode() + b"'")
    return connection
