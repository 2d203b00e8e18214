"""The third, fourth and fifth story: what the lock screen answers, with its real window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.vault_errors import VaultInUseError
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import create
from dsl_desk.system import locks
from dsl_desk.ui.gate.members import MemberRow
from dsl_desk.ui.gate.stuck import StuckPage
from dsl_desk.ui.gate.unlock import UnlockPage
from tests.builders import PASSPHRASE, a_set_up, nowhere
from tests.fakes.ask import ScriptedAsk
from tests.stories.afternoon import PATIENCE_MS, RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
from tests.stories.afternoon import Afternoon


@pytest.fixture
def gate_of(qtbot: QtBot, clock: FakeClock) -> Iterator[Callable[[Path], RealGate]]:
    made: list[RealGate] = []

    def cover(folder: Path) -> RealGate:
        gate = RealGate(FolderEntrance(folder, nowhere(clock)))
        made.append(gate)
        gate.cover("start", clock.now().isoformat(), {})
        qtbot.waitUntil(gate.window.isActiveWindow, timeout=PATIENCE_MS)
        return gate

    yield cover
    for gate in made:
        gate.window.end()
        gate.window.close()
        gate.window.deleteLater()


def unlock_page(gate: RealGate) -> UnlockPage:
    assert isinstance(gate.window.page, UnlockPage)
    return gate.window.page


def words_on(gate: RealGate) -> str:
    """Return every word on the page, as a reader speaks it."""
    labels = gate.window.page.findChildren(type(gate.window.side._find))
    return " ".join(label.words for label in labels if label.isVisible())


@pytest.mark.gate_story
def test_that_a_wrong_passphrase_is_answered_above_the_field_and_the_right_one_opens(
    gate_of: Callable[[Path], RealGate], tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    create(tmp_path, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    gate = gate_of(tmp_path)
    page = unlock_page(gate)
    keys: list[tuple[str, bytes]] = []
    gate.key_ready.connect(lambda member, key: keys.append((member, key)))
    line = page.passphrase.focusProxy()
    assert QApplication.focusWidget() is line

    qtbot.keyClicks(line, "amber kettle river mess")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.field.error()), timeout=PATIENCE_MS)
    assert page.field.error() == "That passphrase does not open the vault. Check Caps Lock."
    assert QApplication.focusWidget() is line
    assert keys == []

    qtbot.keyClicks(line, PASSPHRASE)  # typed over the words that are selected
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(keys), timeout=PATIENCE_MS)
    assert len(keys[0][1]) == 32


def test_that_an_empty_passphrase_is_not_tried(
    afternoon: Afternoon, gate_of: Callable[[Path], RealGate]
) -> None:
    page = unlock_page(gate_of(afternoon.folder))
    page.button.click()
    assert page.field.error() == "Type your passphrase, then press Enter."
    assert not page.button.is_busy()


def test_that_a_vault_in_use_is_said_with_who_and_where(
    afternoon: Afternoon, gate_of: Callable[[Path], RealGate], clock: FakeClock
) -> None:
    opener = locks.take(afternoon.folder / "open.lock", clock)
    with pytest.raises(VaultInUseError) as refused:
        locks.take(afternoon.folder / "open.lock", clock)
    opener.release()
    gate = gate_of(afternoon.folder)
    facts = {name: str(fact) for name, fact in vars(refused.value).items()}
    gate.cover("VaultInUseError", clock.now().isoformat(), facts)
    assert refused.value.who
    for fact in (refused.value.who, refused.value.where):
        assert fact in words_on(gate)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("start", "Everything on this laptop is locked."),
        ("asked", "Locked at 12:14. Your work is kept."),
        ("idle", "after standing idle"),
        ("desk_ended", "Your records are safe up to the last save"),
        ("not_responding", "did not answer any more and was closed at 12:14"),
        ("DamageError", "not as it was written, so it stays locked"),
        ("SomethingNewError", "Nothing in it was changed."),
    ],
)
def test_that_the_gate_says_why_it_is_there(
    afternoon: Afternoon,
    gate_of: Callable[[Path], RealGate],
    clock: FakeClock,
    why: str,
    words: str,
) -> None:
    gate = gate_of(afternoon.folder)
    page = unlock_page(gate)
    page.passphrase.put("half typed")
    gate.cover(why, clock.now().isoformat(), {})
    assert words in words_on(gate)
    assert page.passphrase.text() == ""


def test_that_a_vault_without_its_page_is_not_made_anew_and_can_be_looked_at_again(
    afternoon: Afternoon, gate_of: Callable[[Path], RealGate]
) -> None:
    page_file = afternoon.folder / "vault.json"
    page_file.rename(afternoon.folder / "kept")
    gate = gate_of(afternoon.folder)
    stuck = gate.window.page
    assert isinstance(stuck, StuckPage)
    assert "There is no vault in this folder" in stuck.notice.words()
    (afternoon.folder / "kept").rename(page_file)
    stuck.again.click()
    page = unlock_page(gate)
    assert QApplication.focusWidget() is page.passphrase.focusProxy()


def test_that_closing_the_gate_asks_for_the_end(
    afternoon: Afternoon, gate_of: Callable[[Path], RealGate]
) -> None:
    gate = gate_of(afternoon.folder)
    quits: list[bool] = []
    gate.quit_wanted.connect(lambda: quits.append(True))
    gate.window.close()
    assert quits == [True]


def test_that_a_bug_while_opening_is_refused_and_does_not_leave_the_gate_waiting(
    afternoon: Afternoon, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[BaseException] = []
    monkeypatch.setattr(last_resort, "take", taken.append)

    def broken(*_what: object) -> None:
        raise ValueError

    monkeypatch.setattr("dsl_desk.app.real_desk.open_desk", broken)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    front = RealDesk(app, afternoon.folder, RESOURCES, afternoon.place)
    with qtbot.waitSignal(front.refused, timeout=PATIENCE_MS):
        front.enter(afternoon.member, afternoon.key)
    assert [type(bug) for bug in taken] == [ValueError]
    front.end()
    front.deleteLater()


@pytest.mark.gate_story
def test_that_the_fifth_wrong_passphrase_waits_in_words_and_a_new_gate_still_waits(
    gate_of: Callable[[Path], RealGate], tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    create(tmp_path, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    page = unlock_page(gate_of(tmp_path))
    for _ in range(5):
        assert page.button.isEnabled()
        page.passphrase.put("amber kettle river mess")
        page.button.click()
        qtbot.waitUntil(lambda: not page.button.is_busy(), timeout=PATIENCE_MS)
    said = page.field.error()
    assert said.startswith("That passphrase does not open the vault. Check Caps Lock. Try again in")
    assert not page.button.isEnabled()
    assert page.passphrase.isEnabled()
    qtbot.waitUntil(lambda: page.field.error() != said, timeout=PATIENCE_MS)  # it counts down

    clock.advance(seconds=4)
    after = unlock_page(gate_of(tmp_path))
    qtbot.waitUntil(lambda: bool(after.field.error()), timeout=PATIENCE_MS)
    assert after.field.error().startswith("There were several wrong passphrases. Try again in 1 s")
    assert not after.button.isEnabled()
    qtbot.waitUntil(after.button.isEnabled, timeout=PATIENCE_MS)
    assert after.field.error() == ""


@pytest.mark.gate_story
def test_that_an_account_that_was_never_enrolled_is_shown_the_kit_and_gets_in_by_it(
    gate_of: Callable[[Path], RealGate], tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    founded = create(tmp_path, a_set_up(), nowhere(clock), FLOOR)
    gate = gate_of(tmp_path)  # another account: its keychain knows nothing
    page = unlock_page(gate)
    keys: list[bytes] = []
    gate.key_ready.connect(lambda _member, key: keys.append(key))
    page.passphrase.put(PASSPHRASE)
    page.button.click()
    qtbot.waitUntil(lambda: bool(page.field.error()), timeout=PATIENCE_MS)
    assert "Use your recovery kit once" in page.field.error()
    assert page.cannot.isVisible()
    page.cannot.use_kit.click()
    code = page.asking.code
    assert QApplication.focusWidget() is code
    qtbot.keyClicks(code, founded.kit.code[:20].lower())
    page.button.click()
    assert "13 are missing" in page.asking.code_field.error()
    wrong = founded.kit.code[:-1] + ("0" if founded.kit.code[-1] != "0" else "1")
    code.put(wrong)
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.button.is_busy(), timeout=PATIENCE_MS)
    assert page.asking.code_field.error().startswith("There is a slip in this code.")
    code.put(founded.kit.code.replace("-", " ").replace("0", "O").replace("1", "l"))
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(keys), timeout=PATIENCE_MS)


@pytest.mark.gate_story
def test_that_a_key_file_is_asked_for_beside_the_passphrase(
    tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    plan = replace(a_set_up(), first=FirstWay(PASSPHRASE, Way.KEY_FILE, stick))
    create(tmp_path / "vault", plan, nowhere(clock), FLOOR)
    ask = ScriptedAsk()
    gate = RealGate(FolderEntrance(tmp_path / "vault", nowhere(clock)), ask)
    gate.cover("start", clock.now().isoformat(), {})
    keys: list[bytes] = []
    gate.key_ready.connect(lambda _member, key: keys.append(key))
    page = unlock_page(gate)
    page.passphrase.put(PASSPHRASE)
    page.button.click()
    assert page.field.error() == "Choose your key file too: it is on your stick."
    ask.will(stick)
    page.asking.choose.click()
    page.button.click()
    qtbot.waitUntil(lambda: bool(keys), timeout=PATIENCE_MS)
    gate.window.end()
    gate.window.close()
    gate.window.deleteLater()


def test_that_arrows_choose_a_member_enter_goes_on_and_alt_u_comes_back(
    qtbot: QtBot, clock: FakeClock, afternoon: Afternoon
) -> None:
    gate = RealGate(FolderEntrance(afternoon.folder, nowhere(clock)))
    gate.cover("start", clock.now().isoformat(), {})
    qtbot.waitUntil(gate.window.isActiveWindow, timeout=PATIENCE_MS)
    page = unlock_page(gate)
    people = (("01" * 16, "Maya Fernsby", Role.DSL), ("02" * 16, "Hester Winterbourne", Role.HEAD))
    members = tuple(Member(MemberId(one), name, role) for one, name, role in people)
    ways = {members[0].id: (Way.PASSPHRASE, Way.KIT), members[1].id: (Way.KIT,)}
    page.show_face(Face("Fernhollow Primary School", members, ways))
    rows = page.members.findChildren(MemberRow)
    first, second = (row for row in rows if row.member in members)
    qtbot.waitUntil(lambda: first.isVisible() and second.y() > first.y(), timeout=PATIENCE_MS)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    assert page.members.member == members[1]
    assert page.asking.code_field.isVisible()
    qtbot.keyClick(second, Qt.Key.Key_Home)
    assert page.members.member == members[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.passphrase.focusProxy()
    page.row.help.setFocus()
    qtbot.keyClick(page.row.help, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.passphrase.focusProxy()
    gate.window.end()
    gate.window.close()
    gate.window.deleteLater()
