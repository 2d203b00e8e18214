"""A sealed slot's file: always the same size, written whole, and of no use to anybody else."""

from __future__ import annotations

import errno
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError
from dsl_desk.domain.entry import Act, Body, RollMark
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import EntryId, MemberId, RecordId
from dsl_desk.domain.member_errors import SlotFullError
from dsl_desk.domain.packing import pack, unpack
from dsl_desk.domain.routing import Row
from dsl_desk.domain.signing import Pen
from dsl_desk.keys.person import Person
from dsl_desk.storage.slot_ledger import SlotLedger
from dsl_desk.storage.slots import SLOTS, SlotFile
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.entry import Header

KEY, CELLS, SIZE = b"k" * 32, 64, 4096
MAYA = Person.fresh(MemberId("01" * 16))


@pytest.fixture
def slot(tmp_path: Path) -> SlotFile:
    return SlotFile(tmp_path / "staff-1.slot", b"this vault, this slot", SIZE, CELLS)


def cells() -> bytes:
    return secrets.token_bytes(CELLS)


def with_key(_cells: bytes) -> bytes:
    return KEY


def a_ledger(entries: int = 3) -> SlotLedger:
    clock, ledger = FakeClock(), SlotLedger()
    pen = Pen(MAYA, clock, RollMark(1, b"r" * 32), 1)
    for number in range(entries):
        body = Body("case_note", 1, fields={"words": f"note {number}"})
        name = f"{number:032x}"
        ledger.enter(Act(EntryId(name), RecordId("00" * 16), EntryClass.CASE, body), pen)
    return ledger


def mayas(_header: Header) -> bytes:
    return MAYA.signing_key()


def damaged(content: bytes) -> int:
    with pytest.raises(DamageError) as told:
        SlotLedger.read(content, mayas)
    assert told.value.where.damage is Damage.SLOT
    return told.value.where.number


def with_lines(content: bytes, *at: int) -> bytes:
    form, number, strand, lines = unpack(content)
    each = unpack(lines)
    return pack((form, number, strand, pack([each[place] for place in at])))


def test_that_every_group_has_two_slots_with_names_that_never_change() -> None:
    assert {slot.file for slot in SLOTS} == {f"{row.value}-{n}.slot" for row in Row for n in (1, 2)}


def test_that_what_is_written_is_read_and_the_file_is_always_as_large(slot: SlotFile) -> None:
    for content in (b"a", b"a" * slot.room):
        slot.write(KEY, cells(), content)
        assert slot.read(with_key) == content
        assert slot.path.stat().st_size == SIZE
        assert slot.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in slot.path.parent.iterdir()] == ["staff-1.slot"]


def test_that_the_same_words_never_look_the_same(slot: SlotFile) -> None:
    same = cells()
    seen = set()
    for _ in range(20):
        slot.write(KEY, same, b"nothing")
        seen.add(slot.path.read_bytes())
    assert len(seen) == 20


def test_that_more_than_there_is_room_for_is_refused_and_the_old_kept(slot: SlotFile) -> None:
    slot.write(KEY, cells(), b"what was there")
    with pytest.raises(SlotFullError) as told:
        slot.write(KEY, cells(), b"a" * (slot.room + 1))
    assert (told.value.needed, told.value.room) == (slot.room + 1, slot.room)
    assert slot.read(with_key) == b"what was there"


def test_that_a_slot_nobody_ever_wrote_holds_nothing(slot: SlotFile) -> None:
    slot.write(KEY, cells(), b"", begun=False)
    assert slot.read(lambda _cells: None) == b""


def test_that_a_slot_without_a_cell_for_somebody_tells_them_nothing(slot: SlotFile) -> None:
    slot.write(KEY, cells(), b"words")
    assert slot.read(lambda _cells: None) is None


