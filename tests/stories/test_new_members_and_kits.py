"""New members, recovery kits and posts, through the Vault page over the real services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.services.doorstep import derive, derive_by_kit
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.kit.question import Yes
from tests.services.staffroom import HESTER, MAYA, OWEN
from tests.stories.afternoon import RESOURCES
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

CHILDREN, STAFF = Compartment.CHILDREN, Compartment.STAFF
ENTER = Qt.Key.Key_Return


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    return VaultDay(afternoon)


def fill_in(day: VaultDay, name: str, role: Role, way: int) -> None:
    page = day.adding()
    page.form.name.setText(name)
    page.form.role.setCurrentIndex(list(Role).index(role))
    page.form.reason.setText("The new deputy")
    page.form.ways[way].setChecked(True)


def test_that_a_member_added_by_kit_unlocks_with_the_code_on_the_page(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    fill_in(day, OWEN, Role.DEPUTY_DSL, way=2)
    page = day.adding()
    page.finish()
    day.afternoon.wait(lambda: page.kit.is_waiting)
    code = page.kit.care.sheet.words()
    paper = tmp_path / "kit.pdf"
    ask.will(paper)
    page.kit.care.sheet.save_button.click()
    day.afternoon.wait(paper.exists)
    assert paper.read_bytes().startswith(b"%PDF-")
    for promise in page.kit.care.promises:
        promise.setChecked(True)
    page.kit.care.code.put(code)
    day.afternoon.wait(lambda: not page.kit.care.left())
    page.kit.finish.click()
    assert len(ask.asked) == 1
    day.afternoon.lock()
    with_code(day, OWEN, code).close()


def with_code(day: VaultDay, name: str, code: str) -> Desk:
    member = next(row.member for row in day.school.page.members if row.member.name == name)
    key = derive_by_kit(day.afternoon.folder, member.id, code)
    return open_desk(day.afternoon.folder, member.id, key, day.afternoon.place, RESOURCES / "fonts")


def test_that_a_member_who_typed_their_passphrase_unlocks_with_it(day: VaultDay) -> None:
    fill_in(day, OWEN, Role.DEPUTY_DSL, way=0)
    page = day.adding()
    words = page.form.choose.text()
    page.form.choose.again.put(words)
    page.form.post.setCurrentIndex(2)
    page.finish()
    day.afternoon.wait(lambda: page.kit.is_waiting)
    assert words not in page.form.choose.text()
    day.afternoon.at_rest()
    day.afternoon.lock()
    row = next(row for row in day.school.page.members if row.member.name == OWEN)
    key = derive(day.afternoon.folder, row.member.id, words, day.afternoon.place)
    open_desk(
        day.afternoon.folder, row.member.id, key, day.afternoon.place, RESOURCES / "fonts"
    ).close()
    assert [post.stand_in for post in day.school.page.posts] == [row.member.id]


def test_that_a_form_with_gaps_says_so_beside_them_and_adds_nobody(day: VaultDay) -> None:
    page = day.adding()
    page.finish()
    assert page.form.fields["name"].error() == "Fill this in."
    assert page.form.fields["reason"].error() == "Fill this in."
    assert not page.add.is_busy()
    day.afternoon.lock()
    assert len(day.school.page.members) == 1


def test_that_a_kit_is_not_left_by_accident(day: VaultDay, ask: ScriptedAsk) -> None:
    fill_in(day, OWEN, Role.DEPUTY_DSL, way=2)
    page = day.adding()
    page.finish()
    day.afternoon.wait(lambda: page.kit.is_waiting)
    day.page()
    assert day.adding() is page
    assert page.kit.is_waiting
    ask.will(None, Yes())
    page.kit.finish.click()
    assert page.kit.is_waiting
    page.kit.finish.click()
    assert not page.kit.is_waiting


def test_that_a_new_kit_asks_first_and_shows_its_code_once(day: VaultDay, ask: ScriptedAsk) -> None:
    page = day.page()
    assert page.kit.chip.text() == "Not made"
    ask.will(None, Yes(), Yes())
    page.kit.make.click()
    page.kit.make.click()
    day.afternoon.wait(lambda: page.pane.is_waiting)
    code = page.pane.care.sheet.words()
    page.pane.finish.click()
    day.afternoon.wait(lambda: page.kit.chip.text() == "Not checked")
    day.afternoon.lock()
    with_code(day, MAYA, code).close()


def test_that_a_new_kit_counts_once_it_is_typed_back_from_its_paper(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = day.page()
    ask.will(Yes(), tmp_path / "kit.pdf")
    page.kit.make.click()
    day.afternoon.wait(lambda: page.pane.is_waiting)
    care = page.pane.care
    care.sheet.save_button.click()
    day.afternoon.wait((tmp_path / "kit.pdf").exists)
    for promise in care.promises:
        promise.setChecked(True)
    care.code.put(care.sheet.words())
    day.afternoon.wait(lambda: not care.left())
    page.pane.finish.click()
    day.afternoon.wait(lambda: page.kit.chip.text() == "Made")


def test_that_a_post_is_filled_with_a_reason_and_its_duty_goes(day: VaultDay) -> None:
    day.school.add_everybody()
    card = day.page().posts
    assert card.duties is not None
    assert [item.duty.title for item in card.duties.items] == [
        "Name a stand-in: Chair of governors or proprietor"
    ]
    card.open_form(Role.DSL)
    card.form.stand_in.setCurrentIndex(card.form.stand_in.findText(HESTER))
    card.form.save.click()
    day.afternoon.wait(card.form.field.error)
    card.form.reason.setText("Hester covers this term")
    card.form.save.click()
    day.afternoon.wait(lambda: not card.form.isVisible())
    day.afternoon.wait(
        lambda: card.facts[Role.DSL].beside.words == "Stands in: Hester Winterbourne"
    )
    assert day.school.page.posts[-1].stand_in == day.school.ids[HESTER]


def test_that_another_mans_post_is_refused_in_words(day: VaultDay) -> None:
    day.school.add_everybody()
    card = day.page().posts
    card.open_form(Role.CHAIR)
    card.form.stand_in.setCurrentIndex(card.form.stand_in.findText(OWEN))
    card.form.reason.setText("Somebody has to")
    card.form.save.click()
    day.afternoon.wait(card.notice.words)
    assert card.notice.words().startswith("This is not yours to change.")
