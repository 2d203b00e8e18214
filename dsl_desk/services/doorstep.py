"""The doorstep of a vault: what the lock screen asks before there is a desk.

Every function here may take a second or more (a key, a keychain): call it from a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.way_errors import (
    DeviceSecretMissingError,
    KeychainError,
    NoSuchWayError,
    WrongKeyFileError,
    WrongKitError,
    WrongPassphraseError,
)
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys import strength, words
from dsl_desk.keys.device import device_secret, mark_of
from dsl_desk.keys.doors import DoorShutError
from dsl_desk.keys.guesses import Guesses
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.key_file import read_key_file
from dsl_desk.keys.kit_code import read_code
from dsl_desk.keys.trying import by_kit, by_passphrase, doors_of
from dsl_desk.keys.vouching import roll_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.keychain import Keychain
    from dsl_desk.domain.ways_in import Doorstep, Kit, Strength
    from dsl_desk.keys.doors import Door
    from dsl_desk.keys.header import MemberRow
from dsl_desk.keys.trying import Candidate


def suggest_passphrase(folder: Path) -> str:
    """Return four words by chance; the folder is resources/words."""
    return words.suggest_passphrase(folder)


def strength_of(passphrase: str, hints: Iterable[str] = ()) -> Strength:
    """Return how hard a passphrase is to guess; hints are the names of school and person."""
    return strength.strength_of(passphrase, hints)


def wait_before(folder: Path, member: MemberId, place: Doorstep) -> float:
    """Return how many seconds the next try has to wait."""
    return _guesses(folder, _row(folder, member), place).wait(member)


def derive(folder: Path, member: MemberId, passphrase: str, place: Doorstep) -> bytes:
    """Return the key a passphrase makes here; WrongPassphraseError when it opens nothing."""
    row = _row(folder, member)
    candidates = _candidates(row, place.keychain)
    return _try(_guesses(folder, row, place), row, passphrase, candidates)


def derive_by_key_file(
    folder: Path, member: MemberId, passphrase: str, file: Path, place: Doorstep
) -> bytes:
    """Return the key that a passphrase makes with the file on a stick."""
    row = _row(folder, member)
    secret = read_key_file(file, row.vault)
    candidates = with_secret(doors_of(row, Way.KEY_FILE), secret)
    if not candidates:
        raise WrongKeyFileError
    return _try(_guesses(folder, row, place), row, passphrase, candidates)


def derive_by_kit(folder: Path, member: MemberId, code: str) -> bytes:
    """Return the key of the member's recovery kit. Its 130 bits need no waiting."""
    try:
        return by_kit(_row(folder, member), code)
    except DoorShutError:
        raise WrongKitError(misread=False) from None


def type_back(kit: Kit, code: str) -> None:
    """See that a code was copied well from the paper; WrongKitError when it was not."""
    if read_code(code) != read_code(kit.code):
        raise WrongKitError(misread=False)


def kit_on_paper(kit: Kit, face: Face, fonts: Path) -> bytes:
    """Return the kit as PDF; the folder is resources/fonts."""
    from dsl_desk.documents.kit import print_kit  # noqa: PLC0415 reportlab is slow to import and seldom needed

    return print_kit(kit, face, fonts)


def with_secret(doors: Sequence[Door], secret: bytes) -> list[Candidate]:
    """Return the doors that this secret stands at, with the secret."""
    mark = mark_of(secret)
    return [(door, secret) for door in doors if door.lock.mark == mark]


def _candidates(row: MemberRow, keychain: Keychain) -> list[Candidate]:
    """Return the doors that a passphrase may open in this account, or say why there is none."""
    alone: list[Candidate] = [(door, b"") for door in doors_of(row, Way.PASSPHRASE_ALONE)]
    enrolled = doors_of(row, Way.PASSPHRASE)
    if not alone and not enrolled:
        raise NoSuchWayError
    if not enrolled:
        return alone
    try:
        secret = device_secret(keychain, row.vault)
    except KeychainError:
        if not alone:
            raise
        return alone
    found = [*with_secret(enrolled, secret), *alone] if secret is not None else alone
    if not found:
        raise DeviceSecretMissingError
    return found


def _try(
    guesses: Guesses, row: MemberRow, passphrase: str, candidates: Sequence[Candidate]
) -> bytes:
    before = guesses.knock(row.member.id)
    try:
        key = by_passphrase(row, passphrase, candidates)
    except DoorShutError:
        raise WrongPassphraseError(guesses.wait(row.member.id)) from None
    except DeskError:
        guesses.put_back(row.member.id, before)
        raise
    guesses.opened(row.member.id)
    return key


def _guesses(folder: Path, row: MemberRow, place: Doorstep) -> Guesses:
    return Guesses(folder, row.vault, place)


def _row(folder: Path, member: MemberId) -> MemberRow:
    header = read_header_file(folder)
    roll_in_force(header)
    row = header.row(member)
    if row is None:
        raise MemberMissingError
    return row
