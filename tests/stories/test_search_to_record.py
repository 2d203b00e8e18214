"""From a few letters in the palette to the person or the record, by keys alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def kept(afternoon: Afternoon) -> Afternoon:
    with closing(afternoon._open()) as desk:
        draft = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
        desk.people.add(draft, an_entry_id(afternoon.clock))
        said = a_concern_draft(words="“nobody wants u on the residential.”")
        desk.concerns.record(said, an_entry_id(afternoon.clock))
        account = a_draft(RegisterName.ACCOUNTS)
        desk.registers.record(account, an_entry_id(afternoon.clock))
    afternoon.unlock()
    return afternoon


def offered(afternoon: Afternoon) -> list[str]:
    palette = afternoon.window.findChild(Palette)
    assert palette is not None
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_that_a_mistyped_name_leads_to_the_person(kept: Afternoon) -> None:
    kept.press(Qt.Key.Key_K, CTRL)
    kept.type("tamarsk")
    kept.wait(lambda: "Wren Tamarisk" in offered(kept))
    kept.press(Qt.Key.Key_Return)
    kept.wait(lambda: isinstance(kept.window.stack.page, PersonPage))


def test_that_a_word_that_was_said_leads_to_the_record(kept: Afternoon) -> None:
    kept.press(Qt.Key.Key_K, CTRL)
    kept.type("residential")
    kept.wait(lambda: any(words.startswith("Concern C-2026-001") for words in offered(kept)))
    kept.press(Qt.Key.Key_Return)
    kept.wait(lambda: isinstance(kept.window.stack.page, ConcernPage))


def test_that_a_word_of_a_register_leads_to_its_entry(kept: Afternoon) -> None:
    kept.press(Qt.Key.Key_K, CTRL)
    kept.type("famil")
    kept.wait(lambda: "Accounts we run: Facebook" in offered(kept))
    kept.press(Qt.Key.Key_Return)
    kept.wait(lambda: isinstance(kept.window.stack.page, EntryPage))


def test_that_what_is_found_stands_above_the_commands_and_goes_with_its_letters(
    kept: Afternoon,
) -> None:
    kept.press(Qt.Key.Key_K, CTRL)
    every = offered(kept)
    kept.type("re")
    kept.wait(lambda: any(words.startswith("Concern C-2026-001") for words in offered(kept)))
    assert "Record a concern" in offered(kept)[1:]
    kept.press(Qt.Key.Key_A, CTRL)
    kept.press(Qt.Key.Key_Delete)
    kept.at_rest()
    assert offered(kept) == every


def test_that_the_letters_that_were_typed_are_marked_and_only_where_they_were_found(
    kept: Afternoon,
) -> None:
    def marked() -> bool:
        palette = kept.window.findChild(Palette)
        assert palette is not None
        picture = palette.list.grab().toImage()
        colour = theme().colour(Meaning.MATCH)
        across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
        return any(picture.pixelColor(x, y) == colour for x in across for y in down)

    kept.press(Qt.Key.Key_K, CTRL)
    assert not marked()
    kept.type("tamarsk")
    kept.wait(lambda: "Wren Tamarisk" in offered(kept))
    assert marked()


def test_that_whoever_cannot_read_children_is_told_of_no_record(kept: Afternoon) -> None:
    assert kept.front is not None
    kept.front.worker.ask(
        kept.window, lambda desk: desk.sitting.leave(Compartment.CHILDREN), lambda _done: None
    )
    kept.at_rest()
    kept.press(Qt.Key.Key_K, CTRL)
    kept.type("residential")
    kept.at_rest()
    assert offered(kept) == []
