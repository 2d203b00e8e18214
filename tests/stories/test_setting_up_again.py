"""Set-up that ended before the only code was on paper, and what the lock screen offers then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive_by_kit
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.gate.set_up import SetUpPage
from dsl_desk.ui.gate.shut_page import ShutPage
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.kit.question import Question, Yes
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain
from tests.stories.setting_up import SettingUp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes.ask import ScriptedAsk
    from tests.fakes.clock import FakeClock


@pytest.fixture
def cut_short(
    tmp_path: Path,
    clock: FakeClock,
    qtbot: QtBot,
    ask: ScriptedAsk,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SettingUp]:
    """The gate after a set-up whose only way in is the kit, ended at the step of the kit."""
    monkeypatch.setattr("dsl_desk.services.vaults.cost_here", lambda _clock: FLOOR)
    keychain = FakeKeychain(KeychainTrouble.NONE)
    first = SettingUp(tmp_path / "vault", clock, keychain, ask, qtbot)
    first.say_school_and_name()
    first.choose_own()
    first.on()
    choose_the_kit(first)
    first.make()
    first.gate.window.end()
    first.gate.window.deleteLater()
    second = SettingUp(tmp_path / "vault", clock, keychain, ask, qtbot)
    yield second
    second.leave()


def choose_the_kit(day: SettingUp) -> None:
    day.wait(lambda: day.page.computer.trouble is KeychainTrouble.NONE)
    day.page.computer.cards[Way.KIT].click()


def shut(day: SettingUp) -> ShutPage:
    assert isinstance(day.gate.window.page, ShutPage)
    return day.gate.window.page


def test_that_set_up_is_offered_again_and_ends_with_an_open_desk(
    cut_short: SettingUp, ask: ScriptedAsk, tmp_path: Path
) -> None:
    day = cut_short
    ask.will(Yes())
    shut(day).begin.click()
    day.wait(lambda: isinstance(day.gate.window.page, SetUpPage))
    question = ask.asked[-1]
    assert isinstance(question, Question)
    assert question.act == "Set up again"
    assert question.grave
    day.say_school_and_name()
    day.choose_own()
    day.on()
    choose_the_kit(day)
    day.make()
    day.take_care_of_the_kit(tmp_path / "kit.pdf")
    code = day.code
    day.on()
    day.on()
    day.wait(lambda: day.keys)
    member, key = MemberId(day.keys[0][0]), day.keys[0][1]
    assert derive_by_kit(day.folder, member, code) == key
    desk = open_desk(day.folder, member, key, day.place, FONTS)
    assert [way.typed_back for way in desk.ways_in.list()] == [True]
    desk.close()


def test_that_who_keeps_the_vault_keeps_it(cut_short: SettingUp, ask: ScriptedAsk) -> None:
    page = (cut_short.folder / "vault.json").read_bytes()
    ask.will(None)
    shut(cut_short).begin.click()
    assert (cut_short.folder / "vault.json").read_bytes() == page
    shut(cut_short).code.click()
    assert isinstance(cut_short.gate.window.page, UnlockPage)


def test_that_a_vault_entered_meanwhile_from_elsewhere_is_kept_and_told(
    cut_short: SettingUp, ask: ScriptedAsk
) -> None:
    part = cut_short.folder / "parts" / "school.part"
    part.write_bytes(part.read_bytes() + b"more")
    ask.will(Yes())
    shut(cut_short).begin.click()
    cut_short.wait(shut(cut_short).notice.words)
    assert shut(cut_short).notice.words().startswith("A vault already stands in this folder.")
    assert (cut_short.folder / "vault.json").exists()
