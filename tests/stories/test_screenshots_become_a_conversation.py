from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.conversation import Meets
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.leaving import RecipientSort
from dsl_desk.ui.evidence.conversation_page import ConversationPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES
from dsl_desk.ui.leaving.whom_step import SORTS
from tests.stories.afternoon import ALT, CTRL
from tests.stories.chat import saved, screens
from tests.stories.conversation_day import building
from tests.stories.looking_day import page_of
from tests.stories.papers import way_out

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.ui.evidence.conversation_form import ConversationForm
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

PICTURES = 30


def put_in_order(afternoon: Afternoon, form: ConversationForm) -> None:
    """Order them by their names, and type each one's words, going on by the keyboard."""
    board = form.board
    board.by.setCurrentIndex(3)
    board.by.activated.emit(3)  # 9 before 10
    board.list.setFocus()
    board.list.setCurrentRow(0)
    for number, screen in enumerate(screens(PICTURES)):
        board.panel.words.setPlainText(screen.words)
        board.panel.seen_at.show_at(f"2026-11-18T{screen.time}")
        board.panel.edited.emit()
        if number < PICTURES - 1:
            afternoon.press(Qt.Key.Key_PageDown, ALT)
    assert board.list.currentRow() == PICTURES - 1
    form.speakers.take_found.click()
    assert [row.shown_as.text() for row in form.speakers.rows] == ["wren.t", "ivy.x"]
    form.speakers.rows[0].who.setText("Wren Tamarisk")


def mark_overlap_and_gap(afternoon: Afternoon, form: ConversationForm) -> None:
    board = form.board
    board.list.setFocus()
    board.list.setCurrentRow(1)
    afternoon.press(Qt.Key.Key_O)
    board.list.setCurrentRow(19)
    afternoon.press(Qt.Key.Key_G)
    board.panel.note.setText("Wren says it was about ten minutes")
    board.panel.note.textEdited.emit("")
    assert [shot.meets for shot in board.shots].count(Meets.GAP) == 1


def custody_of_the_newest(afternoon: Afternoon) -> tuple[CustodyLine, ...]:
    trails: list[tuple[CustodyLine, ...]] = []
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window,
        lambda desk: desk.custody.trail(desk.evidence.page(0, 1).rows[0].id),
        trails.append,
    )
    afternoon.wait(lambda: trails)
    return trails[0]


def test_that_thirty_screenshots_become_one_conversation_on_paper(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pictures = saved(tmp_path, PICTURES)
    afternoon.unlock()
    _page, form = building(afternoon, ask, pictures)
    assert len(form.board.shots) == PICTURES
    form.title.setText("Messages between Wren and a classmate")
    form.place.setText("A messenger, group 6H girls")
    put_in_order(afternoon, form)
    mark_overlap_and_gap(afternoon, form)
    afternoon.press(Qt.Key.Key_Return, CTRL)

    read = page_of(afternoon, ConversationPage)
    text = read.text.toPlainText()
    assert text.count("Overlaps the picture before: its first 2 messages stand in both") == 1
    assert text.count("because you said you would (2)") == 1
    assert "Gap: what came before this picture was not captured. Wren says" in text
    assert text.index("Picture 1 ") < text.index("Picture 30 ")
    afternoon.press(Qt.Key.Key_E, CTRL)
    way = way_out(afternoon)
    way.whom.sort.setCurrentIndex(SORTS.index(RecipientSort.POLICE) + 1)
    way.whom.who.setText("Constable Rook")
    way.whom.purpose.setPlainText("Report of 18 November")
    way.finish()
    assert len(way.what.pictures.chosen()) == PICTURES
    way.finish()
    assert way.what.pictures.field.error() == "Look at each one that goes, then tick that you did."
    way.what.pictures.looked_at.setChecked(True)
    way.finish()
    afternoon.wait(lambda: way.step == HOW)
    way.finish()
    # The first page is there before the others: nothing can leave until those are.
    afternoon.qtbot.waitUntil(lambda: way.step == PAGES and not way.next.is_busy(), timeout=120_000)
    paper = tmp_path / "conversation.pdf"
    ask.will(paper)
    way.finish()
    afternoon.qtbot.waitUntil(lambda: way.step == GONE, timeout=120_000)
    assert paper.read_bytes().startswith(b"%PDF-")
    sorts = [line.sort for line in custody_of_the_newest(afternoon)]
    assert sorts[-2:] == [CustodySort.PUT_IN_ORDER, CustodySort.EXPORTED]
