"""Somebody without a key leaves words at the lock screen, and the right people open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.domain.drop_errors import DropFullError
from dsl_desk.ui.gate import leaving_page
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.kit.question import Yes
from tests.services.dropbox import observed
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.afternoon import PATIENCE_MS
from tests.stories.gate_day import AtTheGate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.conftest import TrainingVault

WORDS = "At lunch a pupil asked me to follow her, and said another adult here already does."


@pytest.fixture
def at_the_gate(vault: TrainingVault, qtbot: QtBot) -> Iterator[AtTheGate]:
    there = AtTheGate(vault, qtbot)
    yield there
    there.gate.window.end()
    there.gate.window.close()
    there.gate.window.deleteLater()


def test_that_a_note_about_a_child_is_for_the_lead_and_the_deputy(at_the_gate: AtTheGate) -> None:
    at_the_gate.leave_a_note()
    form = at_the_gate.form()
    assert form.whom() is None
    form.about.child.click()
    assert (MAYA in at_the_gate.told(), OWEN in at_the_gate.told()) == (True, True)
    assert "Nobody has been told yet" in at_the_gate.told()
    form.note.setPlainText(WORDS)
    page = at_the_gate.send()
    assert f"Nobody has been told yet. Find {MAYA} or {OWEN} now" in page.slip._find.words
    assert "Thu 19 Nov, 12:14" in page.slip._at.words
    assert form.is_empty()
    # The deputy opens it although the lead is away, and it is there once.
    assert at_the_gate.codes(OWEN) == [page.slip.code]
    assert at_the_gate.codes(MAYA) == [page.slip.code]


def test_that_a_note_about_the_lead_is_for_the_head_alone(at_the_gate: AtTheGate) -> None:
    at_the_gate.leave_a_note()
    form = at_the_gate.about(MAYA)
    assert f"Sealed for {HESTER} alone." in at_the_gate.told()
    form.note.setPlainText(WORDS)
    page = at_the_gate.send()
    assert page.slip._find.words.count(MAYA) == 0
    found = {name: at_the_gate.codes(name) for name in (MAYA, OWEN, ALBAN, HESTER)}
    assert found == {MAYA: [], OWEN: [], ALBAN: [], HESTER: [page.slip.code]}


def test_that_a_note_about_somebody_who_is_not_chosen_is_for_the_head_alone(
    at_the_gate: AtTheGate,
) -> None:
    at_the_gate.leave_a_note()
    form = at_the_gate.about("Somebody else")
    assert f"Sealed for {HESTER} alone." in at_the_gate.told()
    form.note.setPlainText(f"It is {MAYA} I mean.")
    page = at_the_gate.send()
    assert at_the_gate.codes(HESTER) == [page.slip.code]
    # Maya Fernsby reads Staff, and finds nothing of it there once it is taken in.
    assert at_the_gate.codes(MAYA) == []
    with at_the_gate.school.desk(MAYA) as desk:
        assert desk.drop.settled() == ()
        assert desk.drop.waiting().total == 0


def test_that_a_note_for_the_chair_changes_the_same_files_as_one_for_the_lead(
    at_the_gate: AtTheGate,
) -> None:
    def seen() -> dict[str, tuple[int, float]]:
        folder = at_the_gate.school.vault.folder
        files = [path for path in folder.rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_size, path.stat().st_mtime) for path in files}

    changed = []
    for name in ("", HESTER):
        at_the_gate.school.vault.clock.advance(minutes=1)
        before = seen()
        at_the_gate.leave_a_note()
        form = at_the_gate.form()
        if name:
            at_the_gate.about(name)
        else:
            form.about.child.click()
            at_the_gate.told()
        form.note.setPlainText(WORDS)
        page = at_the_gate.send()
        after = seen()
        changed.append({path for path, facts in after.items() if before.get(path) != facts})
        assert len(set(observed(at_the_gate.school).values())) == 1
        page.bar.back.click()
    assert changed[0] == changed[1]
    assert len(changed[0]) == 4


def test_that_about_the_chair_of_this_school_nothing_can_be_left(at_the_gate: AtTheGate) -> None:
    before = observed(at_the_gate.school)
    page = at_the_gate.leave_a_note()
    form = at_the_gate.about(ALBAN)
    assert "Ring the LADO" in at_the_gate.told()
    form.note.setPlainText(WORDS)
    page.bar.go_on.click()
    at_the_gate.qtbot.waitUntil(lambda: bool(page.notice.words()), timeout=PATIENCE_MS)
    assert "Nothing was left" in page.notice.words()
    assert observed(at_the_gate.school) == before
    assert form.note.text() == WORDS
    form.clear()


def test_that_what_is_missing_is_asked_for_beside_its_question(at_the_gate: AtTheGate) -> None:
    page = at_the_gate.leave_a_note()
    form = at_the_gate.form()
    page.bar.go_on.click()
    assert form.about.first.error() == "Choose one: it decides who opens your note."
    assert form.fields_shown["words"].error() == "Write what you saw or heard."
    form.about.adult.click()
    page.bar.go_on.click()
    assert form.about.who.error() == "Choose whom it is about, or somebody else."
    form.about.child.click()
    form.name.setText("L" * 201)
    page.bar.go_on.click()
    assert form.fields_shown["name"].error() == "This is longer than 200 letters."
    form.clear()
    assert not form.fields_shown["name"].error()


def test_that_the_form_clears_itself_when_nobody_types(
    at_the_gate: AtTheGate, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert leaving_page.QUIET_MS == 5 * 60 * 1000
    monkeypatch.setattr(leaving_page, "QUIET_MS", 40)
    page = at_the_gate.leave_a_note()
    form = at_the_gate.form()
    with at_the_gate.qtbot.waitSignal(page.back_wanted, timeout=PATIENCE_MS):
        form.note.setPlainText(WORDS)
    assert form.is_empty()
    assert isinstance(at_the_gate.gate.window.page, UnlockPage)
    assert all(card.isVisible() for card in at_the_gate.gate.window.side.cards)


def test_that_words_are_thrown_away_only_when_somebody_says_so(at_the_gate: AtTheGate) -> None:
    page = at_the_gate.leave_a_note()
    form = at_the_gate.form()
    form.note.setPlainText(WORDS)
    at_the_gate.ask.will(None)
    page.bar.back.click()
    assert form.note.text() == WORDS
    at_the_gate.ask.will(Yes())
    page.bar.back.click()
    assert isinstance(at_the_gate.gate.window.page, UnlockPage)


def test_that_a_lock_clears_the_page(at_the_gate: AtTheGate) -> None:
    at_the_gate.leave_a_note()
    form = at_the_gate.form()
    form.note.setPlainText(WORDS)
    clock = at_the_gate.school.vault.clock
    at_the_gate.gate.cover("idle", clock.now().isoformat(), {})
    assert form.is_empty()
    assert isinstance(at_the_gate.gate.window.page, UnlockPage)


def test_that_a_failure_keeps_the_words_and_trying_again_leaves_them_once(
    at_the_gate: AtTheGate, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = FolderEntrance.leave, []

    def fails_once(entrance: FolderEntrance, left: object) -> object:
        made.append(left)
        real(entrance, left)  # type: ignore[arg-type]  # passed on as it came
        if len(made) == 1:
            raise DropFullError
        return real(entrance, left)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(FolderEntrance, "leave", fails_once)
    page = at_the_gate.leave_a_note()
    form = at_the_gate.form()
    form.about.child.click()
    form.note.setPlainText(WORDS)
    page.bar.go_on.click()
    at_the_gate.qtbot.waitUntil(lambda: bool(page.notice.words()), timeout=PATIENCE_MS)
    assert form.note.text() == WORDS
    page = at_the_gate.send()
    assert made[0] == made[1]
    assert at_the_gate.codes(MAYA) == [page.slip.code]


def test_that_no_word_of_a_note_reaches_the_disk_before_it_is_sealed(
    at_the_gate: AtTheGate,
) -> None:
    at_the_gate.leave_a_note()
    form = at_the_gate.form()
    form.about.child.click()
    form.note.setPlainText(WORDS)
    folder = at_the_gate.school.vault.folder
    assert not any(WORDS.encode() in one.read_bytes() for one in folder.rglob("*") if one.is_file())
    at_the_gate.send()
    assert not any(WORDS.encode() in one.read_bytes() for one in folder.rglob("*") if one.is_file())
