"""On the page of a concern each recipient of a duty is told, and marked, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.ui.forms.duty_words import about
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.stories.policy_day import choose, messaged

if TYPE_CHECKING:
    from dsl_desk.ui.concerns.concern_page import ConcernPage
    from dsl_desk.ui.forms.duty_line import DutyLine
    from dsl_desk.ui.forms.mark_form import MarkForm
    from tests.stories.afternoon import Afternoon

DSL, HEAD = Recipient.DSL, Recipient.HEAD


def opened(afternoon: Afternoon) -> ConcernPage:
    """Go to a concern about a pupil's message to a teacher, and wait for its duties."""
    record = messaged(afternoon)
    afternoon.unlock()
    afternoon.window.go(Spot(Place.CONCERNS, record))
    page = afternoon.concern()
    afternoon.wait(lambda: page.duties.lines)
    return page


def line(page: ConcernPage, who: Recipient) -> DutyLine:
    return next(
        one
        for one in page.duties.lines
        if one.row.told.recipient is who and one.row.asked.matter == "pupil_contact"
    )


def form(page: ConcernPage) -> MarkForm:
    return next(one for one in page.duties.forms() if one.isVisible())


def mark(afternoon: Afternoon, page: ConcernPage, state: DutyState, words: str) -> None:
    line(page, HEAD).buttons[state].click()
    opened = form(page)
    opened.words.setText(words)
    opened.button.click()
    afternoon.wait(lambda: not opened.isVisible())
    afternoon.at_rest()


def test_that_telling_one_leaves_the_other_to_be_told(afternoon: Afternoon) -> None:
    choose(afternoon)
    page = opened(afternoon)
    assert (about(line(page, DSL).row), about(line(page, HEAD).row)) == (
        "Tell: Designated Safeguarding Lead",
        "Tell: Headteacher",
    )
    said = line(page, DSL).accessibleName()
    assert "Tell the DSL that a pupil contacted" in said  # what its own clause says of each
    assert "Tell the Headteacher" not in said
    assert line(page, DSL).state == "Now. At once"
    assert "Clause KCSIE Tell the DSL" in said
    heard: list[str] = []
    page.duties.announcer.said.connect(heard.append)
    line(page, HEAD).buttons[DutyState.DONE].click()
    form(page).button.click()
    afternoon.wait(form(page).fields["how"].error)
    assert line(page, HEAD).row.state is DutyState.NOW
    mark(afternoon, page, DutyState.DONE, "By telephone")
    afternoon.wait(lambda: line(page, HEAD).row.state is DutyState.DONE)
    assert line(page, DSL).row.state is DutyState.NOW
    assert heard[0].startswith("Done: Tell, Headteacher. ")
    assert len(heard) == 1  # what stands as it stood is not said again
    assert "written down by Maya Fernsby. By telephone" in line(page, HEAD).state
    assert page.duties.under.words.endswith("version 1")
    afternoon.lock()
    assert afternoon.check().entries


def test_that_what_does_not_apply_says_why_and_can_be_taken_back(afternoon: Afternoon) -> None:
    choose(afternoon)
    page = opened(afternoon)
    mark(afternoon, page, DutyState.DOES_NOT_APPLY, "It was her own aunt")
    afternoon.wait(lambda: line(page, HEAD).row.state is DutyState.DOES_NOT_APPLY)
    assert line(page, HEAD).state.endswith("It was her own aunt")
    mark(afternoon, page, DutyState.NOW, "It was somebody else")
    afternoon.wait(lambda: line(page, HEAD).row.state is DutyState.NOW)
    mark(afternoon, page, DutyState.WAITING, "Left a message")
    afternoon.wait(lambda: line(page, HEAD).row.state is DutyState.WAITING)
    assert "Left a message" in line(page, HEAD).state


def test_that_a_concern_of_before_says_so_and_guidance_asks(afternoon: Afternoon) -> None:
    page = opened(afternoon)
    assert page.duties.under.words.startswith("No policy is chosen")
    assert line(page, DSL).row.asked.only_guidance
