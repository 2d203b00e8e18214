"""Who of the people in a concern is too young for where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.services.platforms import platforms_in
from tests.builders import an_entry_id
from tests.conftest import FONTS
from tests.registers import a_pupil

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock


def test_that_a_pupil_under_the_age_is_told_with_both_numbers(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock)
    told = desk.platforms.too_young((wren,), "Whatsapp")
    assert [(one.child, one.age, one.rule.age) for one in told] == [("Wren Tamarisk", 10, 13)]
    assert desk.platforms.too_young((wren,), "by letter") == ()


def test_that_nothing_is_told_of_adults_and_of_those_nobody_knows(
    desk: Desk, clock: FakeClock
) -> None:
    no_birthday = a_pupil(desk, clock, "Yarrow", "Sorrel", born="")
    young = PersonDraft(PersonKind.FAMILY, "Tamarisk", "Carys", born="2015-01-01")
    clock.advance(seconds=1)
    sister = desk.people.add(young, an_entry_id(clock)).answer.id
    assert desk.platforms.too_young((no_birthday, sister, "0a" * 16), "WhatsApp") == ()


def test_that_data_that_is_missing_or_wrong_says_nothing(tmp_path: Path) -> None:
    assert platforms_in(FONTS.parent)
    assert platforms_in(tmp_path) == ()
    folder = tmp_path / "platforms"
    folder.mkdir()
    (folder / "ages.toml").write_bytes(b"\xff")
    assert platforms_in(tmp_path) == ()
    (folder / "ages.toml").write_text("[[platform]]", encoding="utf-8")
    assert platforms_in(tmp_path) == ()
