from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import dsl_desk.documents
import dsl_desk.domain
import dsl_desk.keys
import dsl_desk.services
import dsl_desk.storage

ROOMS = (
    dsl_desk.documents,
    dsl_desk.domain,
    dsl_desk.keys,
    dsl_desk.services,
    dsl_desk.storage,
)
MODULES = [
    module.name
    for room in ROOMS
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_that_every_module_below_the_ui_loads_and_says_what_it_is(name: str) -> None:
    assert importlib.import_module(name).__doc__


def test_that_the_lock_screen_loads_no_words_or_registers_of_the_trade() -> None:
    # For the name of a post they took four fifths of what it loads: 0.2 s of each start.
    asked = "import sys, dsl_desk.app.real_gate; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    loaded = set(told.stdout.split())
    assert "dsl_desk.ui.gate.window" in loaded
    trade = ("words", "registers.all", "concern_draft", "allegation", "import_plan")
    assert not {f"dsl_desk.domain.{name}" for name in trade} & loaded
    rooms = ("documents", "storage", "intake", "decoder")
    assert not [one for one in loaded if one.split(".")[1:2] and one.split(".")[1] in rooms]
