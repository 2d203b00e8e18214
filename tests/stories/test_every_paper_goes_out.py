"""Papers that had buttons of their own: each by the one way out, from the page it is wished on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.referral import ReferralTo
from dsl_desk.ui.leaving.choice import DAYS
from dsl_desk.ui.leaving.way import WHAT, WHOM
from dsl_desk.ui.referrals.page import ReferralsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.shell.way_out import out_at, wished_in
from dsl_desk.ui.vault.page import VaultPage
from tests.builders import a_concern_draft
from tests.services.way_out import a_referral
from tests.stories.afternoon import CTRL
from tests.stories.papers import goes_out, way_out

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def referred(afternoon: Afternoon, to: ReferralTo) -> None:
    afternoon.unlock()
    afternoon.fill_in(a_concern_draft(about="Wren Tamarisk"))
    afternoon.finish()
    afternoon.at_rest()
    done: list[object] = []

    def refer(desk: Desk) -> object:
        return a_referral(desk, desk.concerns.open(desk.concerns.page(0, 1).rows[0].id), to)

    assert afternoon.front is not None
    afternoon.front.worker.ask(afternoon.window, refer, done.append)
    afternoon.wait(lambda: done)


def test_that_a_referral_is_made_into_its_paper_where_it_waits(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    referred(afternoon, ReferralTo.SOCIAL_CARE)
    afternoon.window.go(Spot(Place.REFERRALS))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, ReferralsPage)
    page.table.view.setCurrentIndex(QModelIndex())
    page.export()  # nothing is chosen: nothing happens
    assert afternoon.window.stack.page is page
    page.table.view.selectRow(0)
    page.paper.click()
    assert goes_out(afternoon, ask, tmp_path / "referral.pdf").startswith(b"%PDF-")
    afternoon.lock()


def test_that_prevent_is_asked_in_the_flow_with_what_the_record_says(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    referred(afternoon, ReferralTo.PREVENT)
    afternoon.window.go(Spot(Place.REFERRALS))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, ReferralsPage)
    page.table.view.selectRow(0)
    afternoon.press(Qt.Key.Key_E, CTRL)
    out = way_out(afternoon)
    assert out.what.asked.lines["why"].text().strip()
    out.what.asked.lines["harm"].setPlainText("None was said")
    assert out.draft().answers["harm"] == "None was said"
    assert goes_out(afternoon, ask, tmp_path / "prevent.pdf").startswith(b"%PDF-")
    afternoon.lock()


def test_that_an_extract_from_the_ledger_is_of_two_days_or_all(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.VAULT))
    afternoon.at_rest()
    vault = afternoon.window.stack.page
    assert isinstance(vault, VaultPage)
    vault.ledger.extract.click()
    page = way_out(afternoon)
    page.show_step(WHAT)
    assert page.what.choice.isVisible()
    page.what.choice.how.choose(DAYS)
    page.what.choice.since.setText("1/9/2026")
    page.show_step(WHOM)
    assert goes_out(afternoon, ask, tmp_path / "extract.pdf").startswith(b"%PDF-")
    afternoon.lock()


def test_that_a_wish_is_kept_in_the_spot_it_is_made_on() -> None:
    wish = Wish(PaperSort.REGISTER, RecordId("account_we_run"), narrowed=("blog",))
    spot = out_at(Place.REGISTERS, wish)
    assert spot.place is Place.REGISTERS
    assert wished_in(spot.what) == wish
    assert wished_in("new") is None
