"""A parent asks to see what is kept: written down, answered, decided item by item, and given."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pikepdf
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.leaving import READ_EVERY_PAGE, RecipientSort
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.domain.went_out import EXPORT
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT, WHOM
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.subject.decision_page import DecisionPage
from dsl_desk.ui.subject.page import SubjectPage
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft, a_pupil
from tests.stories.afternoon import CTRL
from tests.stories.test_the_way_out import answer_whom, next_step

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.subject.items_card import ItemsCard
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

CHILDREN = Compartment.CHILDREN
WORDS = "Linnet Tamarisk told Lena Harebell what happened at the weir."


def a_request(afternoon: Afternoon) -> str:
    """Keep two children, a concern that names both, and a mother's request about one."""
    clock = afternoon.clock
    with closing(afternoon._open()) as desk:
        wren = a_pupil(desk, clock)
        a_pupil(desk, clock, forename="Linnet")
        who = (Involved(PersonRef("Wren Tamarisk", wren)),)
        said = a_concern_draft(words=WORDS, people=who)
        desk.concerns.record(said, an_entry_id(clock))
        draft = a_draft(RegisterName.SUBJECT_REQUESTS, wren)
        return desk.registers.record(draft, an_entry_id(clock)).answer.id


def the_request(afternoon: Afternoon, request: str) -> SubjectPage:
    """Go from the entry of the register to the page on which it is answered."""
    afternoon.at_rest()
    afternoon.window.go(Spot(Place.REGISTERS, request))
    afternoon.at_rest()
    entry = afternoon.window.stack.page
    assert isinstance(entry, EntryPage)
    entry.answer.click()
    return standing(afternoon)


def standing(afternoon: Afternoon) -> SubjectPage:
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, SubjectPage))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, SubjectPage)
    afternoon.wait(lambda: page.is_read)
    return page


def card_of(page: SubjectPage, part: Compartment = CHILDREN) -> ItemsCard:
    return next(card for card in page.cards if card.rows[0].item.part is part)


def decided(afternoon: Afternoon, page: SubjectPage, verdict: int, why: str = "") -> SubjectPage:
    """Decide about what is ticked in Children, on the form and with the keyboard."""
    card_of(page).decide.click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, DecisionPage)
    answers = {
        "verdict": ("give", "withhold")[verdict],
        "exemption": "third_party" if verdict else "",
        "why": why,
        "dpo": "Piran Sedgewick",
        "decided_on": "2026-11-18",
    }
    afternoon.wait(lambda: form.form is not None)
    assert form.form is not None
    form.form.show_answers(answers, {})
    afternoon.press(Qt.Key.Key_Return, CTRL)
    return standing(afternoon)


def test_that_a_request_is_answered_from_the_register_to_the_locked_copy(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    request = a_request(afternoon)
    afternoon.unlock()
    page = the_request(afternoon, request)
    assert not page.clock.isHidden()
    page.searched.button.click()
    page = standing(afternoon)
    afternoon.wait(lambda: "names Wren Tamarisk" in page.searched.words.words)
    page.asked.tick.setChecked(True)
    page.asked.button.click()
    afternoon.at_rest()
    afternoon.wait(page.asked.tick.isHidden)
    assert not card_of(page).copy.isEnabled()
    card_of(page).tick_waiting()
    page = decided(afternoon, page, 0)
    card = card_of(page)
    assert {row.item.stands for row in card.rows} == {Verdict.GIVE}
    assert card.copy.isEnabled()
    assert not card.schedule.isEnabled()

    card.copy.click()
    afternoon.at_rest()
    out = afternoon.window.stack.page
    assert isinstance(out, LeavingPage)
    afternoon.wait(out.next.isEnabled)
    next_step(afternoon, out, WHOM)
    answer_whom(out, RecipientSort.PARENT)
    next_step(afternoon, out, WHAT)
    showing = {row.named.name: row.showing.choice() for row in out.what.rows}
    shown = tuple(Showing).index(Showing.SHOWN)
    assert [name for name, how in showing.items() if how == shown] == ["Wren Tamarisk"]
    next_step(afternoon, out, HOW)
    next_step(afternoon, out, PAGES)
    read_all(afternoon, out)
    paper = tmp_path / "copy.pdf"
    ask.will(paper)
    next_step(afternoon, out, GONE)
    assert not out.gone.searched.isHidden()
    with pikepdf.open(paper, password=out.gone.passphrase.words) as opened:
        assert len(opened.pages) == out.pages.count
    next_step(afternoon, out, GONE)
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        assert READ_EVERY_PAGE in said_of_it(desk)


def read_all(afternoon: Afternoon, out: LeavingPage) -> None:
    """Go through every page: before the last, nobody can say that they read them all."""
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.at_rest()
    assert out.step == PAGES
    assert not out.notice.isHidden()
    for number in range(1, out.pages.count):
        assert not out.pages.read.isEnabled()
        out.pages.after.click()
        afternoon.wait(partial(shows, out, number))
    assert out.pages.read.isEnabled()
    out.pages.read.setChecked(True)


def shows(out: LeavingPage, number: int) -> bool:
    return out.pages.number == number


def said_of_it(desk: Desk) -> list[str]:
    entries = desk.sitting.part(CHILDREN).ledger.entries()
    left = [one for one in entries if one.body.kind == EXPORT]
    told = left[-1].body.fields["confirmed"]
    assert isinstance(told, (list, tuple))
    return [str(one) for one in told]


def test_that_what_is_withheld_stands_on_a_schedule_without_a_name(afternoon: Afternoon) -> None:
    request = a_request(afternoon)
    afternoon.unlock()
    page = the_request(afternoon, request)
    card_of(page).tick_waiting()
    page = decided(afternoon, page, 1, "It names her brother")
    card = card_of(page)
    assert not card.copy.isEnabled()
    card.schedule.click()
    afternoon.at_rest()
    out = afternoon.window.stack.page
    assert isinstance(out, LeavingPage)
    afternoon.wait(out.next.isEnabled)
    assert out.what.rows == []
    afternoon.lock()


def test_that_somebody_elses_answer_is_noted_in_her_name(afternoon: Afternoon) -> None:
    request = a_request(afternoon)
    afternoon.unlock()
    page = the_request(afternoon, request)
    assert page.asked.notes == {}  # Maya is alone, and answers for herself
    page.asked.note_wanted.emit(afternoon.member)
    afternoon.at_rest()
    afternoon.wait(page.asked.tick.isHidden)
    afternoon.lock()
