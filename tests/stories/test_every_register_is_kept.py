"""Each of the eight registers a policy asks for, through the window: from the form to its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.registers.entry_form_page import AddEntryPage, ChangeEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.registers_page import RegistersPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.registers import a_draft, a_pupil
from tests.stories.looking_day import page_of
from tests.stories.papers import goes_out
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

Name = RegisterName
# Each with what is changed in it afterwards, and a word it is found by.
EIGHT = {
    Name.ACCOUNTS: ({"purpose": "News for families and for neighbours."}, "facebook"),
    Name.PHOTO_CONSENT: ({"website": "no"}, "tamarisk"),
    Name.APPROVALS: ({"purpose": "Reports from the residential and from sports day."}, "blog"),
    Name.DEPARTURES: ({"why": "No signal, and a child was ill."}, "residential"),
    Name.CONTACT_ATTEMPTS: ({"platform": "Snapchat"}, "harebell"),
    Name.ACKNOWLEDGEMENTS: ({"version": "November 2026"}, "fernsby"),
    Name.BREACHES: ({"dpo_told": "2026-11-18T09:00"}, "laptop"),
    Name.TAKE_DOWNS: ({"platform": "YouTube"}, "playground"),
}


@pytest.mark.parametrize("name", EIGHT)
def test_that_a_register_is_written_changed_found_printed_and_saved_as_a_table(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path, name: RegisterName
) -> None:
    changes, word = EIGHT[name]
    choose(afternoon)
    desk = afternoon._open()
    people = {"child": a_pupil(desk, afternoon.clock)} if name is Name.PHOTO_CONSENT else {}
    desk.close()
    afternoon.unlock()
    written(afternoon, a_draft(name).answers, name, people)
    changed(afternoon, {**a_draft(name).answers, **changes, "reason": "Put right"}, people)
    page = listed(afternoon, name)
    page.search.setText("nothing like it")
    page.search.textEdited.emit(page.search.text())
    afternoon.wait(page.nothing.isVisible)
    page.search.setText(word)
    page.search.textEdited.emit(word)
    afternoon.wait(page.tables[name].isVisible)
    page.export()
    assert goes_out(afternoon, ask, tmp_path / "register.pdf").startswith(b"%PDF-")
    page = listed(afternoon, name)
    ask.will(tmp_path / "register.csv")
    page.save_table()
    afternoon.wait((tmp_path / "register.csv").exists)
    table = (tmp_path / "register.csv").read_text("utf-8-sig")
    assert word in table.casefold()
    assert "Policy in force" in table.splitlines()[0]
    afternoon.lock()
    assert afternoon.check().entries


def written(
    afternoon: Afternoon, answers: Mapping[str, str], name: RegisterName, people: Mapping[str, str]
) -> EntryPage:
    afternoon.window.go(Spot(Place.REGISTERS, f"{name.value}/{NEW}"))
    form = page_of(afternoon, AddEntryPage)
    form.form.show_answers(answers, people)
    form.finish()
    page = page_of(afternoon, EntryPage)
    assert "version 1" in page.header.subtitle.words
    return page


def changed(afternoon: Afternoon, answers: Mapping[str, str], people: Mapping[str, str]) -> None:
    """Change it with a reason; what stood there before stays in the history with its policy."""
    page = page_of(afternoon, EntryPage)
    page.change.click()
    form = page_of(afternoon, ChangeEntryPage)
    afternoon.wait(lambda: form.form)
    assert form.form is not None
    form.finish()
    afternoon.wait(form.form.fields["reason"].error)
    form.form.show_answers(answers, people)
    form.finish()
    read = page_of(afternoon, EntryPage)
    afternoon.wait(lambda: "version 2" in read.header.subtitle.words)
    afternoon.wait(lambda: "Put right" in said_on(read))
    assert sum(words.startswith("Policy in force: ") for words in said_on(read)) == 2


def said_on(page: EntryPage) -> list[str]:
    return [one.words for one in page.findChildren(Label) if one.isVisible()]


def listed(afternoon: Afternoon, name: RegisterName) -> RegistersPage:
    afternoon.window.go(Spot(Place.REGISTERS))
    page = page_of(afternoon, RegistersPage)
    page.tabs.choose(list(REGISTERS).index(name))
    afternoon.wait(lambda: name in page.tables and page.tables[name].isVisible())
    afternoon.at_rest()
    return page
