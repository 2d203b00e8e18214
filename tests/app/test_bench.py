"""The command `bench`: every line beside its floor, and what was found of other sizes kept."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dsl_desk.app.bench.asking import asked
from dsl_desk.app.bench.beside import Measure, Times
from dsl_desk.app.bench.figures import kept, write
from dsl_desk.app.bench.pupils import a_list
from dsl_desk.app.bench.writing import written
from dsl_desk.app.command import NOT_ASKED
from dsl_desk.services.founding import found
from tests.bench import performance
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

BENCHES = sorted((Path(__file__).parents[1] / "bench").glob("bench_*.py"))


def measured(out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "dsl_desk", "bench", out, "--on", out.parent, *words)
    return subprocess.run(
        [str(one) for one in command], capture_output=True, text=True, check=False
    )


def a_run(entries: int, *measures: Measure) -> dict[str, Any]:
    told = [asdict(one) | {"ratio": one.ratio} for one in measures]
    size = {"made_in_seconds": 2.0, "bytes": 5e6, "highest_memory_mb": 90.0}
    return {"entries": entries, "measures": told, "stalls": {"Today": 40.0}} | size


@pytest.mark.usefixtures("qapp")
def test_that_all_that_is_measured_can_be_and_becomes_the_page(desk: Desk, tmp_path: Path) -> None:
    measures = (*written(desk, tmp_path), *asked(desk))
    for one in measures:
        assert one.ours.wall > 0, one.name
        assert one.floor.wall > 0, one.name
    out = tmp_path / "bench.json"
    write(out, {2: a_run(2, *measures)})
    page = performance.page(json.loads(out.read_text("utf-8")))
    assert "| recording a concern |" in page
    assert "| what the policies ask, of 500 duties |" in page


def test_that_sizes_run_one_by_one_stand_beside_one_another(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    for entries in (10_000, 1_000):
        times = Times(entries / 100, entries / 100)
        runs = kept(out) | {entries: a_run(entries, Measure("a list", "bare", times, times))}
        write(out, runs)
    told: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert [run["entries"] for run in told["runs"]] == [1_000, 10_000]
    assert told["growth"] == {"a list": pytest.approx(1.0)}


def test_that_figures_of_another_version_are_not_kept(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    write(out, {1: a_run(1)})
    told = json.loads(out.read_text("utf-8"))
    out.write_text(json.dumps(told | {"version": "0.0.0"}), "utf-8")
    assert kept(out) == {}


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
