"""Family links on their pages: declared from paper, decided with a signature, and signed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import BeforeJoining, Teaches
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct
from dsl_desk.domain.words import label
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import ways_in
from dsl_desk.ui.declarations.form_page import ChangeDeclarationPage, DeclarePage
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import TODAY, Spot
from dsl_desk.ui.today.page import TodayPage
from tests.builders import PASSPHRASE
from tests.services.declaring import KIT, PRIYA, a_declaration, declare, give_passphrase
from tests.services.staffroom import ALBAN, HESTER, MAYA
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

pytestmark = pytest.mark.gate_story


@pytest.fixture
def day(afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch) -> VaultDay:
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    day = VaultDay(afternoon)
    day.school.add_everybody()
    give_passphrase(day.school, HESTER)
    with day.school.desk(HESTER) as desk:
        desk.policy.adopt("shire", "As the governors chose", "0" * 32)  # type: ignore[arg-type]  # an id
    return day


def links(day: VaultDay) -> DeclarationsPage:
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    return on(day, DeclarationsPage)


def test_that_paper_is_entered_decided_signed_and_signed_for(day: VaultDay) -> None:
    sit_down(day, HESTER)
    page = links(day)
    assert page.empty.isVisible()
    page.side.declare.click()
    entry = on(day, DeclarePage)
    form = entry.form
    assert form is not None
    entry.finish()
    settle(day)
    assert form.fields["by"].error() == "Write the name of whoever declares it."
    form.by.setText(PRIYA)
    form.role.setText("Teaching assistant")
    (part,) = form.links
    part.who.setText(KIT)
    part.relation.setCurrentIndex(3)
    part.before.setCurrentText(label(BeforeJoining.BEFORE))
    part.teaches.setCurrentText(label(Teaches.AT_TIMES))
    form.answers["legitimate"].setPlainText("I am his mother's sister.")
    form.signed.setText(PRIYA)
    entry.finish()
    page = on(day, DeclarationsPage)
    settle(day)
    assert page.pane.header.title.words == PRIYA
    assert [row.chip.text() for row in page.side.list.rows] == [label(DeclarationState.NEW)]
    part_of = page.pane.decision
    assert part_of is not None
    assert part_of.decision() is Decision.AGREED_WITH_CONDITIONS
    assert page.pane.sign.text() == "Sign and agree with conditions"
    page.finish()
    assert part_of.fields["passphrase"].error() == "Type your passphrase to sign."
    part_of.passphrase.put("not the one")
    page.finish()
    settle(day)
    assert "does not open the vault" in part_of.fields["passphrase"].error()
    part_of.passphrase.put(PASSPHRASE)
    page.finish()
    settle(day)
    assert [row.chip.text() for row in page.side.list.rows] == ["Waiting to be signed for"]
    card = page.pane.came
    assert card is not None
    card.button.click()
    settle(day)
    assert card.fields["words"].error()
    card.words.setPlainText("The letter is in her file")
    card.button.click()
    settle(day)
    assert [row.chip.text() for row in page.side.list.rows] == ["Agreed with conditions"]


def test_that_a_decision_half_written_is_back_and_today_leads_to_it(day: VaultDay) -> None:
    with day.school.desk(HESTER) as desk:
        declared = declare(desk, a_declaration())
    sit_down(day, HESTER)
    day.afternoon.window.go(TODAY)
    today = on(day, TodayPage)
    assert today._today is not None
    need = next(one for one in today._today.now if one.declaration)
    today.needs.act_wanted.emit(need)
    page = on(day, DeclarationsPage)
    settle(day)
    part = page.pane.decision
    assert part is not None
    part.cards[Decision.ADVISED_AGAINST].click()
    part.words.setPlainText("It goes against what we ask.")
    page.step_back()
    page = links(day)
    settle(day)
    part = page.pane.decision
    assert part is not None
    assert part.decision() is Decision.ADVISED_AGAINST
    assert part.draft().words == "It goes against what we ask."
    page.pane.change.click()
    changed = on(day, ChangeDeclarationPage)
    assert changed.form is not None
    changed.form.reason.setText("She moves to another class")
    changed.finish()
    page = on(day, DeclarationsPage)
    settle(day)
    assert page.record == declared.written.id
    assert "version 2" in page.pane.header.subtitle.words


def test_that_whoever_only_reads_is_told_who_reviews(day: VaultDay) -> None:
    with day.school.desk(HESTER) as desk:
        declare(desk)
    sit_down(day, MAYA)
    page = links(day)
    settle(day)
    assert page.pane.decision is None
    assert not page.pane.bar.isVisible()
    assert not page.pane.change.isVisible()


def test_that_the_heads_own_is_not_written_by_the_head(day: VaultDay) -> None:
    sit_down(day, HESTER)
    links(day).side.declare.click()
    entry = on(day, DeclarePage)
    assert entry.form is not None
    entry.form.by.setText(HESTER)
    entry.form.by.textEdited.emit(HESTER)
    settle(day)
    assert "hand the paper to them" in entry.form.goes.words
    assert not entry.button.isEnabled()


def test_that_what_the_policy_asks_is_marked_on_the_declaration(day: VaultDay) -> None:
    with day.school.desk(HESTER) as desk:
        desk.policy.adopt("longton", "As the governors chose", "1" * 32)  # type: ignore[arg-type]  # an id
        declare(desk, a_declaration())
    sit_down(day, HESTER)
    page = links(day)
    settle(day)
    part = page.pane.decision
    assert part is not None
    part.why.setPlainText("She lives with the child")
    duties = page.pane.duties
    assert duties is not None
    assert duties.isVisible()
    advise = next(line for line in duties.lines if line.row.asked.act is DutyAct.ADVISE)
    advise.buttons[DutyState.DONE].click()
    form = next(form for form in duties.forms() if form.isVisible())
    form.finished.emit()
    settle(day)
    assert form.fields["how"].error()
    form.words.setText("In her room, with the clause before us")
    form.finished.emit()
    settle(day)
    states = {line.row.asked.act: line.row.state for line in duties.lines}
    assert states[DutyAct.ADVISE] is DutyState.DONE
    # What was being written about the decision stands where it stood.
    assert page.pane.decision is part
    assert part.draft().why == "She lives with the child"
    other = next(line for line in duties.lines if line.row.asked.act is DutyAct.RECORD)
    other.buttons[DutyState.WAITING].click()
    other.buttons[DutyState.DOES_NOT_APPLY].click()
    assert sum(one.isVisible() for one in duties.forms()) == 1


def test_that_the_chair_has_the_policys_words_for_the_heads_own(day: VaultDay) -> None:
    give_passphrase(day.school, ALBAN)
    sit_down(day, ALBAN)
    page = links(day)
    page.side.declare.click()
    entry = on(day, DeclarePage)
    settle(day)
    form = entry.form
    assert form is not None
    assert list(form.answers) == ["legitimate", "equipment"]
    form.by.setText(HESTER)
    (part,) = form.links
    part.who.setText(KIT)
    part.relation.setCurrentText("Partner or spouse")
    part.before.setCurrentText(label(BeforeJoining.BEFORE))
    part.teaches.setCurrentText(label(Teaches.NO))
    form.signed.setText(HESTER)
    entry.finish()
    page = on(day, DeclarationsPage)
    settle(day)
    decision = page.pane.decision
    assert decision is not None
    assert decision.decision() is Decision.AGREED_WITH_CONDITIONS
    assert page.pane.duties is not None
    assert page.pane.duties.under.words.startswith("By ")
    told = [line.row.told.title for line in page.pane.duties.lines]
    assert any("Chair" in title for title in told)
