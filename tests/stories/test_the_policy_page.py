"""The page of the policy: one is chosen, read clause by clause, and changed by versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.policy.changes import Bar
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.policy.clause_view import ClauseView
from dsl_desk.ui.policy.overview import Overview
from dsl_desk.ui.policy.page import PolicyPage
from dsl_desk.ui.settings.calendar_page import CalendarPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.today.need_row import NeedRow
from tests.services.staffroom import MAYA, OWEN
from tests.stories.policy_day import WHY, choose, messaged
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

OFFICE = "The office does so, in its own book"


def policy(afternoon: Afternoon) -> PolicyPage:
    """Go to the page, and wait until it is read."""
    if afternoon.front is None:
        afternoon.unlock()
    afternoon.window.go(Spot(Place.POLICY))
    page = afternoon.window.stack.page
    assert isinstance(page, PolicyPage)
    afternoon.wait(lambda: page.is_read)
    return page


def on_today(afternoon: Afternoon, title: str) -> NeedRow:
    """Wait for a need of today that begins so."""

    def found() -> list[NeedRow]:
        rows = afternoon.window.stack.page.findChildren(NeedRow)
        return [row for row in rows if row.accessibleName().startswith(title)]

    afternoon.wait(found)
    return found()[0]


def overview(page: PolicyPage) -> Overview:
    page.clauses.choose("")
    assert isinstance(page.right, Overview)
    return page.right


def clause(page: PolicyPage, number: str) -> ClauseView:
    page.clauses.choose(number)
    assert isinstance(page.right, ClauseView)
    return page.right


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(one.words for one in widget.findChildren(Label))


def subtitle(page: PolicyPage) -> str:
    return page.header.subtitle.words


def test_that_northwood_is_chosen_and_read_clause_by_clause(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    page = policy(afternoon)
    assert subtitle(page).startswith("No policy is chosen")
    chooser = overview(page).choose
    assert chooser is not None
    assert not chooser.button.isEnabled()  # law and guidance only
    next(one for one in chooser.cards if "Northwood" in one.accessibleName()).setChecked(True)
    ask.will(Yes(WHY))
    chooser.button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 1"))
    assert "Review overdue: it was due by" in words(overview(page))
    shown = clause(page, "3.7")
    assert "No member of staff is linked with a pupil" in words(shown)
    assert "Tell: Headteacher" in words(shown)
    assert "Read as: Guidance applies" in words(shown)
    assert WHY in words(overview(page))


def test_that_what_the_law_asks_has_no_switch(afternoon: Afternoon) -> None:
    page = policy(afternoon)
    assert page.clauses.profile() is not None
    shown = clause(page, next(iter(list(page.clauses.cards)[1:])))
    assert all(card.button is None for card in shown.duties)
    assert not shown.duties or f"{label(Bar.FROM_LAW)}." in words(shown)


def test_that_a_duty_switched_off_is_shown_to_another_member_who_says_so(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    day = VaultDay(afternoon)
    with day.school.desk() as desk:
        day.school.add(desk, OWEN)
    choose(afternoon)
    page = policy(afternoon)
    card = next(one for one in clause(page, "3.7").duties if one.button)
    ask.will(Yes(OFFICE))
    assert card.button is not None
    card.button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    row = overview(page).rows[0]
    assert OFFICE in row.accessibleName()
    assert not row.see.isVisibleTo(row)  # nobody sees what they did themselves
    afternoon.lock()
    afternoon.member, afternoon.key = day.school.ids[OWEN], day.school.keys[OWEN]
    afternoon.unlock()
    need = on_today(afternoon, f"{MAYA} switched a duty of the policy off")
    need.opened.emit()
    page = policy(afternoon)
    row = overview(page).rows[0]
    assert "Nobody else has seen it yet" in row.accessibleName()
    row.see.click()
    afternoon.wait(lambda: f"Seen by {OWEN}" in overview(page).rows[0].accessibleName())
    ask.will(Yes("It is asked after all"))
    overview(page).rows[0].on.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 3"))
    assert overview(page).rows == ()


def test_that_a_switch_off_with_too_long_a_reason_is_refused_in_words(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    choose(afternoon)
    page = policy(afternoon)
    card = next(one for one in clause(page, "3.7").duties if one.button)
    assert card.button is not None
    ask.will(Yes("no " * 100))
    card.button.click()
    afternoon.wait(lambda: not page.trouble.isHidden())
    assert page.trouble.words == "Write why, in at most 200 characters."
    assert subtitle(page).endswith("version 1")


def test_that_an_overdue_duty_stands_on_today_and_leads_to_its_concern(
    afternoon: Afternoon,
) -> None:
    choose(afternoon)
    messaged(afternoon)
    afternoon.clock.advance(minutes=3 * 24 * 60)
    afternoon.unlock()
    need = on_today(afternoon, "Tell: Designated Safeguarding Lead")
    assert "asked by the policy · not looked at yet" in need.accessibleName()
    rows = afternoon.window.stack.page.findChildren(NeedRow)
    assert not [row for row in rows if row.accessibleName().startswith("Look at concern")]
    need.opened.emit()
    page = afternoon.concern()
    afternoon.wait(lambda: page.duties.lines)
    assert page.duties.lines[0].row.state is DutyState.OVERDUE


def test_that_posts_are_called_what_the_school_calls_them(afternoon: Afternoon) -> None:
    choose(afternoon)
    page = policy(afternoon)
    names = overview(page).names
    assert names is not None
    names.click()
    form = page.names
    assert form is not None
    form.review_on.setText("soon")
    form.button.click()
    assert form.fields["review_on"].error()
    assert form.fields["reason"].error()
    form.lines[Recipient.HEAD].setText("Head of School")
    form.lines[Recipient.HR].setText("HR")
    form.review_on.setText("1/9/2027")
    form.reason.setText("As we call her")
    form.button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    assert "To be reviewed by" in words(overview(page))
    assert "Tell: Head of School" in words(clause(page, "3.7"))
    names = overview(page).names
    assert names is not None
    names.click()
    assert page.names is not None
    assert page.names.lines[Recipient.HR].text() == "HR"  # the policy calls it HR department


def test_that_the_cards_end_below_the_button_of_the_header(afternoon: Afternoon) -> None:
    choose(afternoon)
    page = policy(afternoon)

    def right_edge(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().topRight()).x()

    def is_below() -> bool:
        assert page.right is not None
        return right_edge(page.right.findChildren(Card)[0]) == right_edge(page.calendar)

    afternoon.wait(is_below)
    clause(page, "3.7")
    afternoon.wait(is_below)


def test_that_the_calendar_is_reached_from_the_policy(afternoon: Afternoon) -> None:
    policy(afternoon).calendar.click()
    assert isinstance(afternoon.window.stack.page, CalendarPage)
