"""From the decision to a copy that others may see, and what is left of the rest: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.plain_picture import PlainPicture, written
from dsl_desk.domain.sharing_marks import Area, CoverReason, MarkSort
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.evidence.copy_page import CopyPage
from dsl_desk.ui.evidence.shared_page import SharedPage
from dsl_desk.ui.evidence.use_page import UsePage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.looking import a_viewing_of
from tests.stories.afternoon import CTRL, SHIFT
from tests.stories.looking_day import capture, decide, page_of, words_on
from tests.stories.papers import goes_out, pictures_in
from tests.stories.people_day import added

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

WIDE, HIGH = 320, 240
FACE = Area(40, 40, 80, 64)
SECRET = bytes([201, 37, 113])  # a colour that stands nowhere but in the face


def a_post(folder: Path, name: str = "post.png") -> Path:
    """A picture of one shade, with a face of another in it."""
    rgb = bytearray(bytes([180, 190, 200]) * (WIDE * HIGH))
    for line in range(FACE.top, FACE.top + FACE.height):
        start = (line * WIDE + FACE.left) * 3
        rgb[start : start + FACE.width * 3] = SECRET * FACE.width
    path = folder / name
    path.write_bytes(written(PlainPicture(WIDE, HIGH, bytes(rgb))))
    return path


@pytest.fixture
def copying(afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path) -> CopyPage:
    """A picture is captured, and stands open for a copy to be made."""
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    capture(afternoon, page, ask, a_post(tmp_path))
    return begun(afternoon, page)


def begun(afternoon: Afternoon, page: ViewingPage) -> CopyPage:
    page = page_of(afternoon, ViewingPage)
    page.capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    afternoon.wait(viewer.copy.isEnabled)
    viewer.copy.click()
    copying = page_of(afternoon, CopyPage)
    copying.bar.clear.click()
    afternoon.window.activateWindow()
    afternoon.wait(afternoon.window.isActiveWindow)
    return copying


def drag(afternoon: Afternoon, page: CopyPage, area: Area) -> None:
    """Draw a box with the mouse, in pixels of the picture."""
    view, sheet = page.view.viewport(), page.view.widget()
    assert sheet is not None
    scale = sheet.width() / WIDE
    begin, end = (
        sheet.mapTo(view, QPoint(round(x * scale), round(y * scale)))
        for x, y in (
            (area.left, area.top),
            (area.left + area.width, area.top + area.height),
        )
    )
    afternoon.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    afternoon.qtbot.mouseMove(view, pos=(begin + end) / 2)
    afternoon.qtbot.mouseMove(view, pos=end)
    afternoon.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def give_reason(page: CopyPage, at: int, reason: CoverReason) -> None:
    pick = page.panel.marks.rows[at].reason
    pick.setCurrentIndex(list(CoverReason).index(reason))
    pick.activated.emit(pick.currentIndex())


def pixels_of(afternoon: Afternoon, page: SharedPage) -> bytes:
    """Read the sealed copy once more, as its page does."""
    found: list[bytes] = []
    record = page.record
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window,
        lambda desk: desk.sharing.picture(desk.sharing.read(record)).rgb,
        found.append,
    )
    afternoon.wait(lambda: found)
    return found[0]


def shows_the_face(rgb: bytes) -> bool:
    """Tell whether anything has nearly its colour: a display copy keeps no exact one."""
    pairs = zip(rgb[0::3], rgb[1::3], strict=True)
    return any(red - green > (SECRET[0] - SECRET[1]) // 2 for red, green in pairs)


def trail(afternoon: Afternoon, record: str) -> tuple[CustodyLine, ...]:
    found: list[tuple[CustodyLine, ...]] = []

    def read(desk: Desk) -> tuple[CustodyLine, ...]:
        return desk.custody.trail(record)  # type: ignore[arg-type]  # a record's id, as text

    assert afternoon.front is not None
    afternoon.front.worker.ask(afternoon.window, read, found.append)
    afternoon.wait(lambda: found)
    return found[0]


def test_that_a_look_ends_as_a_covered_copy_in_the_paper_of_its_decision(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    added(afternoon, "Wren", "Tamarisk")
    whose = PersonRef("Wren Tamarisk", afternoon.window.stack.spot.what)
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock, whose=whose))
    decision = page.record
    capture(afternoon, page, ask, *(a_post(tmp_path, f"post {at}.png") for at in range(3)))
    page.enough.click()
    page.found.words.setPlainText("It names Wren. A picture of another pupil stands beside it.")
    page.found.button.click()
    afternoon.wait(lambda: page.view is not None and page.view.standing is Standing.ENDED)

    copying = begun(afternoon, page)
    drag(afternoon, copying, Area(30, 30, 100, 90))
    give_reason(copying, 0, CoverReason.OTHER_FACE)
    copying.save.click()
    shared = page_of(afternoon, SharedPage)
    afternoon.wait(shared.picture.has_picture)
    assert shared.title == "EV-2026-001-C1"
    assert "1: Face of another pupil" in words_on(shared.facts)
    assert SECRET not in pixels_of(afternoon, shared)

    afternoon.window.go(Spot(Place.PEOPLE, whose.person))
    person = page_of(afternoon, PersonPage)
    afternoon.wait(lambda: "Evidence EV-2026-003, under VD-2026-001" in words_on(person))

    afternoon.window.go(Spot(Place.EVIDENCE, decision))
    page = page_of(afternoon, ViewingPage)
    page.paper.click()
    pictures = pictures_in(goes_out(afternoon, ask, tmp_path / "paper.pdf"))
    assert [len(rgb) for rgb in pictures] == [WIDE * HIGH * 3]
    assert not shows_the_face(pictures[0])
    assert shows_the_face(SECRET)
    page = page_of(afternoon, ViewingPage)
    page.capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    sorts = [line.sort for line in trail(afternoon, viewer.record)]
    assert CustodySort.COPIED in sorts
    assert CustodySort.EXPORTED in sorts
    assert viewer.facts.copies.buttons


def test_that_covers_are_drawn_moved_stretched_removed_and_undone_with_the_keys(
    afternoon: Afternoon, copying: CopyPage
) -> None:
    copying.view.setFocus()
    afternoon.press(Qt.Key.Key_C)
    [mark] = copying.view.draft.marks
    area = mark.area
    afternoon.press(Qt.Key.Key_Right)
    afternoon.press(Qt.Key.Key_Up)
    assert copying.view.draft.marks[0].area == Area(
        area.left + 8, area.top - 8, area.width, area.height
    )
    afternoon.press(Qt.Key.Key_Right, SHIFT)
    afternoon.press(Qt.Key.Key_Down, SHIFT)
    stretched = copying.view.draft.marks[0].area
    assert (stretched.width, stretched.height) == (area.width + 8, area.height + 8)
    afternoon.press(Qt.Key.Key_Delete)
    assert not copying.view.draft.marks
    for _each in range(5):
        afternoon.press(Qt.Key.Key_Z, CTRL)
    assert copying.view.draft.marks == (mark,)
    for key, sort in (
        (Qt.Key.Key_A, MarkSort.ARROW),
        (Qt.Key.Key_N, MarkSort.NOTE),
        (Qt.Key.Key_X, MarkSort.CROP),
    ):
        afternoon.press(key)
        assert copying.view.draft.marks[-1].sort is sort
    afternoon.press(Qt.Key.Key_O)
    page_of(afternoon, ViewerPage)


def test_that_nothing_is_drawn_while_the_picture_is_blurred(
    afternoon: Afternoon, copying: CopyPage
) -> None:
    copying.bar.clear.click()
    copying.view.setFocus()
    afternoon.press(Qt.Key.Key_C)
    drag(afternoon, copying, FACE)
    assert not copying.view.draft.marks
    assert not copying.save.isEnabled()


def test_that_a_copy_waits_for_every_reason_and_says_so_beside_the_cover(
    afternoon: Afternoon, copying: CopyPage
) -> None:
    copying.save.click()
    assert "Cover what others may not see" in words_on(copying.panel)
    drag(afternoon, copying, FACE)
    copying.save.click()
    assert copying.panel.marks.rows[0].field.error() == "Choose a reason."
    assert not copying.save.is_busy()


def test_that_what_was_drawn_is_there_again_when_somebody_comes_back(
    afternoon: Afternoon, copying: CopyPage
) -> None:
    drag(afternoon, copying, FACE)
    afternoon.window.go(Spot(Place.EVIDENCE))
    afternoon.at_rest()
    afternoon.window.back()
    assert page_of(afternoon, CopyPage).view.draft.covers


def test_that_an_arrow_a_note_and_a_crop_are_on_the_finished_copy(
    afternoon: Afternoon, copying: CopyPage
) -> None:
    drag(afternoon, copying, FACE)
    give_reason(copying, 0, CoverReason.OTHER_FACE)
    for tool, area in (
        (1, Area(0, 0, 200, 160)),
        (2, Area(150, 130, -60, -20)),
        (3, Area(5, 140, 120, 15)),
    ):
        copying.bar.tools.choose(tool)
        drag(afternoon, copying, area)
    row = copying.panel.marks.rows[-1]
    row.words.setText("The account")
    row.words.textEdited.emit("The account")
    copying.keep()
    shared = page_of(afternoon, SharedPage)
    afternoon.wait(shared.picture.has_picture)
    told = words_on(shared.facts)
    assert "Cropped" in told
    assert "Note: The account" in told
    plain = pixels_of(afternoon, shared)
    assert len(plain) < WIDE * HIGH * 3
    assert bytes([255, 0, 0]) in plain
    assert SECRET not in plain


def test_that_a_piece_is_used_in_another_concern_and_tells_where_it_came_from(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    concern = afternoon.finish()
    other, ref = afternoon.window.stack.spot, concern.title
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    capture(afternoon, page, ask, a_post(tmp_path))
    page.capture.list.buttons[0].click()
    page_of(afternoon, ViewerPage).facts.use.click()
    using = page_of(afternoon, UsePage)
    using.finish()
    assert "Choose the concern it is used in." in words_on(using.form)
    found: list[Sequence[tuple[str, str, str]]] = []
    using._find(ref, found.append)
    afternoon.wait(lambda: found)
    [(name, key, _whom)] = found[0]
    using.form.concern.show_people([Chosen(name, key)])
    using.form.why.setText("The same post is about her, too")
    using.finish()
    viewer = page_of(afternoon, ViewerPage)
    assert viewer.title == "EV-2026-002"
    afternoon.wait(lambda: "Used here as well, EV-2026-001" in words_on(viewer.facts))
    afternoon.window.go(other)
    rows = page_of(afternoon, ConcernPage).evidence.rows
    assert [row.ref for row in rows.values()] == ["EV-2026-002"]
