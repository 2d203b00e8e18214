"""The signed paper of a declaration: kept, seen again, and where it lies told; sealed, no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.signed_paper_card import NO_FILE, ONLY_THE_PAPER
from dsl_desk.ui.kit.confirm import Confirm
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.declaring import a_declaration, declare, give_passphrase
from tests.services.staffroom import ALBAN, HESTER
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.declarations.scan_row import ScanRow
    from dsl_desk.ui.declarations.signed_paper_card import SignedPaperCard
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

pytestmark = pytest.mark.gate_story

LIES = "Green folder, Head's cabinet"
SIZE = (300, 420)


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Return a paper of two pages, as a scanner makes them."""
    pages = [Image.new("RGB", SIZE, "white") for _ in range(2)]
    for number, page in enumerate(pages):
        for line in range(20, 400, 20):
            ImageDraw.Draw(page).rectangle((20, line, 200 + 40 * number, line + 8), fill="black")
    path = tmp_path / "form.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


def card_of(day: VaultDay) -> SignedPaperCard:
    page = on(day, DeclarationsPage)
    card = page.pane.signed
    assert card is not None
    return card


def paper_of_an_aunt(day: VaultDay) -> SignedPaperCard:
    with day.school.desk(HESTER) as desk:
        record = declare(desk).written.id
    sit_down(day, HESTER)
    day.afternoon.window.go(Spot(Place.DECLARATIONS, record))
    return card_of(day)


def press(day: VaultDay, row: ScanRow) -> None:
    row.look.click()
    settle(day)


def kept(day: VaultDay, card: SignedPaperCard, ask: ScriptedAsk, scan: Path) -> ScanRow:
    card.lies.setText(LIES)
    ask.will(Yes(), scan)
    card.scan.click()
    day.afternoon.wait(lambda: card.rows)
    return card.rows[-1]


def test_that_a_scan_is_kept_and_its_pages_are_seen_again_when_somebody_asks(
    day: VaultDay, ask: ScriptedAsk, scan: Path
) -> None:
    card = paper_of_an_aunt(day)
    assert not card.no_file.isVisible()
    row = kept(day, card, ask, scan)
    assert ask.asked[0] is ONLY_THE_PAPER
    assert row.words.words == LIES
    assert card.lies.text() == ""
    assert row.view.isHidden()
    assert scan.exists()
    row.look.click()
    day.afternoon.wait(lambda: not row.view.isHidden())
    assert row.look.text() == "Show it clearly"
    assert not row.view.is_clear()
    press(day, row)
    assert row.view.is_clear()
    first = row.view.image
    assert row.next.text() == "Page 1 of 2: next"
    row.next.click()
    day.afternoon.wait(lambda: row.view.image != first)
    assert row.view.is_clear()
    assert row.view.accessibleName() == "Page 2 of the scan"
    press(day, row)
    assert row.view.isHidden()
    assert row.view.image.isNull()
    assert row.look.text() == "Look at the scan"
    day.afternoon.lock()
    assert day.afternoon.check().entries


def test_that_what_nobody_is_sure_of_or_nobody_knows_the_place_of_is_not_taken_in(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    card = paper_of_an_aunt(day)
    card.scan.click()
    settle(day)
    assert card.field.error().startswith("Write where the paper lies")
    assert ask.asked == []
    card.lies.setText(LIES)
    ask.will(None)
    card.scan.click()
    ask.will(Yes(), None)
    card.scan.click()
    settle(day)
    assert card.rows == []
    dialog = Confirm(card.window(), ONLY_THE_PAPER)
    dialog.show()
    assert dialog.focusWidget() is dialog.safe
    dialog.close()


def test_that_an_empty_file_and_one_that_shows_nothing_are_told_in_words(
    day: VaultDay, ask: ScriptedAsk, scan: Path
) -> None:
    card = paper_of_an_aunt(day)
    page = on(day, DeclarationsPage)
    scan.write_bytes(b"")
    card.lies.setText(LIES)
    ask.will(Yes(), scan)
    card.scan.click()
    day.afternoon.wait(page.pane.notice.words)
    assert "This file is empty" in page.pane.notice.words()
    assert card.lies.text() == LIES
    scan.write_bytes(b"no picture at all")
    row = kept(day, card, ask, scan)
    row.look.click()
    day.afternoon.wait(lambda: not row.trouble.isHidden())
    assert row.trouble.words
    assert row.view.isHidden()
    press(day, row)
    assert row.trouble.isHidden()


def test_that_a_scan_changed_on_the_drive_is_not_shown(
    day: VaultDay, ask: ScriptedAsk, scan: Path
) -> None:
    card = paper_of_an_aunt(day)
    page = on(day, DeclarationsPage)
    row = kept(day, card, ask, scan)
    (file,) = day.afternoon.folder.glob("evidence/**/*.blob")
    file.write_bytes(file.read_bytes()[:-1])
    row.look.click()
    day.afternoon.wait(page.pane.notice.words)
    assert row.view.isHidden()
    assert row.look.isEnabled()


def test_that_beside_a_sealed_declaration_only_the_place_of_the_paper_is_kept(
    day: VaultDay,
) -> None:
    give_passphrase(day.school, ALBAN)
    with day.school.desk(ALBAN) as desk:
        record = declare(desk, a_declaration(by=HESTER, signed=HESTER)).written.id
    sit_down(day, ALBAN)
    day.afternoon.window.go(Spot(Place.DECLARATIONS, record))
    card = card_of(day)
    assert card.no_file.words == NO_FILE
    assert card.no_file.isVisible()
    assert not card.scan.isVisible()
    card.lies.setText(LIES)
    card.only.click()
    day.afternoon.wait(lambda: card.rows)
    (row,) = card.rows
    assert row.words.words == LIES
    assert not row.look.isVisible()
    assert not list(day.afternoon.folder.glob("evidence/**/*.blob"))
