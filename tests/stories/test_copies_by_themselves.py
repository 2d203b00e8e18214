"""A copy a school day without being asked, and how the vault stands on Today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import StoppedError
from dsl_desk.domain.keeping_errors import DiskSpaceError
from dsl_desk.services.snapshots import Snapshots
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.shell.spot import TODAY
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.page import VaultPage
from dsl_desk.ui.work.steps import Steps
from tests.stories.afternoon import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.today.vault_card import VaultCard
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def at_the_desk(afternoon: Afternoon, act: Callable[[Desk], object]) -> None:
    place, fonts = afternoon.place, RESOURCES / "fonts"
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, place, fonts)
    act(desk)
    desk.close()


def copies(stick: Path) -> list[Path]:
    return [path for path in stick.glob("dsl-desk-*/*") if path.name[0].isdigit()]


def card(afternoon: Afternoon) -> VaultCard:
    """Wait until Today shows how the vault is, and the whole check has ended."""
    page = afternoon.window.stack.page
    assert isinstance(page, TodayPage)
    afternoon.wait(page.vault.isVisible)
    afternoon.wait(lambda: page.vault.ledger.accessibleName().endswith("Today 12:14"))
    return page.vault


def test_that_a_copy_is_made_after_unlock_once_a_school_day(
    afternoon: Afternoon, stick: Path
) -> None:
    at_the_desk(afternoon, lambda desk: desk.snapshots.take(stick))
    afternoon.unlock()
    afternoon.wait(afternoon.window.alarm.isHidden)
    assert len(copies(stick)) == 1
    afternoon.lock()
    afternoon.clock.advance(days=1)
    window = afternoon.unlock()
    afternoon.wait(lambda: len(copies(stick)) == 2)
    afternoon.wait(lambda: window.copy._settled_on is not None)
    afternoon.clock.advance(minutes=6)
    window.copy.look()
    afternoon.at_rest()
    assert len(copies(stick)) == 2
    afternoon.clock.advance(days=3)  # a desk left open over the weekend
    window.copy.look()
    afternoon.wait(lambda: len(copies(stick)) == 3)


def test_that_where_no_folder_was_chosen_no_copy_is_made(afternoon: Afternoon, stick: Path) -> None:
    window = afternoon.unlock()
    afternoon.clock.advance(days=1)
    window.copy.look()
    afternoon.at_rest()
    assert window.copy._steps is None
    assert copies(stick) == []


def gave_way(window: DeskWindow, times: int) -> bool:
    return window.copy._gave_way == times


def test_that_a_copy_gives_way_three_times_to_somebody_who_waits_and_no_more(
    afternoon: Afternoon, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_desk(afternoon, lambda desk: desk.snapshots.take(stick))
    window = afternoon.unlock()
    afternoon.wait(lambda: card(afternoon))
    window.rounds.end()
    afternoon.clock.advance(days=1)
    front = afternoon.front
    assert front is not None
    monkeypatch.setattr(type(front.worker), "is_wanted", property(lambda _worker: True))
    for tries in range(1, 4):
        window.copy.look()
        afternoon.wait(partial(gave_way, window, tries))
        assert len(copies(stick)) == 1
    window.copy.look()
    afternoon.wait(lambda: len(copies(stick)) == 2)


def test_that_a_copy_that_is_stopped_is_not_begun_again_today(
    afternoon: Afternoon, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_desk(afternoon, lambda desk: desk.snapshots.take(stick))
    afternoon.clock.advance(days=1)
    window = afternoon.unlock()

    def take(_snapshots: Snapshots, _folder: Path, steps: Callable[[int, int], None]) -> None:
        window.copy.progress.cancel.clicked.emit()
        steps(1, 2)

    monkeypatch.setattr(Snapshots, "take", take)
    afternoon.wait(lambda: window.copy._settled_on is not None)
    assert window.copy.isHidden()
    assert len(copies(stick)) == 1


def test_that_a_copy_that_fails_is_told_with_the_reason(
    afternoon: Afternoon, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_desk(afternoon, lambda desk: desk.snapshots.take(stick))
    afternoon.clock.advance(days=1)

    def take(_snapshots: Snapshots, _folder: Path, _steps: object) -> None:
        raise DiskSpaceError(300_000_000)

    monkeypatch.setattr(Snapshots, "take", take)
    window = afternoon.unlock()
    afternoon.wait(window.copy.isVisible)
    assert window.copy.told.words == (
        "Today's copy of the vault was not made. The drive needs 300 MB of free space for this. "
        "Free some space, then try again. Your records are safe."
    )
    window.copy.close_link.click()
    assert window.copy.isHidden()


def test_that_today_turns_amber_with_the_button_that_mends_it(
    afternoon: Afternoon, ask: ScriptedAsk, stick: Path
) -> None:
    window = afternoon.unlock()
    shown = card(afternoon)
    assert shown.chip.text() == "Needs a look"
    assert [mend.words for mend in shown.mends] == [
        "No copy of the vault has been made yet.",
        "A forgotten passphrase could not be helped.",
    ]
    ask.will(stick)
    shown.mends[0].button.click()
    assert isinstance(window.stack.page, VaultPage)
    afternoon.wait(lambda: copies(stick))
    window.go(TODAY)
    afternoon.wait(lambda: shown.backup.accessibleName() == "Last backup: Today 12:14")
    afternoon.wait(lambda: "same drive" in shown.mends[0].words)
    tests = [mend for mend in shown.mends if mend.button.text() == "Test a backup"]
    tests[0].button.click()
    page = window.stack.page
    assert isinstance(page, VaultPage)
    afternoon.wait(lambda: page.copies.result.words.startswith("The copy opens."))


def test_that_what_is_to_mend_stays_where_it_is_while_it_is_the_same(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    shown = card(afternoon)
    before = list(shown.mends)
    assert before
    window.stack.page.read_again()
    afternoon.at_rest()
    assert shown.mends == before


def test_that_today_names_damage(afternoon: Afternoon) -> None:
    afternoon.recorded(2)

    def damage(desk: Desk) -> None:
        part = desk.sitting.part(Compartment.CHILDREN)
        with part.database.guard.disposing():
            part.database.run("UPDATE ledger SET body = x'7b7d' WHERE number = 3")

    at_the_desk(afternoon, damage)
    window = afternoon.unlock()
    page = window.stack.page
    assert isinstance(page, TodayPage)
    afternoon.wait(lambda: page.vault.chip.text() == "Damage found")
    assert page.vault.ledger.accessibleName() == "Ledger checked: Up to entry 2"
    page.vault.mends[0].button.click()
    assert isinstance(window.stack.page, VaultPage)


def test_that_steps_end_where_somebody_wants_it() -> None:
    wanted: list[bool] = []
    steps = Steps(give_way=lambda: bool(wanted))
    steps(1, 2)
    wanted.append(True)
    with pytest.raises(StoppedError):
        steps(2, 2)
