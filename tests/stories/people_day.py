"""What happens often in the stories of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.ui.people.people_page import PeoplePage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


PEOPLE = Spot(Place.PEOPLE)


def people(afternoon: Afternoon) -> PeoplePage:
    """Go to the list of people, and return it as it has been read."""
    afternoon.window.go(PEOPLE)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, PeoplePage)
    return page


def added(afternoon: Afternoon, forename: str, surname: str) -> PersonPage:
    """Add a pupil with the keyboard alone."""
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    afternoon.type(forename)
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type(surname)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    return read(afternoon)


def read(afternoon: Afternoon) -> PersonPage:
    """Wait until a person is shown and read."""
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    return page
