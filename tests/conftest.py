"""Five fixtures, no more: clock, vault, desk, worker, ask."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.vaults import open_desk
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.moulds import a_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.desk import Desk

pytest_plugins = ["tests.no_network", "tests.tidy", "tests.last_page", "tests.stalls"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test, and no process a test starts, asks the keychain of whoever runs it.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=nowhere"

FONTS = Path(__file__).parent.parent / "resources" / "fonts"


@dataclass(frozen=True)
class TrainingVault:
    """A vault on disk whose founder, Maya Fernsby, has a key that no passphrase makes."""

    folder: Path
    member: MemberId
    key: bytes = field(repr=False)
    clock: FakeClock
    keychain: FakeKeychain = field(default_factory=FakeKeychain)

    @property
    def place(self) -> Doorstep:
        return Doorstep(self.clock, self.keychain)

    def unlock(self) -> Desk:
        return open_desk(self.folder, self.member, self.key, self.place, FONTS)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock) -> TrainingVault:
    laid = a_vault(tmp_path / "vault", clock)
    return TrainingVault(laid.folder, laid.member, laid.key, clock)


@pytest.fixture
def desk(vault: TrainingVault) -> Iterator[Desk]:
    desk = vault.unlock()
    yield desk
    desk.close()
