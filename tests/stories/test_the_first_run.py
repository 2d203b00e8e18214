"""The first run: is there a vault already, a look round first, and the sheet for a day without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.training_vault import training_folder
from dsl_desk.domain.training import Seat
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.ui.gate.set_up import SetUpPage
from dsl_desk.ui.gate.training_page import TrainingPage
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.shell.spot import VAULT
from dsl_desk.ui.vault.page import VaultPage
from tests.fakes.ask import ScriptedAsk
from tests.fakes.keychain import FakeKeychain
from tests.stories.screen import Screen
from tests.stories.setting_up import SettingUp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from tests.stories.afternoon import Afternoon

SEAT = Seat("Maya Fernsby", "Designated Safeguarding Lead", "lantern orchard pebble harbour")


@pytest.fixture
def begin(
    tmp_path: Path, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SettingUp]:
    monkeypatch.setattr("dsl_desk.services.vaults.cost_here", lambda _clock: FLOOR)
    keychain = FakeKeychain(None)
    begun = SettingUp(tmp_path / "vault", clock, keychain, ScriptedAsk(), qtbot)
    yield begun
    begun.leave()


def covered(screen: Screen) -> int:
    return sum(fact.what == "Covered" for fact in screen.seen)


def test_that_one_page_asks_for_a_vault_and_offers_the_training_vault(
    begin: SettingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.app.training_vault.training_seats", lambda: (SEAT,))
    setting_up = begin
    shown = [label.words for label in setting_up.page.school.findChildren(Label)]
    assert "Does your school already have a vault?" in shown
    assert any("does not see what is in the first" in words for words in shown)
    wanted: list[bool] = []
    setting_up.gate.training_wanted.connect(lambda: wanted.append(True))
    setting_up.page.school.look_round.click()
    page = setting_up.gate.window.page
    assert isinstance(page, TrainingPage)
    setting_up.wait(page.seats.isVisible)
    assert SEAT.passphrase in [label.words for label in page.seats.findChildren(Label)]
    page.back.click()
    assert isinstance(setting_up.gate.window.page, SetUpPage)
    setting_up.page.school.look_round.click()
    again = setting_up.gate.window.page
    assert isinstance(again, TrainingPage)
    setting_up.wait(again.seats.isVisible)
    again.open.click()
    assert wanted == [True]


@pytest.mark.gate_story
def test_that_the_last_step_of_set_up_makes_the_sheet(begin: SettingUp, tmp_path: Path) -> None:
    setting_up = begin
    setting_up.say_school_and_name()
    setting_up.choose_own()
    setting_up.on()
    setting_up.wait(lambda: setting_up.page.computer.way is Way.PASSPHRASE)
    setting_up.make()
    setting_up.take_care_of_the_kit(tmp_path / "kit.pdf")
    setting_up.on()
    assert setting_up.page.path.step is setting_up.page.who
    setting_up.ask.will(None, tmp_path / "sheet.pdf")
    setting_up.page.who.sheet.click()
    setting_up.page.who.sheet.click()
    setting_up.wait((tmp_path / "sheet.pdf").exists)


def test_that_the_vault_page_makes_the_sheet_again(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    afternoon.window.go(VAULT)
    page = afternoon.window.stack.page
    assert isinstance(page, VaultPage)
    afternoon.at_rest()
    ask.will(tmp_path / "sheet.pdf")
    page.away.save.click()
    afternoon.wait(lambda: page.away.news.words == "Saved as sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    ask.will(tmp_path / "nowhere" / "sheet.pdf")
    page.away.save.click()
    afternoon.wait(page.away.notice.isVisible)


@pytest.mark.gate_story
def test_that_the_program_goes_over_to_the_training_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    screen = Screen(tmp_path / "vault")
    try:
        screen.wait_for("Covered")
        note = training_folder().with_suffix(".json")
        screen.press("Tab", "Tab", "Return")  # over "Bring back a copy" to the training vault
        assert screen.wait_until(note.exists, 60)
        for _try in range(20):  # until its passphrases are shown, the button does nothing
            screen.press("Return")
            if screen.wait_until(lambda: covered(screen) == 2, 1):
                break
        seat = json.loads(note.read_bytes())["members"][0]
        screen.unlock(seat["passphrase"])
        assert screen.end() == 0
    finally:
        screen.close()
    assert not (tmp_path / "vault" / "vault.json").exists()
