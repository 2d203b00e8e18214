from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.rights import Right
from dsl_desk.domain.vault_errors import NotAVaultError, VaultMissingError, VaultTooNewError
from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.header_form import read_header, write_header
from dsl_desk.keys.person import Person
from dsl_desk.keys.vouching import roll_in_force, signed_page
from dsl_desk.keys.wraps import Suite
from tests.builders import a_door
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

MAYA = Person.fresh(MemberId("01" * 16))


def a_row(person: Person = MAYA) -> MemberRow:
    return MemberRow(
        member=Member(person.id, "Maya Fernsby", Role.DSL),
        vault="0a" * 16,
        anchor=MAYA.signing_key(),
        signing=person.signing_key(),
        sealing=person.opening.sealing_key(),
        rights={Compartment.CHILDREN: Right.WRITE},
        doors=(a_door(),),
        grants=(Grant(Compartment.CHILDREN, 1, Suite.HYBRID, b"wrap"),),
    )


def a_page(*rows: MemberRow, file: str = "children.part") -> Header:
    part = PartRow(Compartment.CHILDREN, file, b"t" * 16, 1)
    page = Header("0a" * 16, "Fernhollow Primary School", rows or (a_row(),), (part,), 1024)
    return signed_page(page, MAYA, FakeClock())


def test_that_the_page_reads_back_as_it_was_written() -> None:
    assert read_header(write_header(a_page())) == a_page()


def test_that_a_genuine_page_names_the_roll_in_force() -> None:
    mark = roll_in_force(a_page())
    assert mark.number == 1
    assert mark == roll_in_force(read_header(write_header(a_page())))


def test_that_every_flipped_bit_of_the_page_is_caught() -> None:
    whole = write_header(a_page())
    for bit in range(0, len(whole) * 8, 7):  # every byte, and every bit of a byte in turn
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises((NotAVaultError, DamageError, VaultTooNewError)):
            roll_in_force(read_header(bytes(changed)))


def test_that_a_page_cut_short_anywhere_is_no_vault() -> None:
    whole = write_header(a_page())
    for length in range(0, len(whole), 13):
        with pytest.raises(NotAVaultError) as told:
            read_header(whole[:length])
        assert told.value.file == "vault.json"


def test_that_a_page_of_a_newer_program_is_told_as_such() -> None:
    newer = json.dumps({**json.loads(write_header(a_page())), "format": 2}).encode()
    with pytest.raises(VaultTooNewError) as told:
        read_header(newer)
    assert (told.value.found, told.value.newest_known) == (2, 1)


def test_that_the_same_page_spelled_another_way_is_no_vault() -> None:
    with pytest.raises(NotAVaultError):
        read_header(write_header(a_page()).replace(b":", b": ", 1))


@pytest.mark.parametrize(
    "file", ["../children.part", "/etc/children.part", "children", "a\\b.part"]
)
def test_that_no_file_outside_the_folder_can_be_named(file: str) -> None:
    with pytest.raises(NotAVaultError):
        read_header(write_header(a_page(file=file)))


def test_that_a_door_of_another_form_makes_no_vault() -> None:
    for door in (replace(a_door(), nonce=b"short"), replace(a_door(), sealed=b"")):
        with pytest.raises(NotAVaultError):
            read_header(write_header(a_page(replace(a_row(), doors=(door,)))))
    foreign = write_header(a_page()).replace(b'"kind":"passphrase_alone"', b'"kind":"fingerprint"')
    with pytest.raises(NotAVaultError):
        read_header(foreign)


def test_that_a_member_without_a_way_in_makes_no_vault() -> None:
    with pytest.raises(NotAVaultError):
        read_header(write_header(a_page(replace(a_row(), doors=()))))


@pytest.mark.parametrize(
    "page",
    [
        replace(a_page(), school="Another School"),
        replace(a_page(), roll=()),
        replace(a_page(), roll=(replace(a_page().roll[0], number=2),)),
        replace(a_page(), roll=(replace(a_page().roll[0], author=MemberId("09" * 16)),)),
        replace(a_page(), roll=a_page().roll * 2),
        a_page(replace(a_row(), anchor=b"a" * 32)),
        a_page(replace(a_row(), anchor=b"short", signing=b"short")),
    ],
    ids=["altered", "no roll", "renumbered", "stranger", "two lines", "no anchor", "no key"],
)
def test_that_a_page_its_author_did_not_sign_is_damage(page: Header) -> None:
    with pytest.raises(DamageError) as told:
        roll_in_force(page)
    assert told.value.where.damage is Damage.HEADER_FILE


def test_that_a_page_signed_by_a_stranger_is_damage() -> None:
    stranger = Person.fresh(MAYA.id)
    page = signed_page(replace(a_page(), roll=()), stranger, FakeClock())
    with pytest.raises(DamageError):
        roll_in_force(page)


def test_that_the_page_is_put_in_place_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "vault.json.new").write_text("left behind by a power cut")
    write_header_file(tmp_path, a_page())
    assert read_header_file(tmp_path) == a_page()
    assert [path.name for path in tmp_path.iterdir()] == ["vault.json"]
    assert (tmp_path / "vault.json").stat().st_mode & 0o777 == 0o600


def test_that_a_page_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_header_file(tmp_path, a_page())

    def fail(_descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match=r"^$"):
        write_header_file(tmp_path, replace(a_page(), school="Another School"))
    assert read_header_file(tmp_path) == a_page()


def test_that_a_folder_without_a_page_holds_no_vault(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        read_header_file(tmp_path)


def test_that_a_page_that_cannot_be_read_is_the_disk_s_doing(tmp_path: Path) -> None:
    (tmp_path / "vault.json").mkdir()
    with pytest.raises(DiskFailedError):
        read_header_file(tmp_path)


def test_that_a_page_of_many_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_bytes(b" " * (4 * 1024 * 1024 + 1))
    with pytest.raises(NotAVaultError):
        read_header_file(tmp_path)
