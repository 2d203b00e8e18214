"""The tour among people: a list comes in, a child's file is kept, two records become one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.ui.people.account_form_page import AccountFormPage
from dsl_desk.ui.people.duplicates_page import DuplicatesPage
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.import_page import COLUMNS, DONE, LOOK, ImportPage
from dsl_desk.ui.people.people_page import PeoplePage
from dsl_desk.ui.people.person_form_page import AddPersonPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import ACCOUNT, FILE, IMPORT, NEW, TODAY, TWICE, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.shell.window import DeskWindow

_LIST: Final = """UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,Year Group,Reg Group
A123456789012,Tamarisk,Wren,,02/03/2016,F,Year 6,6H
A123456789013,Tamarisk,Linnet,,04/05/2018,F,Year 3,3W
A123456789014,Meadowcroft,Christopher,Kit,11/01/2017,M,Year 5,5R
A123456789015,Rushbrook,Teasel,,31/02/2016,F,Year 6,6H
,Meadowcroft,Kit,,11/01/2017,M,Year 5,5R
A123456789016,=SUM(A1),Bryony,,09/09/2015,F,Year 6,6R
"""
PICTURES: Final = 11


def look_at_people(window: DeskWindow, album: Album) -> None:
    """Go through every page of People, as it is filled."""
    window.go(Spot(Place.PEOPLE))
    album.take(window, "40-people-empty")
    window.go(Spot(Place.PEOPLE, NEW))
    adding = window.stack.page
    if not isinstance(adding, AddPersonPage):
        raise TourStuckError
    album.take(window, "41-add-a-person")
    adding.form.kind.choose(1)
    adding.finish()
    until(lambda: not adding.button.is_busy())
    album.take(window, "42-add-a-person-needs-a-look")
    _import(window, album)
    window.go(Spot(Place.PEOPLE))
    page = window.stack.page
    if not isinstance(page, PeoplePage):
        raise TourStuckError
    until(lambda: _first(page) and page.twice.isVisible())
    album.take(window, "46-people")
    page.search.setText("wern tamrisk")
    page.search.textEdited.emit(page.search.text())
    until(lambda: "Wren" in _first(page))
    _child(window, album, page.tables[page.kind_shown].model.row(0).id)
    window.go(Spot(Place.PEOPLE, TWICE))
    twice = window.stack.page
    until(lambda: isinstance(twice, DuplicatesPage) and twice.joins)
    album.take(window, "50-the-same-person-twice")
    window.go(TODAY)


def _first(page: PeoplePage) -> str:
    table = page.tables.get(page.kind_shown)
    return table.model.row(0).name if table is not None and table.model.rowCount() else ""


def _import(window: DeskWindow, album: Album) -> None:
    window.go(Spot(Place.PEOPLE, IMPORT))
    page = window.stack.page
    if not isinstance(page, ImportPage):
        raise TourStuckError
    with tempfile.TemporaryDirectory(prefix="dsl-desk-tour-") as drawer:
        path = Path(drawer) / "pupils.csv"
        path.write_text(_LIST, "utf-8")
        page.read(path)
        until(lambda: page.step == COLUMNS)
    album.take(window, "43-import-columns")
    page.finish()
    until(lambda: page.step == LOOK)
    album.take(window, "44-import-dry-run")
    page.finish()
    until(lambda: page.step == DONE)
    album.take(window, "45-import-done")


def _child(window: DeskWindow, album: Album, person: str) -> None:
    window.go(Spot(Place.PEOPLE, f"{person}/{FILE}"))
    page = window.stack.page
    until(lambda: isinstance(page, FileFormPage) and page.form is not None)
    if isinstance(page, FileFormPage) and page.form is not None:
        page.form.fill(
            {
                "status": "2",
                "photo": "1",
                "photo_since": "9 October 2026",
                "contacts": '[["Carys Tamarisk", "", "Mother", "01632 960 111", true]]',
                "siblings": '[["Linnet Tamarisk", "", "Sister", "", false]]',
            }
        )
        album.take(window, "47-childs-file")
        _keep(window, page)
    window.go(Spot(Place.PEOPLE, f"{person}/{ACCOUNT}"))
    account = window.stack.page
    until(lambda: isinstance(account, AccountFormPage) and account.form is not None)
    if isinstance(account, AccountFormPage) and account.form is not None:
        told = {"platform": "Chirrup", "handle": "@quiet_fern", "basis": "Wren showed it to us"}
        account.form.fill(told)
        album.take(window, "48-account-online")
        _keep(window, account)
    album.take(window, "49-person")


def _keep(window: DeskWindow, page: FormPage) -> None:
    page.finish()
    until(lambda: isinstance(window.stack.page, PersonPage) and window.stack.page.is_read)
