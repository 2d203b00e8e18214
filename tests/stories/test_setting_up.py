"""Set-up, every step of it, with the real window: with a keychain and with none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive, derive_by_key_file, derive_by_kit
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.kit.question import Yes
from tests.builders import PASSPHRASE, SCHOOL
from tests.fakes.ask import ScriptedAsk
from tests.fakes.keychain import FakeKeychain
from tests.stories.afternoon import RESOURCES
from tests.stories.setting_up import SettingUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.ids import MemberId
    from tests.fakes.clock import FakeClock

    Begin = Callable[[KeychainTrouble | None], SettingUp]


@pytest.fixture
def begin(
    tmp_path: Path, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Begin]:
    monkeypatch.setattr("dsl_desk.services.vaults.cost_here", lambda _clock: FLOOR)
    monkeypatch.setattr(last_resort, "take", _fail)
    begun: list[SettingUp] = []

    def start(trouble: KeychainTrouble | None) -> SettingUp:
        keychain = FakeKeychain(trouble)
        begun.append(SettingUp(tmp_path / "vault", clock, keychain, ScriptedAsk(), qtbot))
        return begun[-1]

    yield start
    for setting_up in begun:
        setting_up.leave()


def _fail(error: BaseException) -> None:
    raise error


def founder_of(folder: Path) -> tuple[MemberId, tuple[Way, ...]]:
    face = face_of(folder)
    assert face is not None
    member = face.members[0].id
    return member, face.ways[member]


@pytest.mark.gate_story
def test_that_set_up_goes_from_a_name_to_an_open_desk_with_drawn_words_and_a_keychain(
    begin: Begin, tmp_path: Path
) -> None:
    story = begin(None)
    page = story.page
    story.on()
    assert page.school.field.error()
    assert QApplication.focusWidget() is page.school.line
    story.say_school_and_name()
    drawn = page.you.choose.text()
    assert len(drawn.split()) == 4
    page.you.choose.another.click()
    story.wait(lambda: page.you.choose.text() != drawn)
    words = page.you.choose.text()
    assert page.you.choose.words.words == words
    page.you.choose.again.put(words[:-1])
    assert words not in page.you.choose.words.words
    story.on()
    assert page.you.choose.again_field.error()
    page.you.choose.again.put(words)
    story.on()
    story.wait(lambda: page.computer.way is Way.PASSPHRASE)
    story.make()
    assert not page.path.may_go_to(3)
    assert page.you.choose.text() == ""
    story.take_care_of_the_kit(tmp_path / "kit.pdf")
    story.on()
    assert page.path.step is page.who
    story.on()
    assert story.keys
    member, key = story.keys[0]
    desk = open_desk(story.folder, founder_of(story.folder)[0], key, story.place, RESOURCES)
    desk.close()
    assert derive(story.folder, founder_of(story.folder)[0], words, story.place) == key
    assert (desk.face.school, desk.member.name, member) == (SCHOOL, "Maya Fernsby", desk.member.id)
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.gate_story
def test_that_continue_counts_what_is_left_of_the_kit_and_a_slip_is_named(
    begin: Begin, tmp_path: Path
) -> None:
    story = begin(None)
    page = story.page
    story.say_school_and_name()
    story.choose_own()
    story.on()
    story.wait(lambda: page.computer.way is Way.PASSPHRASE)
    story.make()
    care = page.kit.care
    assert page.bar.left.words == "Four things left to do on this step"
    assert not page.bar.go_on.isEnabled()
    assert care.sheet.words() == story.code
    care.sheet.hide_button.click()
    assert care.sheet.is_covered
    assert not any(group in care.sheet.words() for group in story.code.split("-"))
    care.sheet.hide_button.click()

    wrong = ("Z" if story.code[12] != "Z" else "Y").join((story.code[:12], story.code[13:]))
    care.code.put(wrong)
    assert care.sheet.is_covered
    assert care.field.error() == "Look at group 3 again."
    assert page.bar.left.words.startswith("Four")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "two.pdf"))
    story.ask.will(printer)
    care.sheet.print_button.click()
    assert (tmp_path / "two.pdf").stat().st_size > 1000
    assert page.bar.left.words.startswith("Three")
    care.promises[0].click()
    care.promises[1].click()
    assert "Headteacher" in care.promises[0].text()
    care.code.put(story.code.lower().replace("-", " ").replace("0", "o"))
    assert page.bar.left.words == ""
    assert page.bar.go_on.isEnabled()


@pytest.mark.gate_story
def test_that_without_a_keychain_nothing_is_chosen_for_anybody_and_a_key_file_is_written(
    begin: Begin, tmp_path: Path
) -> None:
    story = begin(KeychainTrouble.NONE)
    page = story.page
    story.say_school_and_name()
    story.choose_own()
    story.on()
    story.wait(lambda: page.computer.trouble is KeychainTrouble.NONE)
    assert page.bar.left.words == "Choose one of the three"
    page.computer.cards[Way.KEY_FILE].click()
    assert page.bar.left.words == "Choose where the key file goes"
    stick = tmp_path / "stick"
    story.ask.will(stick)
    page.computer.choose_file.click()
    story.make()
    member, ways = founder_of(story.folder)
    assert set(ways) == {Way.KEY_FILE, Way.KIT}
    assert derive_by_key_file(story.folder, member, PASSPHRASE, stick, story.place)


@pytest.mark.gate_story
def test_that_whoever_has_only_the_kit_is_asked_before_leaving_without_it(
    begin: Begin, tmp_path: Path
) -> None:
    story = begin(KeychainTrouble.LOCKED)
    page = story.page
    story.say_school_and_name()
    story.choose_own()
    story.on()
    story.wait(lambda: page.computer.trouble is KeychainTrouble.LOCKED)
    page.computer.cards[Way.KIT].click()
    story.make()
    assert "the only way into the vault" in page.kit.lead.words
    quits: list[bool] = []
    story.gate.quit_wanted.connect(lambda: quits.append(True))
    story.ask.will(None)
    story.gate.window.close()
    assert quits == []
    story.ask.will(Yes())
    story.gate.window.close()
    assert quits == [True]
    story.take_care_of_the_kit(tmp_path / "kit.pdf")
    member, ways = founder_of(story.folder)
    assert ways == (Way.KIT,)
    assert derive_by_kit(story.folder, member, story.code)


def test_that_steps_behind_can_be_mended_and_later_ones_wait(begin: Begin) -> None:
    story = begin(None)
    page = story.page
    story.say_school_and_name()
    page.side.steps.buttons[3].click()
    assert page.path.at == 1
    assert page.side.foot.words == "This step first. The others follow."
    page.side.steps.buttons[0].click()
    assert page.path.at == 0
    assert page.school.line.text() == SCHOOL
    story.on()
    page.bar.back.click()
    assert page.path.at == 0


def test_that_enter_goes_on_even_before_ones_own_passphrase_is_judged(
    begin: Begin, qtbot: QtBot
) -> None:
    story = begin(None)
    page = story.page
    story.say_school_and_name()
    choose = page.you.choose
    choose.to_own.click()
    choose.own.put("school")
    story.wait(lambda: choose.verdict.words.startswith("Too short"))
    choose.own.put("fernhollow primary")
    story.wait(lambda: choose.verdict.words.startswith("Easy to guess"))
    story.on()
    assert choose.own_field.error()
    choose.own.put(PASSPHRASE)
    choose.again.put(PASSPHRASE)
    choose.again.setFocus()
    qtbot.keyClick(choose.again.focusProxy(), Qt.Key.Key_Return)
    assert page.path.step is page.you
    story.wait(lambda: page.path.step is page.computer)
