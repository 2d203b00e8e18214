"""Somebody asks to see what is kept, and there is a sealed case: its holder answers out of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.errors import NotEntitledError, RecordMissingError
from dsl_desk.domain.leaving import PaperSort, RecipientSort, Wish
from dsl_desk.domain.sealed_facts import DECIDED_BY
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from tests.services.staffroom import HESTER, MAYA, OWEN
from tests.stories.adults_day import on
from tests.stories.afternoon import CTRL
from tests.stories.papers import way_out
from tests.stories.test_sealed_cases import begun, cases, sit_down
from tests.stories.test_the_way_out import answer_whom, next_step
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.leaving.page import LeavingPage
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def the_case(day: VaultDay) -> CasePage:
    """Open the one case from the page of sealed cases."""
    cases(day).cards[0].open.click()
    day.afternoon.at_rest()
    page = on(day, CasePage)
    day.afternoon.wait(lambda: page.is_read)
    return page


def read_to_the_end(afternoon: Afternoon, out: LeavingPage) -> None:
    for number in range(1, out.pages.count):
        out.pages.after.click()
        afternoon.wait(partial(_shows, out, number))
    out.pages.read.setChecked(True)


def _shows(out: LeavingPage, number: int) -> bool:
    return out.pages.number == number


def test_that_a_holder_gives_a_copy_out_of_it_and_nobody_else_learns_of_it(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon = day.afternoon
    case = begun(day)
    sit_down(day, HESTER)
    afternoon.unlock()
    the_case(day).copy.click()
    out = way_out(afternoon)
    answer_whom(out, RecipientSort.PERSON_THEMSELVES)
    next_step(afternoon, out, WHAT)
    afternoon.press(Qt.Key.Key_Return, CTRL)  # nothing is decided yet
    afternoon.at_rest()
    assert out.step == WHAT
    assert not out.notice.isHidden()
    for pick in out.what.judging.picks.values():
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
    with day.school.desk(OWEN) as desk, pytest.raises((RecordMissingError, NotEntitledError)):
        desk.leaving.gather(Wish(PaperSort.SEALED_COPY, case.id))
    with day.school.desk(MAYA) as desk:  # who holds it too
        assert desk.leaving.gather(Wish(PaperSort.SEALED_COPY, case.id)).judged
