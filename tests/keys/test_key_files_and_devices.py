from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import KeychainError, WrongKeyFileError
from dsl_desk.keys.device import device_secret, make_device_secret, mark_of
from dsl_desk.keys.key_file import make_key_file, read_key_file
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

VAULT = "0a" * 16


def test_that_an_account_that_was_never_enrolled_has_no_secret() -> None:
    assert device_secret(FakeKeychain(), VAULT) is None


def test_that_all_who_use_one_account_share_its_secret_and_no_other_vault_does() -> None:
    keychain = FakeKeychain()
    secret = make_device_secret(keychain, VAULT)
    assert len(secret) == 32
    assert make_device_secret(keychain, VAULT) == secret == device_secret(keychain, VAULT)
    assert make_device_secret(keychain, "0b" * 16) != secret
    assert make_device_secret(FakeKeychain(), VAULT) != secret


def test_that_the_keychain_holds_32_random_bytes_under_the_id_of_the_vault() -> None:
    keychain = FakeKeychain()
    secret = make_device_secret(keychain, VAULT)
    assert keychain.kept == {f"device {VAULT}": secret}


def test_that_a_secret_of_another_length_is_a_keychain_that_failed() -> None:
    keychain = FakeKeychain()
    keychain.write(f"device {VAULT}", b"short")
    with pytest.raises(KeychainError) as told:
        device_secret(keychain, VAULT)
    assert told.value.trouble is KeychainTrouble.FAILED


def test_that_a_mark_names_a_secret_and_holds_nothing_of_it() -> None:
    secret = bytes(range(32))
    assert mark_of(secret) == mark_of(secret)
    assert mark_of(secret) != mark_of(secret[::-1])
    assert len(mark_of(secret)) == 16
    assert mark_of(secret) not in secret


def test_that_a_key_file_gives_its_secret_back_to_its_own_vault_only(tmp_path: Path) -> None:
    file = tmp_path / "stick" / "dsl-desk.key"
    file.parent.mkdir()
    secret = make_key_file(file, VAULT)
    assert read_key_file(file, VAULT) == secret
    assert len(secret) == 32
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(WrongKeyFileError):
        read_key_file(file, "0b" * 16)


def test_that_a_key_file_whose_lines_a_mail_program_ended_otherwise_still_opens(
    tmp_path: Path,
) -> None:
    file = tmp_path / "dsl-desk.key"
    secret = make_key_file(file, VAULT)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_key_file(file, VAULT) == secret


@pytest.mark.parametrize("content", [b"", b"a picture", b"DSL Desk key file 1\n", b"x" * 5000])
def test_that_another_file_is_no_key_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(WrongKeyFileError):
        read_key_file(tmp_path / "file", VAULT)


def test_that_a_stick_that_is_not_in_is_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(WrongKeyFileError):
        read_key_file(tmp_path / "nowhere", VAULT)


def test_that_a_key_file_is_never_written_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "dsl-desk.key"
    file.write_bytes(b"somebody's own")
    with pytest.raises(DiskFailedError):
        make_key_file(file, VAULT)
    assert file.read_bytes() == b"somebody's own"


def test_that_a_key_file_that_could_not_be_finished_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFullError):
        make_key_file(tmp_path / "dsl-desk.key", VAULT)
    assert list(tmp_path.iterdir()) == []
