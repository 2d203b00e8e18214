"""Beside the form of a concern the school's own policy says whom to tell, by which clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.ui.forms.asked_item import ClauseMarks
from dsl_desk.ui.forms.asking_policy import SOON_MS
from dsl_desk.ui.forms.policy_panel import DANGER, GUIDANCE, SCHOOL, SLIPS
from tests.builders import a_concern_draft
from tests.stories.policy_day import REQUEST, choose

if TYPE_CHECKING:
    from dsl_desk.ui.concerns.record_page import RecordPage
    from tests.stories.afternoon import Afternoon

TELL = "Tell: Designated Safeguarding Lead, Headteacher"


def typed(afternoon: Afternoon, **said: object) -> RecordPage:
    """Type this much, and wait for what the policy says to it."""
    page = afternoon.form()
    told: list[object] = []
    page.policy.told.connect(told.append)
    draft = replace(page.form.draft(), **said)  # type: ignore[arg-type]  # fields of a draft
    page.form.show_draft(draft)
    page.form.typed.emit()
    afternoon.wait(lambda: told)
    return page


def marks(page: RecordPage, title: str) -> tuple[str, ...]:
    item = next(one for one in page.panel.policy.items if one.title == title)
    return next(iter(item.findChildren(ClauseMarks))).codes


def test_that_the_panel_names_whom_northwood_tells_by_its_clause(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon, sorts=REQUEST.sorts)
    words = page.panel.policy.words()
    assert marks(page, TELL) == ("KCSIE Tell the DSL", "IoW 3.7")
    assert "Designated Safeguarding Lead: at once" in words
    assert SCHOOL in words
    assert SLIPS in words
    assert "Read as: Guidance applies: LADO within one working day" in words
    assert page.panel.folded.accessibleName().startswith("Your policy asks")
    afternoon.finish()


def test_that_guidance_speaks_before_a_policy_is_chosen(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon, sorts=REQUEST.sorts)
    words = page.panel.policy.words()
    assert GUIDANCE in words
    assert SCHOOL not in words
    assert "law and guidance alone" in words


def test_that_an_immediate_danger_stands_above_everything_else(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon)
    heard: list[str] = []
    page.panel.policy.announcer.said.connect(heard.append)
    page = typed(afternoon, safe_now=SafeNow.NO)
    assert heard == ["Your policy now asks: Tell: Police, Children's social care."]
    assert page.panel.policy.words().startswith(DANGER), page.panel.policy.words()


def test_that_a_reader_hears_only_what_is_asked_anew(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon)
    heard: list[str] = []
    page.panel.policy.announcer.said.connect(heard.append)
    typed(afternoon, sorts=REQUEST.sorts)
    assert len(heard) == 1
    assert heard[0].startswith(f"Your policy now asks: {TELL}")
    assert heard[0].endswith("asked no longer.")
    typed(afternoon, words="More of the same")
    assert len(heard) == 1
    item = next(one for one in page.panel.policy.items if one.title == TELL)
    assert item.accessibleName().startswith(f"Asked now. {TELL}. ")
    assert item.accessibleName().endswith("Clause KCSIE Tell the DSL, IoW 3.7")


def test_that_quick_typing_asks_once_and_about_the_newest_draft(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    afternoon.fill_in()
    page = typed(afternoon)
    told: list[object] = []
    page.policy.told.connect(told.append)
    for _each in range(5):
        page.policy.follow(a_concern_draft())
    page.policy.follow(REQUEST)
    afternoon.wait(lambda: told)
    assert len(told) == 1
    assert SOON_MS == 150
    assert TELL in page.panel.policy.words()
