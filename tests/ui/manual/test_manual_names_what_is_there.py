"""Every control that the manual names is on the screen somewhere, under that very name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from dsl_desk.app.tour import command
from dsl_desk.domain.manual import Sort, Tone, spoken
from dsl_desk.services.manual import read_manual

ROOT = Path(__file__).parents[3]
MANUAL = ROOT / "docs" / "manual"
UI = ROOT / "dsl_desk" / "ui"
TOUR = Path(command.__file__).parent
# Written to be read, not pressed.
_ADVICE = {"Keep the paper", "Your kit.", "Allegations.", "Signing.", "If the DSL leaves"}
_ADVICE |= {"If you are asked for a file", "Who can open what", "Once a term, check a sample."}


def said_on_screen() -> set[str]:
    """Every text of the ui, and of the words that the domain lends it."""
    texts = set()
    for folder in (UI, ROOT / "dsl_desk" / "domain"):
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value.strip())
    return texts


def named_in_the_manual() -> dict[str, str]:
    named = {}
    pages = [page for page in read_manual(MANUAL) if page.name != "write-your-policy"]
    for page in pages:  # that one sets the words of a file, not of the screen
        for block in page.blocks:
            for line in block.lines if block.sort is not Sort.CODE else ():
                for part, tone in spoken(line):
                    if tone is Tone.CONTROL:
                        named[part] = page.name
    return named


def test_that_every_button_named_in_the_manual_is_in_the_app() -> None:
    texts = said_on_screen()
    missing = {name: page for name, page in named_in_the_manual().items() if name not in texts}
    assert {name: page for name, page in missing.items() if name not in _ADVICE} == {}


def test_that_every_picture_of_the_manual_is_one_of_the_tour() -> None:
    taken = "".join(path.read_text("utf-8") for path in TOUR.rglob("*.py"))
    for page in read_manual(MANUAL):
        for block in page.blocks:
            if block.sort is Sort.PICTURE:
                assert f'"{block.lines[0]}"' in taken, (page.name, block.lines[0])


def test_that_every_page_is_in_plain_sentences() -> None:
    for page in read_manual(MANUAL):
        assert "!" not in re.sub(r"`[^`]*`", "", page.words), page.name
