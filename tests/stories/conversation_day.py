"""What happens often in the stories of conversations: pictures handed in, and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.evidence.conversation_form_page import BuildPage
from dsl_desk.ui.evidence.handed_in_page import HandedInPage, TakePage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import HANDED, Spot
from tests.stories.looking_day import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.evidence.capture_desk import CaptureDesk
    from dsl_desk.ui.evidence.conversation_form import ConversationForm
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def handed_in(afternoon: Afternoon) -> HandedInPage:
    afternoon.window.go(Spot(Place.EVIDENCE, HANDED))
    form = page_of(afternoon, TakePage)
    form.form.from_whom.setText("Wren's mother")
    form.form.at.show_at("2026-11-19T08:30")
    form.form.how.setText("On her telephone, sent to the office")
    form.form.words.setPlainText("Screenshots of a chat")
    form.finish()
    return page_of(afternoon, HandedInPage)


def take_in(desk: CaptureDesk, ask: ScriptedAsk, paths: tuple[Path, ...]) -> None:
    """Answer the stop, choose so many files, and answer it again for all of them."""
    desk.card.shows.setText("One picture of a chat")
    desk.card.address.setText("6H girls, on a telephone")
    desk.stop.no.click()
    ask.will(paths)
    desk.card.choose.click()
    if len(paths) > 1:
        assert f"these {len(paths)} files" in desk.stop.accessibleName()
        assert desk.stop.answer() is None
        desk.stop.no.click()


def building(
    afternoon: Afternoon, ask: ScriptedAsk, paths: tuple[Path, ...]
) -> tuple[BuildPage, ConversationForm]:
    """Take these pictures in, the newest first, and begin to put them together."""
    given = handed_in(afternoon)
    take_in(given.capture, ask, paths[::-1])
    buttons = given.capture.list
    afternoon.qtbot.waitUntil(lambda: len(buttons.buttons) == len(paths), timeout=90_000)
    afternoon.at_rest()
    given.conversations.make.click()
    page = page_of(afternoon, BuildPage)
    assert page.builder is not None
    return page, page.builder
