from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.own_look import keep_look, read_look
from dsl_desk.ui.theme.look import Look, Scheme, TextSize

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_chosen_look_is_there_next_time(tmp_path: Path) -> None:
    look = Look(Scheme.DARK, TextSize.LARGEST)
    keep_look(look, str(tmp_path / "settings"))
    assert read_look(str(tmp_path / "settings")) == look


@pytest.mark.parametrize(
    "written",
    ["", "[]", "{}", '{"scheme": "plaid", "text": "LARGE"}', '{"scheme": "dark"}', "\x00"],
)
def test_that_a_look_nobody_can_read_is_the_usual_one(tmp_path: Path, written: str) -> None:
    (tmp_path / "look.json").write_text(written)
    assert read_look(str(tmp_path)) == Look()


def test_that_a_folder_nobody_can_write_bothers_nobody(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where the folder should be")
    keep_look(Look(Scheme.DARK), str(tmp_path / "settings"))
    assert read_look(str(tmp_path / "settings")) == Look()
