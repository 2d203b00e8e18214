"""Icons and their enum match both ways; colours live in the themes and nowhere else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning

HOUSE = Path(__file__).parents[2]
THEMES = HOUSE / "resources" / "themes"
HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
NAMED = re.compile(r"QColor\(\s*(?:\d|[\"'])")


def test_that_every_icon_has_its_file_and_every_file_its_icon() -> None:
    files = {file.stem for file in (HOUSE / "resources" / "icons").glob("*.svg")}
    assert files == {icon.value for icon in Icon}


@pytest.mark.parametrize("icon", Icon)
def test_that_an_icon_is_drawn_in_one_colour_that_the_theme_may_choose(icon: Icon) -> None:
    svg = (HOUSE / "resources" / "icons" / f"{icon.value}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in svg
    assert 'stroke-width="2"' in svg
    assert not HEX.search(svg)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_a_theme_holds_every_meaning_and_no_colour_without_one(scheme: str) -> None:
    theme = tomllib.loads((THEMES / f"{scheme}.toml").read_text(encoding="utf-8"))
    assert set(theme["meanings"]) == {meaning.value for meaning in Meaning}
    assert set(theme["ramp"]) == set(theme["meanings"].values())
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in theme["ramp"].values())


@pytest.mark.parametrize(
    "file",
    sorted((HOUSE / "dsl_desk").rglob("*.py")),
    ids=lambda file: str(file.relative_to(HOUSE)),
)
def test_that_no_colour_is_written_in_python(file: Path) -> None:
    code = file.read_text(encoding="utf-8")
    assert not HEX.search(code)
    assert not NAMED.search(code)


def test_that_no_colour_is_written_in_the_sheet() -> None:
    assert not HEX.search((THEMES / "base.qss").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_that_what_is_bundled_brings_its_licence(folder: str) -> None:
    kept = [file.name for file in (HOUSE / "resources" / folder).glob("*.txt")]
    assert kept
    for font in (HOUSE / "resources" / "fonts").glob("*.ttf"):
        family = font.stem.split("_")[0]
        licence = HOUSE / "resources" / "fonts" / f"{family}-OFL.txt"
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")
