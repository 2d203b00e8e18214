"""The same aunt who teaches her niece's class, under five policies; and the Head's own link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import BeforeJoining, Teaches
from dsl_desk.domain.words import label
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import ways_in
from dsl_desk.ui.declarations.form_page import DeclarePage
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.policy_lines import PolicyLines
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import PASSPHRASE
from tests.services.declaring import KIT, PRIYA, a_declaration, declare, give_passphrase
from tests.services.staffroom import ALBAN, HESTER
from tests.services.test_links_under_five_policies import FIVE
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

pytestmark = pytest.mark.gate_story

NOW = {
    "shire": DeclarationState.TO_ACCEPT,
    "early-life": DeclarationState.AGREED,
    "longton": DeclarationState.TO_ACCEPT,
    "choysez": DeclarationState.TO_ACCEPT,
    "northwood": DeclarationState.ASKED,
}
MARKS = {
    "shire": {"§ MAT Personal 3"},
    "early-life": {"§ ELE 5.2"},
    "longton": {"§ LPS 4.1", "§ LPS 4.1 note"},
    "choysez": {"§ CZ 1.1", "§ CZ 1.9"},
    "northwood": {"§ IoW 3.7"},
}
WITH_WORDS = (Decision.ADVISED_AGAINST, Decision.MORE_ASKED)


@pytest.fixture
def day(afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch) -> VaultDay:
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    day = VaultDay(afternoon)
    day.school.add_everybody()
    for reviewer in (HESTER, ALBAN):
        give_passphrase(day.school, reviewer)
    return day


def links(day: VaultDay) -> DeclarationsPage:
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    page = on(day, DeclarationsPage)
    settle(day)
    return page


@pytest.mark.parametrize("name", FIVE)
def test_that_the_same_aunt_is_asked_shown_and_answered_as_each_policy_says(
    day: VaultDay, name: str
) -> None:
    _reviewer, start, asked, _clause = FIVE[name]
    with day.school.desk(HESTER) as desk:
        desk.policy.adopt(name, "As the governors chose", "0" * 32)  # type: ignore[arg-type]  # an id
    sit_down(day, HESTER)
    links(day).side.declare.click()
    entry = on(day, DeclarePage)
    form = entry.form
    assert form is not None
    assert next(iter(form.answers)) == asked
    form.by.setText(PRIYA)
    (part,) = form.links
    part.who.setText(KIT)
    aunt = next(at for at in range(part.relation.count()) if "unt" in part.relation.itemText(at))
    part.relation.setCurrentIndex(aunt)
    part.before.setCurrentText(label(BeforeJoining.BEFORE))
    part.teaches.setCurrentText(label(Teaches.AT_TIMES))
    form.answers[asked].setPlainText("I am his mother's sister.")
    form.signed.setText(PRIYA)
    entry.finish()
    page = on(day, DeclarationsPage)
    settle(day)
    (lines,) = (one for one in page.pane.findChildren(PolicyLines) if one.isVisible())
    duties = page.pane.duties
    shown = [lines, *(() if duties is None else duties.lines)]
    marks = [mark.text() for part in shown for mark in part.findChildren(ClauseMark)]
    assert set(marks) == MARKS[name]
    decision = page.pane.decision
    assert decision is not None
    assert decision.decision() is start
    if start in WITH_WORDS:
        decision.words.setPlainText("Please speak with me about Kit's class.")
    decision.passphrase.put(PASSPHRASE)
    page.finish()
    settle(day)
    assert [row.chip.text() for row in page.side.list.rows] == [label(NOW[name])]


def test_that_the_heads_own_is_reviewed_by_the_chair_and_the_heads_screens_show_nothing(
    day: VaultDay,
) -> None:
    own = a_declaration(by=HESTER, signed=HESTER)
    with day.school.desk(ALBAN) as desk:
        declare(desk, own)
    sit_down(day, HESTER)
    page = links(day)
    assert page.empty.isVisible()
    assert page.side.list.rows == []
    day.afternoon.lock()
    sit_down(day, ALBAN)
    page = links(day)
    (row,) = page.side.list.rows
    assert HESTER in row.accessibleName()
    decision = page.pane.decision
    assert decision is not None
    decision.cards[Decision.AGREED].click()
    decision.passphrase.put(PASSPHRASE)
    page.finish()
    settle(day)
    assert [one.chip.text() for one in page.side.list.rows] == ["Agreed"]
    day.afternoon.lock()
    sit_down(day, HESTER)
    assert links(day).empty.isVisible()
