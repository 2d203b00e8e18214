"""Somebody at the pages about adults: sit down, open a form, name somebody, fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.adult_part import STANDINGS
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.list_page import AdultsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.adults import (
    begin,
)
from tests.services.staffroom import HESTER, MAYA

if TYPE_CHECKING:
    from typing import TypeVar

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.allegations.low_level_page import LowLevelPage
    from dsl_desk.ui.kit.page import Page
    from tests.stories.vault_day import VaultDay

    P = TypeVar("P", bound=Page)
    W = TypeVar("W", bound=QWidget)

WORDS = "“My son showed me his phone. His coach messages him at night.”"


def settle(day: VaultDay) -> None:
    """Let an act be done, the page that shows it be told, and what it asks be answered."""
    for _ in range(3):
        day.afternoon.at_rest()


def sit_down(day: VaultDay, name: str) -> None:
    day.afternoon.member, day.afternoon.key = day.school.ids[name], day.school.keys[name]
    day.afternoon.unlock()
    settle(day)


def on(day: VaultDay, kind: type[P]) -> P:
    settle(day)
    page = day.afternoon.window.stack.page
    assert isinstance(page, kind)
    return page


def card(page: Page, kind: type[W]) -> W:
    """The card that is shown: those of before are on their way out."""
    return next(one for one in page.findChildren(kind) if one.isVisible())


def adults(day: VaultDay) -> AdultsPage:
    day.afternoon.window.go(Spot(Place.ADULTS))
    return on(day, AdultsPage)


def intake(day: VaultDay) -> IntakePage:
    adults(day).record.click()
    return on(day, IntakePage)


def name(day: VaultDay, page: IntakePage | LowLevelPage, words: str) -> None:
    page.form.adult.name.setText(words)
    page.form.adult.name.textEdited.emit(words)
    settle(day)


def fill(page: IntakePage) -> None:
    form = page.form
    form.adult.standing.setCurrentIndex(STANDINGS.index(Standing.VOLUNTEER))
    form.safe.setCurrentText(label(SafeNow.YES))
    form.lines["told_by"].setText("A parent, in person")
    form.lines["told_to"].setText(HESTER)
    form.told_at.show_at("2026-11-18T15:40")
    form.words.setPlainText(WORDS)


def recorded(day: VaultDay) -> RecordId:
    with day.school.desk(MAYA) as desk:
        return begin(desk)
