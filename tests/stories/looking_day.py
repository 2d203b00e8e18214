"""What happens often in the stories of looking and capturing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dsl_desk.ui.evidence.viewing_form_page import DecidePage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.services.looking import a_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.viewing import ViewingDraft
    from dsl_desk.ui.kit.page import Page
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

P = TypeVar("P", bound="Page")

EVIDENCE = Spot(Place.EVIDENCE)


def page_of(afternoon: Afternoon, kind: type[P]) -> P:
    """Wait until a page of this kind is shown and read, and return it."""
    stack = afternoon.window.stack
    afternoon.wait(lambda: isinstance(stack.page, kind) and getattr(stack.page, "is_read", True))
    afternoon.at_rest()
    page = stack.page
    assert isinstance(page, kind)
    return page


def decide(afternoon: Afternoon, draft: ViewingDraft) -> ViewingPage:
    """Fill in the form of a decision, and record it with Ctrl Enter."""
    about = f"{NEW}/{draft.concern}" if draft.concern else NEW
    afternoon.window.go(Spot(Place.EVIDENCE, about))
    form = page_of(afternoon, DecidePage)
    form.form.show_draft(draft)
    form.form.whose.show_people([Chosen(draft.whose.name, draft.whose.person)])
    form.form.typed.emit()
    form.finish()
    return page_of(afternoon, ViewingPage)


def a_picture_file(folder: Path, name: str = "Screenshot.png", width: int = 240) -> Path:
    path = folder / name
    path.write_bytes(a_picture(width, 160))
    return path


def words_on(page: QWidget) -> str:
    return "\n".join(each.words for each in page.findChildren(Label) if each.isVisible())


def capture(afternoon: Afternoon, page: ViewingPage, ask: ScriptedAsk, *paths: Path) -> None:
    """Answer the stop, say what it shows, and choose these files."""
    before = len(page.capture.list.buttons)
    page.capture.card.shows.setText("Post naming Wren and mocking her")
    page.capture.card.address.setText("instagram.com/6h.secrets")
    page.capture.stop.no.click()
    ask.will(paths)
    page.capture.card.choose.click()
    if len(paths) > 1:  # the stop is asked anew, by their number
        page.capture.stop.no.click()
    afternoon.wait(lambda: len(page.capture.list.buttons) == before + len(paths))
    afternoon.at_rest()
