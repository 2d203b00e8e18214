"""The page of referrals: who is late, what came back, and the way to the concern, by keys."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.referrals.page import ReferralsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

ANSWERED = [None, *ReferralState].index(ReferralState.ANSWERED)
DRAFT = ReferralDraft(
    to=ReferralTo.SOCIAL_CARE,
    at="2026-11-16T11:00",
    spoke_to="Bryony Dunlin, front door team",
    words="Told them what Wren said.",
    consent=Consent.GIVEN,
    reply_due="2026-11-17",
)


@pytest.fixture
def referred(afternoon: Afternoon) -> Afternoon:
    """One referral of a concern is two days late; one of no concern is due tomorrow."""
    with closing(afternoon._open()) as desk:
        pupil = PersonDraft(PersonKind.PUPIL, surname="Elm", forename="Robin")
        robin = desk.people.add(pupil, an_entry_id(afternoon.clock)).answer
        concern = desk.concerns.record(a_concern_draft(), an_entry_id(afternoon.clock)).answer
        about = (PersonRef("Robin Elm", robin.id),)
        for draft in (
            replace(DRAFT, concern=concern.id),
            replace(DRAFT, to=ReferralTo.POLICE, people=about, reply_due="2026-11-20"),
        ):
            desk.referrals.record(draft, an_entry_id(afternoon.clock))
    afternoon.unlock()
    return afternoon


def referrals(afternoon: Afternoon) -> ReferralsPage:
    afternoon.press(Qt.Key.Key_5, CTRL)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, ReferralsPage)
    return page


def stand(page: ReferralsPage) -> list[str]:
    model = page.table.model
    return [model.row(number).stands for number in range(model.rowCount())]


def test_that_who_is_late_stands_first_and_is_told_in_words(referred: Afternoon) -> None:
    page = referrals(referred)
    assert stand(page) == ["Overdue by 2 days", "Reply due Fri 20 Nov 2026"]
    assert page.header.subtitle.words == "2 wait for a reply, 1 overdue"
    assert [page.table.model.row(number).about for number in range(2)] == [
        "Wren Tamarisk",
        "Robin Elm",
    ]
    referred.wait(lambda: "2 open" in referred.window.rail._items[Place.REFERRALS].accessibleName())


def test_that_a_reply_is_written_down_in_place_by_keys_alone(referred: Afternoon) -> None:
    page = referrals(referred)
    referred.tab_to(page.table.view)
    referred.press(Qt.Key.Key_Return, CTRL)
    form = page.form
    assert form is not None
    referred.press(Qt.Key.Key_Return, CTRL)
    referred.wait(form.fields["reason"].error)
    assert form.fields["reason"].error() == "Write what was said, and by whom, in a few words."
    referred.type("They will visit today")
    referred.press(Qt.Key.Key_Return, CTRL)
    referred.wait(lambda: page.form is None)
    referred.wait(lambda: stand(page)[-1].startswith("Answered"))
    assert page.header.subtitle.words == "1 waits for a reply"
    page.filter.choose(ANSWERED)
    referred.wait(lambda: len(stand(page)) == 1)
    assert not page.reply.isEnabled()
    referred.press(Qt.Key.Key_Return, CTRL)
    assert page.form is None
    referred.lock()
    assert referred.check().entries


def test_that_escape_closes_the_form_and_another_choice_opens_another(referred: Afternoon) -> None:
    page = referrals(referred)
    referred.tab_to(page.table.view)
    referred.press(Qt.Key.Key_Return, CTRL)
    first = page.form
    assert first is not None
    page.table.view.selectRow(1)
    page.reply.click()
    second = referrals(referred).form
    assert second is not None
    assert second.of.id != first.of.id
    referred.press(Qt.Key.Key_Escape)
    referred.wait(lambda: page.form is None)
    assert referred.focus() is page.table.view


def test_that_enter_leads_to_the_concern_and_without_one_to_the_file(referred: Afternoon) -> None:
    page = referrals(referred)
    referred.tab_to(page.table.view)
    referred.press(Qt.Key.Key_Down)
    referred.press(Qt.Key.Key_Return)
    referred.wait(lambda: isinstance(referred.window.stack.page, PersonPage))
    referred.window.go(Spot(Place.REFERRALS))
    referred.at_rest()
    referred.tab_to(page.table.view)
    page.table.view.selectRow(0)
    referred.press(Qt.Key.Key_Return)
    referred.wait(lambda: isinstance(referred.window.stack.page, ConcernPage))


def test_that_a_page_without_referrals_says_where_they_begin(afternoon: Afternoon) -> None:
    afternoon.unlock()
    page = referrals(afternoon)
    assert page.empty.isVisible()
    assert not page.reply.isEnabled()


def test_that_whoever_cannot_read_children_is_told_so_and_no_number(referred: Afternoon) -> None:
    assert referred.front is not None
    referred.front.worker.ask(
        referred.window, lambda desk: desk.sitting.leave(Compartment.CHILDREN), lambda _done: None
    )
    referred.at_rest()
    page = referrals(referred)
    referred.wait(page.notice.isVisible)
    assert (stand(page), page.header.subtitle.words) == ([], "")
