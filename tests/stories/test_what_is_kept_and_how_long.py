"""Keeping: what is due, on hold and proposed; two people dispose of a record, with its paper."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.said_view import KeptLine
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.keeping.page import KeepingPage
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import KEEPING, TODAY, VAULT, Spot, keeping_of
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.page import VaultPage
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import TrainingVault
from tests.registers import a_draft
from tests.services.looking import decided
from tests.services.staffroom import MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern import Concern
    from dsl_desk.ui.keeping.rows import Rows
    from dsl_desk.ui.kit.page import Page
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


class OldFiles:
    """Maya and Owen, one record whose day has come, one on hold by itself, one of a child."""

    def __init__(self, afternoon: Afternoon) -> None:
        self.afternoon = afternoon
        ours = TrainingVault(
            afternoon.folder, afternoon.member, afternoon.key, afternoon.clock, afternoon.keychain
        )
        self.room = Staffroom(ours)
        with self.room.desk() as desk:
            self.room.add(desk, OWEN)
        self.people: dict[str, str] = {}
        self.due = self.concern("Reed", "2000-01-01")
        self.held = self.concern("Dove", "2000-01-01", ConcernSort.SEXUAL)
        self.young = self.concern("Wren", "2014-05-03")

    def concern(self, forename: str, born: str, *sorts: ConcernSort) -> Concern:
        clock = self.afternoon.clock
        with closing(self.afternoon._open()) as desk:
            draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", forename, born=born)
            person = desk.people.add(draft, an_entry_id(clock)).answer.id
            self.people[forename] = person
            who = Involved(PersonRef(draft.name, person))
            clock.advance(minutes=1)
            told = a_concern_draft(people=(who,), sorts=sorts)
            return desk.concerns.record(told, an_entry_id(clock)).answer

    def sit(self, name: str) -> None:
        """Let somebody else sit down at the desk."""
        if self.afternoon.front is not None:
            self.afternoon.lock()
        self.afternoon.member, self.afternoon.key = self.room.ids[name], self.room.keys[name]
        self.afternoon.unlock()

    def keeping(self, record: str = "") -> KeepingPage:
        self.afternoon.window.go(keeping_of(record) if record else KEEPING)
        page = self.afternoon.window.stack.page
        assert isinstance(page, KeepingPage)
        self.afternoon.wait(lambda: page.is_read)
        self.afternoon.at_rest()
        return page


def press(rows: Rows, words: str, at: int = 0) -> None:
    """Press the button of a row by its words."""
    buttons = [one for one in rows.rows[at].findChildren(Button) if one.text() == words]
    assert len(buttons) == 1, words
    buttons[0].click()


def titles(rows: Rows) -> list[str]:
    return [row.accessibleName().split(".")[0] for row in rows.rows]


def shows(afternoon: Afternoon, page: type[Page]) -> bool:
    return isinstance(afternoon.window.stack.page, page)


@pytest.fixture
def files(afternoon: Afternoon) -> OldFiles:
    return OldFiles(afternoon)


def test_that_two_people_dispose_of_a_record_and_have_its_certificate(
    files: OldFiles, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon = files.afternoon
    files.sit(MAYA)
    page = files.keeping()
    assert titles(page.due) == [f"{files.due.ref} · Reed Tamarisk"]
    assert titles(page.held) == [f"{files.held.ref} · Dove Tamarisk"]
    ask.will(Yes("Its day has come"))
    press(page.due, "Propose disposal")
    afternoon.wait(lambda: titles(page.waiting) == [f"{files.due.ref} · Reed Tamarisk"])
    assert page.due.rows == []
    assert [one.text() for one in page.waiting.rows[0].findChildren(Button)] == ["Open"]
    assert "it takes another person" in page.waiting.rows[0].accessibleName()
    files.sit(OWEN)
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    today = afternoon.window.stack.page
    assert isinstance(today, TodayPage)
    row = next(row for row in today.needs.rows if "disposal" in row.accessibleName())
    row.button.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, KeepingPage))
    page = files.keeping()
    ask.will(None)
    press(page.waiting, "Agree")
    assert titles(page.waiting) == [f"{files.due.ref} · Reed Tamarisk"]
    ask.will(Yes("Read it, and agree"))
    press(page.waiting, "Agree")
    afternoon.wait(lambda: titles(page.disposed) == [files.due.ref])
    paper = tmp_path / "certificate.pdf"
    ask.will(paper)
    press(page.disposed, "Certificate")
    afternoon.wait(paper.exists)
    assert paper.read_bytes().startswith(b"%PDF")
    afternoon.lock()
    assert afternoon.how_many() == 2
    assert afternoon.check().entries


def test_that_a_refusal_keeps_it_with_the_reason(files: OldFiles, ask: ScriptedAsk) -> None:
    with files.room.desk(MAYA) as desk:
        desk.disposals.propose(files.due.id, "Old", an_entry_id(files.afternoon.clock))
    files.sit(OWEN)
    page = files.keeping()
    ask.will(Yes("Her solicitor has asked for it"))
    press(page.waiting, "Refuse")
    files.afternoon.wait(lambda: titles(page.due) == [f"{files.due.ref} · Reed Tamarisk"])
    assert page.waiting.rows == []


def test_that_a_hold_is_put_on_and_lifted_with_reasons(files: OldFiles, ask: ScriptedAsk) -> None:
    files.sit(MAYA)
    page = files.keeping(files.young.id)
    assert "Kept until 3 May 2039" in page.one.rows[0].accessibleName()
    ask.will(Yes("The police have asked"))
    press(page.one, "Put on hold")
    files.afternoon.wait(lambda: len(page.held.rows) == 2)
    assert "The police have asked" in page.one.rows[0].accessibleName()
    ask.will(Yes("They are done"))
    press(page.one, "Lift the hold")
    files.afternoon.wait(lambda: len(page.held.rows) == 1)


def test_that_a_record_goes_before_its_day_only_with_a_reason_for_that(
    files: OldFiles, ask: ScriptedAsk
) -> None:
    files.sit(MAYA)
    page = files.keeping(files.young.id)
    ask.will(Yes("It was written to try the desk"))
    press(page.one, "Propose disposal")
    files.afternoon.wait(lambda: titles(page.waiting) == [f"{files.young.ref} · Wren Tamarisk"])


def test_that_a_period_is_changed_with_a_reason(files: OldFiles) -> None:
    afternoon = files.afternoon
    files.sit(MAYA)
    page = files.keeping()
    press(page.classes, "Change")
    page.form.years.setText("many")
    page.form.save.click()
    assert page.form.fields["years"].error() == "Write a number of years from 1 to 120."
    page.form.years.setText("30")
    page.form.save.click()
    afternoon.wait(page.form.fields["reason"].error)
    page.form.reason.setText("As our insurer asks")
    page.form.save.click()
    afternoon.wait(lambda: "As our insurer asks" in page.classes.rows[0].accessibleName())
    assert page.form.isHidden()
    press(page.classes, "Change")
    page.step_back()
    assert page.form.isHidden()
    afternoon.window.go(Spot(Place.CONCERNS, files.young.id))
    concern = afternoon.concern()
    afternoon.at_rest()
    line = concern.findChildren(KeptLine)[-1]
    assert any("Kept until 3 May 2044" in label.text() for label in line.findChildren(Label))
    line.link.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, KeepingPage))
    afternoon.at_rest()
    page = files.keeping(files.young.id)
    press(page.one, "Open")
    afternoon.concern()
    afternoon.window.go(Spot(Place.PEOPLE, files.people["Wren"]))
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    person = afternoon.window.stack.page
    assert isinstance(person, PersonPage)
    afternoon.at_rest()
    lines = [label.text() for label in person.findChildren(Label)]
    assert any("Kept until 3 May 2044" in line for line in lines)


def test_that_the_vault_page_leads_there(files: OldFiles) -> None:
    files.sit(MAYA)
    files.afternoon.window.go(VAULT)
    files.afternoon.at_rest()
    vault = files.afternoon.window.stack.page
    assert isinstance(vault, VaultPage)
    vault.keeping.look.click()
    files.afternoon.wait(lambda: isinstance(files.afternoon.window.stack.page, KeepingPage))


def test_that_today_leads_to_what_is_due_of_every_kind_and_each_is_opened_from_there(
    files: OldFiles,
) -> None:
    afternoon, year = files.afternoon, 60 * 24 * 366
    with files.room.desk(MAYA) as desk:
        viewing = decided(desk)
        desk.viewings.end(viewing, "Nothing that matters", an_entry_id(afternoon.clock))
        left = PersonDraft(PersonKind.PUPIL, "Bulrush", "Lark", ends="2020-07-20")
        desk.people.add(left, an_entry_id(afternoon.clock))
        account = a_draft(RegisterName.ACCOUNTS)
        desk.registers.record(account, an_entry_id(afternoon.clock))
    afternoon.clock.advance(minutes=year * 7)
    files.sit(MAYA)
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    today = afternoon.window.stack.page
    assert isinstance(today, TodayPage)
    row = next(row for row in today.needs.rows if "due for review" in row.accessibleName())
    assert row.accessibleName().startswith("4 records are due for review")
    row.button.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, KeepingPage))
    page = files.keeping()
    listed = ["Lark Bulrush", f"{files.due.ref} · Reed Tamarisk", f"{viewing.ref} · Wren Tamarisk"]
    assert titles(page.due) == [*listed, "Accounts: Facebook"]
    for at, opened in enumerate((PersonPage, ConcernPage, ViewingPage, EntryPage)):
        press(files.keeping().due, "Open", at)
        afternoon.wait(partial(shows, afternoon, opened))
        afternoon.at_rest()
