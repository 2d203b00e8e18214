"""Vaults made once in a run and copied for every test that wants a fresh one.

Founding a vault costs a third of a second, a school with its four members a whole one, and most
tests ask for nothing but the result. What founding itself does is tested where it is founded for
real: tests/services/test_vaults.py and its neighbours never come here.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.services.founding import found
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.ways_in import Doorstep


@dataclass(frozen=True)
class Founded:
    """A vault whose founder is its only member."""

    folder: Path
    member: MemberId
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Grown:
    """What became of a founded vault when its school was brought in: files, people, keychain."""

    folder: Path
    ids: Mapping[str, MemberId]
    keys: Mapping[str, bytes] = field(repr=False)
    kept: Mapping[str, bytes] = field(repr=False)


def a_vault(folder: Path, clock: Clock) -> Founded:
    """Lay a founded vault down in a folder: a copy, unless the clock says another time."""
    if clock.now() != FakeClock().now():
        founder = a_founder()
        return Founded(folder, found(folder, SCHOOL, founder, clock), founder.key)
    mould = _founded()
    shutil.copytree(mould.folder, folder)
    return Founded(folder, mould.member, mould.key)


def poured(folder: Path, place: Doorstep, grow: Callable[[Founded], Grown]) -> Grown | None:
    """Put the grown school, grown once in a run, in the place of the founded one.

    None when the vault is not as it was laid down: somebody opened it, or time went by.
    """
    keychain, early = place.keychain, place.clock.now() == FakeClock().now()
    if not isinstance(keychain, FakeKeychain) or keychain.kept or keychain.trouble or not early:
        return None
    if _marks(folder) != _marks(_founded().folder):
        return None
    grown = _grown(grow)
    shutil.rmtree(folder)
    shutil.copytree(grown.folder, folder)
    keychain.kept.update(grown.kept)
    return grown


@cache
def _founded() -> Founded:
    founder = a_founder()
    folder = _ground() / "founded"
    return Founded(folder, found(folder, SCHOOL, founder, FakeClock()), founder.key)


@cache
def _grown(grow: Callable[[Founded], Grown]) -> Grown:
    first = _founded()
    folder = _ground() / f"grown {grow.__qualname__}"
    shutil.copytree(first.folder, folder)
    return grow(Founded(folder, first.member, first.key))


@cache
def _ground() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dsl-desk-moulds-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file with its size and the time it was written, which a copy keeps."""
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
