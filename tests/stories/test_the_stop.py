"""For every way in: nothing was read before the stop was answered with No."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QScreen
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from dsl_desk.domain.stop import StopAnswer
from dsl_desk.ui.evidence.capture_card import DropZone
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.evidence.words_only_page import WordsOnlyPage
from dsl_desk.ui.evidence.words_page import WordsPage
from dsl_desk.ui.kit.question import Yes
from tests.services.looking import a_picture, a_viewing_of
from tests.stories.looking_day import a_picture_file, decide, page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


class Doors:
    """What was read at the doors of the system."""

    def __init__(self, patch: pytest.MonkeyPatch, watched: Path) -> None:
        self.read: list[str] = []

        def is_ours(args: tuple[object, ...]) -> bool:
            return isinstance(args[0], Path) and args[0].parent == watched

        for owner, name, told, counts in (
            (Path, "open", "file", is_ours),
            (QClipboard, "mimeData", "clipboard", None),
            (QClipboard, "text", "clipboard", None),
            (QClipboard, "image", "clipboard", None),
            (QScreen, "grabWindow", "screen", None),
        ):
            patch.setattr(owner, name, self._spy(getattr(owner, name), told, counts))

    def _spy(
        self,
        real: Callable[..., object],
        told: str,
        counts: Callable[[tuple[object, ...]], bool] | None,
    ) -> Callable[..., object]:
        def spy(*args: object, **more: object) -> object:
            if counts is None or counts(args):
                self.read.append(told)
            return real(*args, **more)

        return spy


class Offered(QMimeData):
    """What is dropped; it knows whether anybody looked into it."""

    looked = False

    @override
    def hasFormat(self, kind: str) -> bool:
        self.looked = True
        return super().hasFormat(kind)

    @override
    def urls(self) -> list[QUrl]:
        self.looked = True
        return super().urls()


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Doors:
    return Doors(monkeypatch, tmp_path)


@pytest.fixture
def page(afternoon: Afternoon) -> ViewingPage:
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    page.capture.card.shows.setText("Post naming Wren")
    return page


def put_on_the_clipboard() -> None:
    mime = QMimeData()
    mime.setData("image/png", a_picture())
    QApplication.clipboard().setMimeData(mime)


def drop(zone: DropZone, mime: QMimeData) -> None:
    """Drop as Qt does: only a widget that takes drops hears of it."""
    if not zone.acceptDrops():
        return
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    act = Qt.DropAction.CopyAction
    zone.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), act, mime, left, none))
    zone.dropEvent(QDropEvent(QPointF(5, 5), act, mime, left, none))


def zone_of(page: ViewingPage) -> DropZone:
    zone = page.capture.card.findChild(DropZone)
    assert isinstance(zone, DropZone)
    return zone


def kept(afternoon: Afternoon, page: ViewingPage, count: int = 1) -> None:
    afternoon.wait(lambda: len(page.capture.list.buttons) == count)
    afternoon.at_rest()


@pytest.mark.parametrize("answer", ["nothing", "unsure"])
def test_that_nothing_is_pasted_before_the_stop_is_answered_no(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, answer: str
) -> None:
    put_on_the_clipboard()
    doors.read.clear()
    if answer == "unsure":
        page.capture.stop.unsure.setChecked(True)
    page.capture.paste()
    page.capture.card.paste.click()
    afternoon.at_rest()
    assert doors.read == []


def test_that_a_picture_is_pasted_once_it_is_answered_no(
    afternoon: Afternoon, page: ViewingPage, doors: Doors
) -> None:
    put_on_the_clipboard()
    doors.read.clear()
    page.capture.stop.no.click()
    assert doors.read == []
    page.capture.paste()
    kept(afternoon, page)
    assert "clipboard" in doors.read
    doors.read.clear()
    page.capture.paste()  # an answer is for one capture
    afternoon.at_rest()
    assert doors.read == []


def test_that_no_file_is_opened_before_the_stop_is_answered_no(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = a_picture_file(tmp_path)
    doors.read.clear()
    page.capture.card.choose.click()
    afternoon.at_rest()
    assert (doors.read, ask.asked) == ([], [])
    page.capture.stop.no.click()
    ask.will((path,))
    page.capture.card.choose.click()
    kept(afternoon, page)
    assert doors.read == ["file"]


def test_that_for_several_files_the_number_is_named_and_none_is_opened_before(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, ask: ScriptedAsk, tmp_path: Path
) -> None:
    paths = tuple(a_picture_file(tmp_path, f"{n}.png", 200 + n) for n in range(3))
    doors.read.clear()
    page.capture.stop.no.click()
    ask.will(paths)
    page.capture.card.choose.click()
    afternoon.at_rest()
    assert doors.read == []
    assert page.capture.stop.answer() is None
    assert "every one of these 3 files" in page.capture.stop.accessibleName()
    assert not page.capture.stop.not_all.isHidden()
    page.capture.stop.no.click()
    kept(afternoon, page, 3)
    assert doors.read == ["file"] * 3


def test_that_nothing_of_several_files_is_opened_where_not_all_were_seen(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, ask: ScriptedAsk, tmp_path: Path
) -> None:
    paths = tuple(a_picture_file(tmp_path, f"{n}.png", 200 + n) for n in range(2))
    doors.read.clear()
    page.capture.stop.no.click()
    ask.will(paths)
    page.capture.card.choose.click()
    page.capture.stop.not_all.click()
    page_of(afternoon, WordsPage)
    assert doors.read == []


def test_that_nothing_dropped_is_looked_at_before_the_stop_is_answered_no(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, tmp_path: Path
) -> None:
    offered = Offered()
    offered.setUrls([QUrl.fromLocalFile(str(a_picture_file(tmp_path)))])
    doors.read.clear()
    drop(zone_of(page), offered)
    afternoon.at_rest()
    assert not offered.looked
    page.capture.stop.no.click()
    drop(zone_of(page), offered)
    kept(afternoon, page)
    assert doors.read == ["file"]


def test_that_a_dropped_picture_without_a_file_is_taken_in_behind_a_fresh_no(
    afternoon: Afternoon, page: ViewingPage
) -> None:
    mime = QMimeData()
    mime.setData("image/png", a_picture())
    page.capture.stop.no.click()
    afternoon.clock.advance(minutes=11)
    drop(zone_of(page), mime)
    afternoon.at_rest()
    assert page.capture.list.buttons == []
    page.capture.stop.no.click()
    drop(zone_of(page), mime)
    kept(afternoon, page)


def test_that_an_empty_clipboard_is_told_in_words_and_asks_anew(
    afternoon: Afternoon, page: ViewingPage
) -> None:
    QApplication.clipboard().clear()
    page.capture.stop.no.click()
    page.capture.paste()
    afternoon.wait(lambda: not page.capture.notice.isHidden())
    assert page.capture.stop.answer() is None


def test_that_what_is_missing_is_said_before_anything_is_read(
    afternoon: Afternoon, page: ViewingPage, doors: Doors
) -> None:
    put_on_the_clipboard()
    page.capture.card.shows.clear()
    doors.read.clear()
    page.capture.stop.no.click()
    page.capture.paste()
    afternoon.at_rest()
    assert doors.read == []
    assert page.capture.card.fields["shows"].error()


def test_that_yes_leads_to_words_only_and_back_only_with_a_reason(
    afternoon: Afternoon, page: ViewingPage, doors: Doors, ask: ScriptedAsk
) -> None:
    put_on_the_clipboard()
    doors.read.clear()
    page.capture.stop.unsure.click()
    assert page.capture.stop.answer() is StopAnswer.NOT_SURE
    words = page_of(afternoon, WordsPage)
    ask.will(None, Yes("It is the cover of a book"))
    words.mistake.click()
    assert afternoon.window.stack.page is words
    words.mistake.click()
    page = page_of(afternoon, ViewingPage)
    assert page.capture.stop.answer() is None
    page.capture.stop.unsure.click()
    words = page_of(afternoon, WordsPage)
    words.form.words.setPlainText("She was told that a picture of her is going round")
    words.form.lines["told_by"].setText("Wren Tamarisk")
    words.finish()
    record = page_of(afternoon, WordsOnlyPage)
    assert "WO-2026-001" in record.header.title.words
    assert doors.read == []
