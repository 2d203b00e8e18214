"""A yearly round on its page: issued, forms come back, the register, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.ui.declarations.form_page import DeclarePage
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.register_page import RegisterPage
from dsl_desk.ui.declarations.round_page import RoundPage
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.declaring import PRIYA, a_declaration, declare, entry_of, nothing
from tests.services.staffroom import HESTER
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.papers import goes_out
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    with day.school.desk(HESTER) as desk:
        for surname, forename in (
            ("Oakhollow", "Priya"),
            ("Thistle", "Marius"),
            ("Moss", "Gethin"),
        ):
            draft = PersonDraft(
                PersonKind.STAFF, surname, forename, staff_kind=StaffKind.SUPPORT, role="Support"
            )
            desk.people.add(draft, entry_of(desk))
        declare(desk, a_declaration())
    return day


def round_page(day: VaultDay) -> RoundPage:
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    on(day, DeclarationsPage).side.round.click()
    return on(day, RoundPage)


def test_that_a_round_is_issued_answered_and_closed(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    sit_down(day, HESTER)
    page = round_page(day)
    assert page.issue.people.words.startswith("3 people work here")
    page.finish()
    settle(day)
    assert page.issue.fields["due_on"].error()
    page.issue.name.setText("2026 to 2027")
    page.issue.due.setText("11 December 2026")
    page.finish()
    settle(day)
    stands = page.stands
    assert stands is not None
    codes = {one.asked.name: one.asked.code for one in stands.waiting}
    page.code.setText("AAA-AAA")
    page.code.returnPressed.emit()
    settle(day)
    assert page.field.error().startswith("No form of this round has that code")
    page.code.setText(codes["Marius Thistle"])
    page.code.returnPressed.emit()
    settle(day)
    assert page.told.words == "1 of 3 have answered: 1 with nothing to declare, 0 with links."
    page.code.setText(codes[PRIYA])
    page.links.click()
    entry = on(day, DeclarePage)
    settle(day)
    assert entry.form is not None
    assert entry.form.by.text() == PRIYA
    assert entry.form.draft().links == a_declaration().links
    entry.finish()
    shown = on(day, DeclarationsPage)
    settle(day)
    assert shown.pane.header.title.words == PRIYA
    page = round_page(day)
    for button, name in ((page.forms, "forms.pdf"), (page.chase, "chase.pdf")):
        ask.will(tmp_path / name)
        button.click()
        day.afternoon.wait((tmp_path / name).exists)
    ask.will(Yes("The year goes on"))
    page.close_round.click()
    settle(day)
    assert page.stands is None
    assert page.issue.isVisible()


def test_that_a_stack_of_nil_forms_is_entered_at_one_key_each(day: VaultDay) -> None:
    with day.school.desk(HESTER) as desk:
        desk.declaration_rounds.issue("2026 to 2027", "2026-12-11", entry_of(desk))
    sit_down(day, HESTER)
    page = round_page(day)
    settle(day)
    qtbot, waiting = day.afternoon.qtbot, page.waiting
    assert waiting is not None
    waiting.rows[0].setFocus()
    names = [row.accessibleName().split(".")[0] for row in waiting.rows]
    assert names == ["Gethin Moss", PRIYA, "Marius Thistle"]
    qtbot.keyClick(waiting.rows[0], Qt.Key.Key_Return)
    settle(day)
    assert page.waiting is not None
    assert page.waiting.chosen() == waiting.rows[1].code
    # Priya's form has links: it is laid aside.
    qtbot.keyClick(page.waiting.rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(page.waiting.rows[1], Qt.Key.Key_Return)
    settle(day)
    assert page.told.words == "2 of 3 have answered: 2 with nothing to declare, 0 with links."
    assert page.waiting.chosen() == waiting.rows[1].code
    # Hers says that nothing has changed since last time.
    page.code.setText(waiting.rows[1].code)
    page.same.click()
    settle(day)
    assert page.told.words == "3 of 3 have answered: 2 with nothing to declare, 1 with links."
    page.code.setText("AAA-AAA")
    page.same.click()
    settle(day)
    assert page.field.error().startswith("No form of this round has that code")


def test_that_the_register_is_narrowed_and_saved(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    with day.school.desk(HESTER) as desk:
        declare(desk, nothing("Marius Thistle"))
    sit_down(day, HESTER)
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    on(day, DeclarationsPage).side.register.click()
    page = on(day, RegisterPage)
    assert page.header.subtitle.words == "2 declarations"
    page.state.setCurrentIndex(1 + list(DeclarationState).index(DeclarationState.NEW))
    page.state.activated.emit(page.state.currentIndex())
    settle(day)
    assert page.header.subtitle.words == "1 declaration"
    page.reasons.setChecked(True)
    ask.will(tmp_path / "register.csv")
    page.save_table()
    day.afternoon.wait((tmp_path / "register.csv").exists)
    settle(day)
    assert PRIYA in (tmp_path / "register.csv").read_text("utf-8-sig")
    for wish, name in (("export", "register.pdf"), ("make_counts", "counts.pdf")):
        getattr(on(day, RegisterPage), wish)()
        assert goes_out(day.afternoon, ask, tmp_path / name).startswith(b"%PDF-")
    page = on(day, RegisterPage)
    page.table.opened.emit(page.table.model.row(0))
    shown = on(day, DeclarationsPage)
    settle(day)
    assert shown.pane.header.title.words == PRIYA


def test_that_an_empty_register_is_not_said_to_be_narrowed(afternoon: Afternoon) -> None:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    sit_down(day, HESTER)
    day.afternoon.window.go(Spot(Place.DECLARATIONS))
    on(day, DeclarationsPage).side.register.click()
    page = on(day, RegisterPage)
    settle(day)
    assert page.empty.isVisible()
    page.search.setText("Priya")
    page.search.textEdited.emit("Priya")
    settle(day)
    assert page.nothing.isVisible()
    assert not page.empty.isVisible()
