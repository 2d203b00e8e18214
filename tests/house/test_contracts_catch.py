"""Each import contract is shown an empty house with one forbidden import, and names itself."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from installer.home import PROGRAMS
from tests.house.rules.plan import HOUSE, project

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS = project(HOUSE)["tool"]["importlinter"]["contracts"]
# The name of a contract, the file with the fault, and its import.
FAULTS = {
    "Imports only go down the stairs": ("domain/concern.py", "dsl_desk.services"),
    "A feature of the ui never imports another": ("ui/today/page.py", "dsl_desk.ui.concerns"),
    "Pages talk to services only": ("ui/today/page.py", "dsl_desk.storage"),
    "Below the ui there is no Qt": ("services/concerns.py", "PySide6"),
    "Only storage speaks SQL": ("services/concerns.py", "sqlcipher3"),
    "Only documents prints": ("services/concerns.py", "reportlab"),
    "Only keys and storage hold cryptography": ("services/concerns.py", "cryptography"),
    "Only the decoder opens what comes from outside": ("intake/decoding.py", "PIL"),
    "Only a process of its own loads the decoder": ("services/concerns.py", "dsl_desk.decoder"),
    "The domain needs nothing but the standard library": ("domain/concern.py", "cryptography"),
    "No network": ("system/clock.py", "http"),
    "No package runs in circles": ("domain/words.py", "dsl_desk.domain.concern"),
}


def rooms() -> set[str]:
    """Every room that a contract knows, as the stairs and the features list them."""
    found = set()
    for contract in CONTRACTS:
        for container in contract.get("containers", []):
            layers = " | ".join(contract["layers"]).split(" | ")
            found |= {f"{container}.{layer}" for layer in layers}
    return found


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    for room in {*rooms(), "dsl_desk"}:
        folder = tmp_path.joinpath(*room.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    concern = tmp_path / "dsl_desk/domain/concern.py"
    concern.write_text("import dsl_desk.domain.words\n", "utf-8")
    (tmp_path / "dsl_desk/domain/words.py").touch()
    return tmp_path


def broken(house: Path) -> tuple[int, set[str]]:
    gate = subprocess.run(
        [PROGRAMS / "lint-imports", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    said = gate.stdout.splitlines()
    return gate.returncode, {name["name"] for name in CONTRACTS if f"{name['name']} BROKEN" in said}


def test_that_every_contract_has_its_fault_here() -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(FAULTS)


def test_that_a_house_without_fault_passes(empty_house: Path) -> None:
    assert broken(empty_house) == (0, set())


@pytest.mark.parametrize("contract", FAULTS)
def test_that_a_contract_names_itself_when_broken(contract: str, empty_house: Path) -> None:
    place, imported = FAULTS[contract]
    (empty_house / "dsl_desk" / place).write_text(f"import {imported}\n", "utf-8")
    code, names = broken(empty_house)
    assert code != 0
    assert contract in names


def test_that_a_room_on_no_stair_is_named(empty_house: Path) -> None:
    attic = empty_house / "dsl_desk/attic"
    attic.mkdir()
    (attic / "__init__.py").touch()
    assert broken(empty_house) == (1, {"Imports only go down the stairs"})
