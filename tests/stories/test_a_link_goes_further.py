"""A declaration from the lock screen is taken up once, and becomes what it is beyond a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.declaration import fields_of
from dsl_desk.domain.declaration_review import Decision, EscalatedTo
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.left import Became
from dsl_desk.domain.words import label
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import ways_in
from dsl_desk.services.dropping import Dropping
from dsl_desk.ui.allegations.adult_part import STANDINGS
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.drop.left_page import LeftPage
from dsl_desk.ui.drop.list_page import DropPage
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot, left_of
from tests.builders import PASSPHRASE
from tests.services.declaring import KIT, PRIYA, a_declaration, declare, give_passphrase
from tests.services.dropbox import take_in
from tests.services.staffroom import HESTER
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json
    from tests.stories.afternoon import Afternoon

pytestmark = pytest.mark.gate_story


@pytest.fixture
def day(afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch) -> VaultDay:
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    day = VaultDay(afternoon)
    day.school.add_everybody()
    give_passphrase(day.school, HESTER)
    return day


def leave(day: VaultDay, fields: dict[str, Json]) -> Left:
    vault = day.school.vault
    sort, whom = LeftSort.DECLARATION, Whom(LeftAbout.LINK)
    left = Left.fresh(sort, whom, fields, vault.clock.now())
    Dropping(vault.folder, vault.clock).leave(left)
    with day.school.desk(HESTER) as desk:
        take_in(desk)
    return left


def links(day: VaultDay) -> DeclarationsPage:
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    return on(day, DeclarationsPage)


def taken_further(day: VaultDay, goes: EscalatedTo) -> DeclarationsPage:
    """Sign that it is more than a link, and stand before the button that carries it on."""
    with day.school.desk(HESTER) as desk:
        declare(desk, a_declaration())
    sit_down(day, HESTER)
    page = links(day)
    settle(day)
    part = page.pane.decision
    assert part is not None
    part.cards[Decision.ESCALATED].click()
    part.goes.setCurrentText(label(goes))
    part.why.setPlainText("She writes to him alone at night.")
    part.passphrase.put(PASSPHRASE)
    page.finish()
    settle(day)
    return page


def test_that_the_two_buttons_take_a_declaration_up_once(day: VaultDay) -> None:
    left = leave(day, fields_of(a_declaration()))
    sit_down(day, HESTER)
    page = links(day)
    settle(day)
    assert page.side.left.text() == "Take up 1 from the lock screen"
    waiting = page._left
    day.afternoon.window.go(left_of(left.id))
    note = on(day, LeftPage)
    settle(day)
    note.buttons[Became.DECLARATION].click()
    page = on(day, DeclarationsPage)
    settle(day)
    assert page.pane.header.title.words == PRIYA
    assert not page.side.left.isVisible()
    # Pressed on the other page before it had heard: it is the same declaration still.
    page._left = waiting
    page._take_up()
    settle(day)
    assert len(page.side.list.rows) == 1
    day.afternoon.window.go(left_of(left.id))
    note = on(day, LeftPage)
    settle(day)
    assert note.go_on.isVisible()
    assert not note.buttons[Became.DECLARATION].isVisible()


def test_that_one_that_cannot_be_read_does_not_stand_before_the_others(day: VaultDay) -> None:
    leave(day, {"words": "not one"})
    day.school.vault.clock.advance(minutes=1)
    leave(day, fields_of(a_declaration()))
    sit_down(day, HESTER)
    page = links(day)
    settle(day)
    page.side.left.click()
    settle(day)
    assert "does not read as a whole declaration" in page.side.notice.words()
    assert page.side.left.text() == "Take up 1 from the lock screen"
    page.side.left.click()
    settle(day)
    assert page.pane.header.title.words == PRIYA
    assert not page.side.left.isVisible()


def test_that_a_low_level_concern_has_all_that_was_declared(day: VaultDay) -> None:
    page = taken_further(day, EscalatedTo.LOW_LEVEL)
    assert page.pane.further is not None
    page.pane.further.click()
    form = on(day, LowLevelPage)
    settle(day)
    draft = form.form.draft()
    assert draft.adult.name == PRIYA
    for words in (KIT, "WhatsApp family group", "swap to Fridays", "writes to him alone at night"):
        assert words in draft.words
    form.form.adult.standing.setCurrentIndex(STANDINGS.index(Standing.EMPLOYED))
    form.finish()
    on(day, LowLevelConcernPage)
    page = links(day)
    page.choose(page.side.list.rows[0].record)
    settle(day)
    assert page.pane.further is not None
    assert page.pane.further.text() == "Open what it became"
    page.pane.further.click()
    on(day, LowLevelConcernPage)


def test_that_an_allegation_has_all_that_was_declared_and_the_pupil(day: VaultDay) -> None:
    page = taken_further(day, EscalatedTo.ALLEGATION)
    assert page.pane.further is not None
    page.pane.further.click()
    form = on(day, IntakePage)
    settle(day)
    draft = form.form.draft()
    assert (draft.adult.name, [one.name for one in draft.children]) == (PRIYA, [KIT])
    assert "WhatsApp family group" in draft.words
    form.form.words.setPlainText("Half a sentence of something else")
    form.step_back()
    # It is begun, and not written over by another.
    page = on(day, DeclarationsPage)
    settle(day)
    assert page.pane.further is not None
    page.pane.further.click()
    page = on(day, DeclarationsPage)
    day.afternoon.window.go(Spot(Place.DECLARATIONS, f"{page.record}/allegation"))
    form = on(day, IntakePage)
    settle(day)
    assert form.form.words.text() == "Half a sentence of something else"
    form.form.adult.standing.setCurrentIndex(STANDINGS.index(Standing.EMPLOYED))
    form.form.safe.setCurrentText(label(SafeNow.YES))
    form.form.lines["told_to"].setText(HESTER)
    form.finish()
    settle(day)
    on(day, AllegationPage)


def test_that_the_palette_leads_to_what_was_left(day: VaultDay) -> None:
    sit_down(day, HESTER)
    day.afternoon.window.open_palette()
    palette = day.afternoon.window.findChild(Palette)
    assert palette is not None
    palette.line.setText("left for")
    palette.take(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    on(day, DropPage)
