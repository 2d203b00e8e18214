"""A policy that a school wrote itself: taken up from its file, or refused line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from tests.builders import a_concern_draft
from tests.services.looking import fresh_entry

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

MANUAL = Path(__file__).parents[2] / "docs" / "manual" / "write-your-policy.md"
WHY = "The governors approved it on 1 September"


def example() -> str:
    """Return the example of the manual, as somebody copies it out."""
    return MANUAL.read_text("utf-8").split("```toml\n")[1].split("```")[0]


def a_file(folder: Path, text: str) -> Path:
    path = folder / "our-policy.toml"
    path.write_text(text, "utf-8")
    return path


def test_that_the_example_of_the_manual_is_taken_up_and_speaks(desk: Desk, tmp_path: Path) -> None:
    desk.policy.adopt("shire", WHY, fresh_entry(desk))
    file = desk.policy.written(a_file(tmp_path, example()))
    view = desk.policy.take_up(file, WHY, fresh_entry(desk)).answer
    assert view.school is not None
    assert view.school.name == "fernhollow"
    assert not view.newer
    (tmp_path / "our-policy.toml").unlink()
    draft = a_concern_draft(sorts=(ConcernSort.PUPIL_CONTACT,))
    marks = {cited.mark for asked in desk.duties.asked(draft) for cited in asked.cited}
    assert any(mark.startswith("FPS ") for mark in marks)
    assert desk.policy.told_to_all() is None
    assert desk.policy.versions()[0].title == view.school.title


def test_that_a_wrong_file_is_refused_and_the_policy_in_force_stays(
    desk: Desk, tmp_path: Path
) -> None:
    desk.policy.adopt("northwood", WHY, fresh_entry(desk))
    before = desk.policy.mark()
    with pytest.raises(ProfileRefusedError) as refused:
        desk.policy.written(a_file(tmp_path, f"{example()}\nnonsense = 1\n"))
    assert refused.value.lines()[0].startswith("our-policy.toml:")
    with pytest.raises(ProfileRefusedError) as taken:
        desk.policy.written(a_file(tmp_path, example().replace('"fernhollow"', '"shire"')))
    assert "came with the program" in taken.value.lines()[0]
    with pytest.raises(DiskFailedError):
        desk.policy.written(tmp_path / "nowhere.toml")
    assert desk.policy.mark() == before