def test_that_every_flipped_byte_of_a_slot_is_caught(slot: SlotFile) -> None:
    slot.write(KEY, cells(), b"words")
    whole = slot.path.read_bytes()
    for at in range(0, SIZE, 2):
        changed = bytearray(whole)
        changed[at] ^= 1
        slot.path.write_bytes(changed)
        with pytest.raises(DamageError):
            slot.read(with_key)


@pytest.mark.parametrize("length", [0, 10, 200, SIZE - 1, SIZE + 1])
def test_that_a_slot_of_another_length_is_damage(slot: SlotFile, length: int) -> None:
    slot.write(KEY, cells(), b"words")
    slot.path.write_bytes((slot.path.read_bytes() + b"\0")[:length])
    with pytest.raises(DamageError):
        slot.read(with_key)


def test_that_a_slot_put_in_another_place_opens_nothing(slot: SlotFile) -> None:
    slot.write(KEY, cells(), b"words")
    with pytest.raises(DamageError):
        replace(slot, bound=b"another slot").read(with_key)
    with pytest.raises(DamageError):
        slot.read(lambda _cells: b"x" * 32)


def test_that_a_missing_slot_is_damage_and_an_unreadable_one_the_disk_s(slot: SlotFile) -> None:
    with pytest.raises(DamageError):
        slot.read(with_key)
    slot.path.mkdir()
    unreadable = replace(slot, size=slot.path.stat().st_size)
    with pytest.raises(DiskFailedError):
        unreadable.read(with_key)


def test_that_a_full_disk_leaves_the_slot_as_it_was(
    slot: SlotFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot.write(KEY, cells(), b"what was there")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(DiskFullError):
            slot.write(KEY, cells(), b"new")
    assert slot.read(with_key) == b"what was there"
    slot.write(KEY, cells(), b"new")
    assert slot.read(with_key) == b"new"


def test_that_a_slot_s_ledger_reads_back_proved() -> None:
    ledger = a_ledger()
    ledger.round = 7
    again = SlotLedger.read(ledger.written(), mayas)
    assert (again.strand, again.round, again.entries) == (ledger.strand, 7, ledger.entries)
    assert again.written() == ledger.written()


def test_that_the_same_act_is_entered_once() -> None:
    ledger = a_ledger()
    there = ledger.entries[1]
    act = Act(there.header.id, there.header.record, there.header.entry_class, there.body)
    pen = Pen(MAYA, FakeClock(), RollMark(1, b"r" * 32), 1)
    assert ledger.enter(act, pen) is there
    assert len(ledger.entries) == 3


def test_that_an_entry_missing_swapped_or_repeated_in_a_slot_is_named() -> None:
    content = a_ledger().written()
    assert damaged(with_lines(content, 1, 2)) == 1
    assert damaged(with_lines(content, 0, 2)) == 2
    assert damaged(with_lines(content, 0, 2, 1)) == 2
    assert damaged(with_lines(content, 0, 1, 1)) == 3


def test_that_an_author_who_never_held_the_slot_is_named() -> None:
    with pytest.raises(DamageError) as told:
        SlotLedger.read(a_ledger().written(), lambda _header: None)
    assert told.value.where.number == 1
    with pytest.raises(DamageError):
        SlotLedger.read(a_ledger().written(), lambda _header: b"k" * 32)


def test_that_every_flipped_byte_of_a_slot_s_ledger_is_caught() -> None:
    ledger = a_ledger(2)
    whole = ledger.written()
    form, number, *_ = unpack(whole)
    free = range(
        4 + len(form) + 4, 4 + len(form) + 4 + len(number)
    )  # the round has its own witness
    for at in set(range(len(whole))) - set(free):
        changed = bytearray(whole)
        changed[at] ^= 1
        damaged(bytes(changed))


def test_that_what_is_no_ledger_is_damage() -> None:
    for content in (b"x", pack((b"a", b"b")), pack((b"another form", b"\0" * 8, b"s" * 16, b""))):
        damaged(content)
