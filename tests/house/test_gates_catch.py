"""Each gate of the test command is shown one planted fault, and has to fail naming it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import gates
from tests.house.rules.plan import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

RUFF = {  # in dsl_desk/plant.py
    "T201": "print('Wren')",
    "S101": "assert 1",
    "ANN201": "def turn(): ...",
    "D100": "",
    "PLR0913": "def turn(a: int, b: int, c: int, d: int, e: int, f: int) -> None: ...",
    "PLR2004": "x = len('') > 17",
    "N818": "class Lost(Exception): ...",
    "DTZ005": "import datetime\nnow = datetime.datetime.now()",
    "BLE001": "try:\n    x = 1\nexcept Exception:\n    x = 2",
    "E722": "try:\n    x = 1\nexcept:\n    x = 2",
    "SLF001": "import os\nos._wrap",
    "S608": "sql = 'SELECT * FROM entry WHERE id = ' + input()",
    "TID251": "from PySide6 import QtNetwork",
    "TID251 urllib": "import urllib.request",
    "TID251 sleep": "from time import sleep",
    "TID251 pickle": "import pickle",
    "TID251 sqlite3": "import sqlite3",
    "ERA001": "# x = 1",
    "PGH003": "x = 1  # type: ignore",
    "PGH004": "x = 1  # noqa",
    "C901": "def turn(a: int) -> None:\n" + "    if a:\n        a += 1\n" * 9,
}
MYPY = {
    "no-untyped-def": "def turn(key): ...",
    "explicit-override": "class A:\n    def f(self) -> None: ...\n"
    "class B(A):\n    def f(self) -> None: ...",
    "ignore-without-code": "x: int = ''  # type: ignore",
    "possibly-undefined": "import sys\nif sys.argv:\n    x = 1\nprint(x)",
    "type-arg": "x: list = []",
    "no-any-return": "from typing import Any\ndef turn(a: Any) -> int:\n    return a",
    "unreachable": "def turn(a: int) -> int:\n"
    "    if isinstance(a, str):\n        return 1\n    return 2",
}
PYTEST = {
    "a warning": "import warnings\n"
    "def test_that_plant() -> None:\n    warnings.warn('old', stacklevel=1)",
    "a warning of Qt": "from PySide6.QtCore import qWarning\n"
    "def test_that_plant() -> None:\n    qWarning('QFont: no such font')",
    "a bug in a slot": "from PySide6.QtCore import QTimer\n"
    "def test_that_plant(qtbot) -> None:\n    fired = []\n"
    "    def slot():\n        fired.append(1)\n        raise ValueError\n"
    "    QTimer.singleShot(0, slot)\n    qtbot.waitUntil(lambda: fired)",
    "a marker nobody declared": "import pytest\n@pytest.mark.slow\ndef test_that_plant(): ...",
    "a fault that was expected and is gone": "import pytest\n@pytest.mark.xfail\n"
    "def test_that_plant(): ...",
}


@pytest.fixture
def slice_of_house(tmp_path: Path) -> Path:
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    (tmp_path / "dsl_desk/domain").mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    return tmp_path


def run(where: Path, *command: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=where, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def gate(name: str) -> tuple[str, ...]:
    """The very words of the test command, without the Python and its -m."""
    (command,) = (command for called, command in gates.GATES if called == name)
    return tuple(str(word) for word in command[2:])


def test_that_ruff_names_each_of_its_faults(slice_of_house: Path) -> None:
    planted = set()
    for number, (rule, fault) in enumerate(RUFF.items()):
        name = f"plant_{number}.py"
        (slice_of_house / "dsl_desk" / name).write_text(f"{fault}\n")
        planted.add((name, rule.split()[0]))
    code, said = run(slice_of_house, *gate("ruff check"), "--output-format=json")
    found = {(one["filename"].rsplit("/")[-1], one["code"]) for one in json.loads(said)}
    assert code == 1
    assert planted - found == set()


def test_that_the_format_gate_names_an_unformatted_file(slice_of_house: Path) -> None:
    (slice_of_house / "dsl_desk/plant.py").write_text("x  =  1\n")
    code, said = run(slice_of_house, *gate("ruff format"))
    assert code == 1
    assert "dsl_desk/plant.py" in said


def test_that_mypy_names_each_of_its_faults(slice_of_house: Path) -> None:
    for rule, fault in MYPY.items():
        (slice_of_house / f"dsl_desk/plant_{rule.replace('-', '_')}.py").write_text(f"{fault}\n")
    code, said = run(slice_of_house, *gate("mypy"), "dsl_desk")
    found = dict(re.findall(r"dsl_desk/plant_(\w+)\.py:\d+: error: .*\[([\w-]+)\]", said))
    assert code == 1
    assert found == {rule.replace("-", "_"): rule for rule in MYPY}


def test_that_pytest_fails_each_of_its_faults(slice_of_house: Path) -> None:
    for number, fault in enumerate(PYTEST.values()):
        (slice_of_house / f"tests/test_plant_{number}.py").write_text(f"{fault}\n")
    (slice_of_house / "tests/test_sound.py").write_text("def test_that_it_is_sound(): ...\n")
    code, said = run(slice_of_house, "pytest", "-n0", "--continue-on-collection-errors")
    failed = set(re.findall(r"^(?:FAILED|ERROR) tests/test_plant_(\d)\.py", said, re.MULTILINE))
    assert code == 1
    assert failed == {str(number) for number in range(len(PYTEST))}, said
    assert "1 passed" in said
    assert "random" in said


def test_that_an_untested_branch_of_the_domain_is_named(slice_of_house: Path) -> None:
    half = "def turn(a: int) -> int:\n    if a:\n        a += 1\n    return a\n\n\nturn(1)\n"
    (slice_of_house / "dsl_desk/domain/half.py").write_text(half)
    (slice_of_house / "dsl_desk/app.py").write_text(half)  # not asked to be perfect
    run(slice_of_house, "coverage", "run", "--data-file=.coverage", "dsl_desk/domain/half.py")
    run(slice_of_house, "coverage", "combine", "--keep")
    last = gates.GATES[-1][0]
    code, said = run(slice_of_house, *gate(last))
    assert code == 2
    assert "dsl_desk/domain/half.py" in said
    assert "dsl_desk/app.py" not in said


def test_that_a_failing_gate_stops_none_of_the_others(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    planted = (
        ("first", (sys.executable, "-c", "raise SystemExit(3)")),
        ("second", (sys.executable, "-c", "print('still asked')")),
    )
    monkeypatch.setattr(gates, "GATES", planted)
    assert gates.run_all() == 1
    said = capfd.readouterr().out
    assert "still asked" in said
    assert re.search(r"\d\.\d  first, FAILED\n +\d\.\d  second\n$", said)
    monkeypatch.setattr(gates, "GATES", planted[1:])
    assert gates.run_all() == 0
