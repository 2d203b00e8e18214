"""docs/vault-format.md on ways in, walked as a stranger would: with primitives alone."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.person import Person
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import Founded, create
from tests.builders import PASSPHRASE, a_set_up
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.keys.doors import Door
    from dsl_desk.keys.header import MemberRow
    from tests.fakes.clock import FakeClock

pytestmark = pytest.mark.gate_story
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def packed(*fields: bytes) -> bytes:
    return b"".join(len(field).to_bytes(4, "big") + field for field in fields)


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int = 32) -> bytes:
    """RFC 5869, for at most one block."""
    taken = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(taken, info + b"\x01", "sha256")[:length]


def opened(row: MemberRow, door: Door, key: bytes) -> bytes:
    lock = door.lock
    cost = lock.recipe.cost
    bound = packed(
        b"dsl-desk door 2",
        row.record(),
        lock.way.value.encode(),
        lock.recipe.salt,
        *(number.to_bytes(8, "big") for number in (cost.memory, cost.passes, cost.lanes)),
        lock.mark,
    )
    return AESGCM(key).decrypt(door.nonce, door.sealed, bound)


def key_by_passphrase(door: Door, beside: bytes) -> bytes:
    cost = door.lock.recipe.cost
    stretched = Argon2id(
        salt=door.lock.recipe.salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(PASSPHRASE.encode())
    kind = door.lock.way.value.encode()
    return hkdf(packed(stretched, beside), b"", packed(b"dsl-desk door key 1", kind))


def set_up(folder: Path, place: Doorstep, first: FirstWay) -> tuple[Founded, MemberRow]:
    founded = create(folder, replace(a_set_up(), first=first), place, FLOOR)
    return founded, read_header_file(folder).members[0]


def is_hers(row: MemberRow, secret: bytes) -> bool:
    return Person(row.member.id, secret).signing_key() == row.signing


def test_that_the_written_steps_lead_from_passphrase_and_device_secret_to_the_keys(
    tmp_path: Path, clock: FakeClock
) -> None:
    keychain = FakeKeychain()
    founded, row = set_up(tmp_path / "v", Doorstep(clock, keychain), FirstWay(PASSPHRASE))
    door = row.doors[0]
    beside = keychain.kept[f"device {row.vault}"]
    assert door.lock.mark == hkdf(beside, b"", b"dsl-desk mark of a secret 1", 16)
    key = key_by_passphrase(door, beside)
    assert key == founded.key
    secret = opened(row, door, key)
    assert is_hers(row, secret)
    keeping = hkdf(secret, b"", b"dsl-desk kept secret 1")
    bound = packed(b"dsl-desk kept secret 1", row.record())
    assert AESGCM(keeping).decrypt(door.kept[:12], door.kept[12:], bound) == beside


def test_that_the_written_steps_lead_from_a_key_file_to_the_keys(
    tmp_path: Path, clock: FakeClock
) -> None:
    file = tmp_path / "stick"
    first = FirstWay(PASSPHRASE, Way.KEY_FILE, file)
    _, row = set_up(tmp_path / "v", Doorstep(clock, FakeKeychain()), first)
    lines = file.read_text(encoding="ascii").split("\n")
    assert lines[:2] == ["DSL Desk key file 1", f"vault {row.vault}"]
    beside = bytes.fromhex(lines[2].removeprefix("key "))
    assert is_hers(row, opened(row, row.doors[0], key_by_passphrase(row.doors[0], beside)))


def test_that_the_written_steps_lead_from_a_passphrase_alone_to_the_keys(
    tmp_path: Path, clock: FakeClock
) -> None:
    first = FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE)
    _, row = set_up(tmp_path / "v", Doorstep(clock, FakeKeychain()), first)
    assert is_hers(row, opened(row, row.doors[0], key_by_passphrase(row.doors[0], b"")))


def test_that_the_written_steps_lead_from_a_kit_to_the_keys(
    tmp_path: Path, clock: FakeClock
) -> None:
    founded, row = set_up(tmp_path / "v", Doorstep(clock, FakeKeychain()), FirstWay(PASSPHRASE))
    number = 0
    for sign in founded.kit.code.replace("-", "")[:26]:
        number = number * 32 + SIGNS.index(sign)
    door = row.doors[1]
    key = hkdf(number.to_bytes(17, "big"), door.lock.recipe.salt, b"dsl-desk kit key 1")
    assert is_hers(row, opened(row, door, key))


def test_that_the_file_of_tries_is_written_as_the_format_says(
    tmp_path: Path, clock: FakeClock
) -> None:
    keychain = FakeKeychain()
    place = Doorstep(clock, keychain)
    _, row = set_up(tmp_path / "v", place, FirstWay(PASSPHRASE))
    from dsl_desk.keys.guesses import Guesses  # noqa: PLC0415 only to make the file

    Guesses(tmp_path / "v", row.vault, place).knock(row.member.id)
    written = (tmp_path / "v" / "tries").read_bytes()
    assert written == keychain.kept[f"tries {row.vault}"]
    assert len(written) == 584
    milliseconds = int(clock.now().timestamp() * 1000)
    first = bytes.fromhex(row.member.id) + (1).to_bytes(4, "big") + milliseconds.to_bytes(8, "big")
    body = b"dsl-desk tries 1" + first + bytes(19 * 28)
    assert written == body + hashlib.sha256(body).digest()[:8]
