"""A paper of several pages: each is looked at, and any of them can be covered and copied."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from dsl_desk.domain.sharing_marks import CoverReason, MarkSort
from dsl_desk.ui.evidence.shared_page import SharedPage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from tests.services.looking import a_viewing_of
from tests.stories.looking_day import decide, page_of
from tests.stories.test_copies_for_sharing import begun, give_reason

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.evidence.copy_page import CopyPage
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def a_paper(folder: Path) -> Path:
    """Three pages: one white, one all red, one white again."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(300, 200))
    for page in range(3):
        if page == 1:
            canvas.setFillColorRGB(1, 0, 0)
            canvas.rect(0, 0, 300, 200, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    path = folder / "chat.pdf"
    path.write_bytes(content.getvalue())
    return path


def captured(afternoon: Afternoon, ask: ScriptedAsk, path: Path) -> None:
    """Take in a paper that a named person has seen to its end."""
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    card = page.capture.card
    card.shows.setText("A chat, saved as a paper")
    card.address.setText("instagram.com/6h.secrets")
    card.not_one_glance.setChecked(True)
    card.seen_by.setText("Maya Fernsby")
    page.capture.stop.no.click()
    ask.will((path,))
    card.choose.click()
    afternoon.wait(lambda: len(page.capture.list.buttons) == 1)
    afternoon.at_rest()


def test_that_the_second_page_of_a_paper_is_looked_at_covered_and_copied(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    captured(afternoon, ask, a_paper(tmp_path))
    copying = begun(afternoon, page_of(afternoon, ViewingPage))
    steps = copying.bar.steps
    assert steps.isVisible()
    assert (steps.page, steps.pages) == (0, 3)
    assert not steps.before.isEnabled()
    steps.after.click()
    afternoon.wait(lambda: steps.page == 1)
    afternoon.at_rest()
    copying.bar.clear.setChecked(True)
    copying.view.put(MarkSort.COVER)
    assert not steps.after.isEnabled()  # what is drawn belongs to its page
    give_reason(copying, 0, CoverReason.OTHER_NAME)
    copying.save.click()
    shared = page_of(afternoon, SharedPage)
    afternoon.wait(shared.picture.has_picture)
    found: list[tuple[int, bytes]] = []
    record = shared.record
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window,
        lambda desk: (
            desk.sharing.read(record).copied.page,
            desk.sharing.picture(desk.sharing.read(record)).rgb,
        ),
        found.append,
    )
    afternoon.wait(lambda: found)
    [(page, rgb)] = found
    assert page == 1
    assert bytes([255, 0, 0]) in (rgb[:3], rgb[-3:])


def test_that_the_viewer_turns_the_pages_and_a_picture_has_none(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    captured(afternoon, ask, a_paper(tmp_path))
    page_of(afternoon, ViewingPage).capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    steps = viewer.bar.steps
    afternoon.wait(lambda: steps.isVisible() and steps.after.isEnabled())
    steps.after.click()
    afternoon.wait(lambda: steps.page == 1 and steps.before.isEnabled())
    steps.before.click()
    afternoon.wait(lambda: steps.page == 0 and steps.after.isEnabled())


def test_that_single_letters_are_switched_off_for_every_picture(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    captured(afternoon, ask, a_paper(tmp_path))
    copying: CopyPage = begun(afternoon, page_of(afternoon, ViewingPage))
    copying.view.setFocus()
    afternoon.qtbot.keyClick(copying.view, Qt.Key.Key_C)
    assert len(copying.view.draft.marks) == 1
    copying.bar.letters.click()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_O):
        afternoon.qtbot.keyClick(copying.view, key)
    assert len(copying.view.draft.marks) == 1
    copying.view.remove(0)
    grey = copying.view.grey
    afternoon.qtbot.keyClick(copying.view, Qt.Key.Key_G)
    assert copying.view.grey is grey
    copying.bar.letters.click()
    afternoon.qtbot.keyClick(copying.view, Qt.Key.Key_G)
    assert copying.view.grey is not grey
