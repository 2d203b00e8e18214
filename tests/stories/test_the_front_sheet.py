"""What stands beside somebody: only what is so, and nothing about a child beside an adult."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.child_file import (
    ChildFile,
    ChildFileDraft,
    ChildStatus,
    Contact,
    PhotoException,
    Tie,
)
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.person import Person, PersonDraft, PersonKind, PersonRow, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.people import PersonPage
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.people.front_sheet import FrontSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ID = "0a" * 16
STAMP = Stamp(EntryId(ID), 1, "f" * 64)
WREN = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
LINNET = PersonRow(RecordId("0b" * 16), EntryId("0b" * 16), replace(WREN, forename="Linnet"))
FILE = ChildFileDraft(
    PersonRef("Wren Tamarisk", ID),
    contacts=(Contact(PersonRef("Carys Tamarisk"), "Mother", responsible=True),),
    siblings=(Tie(PersonRef("Linnet Tamarisk", LINNET.id), "Sister"),),
)


def a_page(draft: PersonDraft = WREN, file: ChildFileDraft | None = FILE) -> PersonPage:
    person = Person(RecordId(ID), 1, "2026-11-19T12:14:00+00:00", "Maya Fernsby", draft, STAMP)
    kept = None
    if file is not None:
        kept = ChildFile(RecordId("0c" * 16), 1, "", "Maya Fernsby", file, STAMP)
    return PersonPage(person, kept, (), (LINNET,) if file else ())


def told(qtbot: QtBot, page: PersonPage) -> list[str]:
    sheet = FrontSheet()
    qtbot.addWidget(sheet)
    sheet.show_page(page)
    sheet.show_who("Children", ("Maya Fernsby",))
    return [one.words for one in sheet.findChildren(Label)]


def test_that_contacts_siblings_and_who_can_open_it_stand_on_it(qtbot: QtBot) -> None:
    words = told(qtbot, a_page())
    assert "Carys Tamarisk" in words
    assert "Mother, first contact, parental responsibility" in words
    assert "Sister · pupil" in words
    assert "Maya Fernsby" in words


def test_that_photographs_are_spoken_of_only_where_there_is_an_exception(qtbot: QtBot) -> None:
    assert "Do not post photographs" not in told(qtbot, a_page())
    never = replace(FILE, photo_exception=PhotoException.NOT_POSTED, photo_since="2026-10-09")
    words = told(qtbot, a_page(file=never))
    assert "Do not post photographs" in words
    assert "On the photo exceptions list since 9 October 2026" in words


def test_that_the_help_in_place_stands_there_with_its_day(qtbot: QtBot) -> None:
    helped = replace(FILE, status=ChildStatus.PROTECTION_PLAN, status_since="2026-10-01")
    words = told(qtbot, a_page(file=helped))
    assert words[words.index("Child protection plan") + 1] == "Since 1 October 2026"


def test_that_nothing_of_a_childs_file_stands_beside_an_adult(qtbot: QtBot) -> None:
    lena = PersonDraft(PersonKind.STAFF, "Harebell", "Lena", staff_kind=StaffKind.TEACHER)
    words = told(qtbot, a_page(lena, None))
    assert {"Family and links", "Help in place"}.isdisjoint(words)


def test_that_a_sibling_can_be_opened_from_it(qtbot: QtBot) -> None:
    sheet = FrontSheet()
    qtbot.addWidget(sheet)
    sheet.show_page(a_page())
    link = sheet.findChild(Link)
    assert link is not None
    with qtbot.waitSignal(sheet.person_wanted) as wanted:
        link.click()
    assert wanted.args == [LINNET.id]
