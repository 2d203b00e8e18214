"""Everything for another system: by hand from the vault's page, and another member told of it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
import pyzipper
from PySide6.QtCore import Qt

from dsl_desk.domain.leaving import RecipientSort
from dsl_desk.ui.leaving.everything_page import EverythingPage
from dsl_desk.ui.leaving.whom_step import SORTS
from dsl_desk.ui.shell.spot import TODAY
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.page import VaultPage
from tests.builders import a_concern_draft, an_entry_id
from tests.services.looking import captured, decided
from tests.services.staffroom import MAYA, OWEN
from tests.stories.adults_day import on, sit_down
from tests.stories.afternoon import CTRL
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    with day.school.desk(MAYA) as desk:
        desk.concerns.record(a_concern_draft(words="At the weir"), an_entry_id(afternoon.clock))
    return day


def test_that_pictures_go_with_it_only_where_that_is_ticked(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon = day.afternoon
    with day.school.desk(MAYA) as desk:
        captured(desk, decided(desk).id)
    sit_down(day, MAYA)
    for ticked in (False, True):
        out = the_way_out(day)
        assert out.files.text().startswith("1 picture or file too")
        assert not out.files.isChecked()
        out.files.setChecked(ticked)
        out.whom.sort.setCurrentIndex(SORTS.index(RecipientSort.GOVERNORS) + 1)
        out.whom.who.setText("Tansy Hollybank")
        out.whom.purpose.setPlainText("The trust moves to one system")
        file = tmp_path / f"{ticked}.zip"
        ask.will(file)
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.wait(out.gone.isVisible)
        with pyzipper.AESZipFile(file) as opened:
            opened.setpassword(out.gone.passphrase.words.encode())
            inside = opened.read("records.zip")
        with zipfile.ZipFile(io.BytesIO(inside)) as records:
            pictures = [name for name in records.namelist() if name.endswith(".png")]
        assert len(pictures) == ticked
        afternoon.press(Qt.Key.Key_Return, CTRL)


def the_way_out(day: VaultDay) -> EverythingPage:
    page = day.page()
    page.out.out.click()
    day.afternoon.at_rest()
    out = on(day, EverythingPage)
    day.afternoon.wait(out.next.isEnabled)
    return out


def test_that_everything_leaves_locked_and_another_member_says_that_they_saw_it(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon = day.afternoon
    sit_down(day, MAYA)
    out = the_way_out(day)
    assert "Children: 1" in out.counts.words
    afternoon.press(Qt.Key.Key_Return, CTRL)
    assert out.whom.fields["purpose"].error()
    out.whom.sort.setCurrentIndex(SORTS.index(RecipientSort.GOVERNORS) + 1)
    out.whom.who.setText("Tansy Hollybank")
    out.whom.purpose.setPlainText("The trust moves to one system")
    ask.will(None)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.at_rest()
    assert out.gone.isHidden()
    file = tmp_path / "records.zip"
    ask.will(file)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: not out.gone.isHidden())
    words = out.gone.passphrase.words
    assert len(words.split()) == 8
    with pyzipper.AESZipFile(file) as opened:
        opened.setpassword(words.encode())
        inside = opened.read("records.zip")
    with zipfile.ZipFile(io.BytesIO(inside)) as records:
        assert "At the weir" in records.read("records.json").decode()
        assert json.loads(records.read("records.json"))["for"] == "Tansy Hollybank"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    on(day, VaultPage)
    afternoon.lock()

    sit_down(day, OWEN)
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    today = on(day, TodayPage)
    rows = [row for row in today.needs.rows if "everything they may open" in row.accessibleName()]
    assert len(rows) == 1
    assert MAYA in rows[0].accessibleName()
    rows[0].button.click()
    afternoon.wait(
        lambda: not any("everything they may" in row.accessibleName() for row in today.needs.rows)
    )
    afternoon.lock()


def test_that_stepping_back_takes_nothing_out(day: VaultDay) -> None:
    sit_down(day, MAYA)
    out = the_way_out(day)
    out.back.click()
    on(day, VaultPage)
    day.afternoon.lock()
