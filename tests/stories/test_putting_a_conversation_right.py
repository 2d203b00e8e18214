from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl

from dsl_desk.domain.conversation import WordsFrom
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.evidence.conversation_form_page import BuildPage, RebuildPage
from dsl_desk.ui.evidence.conversation_page import ConversationPage
from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from tests.stories.afternoon import ALT, CTRL
from tests.stories.chat import saved
from tests.stories.conversation_day import building, take_in
from tests.stories.looking_day import EVIDENCE, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.picture import Pixels
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def test_that_keys_and_buttons_put_pictures_in_order(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 3)
    afternoon.unlock()
    _page, form = building(afternoon, ask, pictures)
    board = form.board
    first, second, third = (shot.evidence for shot in board.shots)
    board.list.setFocus()
    board.list.setCurrentRow(0)
    afternoon.press(Qt.Key.Key_Down, ALT)
    assert [shot.evidence for shot in board.shots] == [second, first, third]
    board.earlier.click()
    afternoon.press(Qt.Key.Key_Up, ALT)  # it is the first already
    assert [shot.evidence for shot in board.shots] == [first, second, third]
    afternoon.press(Qt.Key.Key_Delete)
    assert [shot.evidence for shot in board.shots] == [second, third]
    assert board.bring_back.text() == "Bring back 1"
    board.bring_back.click()
    assert [shot.evidence for shot in board.shots] == [second, third, first]
    board.panel.seen_at.show_at("2026-11-18T20:00")
    board.panel.edited.emit()
    board.list.setCurrentRow(1)
    board.panel.seen_at.show_at("2026-11-18T19:00")
    board.panel.edited.emit()
    board.by.activated.emit(1)
    assert [shot.evidence for shot in board.shots] == [third, first, second]
    assert "19:00" in board.list.item(0).text()


def test_that_a_picture_is_opened_only_when_it_is_asked_for_and_each_opening_is_kept(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 2)
    afternoon.unlock()
    page, form = building(afternoon, ask, pictures)
    board = form.board
    assert not board.picture.view.has_picture()
    board.picture.tick.click()
    afternoon.wait(board.picture.view.has_picture)
    assert board.picture.view.clear
    afternoon.clock.advance(minutes=2)
    evidence = RecordId(board.picture.wanted)
    board.list.setCurrentRow(1)
    assert not board.picture.view.has_picture()
    afternoon.wait(board.picture.view.has_picture)
    board.picture.tick.click()
    assert not board.picture.view.has_picture()
    afternoon.at_rest()
    trails: list[tuple[CustodyLine, ...]] = []
    assert afternoon.front is not None
    worker = afternoon.front.worker
    worker.ask(page, lambda desk: desk.custody.trail(evidence), trails.append)
    afternoon.wait(lambda: trails)
    opened = [line for line in trails[0] if line.sort is CustodySort.OPENED]
    assert [line.seconds for line in opened] == [120]


def test_that_what_was_typed_is_back_after_a_lock(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 2)
    afternoon.unlock()
    _page, form = building(afternoon, ask, pictures)
    spot = afternoon.window.stack.spot
    form.title.setText("A chat")
    form.board.list.setCurrentRow(1)
    form.board.panel.words.setPlainText("wren.t: hello")
    form.board.list.setFocus()
    afternoon.press(Qt.Key.Key_Up, ALT)
    order = [shot.evidence for shot in form.board.shots]
    form.board.leave_out.click()
    form.speakers.take_found.click()
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(spot)
    back = page_of(afternoon, BuildPage).builder
    assert back is not None
    assert back.title.text() == "A chat"
    assert [shot.evidence for shot in back.board.shots] == order[1:]
    assert back.board.left_out == order[:1]


def test_that_more_come_in_behind_the_stop_and_a_change_says_why(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 1)
    afternoon.unlock()
    page, form = building(afternoon, ask, pictures)
    page.more.click()
    assert page.capture is not None
    (tmp_path / "more").mkdir()
    take_in(page.capture, ask, saved(tmp_path / "more", 3)[1:])
    afternoon.qtbot.waitUntil(lambda: len(form.board.shots) == 3, timeout=60_000)
    page.finish()
    afternoon.at_rest()
    assert form.fields["title"].error() == "Write in one line what this conversation is."
    form.title.setText("A chat")
    page.finish()
    read = page_of(afternoon, ConversationPage)
    read.change.click()
    change = page_of(afternoon, RebuildPage)
    assert change.builder is not None
    change.builder.title.setText("A chat of two")
    change.finish()
    afternoon.at_rest()
    assert change.builder.fields["reason"].error()
    change.builder.reason.setPlainText("It is between two children")
    change.finish()
    read = page_of(afternoon, ConversationPage)
    afternoon.wait(lambda: "Version 2" in read.versions.words)
    assert "Reason: It is between two children" in read.versions.words
    afternoon.window.go(EVIDENCE)
    listed = page_of(afternoon, EvidencePage)
    listed.which.choose(3)
    afternoon.at_rest()
    assert listed.tables[3].isVisible()


def test_that_a_picture_of_a_conversation_leads_to_the_viewer(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 1)
    afternoon.unlock()
    page, form = building(afternoon, ask, pictures)
    form.title.setText("A chat")
    page.finish()
    read = page_of(afternoon, ConversationPage)
    anchor = read.text.anchorAt(QPoint(40, 24))
    assert anchor == form.board.shots[0].evidence
    read.text.anchorClicked.emit(QUrl(anchor))
    page_of(afternoon, ViewerPage)


def test_that_a_program_may_read_the_words_and_they_count_as_read_until_somebody_changes_them(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, 1)
    afternoon.unlock()
    page, form = building(afternoon, ask, pictures)
    board = form.board
    board.picture.tick.click()
    afternoon.wait(board.picture.view.has_picture)
    assert board.panel.read.isHidden()  # no program of ours can, yet

    def read_words(pixels: Pixels) -> str:
        return f"wren.t: {pixels.width} wide"

    object.__setattr__(page._evidence_means, "read_words", read_words)  # the seam
    board.picture.seen.emit()
    board.panel.read.click()
    afternoon.wait(lambda: board.shots[0].words)
    assert board.shots[0].words == "wren.t: 540 wide"
    assert [shot.words_from for shot in board.shots] == [WordsFrom.READ]
    board.panel.words.setPlainText("wren.t: 541 wide")
    assert [shot.words_from for shot in board.shots] == [WordsFrom.TYPED]
    afternoon.press(Qt.Key.Key_S, CTRL)
