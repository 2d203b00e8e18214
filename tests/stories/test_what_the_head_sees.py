"""Two copies of one vault, in one an allegation about the Head: her window says the same."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.conftest import TrainingVault
from tests.services.adults import a_contact, an_allegation_draft, begin, do
from tests.services.staffroom import ALBAN, HESTER, Staffroom
from tests.stories.adults_day import settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

_TIME_LEFT = re.compile(r"^\d+:\d\d$")
_CHANCE = re.compile(r"[0-9a-f]{4}( [0-9a-f]{4})+|[0-9a-f]{8,}")


def everything_said(day: VaultDay) -> dict[str, list[tuple[str, str, bool]]]:
    """Every widget of every page: what it is, what it says, whether it is shown."""
    said = {}
    window = day.afternoon.window
    for place in Place:
        window.go(Spot(place))
        settle(day)
        said[place.name] = _at_rest(day)
    return said


def _at_rest(day: VaultDay) -> list[tuple[str, str, bool]]:
    """Wait for a whole turn of the loop that changes nothing: what a page read anew has gone."""
    turns: list[list[tuple[str, str, bool]]] = []

    def nothing_changed() -> bool:
        turns.append(_said(day.afternoon.window))
        # How far the rounds have come is a matter of moments, not of the case.
        going = any("Checked so far" in words for _kind, words, _shown in turns[-1])
        return not going and turns[-2:-1] == turns[-1:]

    day.afternoon.wait(nothing_changed)
    return turns[-1]


def _said(window: QWidget) -> list[tuple[str, str, bool]]:
    return [
        (type(one).__name__, _CHANCE.sub("*", _words(one)), one.isVisible())
        for one in window.findChildren(QWidget)
    ]


def _words(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    # The lock clock counts down by the second: which one is not a word of the case.
    told = _TIME_LEFT.sub("", shown) if widget.accessibleName() == "Lock clock" else shown
    return f"{told} {widget.accessibleName()} {widget.toolTip()}"


def test_that_no_widget_of_the_heads_window_tells_of_an_allegation_about_her(
    afternoon: Afternoon,
) -> None:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    copy = afternoon.folder.with_name("copy")
    shutil.copytree(afternoon.folder, copy)
    remembered = dict(afternoon.keychain.kept)
    there = Staffroom(TrainingVault(copy, afternoon.member, afternoon.key, afternoon.clock))
    there.ids, there.keys = day.school.ids, day.school.keys
    with there.desk(ALBAN) as desk:
        adult = Adult(HESTER, member=there.ids[HESTER], standing=Standing.HEAD)
        do(desk, begin(desk, an_allegation_draft(adult)), a_contact())
        desk.cases.rewrite_all()
    sit_down(day, HESTER)
    without = everything_said(day)
    afternoon.folder = copy
    afternoon.keychain.kept.clear()
    afternoon.keychain.kept.update(remembered)  # an account that never saw the other one
    sit_down(day, HESTER)
    with_one = everything_said(day)
    for place, said in without.items():
        assert with_one[place] == said, place


def test_that_the_same_look_sees_an_allegation_that_is_hers_to_open(afternoon: Afternoon) -> None:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    with day.school.desk(HESTER) as desk:
        begin(desk)
    sit_down(day, HESTER)
    seen = everything_said(day)
    for place in (Place.TODAY, Place.ADULTS):
        assert any("AL-2026-001" in words for _kind, words, _shown in seen[place.name])
