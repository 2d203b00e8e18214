"""A parcel of another vault is taken in through the window; what is wrong with one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.founding import found
from dsl_desk.services.parcels import MAGIC
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.transfer_card import ParcelCard
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.transfers.received_page import ReceivedPage
from dsl_desk.ui.transfers.take_in_page import TakeInPage
from tests.builders import a_founder, an_entry_id
from tests.conftest import FONTS
from tests.registers import a_draft, a_pupil
from tests.services.parcel_post import WORDS, a_parcel
from tests.services.test_leaving_a_transfer import a_leaver

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

SEDGE_VALE = "Sedge Vale School"


@pytest.fixture(autouse=True)
def _at_the_lowest_price(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "USUAL", FLOOR)


def a_parcel_from_elsewhere(afternoon: Afternoon, folder: Path) -> Path:
    """Let another school, with a vault and people of its own, send a child's file."""
    tansy = a_founder(name="Tansy Hollybank")
    member = found(folder / "other", SEDGE_VALE, tansy, afternoon.clock)
    desk = open_desk(folder / "other", member, tansy.key, afternoon.place, FONTS)
    whole = a_parcel(desk, a_leaver(desk))
    desk.close()
    file = folder / "file.parcel"
    file.write_bytes(whole)
    return file


def take_in_page(afternoon: Afternoon, surname: str = "Tamarisk") -> tuple[TakeInPage, str]:
    """Go from the entry of a new starter to where a parcel is taken in."""
    desk = afternoon._open()
    child = a_pupil(desk, afternoon.clock, surname, "Wren", starts="2026-11-16")
    draft = a_draft(Name.FILES_RECEIVED, child)
    entry = desk.registers.record(draft, an_entry_id(afternoon.clock)).answer
    desk.close()
    afternoon.unlock()
    afternoon.window.go(Spot(Place.REGISTERS, entry.id))
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    page.findChildren(ParcelCard)[0].take_in.click()
    afternoon.at_rest()
    here = afternoon.window.stack.page
    assert isinstance(here, TakeInPage)
    return here, child


def try_it(afternoon: Afternoon, page: TakeInPage, words: str) -> None:
    """Type the words and let it be opened, until that is answered."""
    page.words.findChildren(QLineEdit)[0].setText(words)
    page.check.click()
    afternoon.wait(lambda: not page.check.is_busy())
    afternoon.at_rest()


def test_that_a_parcel_is_checked_shown_and_taken_in_with_its_origin(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    file = a_parcel_from_elsewhere(afternoon, tmp_path)
    page, child = take_in_page(afternoon)
    ask.will(None)
    page.check.click()  # no file yet: it is asked for, and nobody chose one
    ask.will(file)
    page.choose.click()
    assert page.choose.text() == "file.parcel"
    try_it(afternoon, page, "four other words here")
    assert page.notice.isVisible()
    assert not page.found.isVisible()
    try_it(afternoon, page, WORDS)
    afternoon.wait(page.found.isVisible)
    assert page.lines[0] == "From Sedge Vale School, sent by Tansy Hollybank."
    assert page.lines[1].startswith("About Wren Tamarisk, born 2016-03-02")
    assert any("another child's name covered" in one for one in page.lines)
    assert not any("may not be" in one for one in page.lines)
    page.take.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, PersonPage))
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    afternoon.at_rest()
    person = afternoon.window.stack.page
    assert isinstance(person, PersonPage)
    rows = _rows(afternoon, child)
    came = [row for row, sort in rows if sort is ItemSort.RECEIVED]
    assert len(came) > 3
    person.chronology.received_wanted.emit(came[-1])
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ReceivedPage))
    received = afternoon.window.stack.page
    assert isinstance(received, ReceivedPage)
    afternoon.wait(lambda: received.is_read)
    assert "Sedge Vale School" in received.header.title.words
    assert "Tansy Hollybank" in received.how.words
    for record in came:
        afternoon.window.go(Spot(Place.REGISTERS, f"{record}/received"))
        shown = afternoon.window.stack.page
        assert isinstance(shown, ReceivedPage)
        afternoon.at_rest()
        assert shown.lines
    afternoon.lock()
    assert afternoon.check().entries


def test_that_somebody_elses_file_is_told_before_it_is_taken_in(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    file = a_parcel_from_elsewhere(afternoon, tmp_path)
    page, _child = take_in_page(afternoon, surname="Yarrow")
    ask.will(file)
    page.choose.click()
    try_it(afternoon, page, WORDS)
    afternoon.wait(page.found.isVisible)
    assert page.lines[-1].startswith("This may not be the file of Wren Yarrow")
    afternoon.lock()


def test_that_hostile_parcels_are_refused_in_words_and_nothing_is_written(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    file = a_parcel_from_elsewhere(afternoon, tmp_path)
    whole = file.read_bytes()
    changed = bytearray(whole)
    changed[len(whole) // 2] ^= 1
    page, child = take_in_page(afternoon)
    told = set()
    for content in (
        b"a letter",
        whole[: len(whole) // 2],
        bytes(changed),
        MAGIC.replace(b"1", b"7") + whole[len(MAGIC) :],
    ):
        file.write_bytes(content)
        ask.will(file)
        page.choose.click()
        try_it(afternoon, page, WORDS)
        assert page.notice.isVisible()
        assert not page.found.isVisible()
        told.add(page.notice.words())
    assert len(told) == 3
    file.unlink()
    try_it(afternoon, page, WORDS)
    assert page.notice.isVisible()
    page.take_it()  # there is nothing to take
    assert not [sort for _row, sort in _rows(afternoon, child) if sort is ItemSort.RECEIVED]
    afternoon.lock()


def _rows(afternoon: Afternoon, child: str) -> list[tuple[str, ItemSort]]:
    told: list[list[tuple[str, ItemSort]]] = []

    def read(desk: Desk) -> list[tuple[str, ItemSort]]:
        return [(row.record, row.sort) for row in desk.chronology.of(child, 0, 200).rows]

    assert afternoon.front is not None
    afternoon.front.worker.ask(afternoon.window, read, told.append)
    afternoon.wait(lambda: told)
    return told[0]
