"""Staff begun anew from the Vault page, for somebody it says something about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.ui.kit.question import Question, Yes
from tests.services.staff_records import write_about
from tests.services.staffroom import ALBAN, MAYA, OWEN
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

STAFF = Compartment.STAFF


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    with day.school.desk() as desk:
        write_about(desk, OWEN, member=day.school.ids[OWEN])
        write_about(desk, "Linnet Quillfeather")
    return day


def test_that_a_key_is_given_once_staff_is_begun_anew(day: VaultDay, ask: ScriptedAsk) -> None:
    page = day.page()
    ask.will(Yes("Owen becomes a lead"), Yes("As the Head and I agreed"))
    page.who.matrix.cell(OWEN, STAFF).click()
    day.afternoon.wait(partial(day.has_word, OWEN, STAFF, "Can read"))
    asked = ask.asked[1]
    assert isinstance(asked, Question)
    assert asked.title == "Begin Staff anew, so that Owen Larkspur can have its key?"
    assert asked.act == "Begin Staff anew"
    assert asked.grave
    day.afternoon.at_rest()
    assert "Staff until Thu 19 Nov 2026" in page.who.closed.words
    assert page.who.notice.words() == ""
    day.afternoon.lock()
    with day.school.desk(OWEN) as desk:
        assert desk.sitting.part(STAFF).ledger.count() == 1


def test_that_who_keeps_staff_as_it_is_reads_why_no_key_was_given(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    page = day.page()
    ask.will(Yes("Owen becomes a lead"), None)
    page.who.matrix.cell(OWEN, STAFF).click()
    day.afternoon.wait(page.who.notice.words)
    assert page.who.notice.words().startswith("Something in Staff is about this person.")
    assert day.word(OWEN, STAFF) == "No key"
    assert page.who.closed.isHidden()


@pytest.mark.parametrize("agreed", [True, False])
def test_that_a_newcomer_staff_writes_about_is_added_once_it_is_begun_anew(
    day: VaultDay, ask: ScriptedAsk, *, agreed: bool
) -> None:
    # A role that has a key of Staff, and Maya among those who receive what is about it.
    ids = day.school.ids
    with day.school.desk(ALBAN) as desk:
        desk.members.appoint(Post(Role.CHAIR, ids[ALBAN], ids[MAYA]), "For the holidays")
        desk.cases.rewrite_all()
    page = day.adding()
    page.form.name.setText("Linnet Quillfeather")
    page.form.role.setCurrentIndex(list(Role).index(Role.HEAD))
    page.form.reason.setText("The new Head")
    page.form.ways[2].setChecked(True)
    ask.will(Yes("As the chair asked") if agreed else None)
    page.finish()
    if agreed:
        day.afternoon.wait(lambda: page.kit.is_waiting)
    else:
        day.afternoon.wait(page.notice.words)
        assert page.form.name.text() == "Linnet Quillfeather"
    names = [row.member.name for row in day.school.page.members]
    assert ("Linnet Quillfeather" in names) is agreed
