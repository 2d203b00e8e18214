"""The first week of a school year: the list comes in, and then a transfer file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.person import PersonKind
from dsl_desk.ui.people.import_page import CHOOSE, COLUMNS, DONE, LOOK, ImportPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import IMPORT, Spot
from tests.intake.lists import WREN, a_csv, a_ctf, many_pupils
from tests.stories.afternoon import CTRL
from tests.stories.people_day import people, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def choose(afternoon: Afternoon, ask: ScriptedAsk, path: Path) -> ImportPage:
    """Open the import and choose a list."""
    afternoon.window.go(Spot(Place.PEOPLE, IMPORT))
    page = afternoon.window.stack.page
    assert isinstance(page, ImportPage)
    ask.will(path)
    page.choose.start_wanted.emit()
    afternoon.wait(lambda: page.step in {COLUMNS, LOOK} or page.notice.isVisible())
    return page


def test_that_a_list_of_1200_pupils_comes_in_and_then_a_transfer_file_with_changes(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pupils = [WREN, *many_pupils(1199)]
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv([*pupils, (*WREN[:1], "=1+1", *WREN[2:])]))
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    assert page.step == COLUMNS
    assert page.mapping.mapping()["born"] == "DOB"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    # One UPN in two rows: neither is taken in, and each says why.
    assert page.button.text() == "Import 1,199 pupils"
    assert people_count(afternoon) == 0
    afternoon.window.go(Spot(Place.PEOPLE, IMPORT))

    path.write_bytes(a_csv(pupils))
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert page.button.text() == "Import 1,200 pupils"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    assert "1,200 pupils" in page.header.subtitle.words
    assert people_count(afternoon) == 1200

    moved = [(*WREN[:1], "Sedgewick", *WREN[2:]), *pupils[1:1195], new_pupil()]
    path.write_bytes(a_ctf(moved))
    page = choose(afternoon, ask, path)
    afternoon.wait(lambda: page.step == LOOK)
    heaps = page.dry_run.heaps
    assert heaps is not None
    words = [button.text() for button in heaps.findChildren(type(heaps._group.button(0)))]
    assert words == ["New 1", "Changed 1", "Not in the list 5", "Refused 0", "To ask 0"]
    heaps.choose(2)
    page.dry_run.leavers.setChecked(True)
    assert page.button.text() == "Import 7 pupils"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    listed = people(afternoon)
    listed.look_for()
    afternoon.type("wren sedgwick")  # a letter is missing
    afternoon.at_rest()
    assert [listed.tables[PersonKind.PUPIL].model.row(0).name] == ["Wren Sedgewick"]
    afternoon.press(Qt.Key.Key_Return)
    assert "Wren Sedgewick" in read(afternoon).header.title.words
    afternoon.lock()
    assert afternoon.check().parts


def new_pupil() -> tuple[str, ...]:
    return ("B123456789012", "Reed", "Linnet", "", "01/09/2021", "F", "Year 1", "1H")


def people_count(afternoon: Afternoon) -> int:
    page = people(afternoon)
    kind = PersonKind.PUPIL
    return page.tables[kind].pager.pages.total if page.tables[kind].isVisible() else 0


def test_that_a_file_that_is_no_list_is_answered_with_a_sentence_and_nothing_is_lost(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.xml"
    path.write_bytes(b'<!DOCTYPE c [<!ENTITY a "b">]><CTfile>&a;</CTfile>')
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    assert page.step == CHOOSE
    assert page.notice.isVisible()
    path.write_bytes(a_csv([WREN]))
    page = choose(afternoon, ask, path)
    assert page.step == COLUMNS
    assert not page.notice.isVisible()


def test_that_a_doubt_is_asked_and_written_only_once_it_is_answered(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv([WREN]))
    afternoon.unlock()
    take_all(afternoon, choose(afternoon, ask, path))
    path.write_bytes(a_csv([("", "Tamarask", *WREN[2:])]))
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert not page.button.isEnabled()
    page.dry_run.answers[2].choose(1)
    assert page.button.text() == "Import 1 pupil"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    assert people_count(afternoon) == 1


def take_all(afternoon: Afternoon, page: ImportPage) -> None:
    for step in (LOOK, DONE):
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.wait(partial(_is_at, page, step))


def _is_at(page: ImportPage, step: int) -> bool:
    return page.step == step


def test_that_an_import_that_is_stopped_keeps_what_is_written_and_goes_on_another_time(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv(many_pupils(1100)))
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    page.progress.cancel_wanted.emit()
    afternoon.wait(lambda: page.step == DONE)
    assert "500 pupils written down" in page.header.subtitle.words
    assert people_count(afternoon) == 500
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert page.button.text() == "Import 600 pupils"
