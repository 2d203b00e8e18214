"""The sealed slots of a vault: which file each is, whose key is in its cells, what is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.routing import holders_of
from dsl_desk.keys.slot_cells import CELLS_LENGTH, SlotPlace, make_cells, open_cells
from dsl_desk.services.places import slots_folder
from dsl_desk.storage.slot_ledger import SlotLedger
from dsl_desk.storage.slots import SLOTS, SlotFile, fresh_key, slot_damage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dsl_desk.domain.entry import Header as EntryHeader
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Row
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.person import Person
    from dsl_desk.keys.vouching import Vouched
    from dsl_desk.keys.wraps import SealingKey
    from dsl_desk.storage.slots import SlotName


def slot_file(folder: Path, header: Header, slot: SlotName) -> SlotFile:
    """Return the file of a slot."""
    path = slots_folder(folder) / slot.file
    return SlotFile(path, _place(header, slot).info(), header.slot_size, CELLS_LENGTH)


def make_empty_slots(folder: Path, header: Header) -> None:
    """Make every slot before anybody holds one: under keys that are thrown away at once."""
    for slot in SLOTS:
        cells = make_cells(fresh_key(), {}, _place(header, slot))
        slot_file(folder, header, slot).write(fresh_key(), cells, b"", begun=False)


@dataclass(frozen=True)
class SlotDesk:
    """The slots of one sitting: whose they are under the roll in force, read and written whole."""

    folder: Path
    person: Person = field(repr=False)
    header: Header = field(repr=False)
    proved: Vouched = field(repr=False)

    def mine(self) -> tuple[SlotName, ...]:
        """Return the slots of the groups this member is in."""
        return tuple(slot for slot in SLOTS if self.person.id in self.holders(slot.row))

    def holders(self, row: Row) -> tuple[MemberId, ...]:
        """Return who holds a group under the roll in force."""
        return holders_of(row, self.proved.assembly.posts)

    def read(self, slot: SlotName) -> SlotLedger | None:
        """Return what is in a slot; None while another holder has not let us in yet.

        A slot that no holder ever wrote has an empty ledger.
        """
        place = _place(self.header, slot)
        content = slot_file(self.folder, self.header, slot).read(
            lambda cells: open_cells(self.person, cells, place)
        )
        if content is None:
            return None
        if not content:
            return SlotLedger()
        return SlotLedger.read(content, lambda entry: self._key_of(slot.row, entry))

    def write(self, slot: SlotName, ledger: SlotLedger) -> None:
        """Write a slot for its next round, to whoever holds it now."""
        ledger.round += 1
        key = fresh_key()
        cells = make_cells(key, self._sealing(slot.row), _place(self.header, slot))
        slot_file(self.folder, self.header, slot).write(key, cells, ledger.written())

    def room(self, slot: SlotName, ledger: SlotLedger) -> int:
        """Return how many bytes are left in a slot."""
        return slot_file(self.folder, self.header, slot).room - len(ledger.written())

    def _sealing(self, row: Row) -> Mapping[MemberId, SealingKey]:
        holders = self.holders(row)
        return {
            one.member.id: one.sealing for one in self.header.members if one.member.id in holders
        }

    def _key_of(self, row: Row, entry: EntryHeader) -> bytes | None:
        """Return the key of an author who held the group under the roll the entry names."""
        assembly = self.proved.under(entry.roll)
        if assembly is None:
            raise slot_damage(entry.number)
        author = assembly.people.get(entry.author)
        held = author is not None and entry.author in holders_of(row, assembly.posts)
        return author.signing if author is not None and held else None


def _place(header: Header, slot: SlotName) -> SlotPlace:
    return SlotPlace(header.vault, slot.file)
