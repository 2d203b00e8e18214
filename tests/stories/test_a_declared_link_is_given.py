"""Somebody asks to see what is kept, and what they declared lies under seal: its holder answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.leaving import RecipientSort
from dsl_desk.domain.sealed_facts import DECIDED_BY
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.declaring import a_declaration, declare
from tests.services.staffroom import HESTER, MAYA
from tests.stories.adults_day import on, sit_down
from tests.stories.afternoon import CTRL
from tests.stories.papers import way_out
from tests.stories.test_out_of_a_sealed_case import read_to_the_end
from tests.stories.test_the_way_out import answer_whom, next_step
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_a_declaration_under_seal_is_given_from_its_own_page_and_no_other(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon = day.afternoon
    with day.school.desk(HESTER) as desk:
        sealed = declare(desk, a_declaration(by=MAYA, signed=MAYA)).written.id
        in_its_part = declare(desk).written.id
    sit_down(day, HESTER)
    afternoon.window.go(Spot(Place.DECLARATIONS, in_its_part))
    assert on(day, DeclarationsPage).pane.asked is None
    afternoon.window.go(Spot(Place.DECLARATIONS, sealed))
    card = on(day, DeclarationsPage).pane.asked
    assert card is not None
    pane = on(day, DeclarationsPage).pane
    assert pane.decision is not None
    assert card.y() > pane.decision.y()  # the decision that waits comes first
    card.copy.click()
    out = way_out(afternoon)
    answer_whom(out, RecipientSort.PERSON_THEMSELVES)
    next_step(afternoon, out, WHAT)
    afternoon.press(Qt.Key.Key_Return, CTRL)  # nothing is decided yet
    afternoon.at_rest()
    assert out.step == WHAT
    assert "Go back" not in out.notice.accessibleName()
    (pick,) = out.what.judging.picks.values()
    pick.setCurrentIndex(1)
    out.what.asked.lines[DECIDED_BY].setPlainText("Piran Sedgewick")
    next_step(afternoon, out, HOW)
    next_step(afternoon, out, PAGES)
    read_to_the_end(afternoon, out)
    paper = tmp_path / "copy.pdf"
    ask.will(paper)
    next_step(afternoon, out, GONE)
    with pikepdf.open(paper, password=out.gone.passphrase.words) as opened:
        assert len(opened.pages) == out.pages.count
    afternoon.lock()
    assert afternoon.check().entries
