"""Once a term somebody else looks: told by Today, drawn by the ledger, read, found, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.termly_check import Found
from dsl_desk.domain.words import label
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import ways_in
from dsl_desk.ui.checking.finding_page import FindingPage
from dsl_desk.ui.checking.page import CheckingPage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.insights.page import InsightsPage
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CHECKING, TODAY, Spot
from dsl_desk.ui.today.page import TodayPage
from tests.builders import PASSPHRASE, a_concern_draft, an_entry_id
from tests.services.declaring import give_passphrase
from tests.services.staffroom import ALBAN, HESTER, MAYA
from tests.services.test_machine_readable import DRAFT
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch) -> VaultDay:
    """December: Maya has recorded two concerns and taken everything out; nobody has checked."""
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    day = VaultDay(afternoon)
    day.school.add_everybody()
    give_passphrase(day.school, HESTER)
    afternoon.clock.advance(days=15)
    with day.school.desk(MAYA) as desk:
        for words in ("At the weir", "In the library"):
            desk.concerns.record(a_concern_draft(words=words), an_entry_id(afternoon.clock))
        desk.machine_readable.leave(DRAFT, an_entry_id(afternoon.clock))
    return day


def asked(day: VaultDay) -> list[str]:
    day.afternoon.window.go(TODAY)
    settle(day)
    rows = on(day, TodayPage).needs.rows
    return [row.accessibleName() for row in rows if "has no check yet" in row.accessibleName()]


def found(day: VaultDay, page: CheckingPage) -> None:
    """Write the finding, with the gaps that are asked for, and sign it."""
    page.sample.sign.click()
    finding = on(day, FindingPage)
    form = finding.form
    assert form is not None
    finding.finish()
    settle(day)
    assert form.blanks.fields["found_0"].error() == "Fill this in."
    assert form.field.error()
    boxes = form.blanks.boxes
    boxes["found_0"].show_answer(Found.IN_ORDER.value, "")
    boxes["found_1"].show_answer(Found.LACKING.value, "")
    boxes["note_1"].show_answer("Nobody wrote what the child wishes", "")
    boxes["found"].show_answer("Acted on the same day, both of them.", "")
    boxes["change"].show_answer("Maya asks for the wishes of the child each time", "")
    form.passphrase.put("not the one")
    finding.finish()
    settle(day)
    assert "does not open the vault" in form.field.error()
    form.passphrase.put(PASSPHRASE)
    finding.finish()
    page = on(day, CheckingPage)
    assert "Found: Acted on the same day, both of them." in page.signed[0].lines


def test_that_the_head_draws_reads_and_signs_and_the_dsl_reads_what_shall_change(
    day: VaultDay,
) -> None:
    sit_down(day, HESTER)
    assert any(words.startswith("Check a sample of Children") for words in asked(day))
    today = on(day, TodayPage)
    next(row for row in today.needs.rows if "of Children" in row.accessibleName()).button.click()
    page = on(day, CheckingPage)
    assert page.acts.lines[0].endswith("The trust: To move to another system")
    assert "Everything, for another system" in page.acts.lines[0]
    page.sample.draw.click()
    settle(day)
    assert len(page.sample.rows) == 2
    assert {row.state.words for row in page.sample.rows} == {"Not read yet"}
    page.sample.rows[0].read.click()
    on(day, ConcernPage).step_back()
    page = on(day, CheckingPage)
    assert page.sample.rows[0].state.words == "Read since it was drawn"
    found(day, page)
    assert not any("Children" in words for words in asked(day))
    day.afternoon.lock()

    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.INSIGHTS))
    on(day, InsightsPage).check.click()
    seen = on(day, CheckingPage)
    assert seen.sample.draw.isHidden()
    assert any("Maya asks for the wishes" in words for words in seen.signed[0].lines)
    for by_key in (False, True):
        (seen.export if by_key else seen.signed[0].paper.click)()
        leaving = on(day, LeavingPage)
        settle(day)
        assert leaving.header.title.accessibleName().endswith(label(PaperSort.CHECK))
        leaving.step_back()
        seen = on(day, CheckingPage)
        settle(day)
    seen.part.setCurrentIndex(1)
    seen.part.activated.emit(1)
    settle(day)
    assert seen.signed == []
    seen.export()  # of what is not there no paper is made
    assert on(day, CheckingPage) is seen
    assert [words for words in asked(day) if words.startswith("Ask for a check of Staff")]
    day.afternoon.lock()


def test_that_whoever_holds_no_key_to_the_records_is_told_so(day: VaultDay) -> None:
    sit_down(day, ALBAN)
    day.afternoon.window.go(CHECKING)
    page = on(day, CheckingPage)
    settle(day)
    assert "You hold no key that allows this in Children." in page.notice.words()
    assert not page.is_read
    day.afternoon.lock()


def test_that_a_finding_half_written_is_back_and_one_that_is_signed_is_not_asked_again(
    day: VaultDay,
) -> None:
    sit_down(day, HESTER)
    day.afternoon.window.go(CHECKING)
    page = on(day, CheckingPage)
    page.sample.draw.click()
    settle(day)
    page.sample.sign.click()
    finding = on(day, FindingPage)
    assert finding.form is not None
    finding.form.blanks.boxes["found"].show_answer("Half of it", "")
    finding.form.typed.emit()
    finding.step_back()
    on(day, CheckingPage).sample.sign.click()
    again = on(day, FindingPage).form
    assert again is not None
    assert again.finding().found == "Half of it"
    assert again.passphrase.text() == ""
    day.afternoon.lock()
