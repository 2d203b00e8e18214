"""Your ways in: a new passphrase after the kit, another kit, another account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.domain.way_errors import WrongKitError, WrongPassphraseError
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive, derive_by_key_file, derive_by_kit
from dsl_desk.services.vaults import create
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.spot import TODAY, WAYS_IN
from tests.builders import PASSPHRASE, a_set_up
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.stories.afternoon import PATIENCE_MS, RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from dsl_desk.services.vaults import Founded
    from tests.fakes.ask import ScriptedAsk

    Enter = Callable[[bytes], RealDesk]

pytestmark = pytest.mark.gate_story


@pytest.fixture
def place(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Doorstep:
    monkeypatch.setattr("dsl_desk.services.ways_in.cost_here", lambda _clock: FLOOR)
    monkeypatch.setattr(last_resort, "_show", None)
    return Doorstep(clock, FakeKeychain())


@pytest.fixture
def founded(tmp_path: Path, place: Doorstep) -> Founded:
    return create(tmp_path / "vault", a_set_up(), place, FLOOR)


@pytest.fixture
def enter(
    tmp_path: Path, founded: Founded, place: Doorstep, ask: ScriptedAsk, qtbot: QtBot
) -> Iterator[Enter]:
    del ask
    fronts: list[RealDesk] = []

    def come_in(key: bytes) -> RealDesk:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        fronts.append(RealDesk(app, tmp_path / "vault", RESOURCES, place))
        with qtbot.waitSignal(fronts[-1].opened, timeout=PATIENCE_MS):
            fronts[-1].enter(founded.member, key)
        return fronts[-1]

    yield come_in
    for front in fronts:
        front.end()
        front.deleteLater()


def page_of(front: RealDesk, qtbot: QtBot) -> WaysInPage:
    window = front.window
    assert window is not None
    qtbot.waitUntil(lambda: window.stack.spot == WAYS_IN, timeout=PATIENCE_MS)
    page = window.stack.page
    assert isinstance(page, WaysInPage)
    return page


def test_that_after_the_kit_a_passphrase_is_asked_for_and_opens_next_time(
    enter: Enter, founded: Founded, tmp_path: Path, place: Doorstep, qtbot: QtBot
) -> None:
    vault = tmp_path / "vault"
    front = enter(derive_by_kit(vault, founded.member, founded.kit.code))
    page = page_of(front, qtbot)
    form = page.forms.passphrase
    qtbot.waitUntil(lambda: bool(form.choose.text()), timeout=PATIENCE_MS)
    assert form.isVisible()
    assert form.old_field.isHidden()
    words = form.choose.text()
    form.choose.again.put("something else")
    form.act.click()
    assert form.choose.again_field.error()
    form.choose.again.put(words)
    form.act.click()
    qtbot.waitUntil(lambda: not page.forms.is_open and not page.wanted, timeout=PATIENCE_MS)
    assert derive(vault, founded.member, words, place)
    with pytest.raises(WrongPassphraseError):
        derive(vault, founded.member, PASSPHRASE, place)


def opened(front: RealDesk, qtbot: QtBot) -> WaysInPage:
    """Go there from the member chip."""
    window = front.window
    assert window is not None
    assert window.stack.spot == TODAY
    window.top_bar.chip.menu().actions()[0].trigger()
    page = page_of(front, qtbot)
    qtbot.waitUntil(page.acts.kit.isVisible, timeout=PATIENCE_MS)
    return page


def test_that_a_key_file_is_made_by_who_knows_the_passphrase(
    enter: Enter, founded: Founded, tmp_path: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    page = opened(enter(founded.key), qtbot)
    qtbot.waitUntil(page.acts.enrol.isHidden, timeout=PATIENCE_MS)  # this account is remembered
    page.acts.key_file.click()
    form = page.forms.key_file
    form.passphrase.put("not this one at all")
    ask.will(tmp_path / "not-written")
    form.act.click()
    qtbot.waitUntil(lambda: bool(form.field.error()), timeout=PATIENCE_MS)
    assert not (tmp_path / "not-written").exists()
    form.passphrase.put(PASSPHRASE)
    stick = tmp_path / "stick"
    ask.will(stick)
    form.act.click()
    qtbot.waitUntil(lambda: not page.forms.is_open, timeout=PATIENCE_MS)
    nobody = Doorstep(FakeClock(), FakeKeychain())
    assert derive_by_key_file(tmp_path / "vault", founded.member, PASSPHRASE, stick, nobody)


def test_that_a_new_kit_ends_the_old_one_and_is_taken_care_of(
    enter: Enter, founded: Founded, tmp_path: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    page = opened(enter(founded.key), qtbot)
    ask.will(Yes())
    page.acts.kit.click()
    kit = page.forms.kit
    qtbot.waitUntil(kit.isVisible, timeout=PATIENCE_MS)
    assert kit.kit is not None
    ask.will(tmp_path / "kit.pdf")
    kit.care.sheet.save_button.click()
    qtbot.waitUntil((tmp_path / "kit.pdf").exists, timeout=PATIENCE_MS)
    for tick in kit.care.promises:
        tick.click()
    kit.care.code.put(kit.kit.code)
    qtbot.waitUntil(kit.act.isEnabled, timeout=PATIENCE_MS)
    vault = tmp_path / "vault"
    assert derive_by_kit(vault, founded.member, kit.kit.code)
    with pytest.raises(WrongKitError):
        derive_by_kit(vault, founded.member, founded.kit.code)
    kit.act.click()
    assert not page.forms.is_open
