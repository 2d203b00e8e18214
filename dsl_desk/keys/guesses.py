"""Wrong passphrases, counted: from the fifth on, each makes the next one wait longer.

The count is written down before a passphrase is tried, so that ending the program does not undo
it: once beside the vault, once in the keychain, and the larger counts. Whoever can copy the vault's
files guesses on a machine of their own; against that stand Argon2id and the device secret.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.way_errors import KeychainError, TooSoonError

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ways_in import Doorstep

FILE: Final = "tries"
FREE: Final = 4
_FIRST_WAIT: Final = 5.0
LONGEST_WAIT: Final = 300.0
_SHORTEST_POWER: Final = 6  # 5 s doubled six times is more than the longest wait

_FORM: Final = b"dsl-desk tries 1"
_SLOTS: Final = 20
_ID, _COUNT, _TIME, _DIGEST = 16, 4, 8, 8
_ROW: Final = _ID + _COUNT + _TIME
_LENGTH: Final = len(_FORM) + _SLOTS * _ROW + _DIGEST
_MOST: Final = 2 ** (8 * _COUNT) - 1
_OPEN: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_ONLY_THE_OWNER: Final = 0o600


@dataclass(frozen=True, order=True)
class Tally:
    """How many wrong passphrases in a row, and when the last one was tried (milliseconds)."""

    count: int = 0
    at: int = 0

    def wait(self) -> float:
        """Return how many seconds the next try waits after this one."""
        if self.count <= FREE:
            return 0.0
        doubled = min(self.count - FREE - 1, _SHORTEST_POWER)
        return min(LONGEST_WAIT, _FIRST_WAIT * 2.0**doubled)

    def wait_left(self, now: int) -> float:
        """Return what of it is left; a clock that was set back never makes it longer."""
        return max(0.0, min(self.wait(), (self.at - now) / 1000 + self.wait()))


class Guesses:
    """The counts of one vault, as this account knows them."""

    def __init__(self, folder: Path, vault: str, place: Doorstep) -> None:
        self._file = folder / FILE
        self._name = f"tries {vault}"
        self._place = place

    def wait(self, member: MemberId) -> float:
        """Return how many seconds the next try has to wait."""
        return self._tally(member).wait_left(self._now())

    def knock(self, member: MemberId) -> Tally:
        """Count a try before it is made; TooSoonError when it has to wait. Return what stood."""
        before = self._tally(member)
        left = before.wait_left(self._now())
        if left:
            raise TooSoonError(left)
        self._write(member, Tally(min(before.count + 1, _MOST), self._now()))
        return before

    def put_back(self, member: MemberId, before: Tally) -> None:
        """Take a try back that was none: something else stopped it."""
        self._write(member, before)

    def opened(self, member: MemberId) -> None:
        """Forget the count: somebody knew the passphrase."""
        if self._tally(member) != Tally():
            self._write(member, Tally())

    def _tally(self, member: MemberId) -> Tally:
        beside, unknown = self._beside()
        mine = [found.get(member, Tally()) for found in (beside, self._remembered() or {})]
        return max(*mine, unknown)

    def _write(self, member: MemberId, tally: Tally) -> None:
        beside, _unknown = self._beside()
        remembered = self._remembered()
        known = {
            one: max(beside.get(one, Tally()), (remembered or {}).get(one, Tally()))
            for one in {*beside, *(remembered or {})}
        }
        written = _form({**known, member: tally})
        failure = self._write_beside(written)
        if not self._remember(written, ask=remembered is not None) and failure is not None:
            raise what_the_disk_did(failure) from failure  # nobody could remember this try

    def _remember(self, written: bytes, *, ask: bool) -> bool:
        """Tell the keychain; one that did not answer a moment ago is not asked again."""
        try:
            if ask:
                self._place.keychain.write(self._name, written)
        except KeychainError:
            return False
        return ask

    def _write_beside(self, written: bytes) -> OSError | None:
        # Always the same length in the same place: a full disk does not matter.
        try:
            with os.fdopen(os.open(self._file, _OPEN, _ONLY_THE_OWNER), "r+b") as file:
                file.write(written)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
        except OSError as failure:
            return failure
        return None

    def _beside(self) -> tuple[dict[MemberId, Tally], Tally]:
        """Return the counts beside the vault; a damaged file counts as the first that waits."""
        try:
            with self._file.open("rb") as file:
                untrusted = file.read(_LENGTH + 1)
                changed = os.fstat(file.fileno()).st_mtime
        except OSError:
            return {}, Tally()
        found = _read(untrusted)
        return ({}, Tally(FREE + 1, int(changed * 1000))) if found is None else (found, Tally())

    def _remembered(self) -> dict[MemberId, Tally] | None:
        with suppress(KeychainError):
            return _read(self._place.keychain.read(self._name) or b"") or {}
        return None

    def _now(self) -> int:
        return int(self._place.clock.now().timestamp() * 1000)


def _form(tallies: dict[MemberId, Tally]) -> bytes:
    rows = sorted(((tally, one) for one, tally in tallies.items() if tally.count), reverse=True)
    written = _FORM + b"".join(
        bytes.fromhex(one) + tally.count.to_bytes(_COUNT, "big") + tally.at.to_bytes(_TIME, "big")
        for tally, one in rows[:_SLOTS]
    )
    written = written.ljust(_LENGTH - _DIGEST, b"\0")
    return written + hashlib.sha256(written).digest()[:_DIGEST]


def _read(untrusted: bytes) -> dict[MemberId, Tally] | None:
    body, digest = untrusted[:-_DIGEST], untrusted[-_DIGEST:]
    if len(untrusted) != _LENGTH or hashlib.sha256(body).digest()[:_DIGEST] != digest:
        return None
    rows = (body[at : at + _ROW] for at in range(len(_FORM), len(body), _ROW))
    found = {
        MemberId(row[:_ID].hex()): Tally(
            int.from_bytes(row[_ID : _ID + _COUNT], "big"), int.from_bytes(row[-_TIME:], "big")
        )
        for row in rows
    }
    return {one: tally for one, tally in found.items() if tally.count}
