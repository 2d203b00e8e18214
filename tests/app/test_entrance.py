"""The entrance the lock screen uses, bound to a folder and an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.member import Role
from dsl_desk.domain.ways_in import Doorstep, Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import vaults
from tests.builders import PASSPHRASE, SCHOOL
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock


@pytest.mark.gate_story
@pytest.mark.parametrize(
    ("trouble", "way"),
    [(None, Way.PASSPHRASE), (KeychainTrouble.NONE, Way.PASSPHRASE_ALONE)],
)
def test_that_set_up_leans_on_the_keychain_where_there_is_one(
    tmp_path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    trouble: KeychainTrouble | None,
    way: Way,
) -> None:
    monkeypatch.setattr(vaults, "cost_here", lambda _clock: FLOOR)
    entrance = FolderEntrance(tmp_path / "vault", Doorstep(clock, FakeKeychain(trouble)))
    assert entrance.face() is None
    entrance.create(SCHOOL, "Maya Fernsby", Role.DSL, PASSPHRASE)
    face = entrance.face()
    assert face is not None
    member = face.members[0].id
    assert face.ways[member] == (way, Way.KIT)
    assert len(entrance.derive(member, PASSPHRASE)) == 32
