"""The command `bench`: every line beside its floor, and what was found of other sizes kept."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dsl_desk.app.bench.pupils import a_list
from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.version import VERSION
from dsl_desk.services.founding import found
from tests.bench import performance
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock

BENCHES = sorted((Path(__file__).parents[1] / "bench").glob("bench_*.py"))
OTHER = 1_000_000


def measured(out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "dsl_desk", "bench", out, "--on", out.parent, *words)
    return subprocess.run(
        [str(one) for one in command], capture_output=True, text=True, check=False
    )


@pytest.mark.gate_story
@pytest.mark.timeout(900)  # a whole vault is made, filled and measured, whatever else is at work
def test_that_a_run_keeps_other_sizes_and_becomes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    before = {"entries": OTHER, "measures": [{"name": "a list", "ours": {"wall": 1.0}}]}
    out.write_text(json.dumps({"version": VERSION, "runs": [before]}), "utf-8")
    ran = measured(out, "--sizes", 1)
    assert ran.returncode == DONE, ran.stderr
    told: dict[str, Any] = json.loads(out.read_text("utf-8"))
    small, large = told["runs"]
    assert (small["entries"], large) == (1, before)
    for one in small["measures"]:
        assert one["ours"]["wall"] > 0, one["name"]
        assert one["floor"]["wall"] > 0, one["name"]
    assert set(told["growth"]) == {"a list", *(one["name"] for one in small["measures"])}
    page = performance.page(told | {"runs": [small]})
    assert "| recording a concern |" in page


def test_that_a_real_vault_is_not_measured(tmp_path: Path) -> None:
    found(tmp_path / "vault", SCHOOL, a_founder(), FakeClock())
    out = tmp_path / "bench.json"
    ran = measured(out, "--vault", tmp_path / "vault", "--as", "Maya Fernsby")
    assert ran.returncode == NOT_ASKED
    assert "no training vault" in ran.stderr
    assert not out.exists()


def test_that_nobody_is_twice_in_a_list_of_pupils() -> None:
    rows = a_list(1_200).splitlines()[1:]
    names = {tuple(row.split(",")[1:3]) for row in rows}
    assert len(names) == len(rows) == 1_200


@pytest.mark.parametrize("file", BENCHES, ids=lambda file: file.stem)
def test_that_no_measuring_program_has_rotted(file: Path) -> None:
    assert importlib.import_module(f"tests.bench.{file.stem}").__doc__
