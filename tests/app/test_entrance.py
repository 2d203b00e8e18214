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
from dsl_desk.ui.gate.answers import SetUpAnswers
from dsl_desk.ui.gate.knock import Knock
from tests.builders import PASSPHRASE, SCHOOL
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock


@pytest.mark.gate_story
@pytest.mark.parametrize("way", [Way.PASSPHRASE, Way.PASSPHRASE_ALONE])
def test_that_whoever_set_up_comes_in_by_the_way_they_chose(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    monkeypatch.setattr(vaults, "cost_here", lambda _clock: FLOOR)
    entrance = FolderEntrance(tmp_path / "vault", Doorstep(clock, FakeKeychain()))
    assert entrance.face() is None
    entrance.create(SetUpAnswers(SCHOOL, "Maya Fernsby", Role.DSL, PASSPHRASE, way))
    face = entrance.face()
    assert face is not None
    member = face.members[0].id
    assert face.ways[member] == (way, Way.KIT)
    assert len(entrance.key_for(Knock(member, way, PASSPHRASE))) == 32


@pytest.mark.parametrize("trouble", [None, KeychainTrouble.NONE])
def test_that_set_up_is_told_whether_this_account_has_a_keychain(
    tmp_path: Path, clock: FakeClock, trouble: KeychainTrouble | None
) -> None:
    entrance = FolderEntrance(tmp_path / "vault", Doorstep(clock, FakeKeychain(trouble)))
    assert entrance.keychain_trouble() is trouble
