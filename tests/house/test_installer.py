from __future__ import annotations

import ast
import importlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from installer import commands, home, system
from installer.steps import StopError, step
from tests.house.rules.plan import HOUSE, sources, tree

if TYPE_CHECKING:
    from pathlib import Path

on_posix = pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")


def program(folder: Path, name: str, lines: str) -> Path:
    """Write a program that stands in for one of the machine's."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    (folder / name).chmod(0o755)
    return folder / name


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The titles of the steps of setting up, which are written down and not taken."""
    taken: list[str] = []

    def write_down(title: str, *_: object) -> None:
        taken.append(title)
        home.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        home.PYTHON.touch()

    monkeypatch.setattr(home, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(home, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(home, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(home, "step", write_down)
    return taken


def sources_of_setting_up() -> list[Path]:
    """What any Python reads. What makes installers (installer/build) has `.venv` already."""
    return [path for path in sources(HOUSE, "installer") if path.parent.name == "installer"]


def test_that_the_installer_needs_nothing_but_python() -> None:
    imported = set()
    for path in sources_of_setting_up():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    assert imported - sys.stdlib_module_names == {"installer"}


def test_that_the_installer_is_under_300_lines_together() -> None:
    texts = [path.read_text("utf-8") for path in sources_of_setting_up()]
    assert sum(len(text.splitlines()) for text in texts) < 300


def test_that_ci_runs_exactly_the_test_command() -> None:
    lines = (HOUSE / ".ci/run").read_text("utf-8").splitlines()
    assert [line for line in lines if "installer" in line] == ["exec python3 installer test"]


def test_that_an_old_python_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    way_in = importlib.import_module("installer.__main__")
    monkeypatch.setattr(way_in, "OLDEST", (99, 0))
    assert way_in.main() == 1
    assert "DSL Desk needs Python 3.11 or newer; this is Python 3." in capsys.readouterr().out


def test_that_a_finished_home_is_left_alone(steps: list[str]) -> None:
    home.make_ready()
    assert len(steps) == 3
    home.make_ready()
    assert len(steps) == 3


def test_that_a_half_made_home_is_made_anew(steps: list[str]) -> None:
    left_over = home.HOME / "lib" / "half.py"
    left_over.parent.mkdir(parents=True)
    left_over.touch()
    home.make_ready()
    assert len(steps) == 3
    assert not left_over.exists()


def test_that_a_changed_lock_makes_the_home_anew(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home.make_ready()
    changed = tmp_path / "requirements.lock"
    changed.write_text("another==1\n", "utf-8")
    monkeypatch.setattr(home, "LOCK", changed)
    home.make_ready()
    assert len(steps) == 6


@on_posix
def test_that_of_a_link_only_the_link_is_removed(steps: list[str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "theirs").touch()
    home.HOME.symlink_to(elsewhere)
    home.make_ready()
    assert steps
    assert (elsewhere / "theirs").exists()
    assert not home.HOME.is_symlink()


def test_that_a_failed_step_is_named_with_its_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    fails = [sys.executable, "-c", "print('no room on the disk'); raise SystemExit(1)"]
    with pytest.raises(StopError, match=r"This step failed: Packing .* Make room\."):
        step("Packing", fails, "Make room.")
    assert "no room on the disk" in capsys.readouterr().out


def test_that_a_program_that_is_not_there_fails_its_step(tmp_path: Path) -> None:
    with pytest.raises(StopError, match=r"This step failed: Packing \(FileNotFoundError\)"):
        step("Packing", [tmp_path / "nowhere"], "Find it.")


@on_posix
def test_that_a_library_counts_under_its_name_in_ubuntu_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path / "bin", "dpkg-query", "echo 'ii libglib2.0-0t64'; echo 'un libgl1'; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert system.missing(["libglib2.0-0", "libgl1", "libegl1"]) == ["libgl1", "libegl1"]


@on_posix
def test_that_who_may_not_install_is_told_the_line_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, lines in {"apt-get": "", "dpkg-query": "exit 1", "sudo": "exit 1"}.items():
        program(tmp_path / "bin", name, lines)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system.make_ready(for_tests=False)
    said = capsys.readouterr().out
    line = "An administrator of this machine needs to run this line once: sudo apt-get update && "
    assert said.startswith(line)
    assert "Going on without them" in said
    assert "xvfb" not in said


@on_posix
def test_that_root_installs_through_apt_without_a_question(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    program(tmp_path / "bin", "dpkg-query", "exit 1")
    program(tmp_path / "bin", "apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {told}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.make_ready(for_tests=True)
    update, install = told.read_text("utf-8").splitlines()
    assert update == "noninteractive -q -y update"
    assert install.startswith("noninteractive -q -y install --no-install-recommends fonts-dejavu")
    assert install.endswith("xvfb")


@on_posix
def test_that_without_a_screen_the_tour_is_run_and_its_papers_are_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "tour"
    draws = f'mkdir {out}; touch {out}/02.png {out}/01.pdf; echo "$QT_QPA_PLATFORM $*"'
    monkeypatch.setattr(home, "PYTHON", program(tmp_path / "bin", "python", draws))
    monkeypatch.setattr(commands, "TOUR", out)
    assert commands.tour() == 0
    said = capfd.readouterr().out
    assert said.startswith("There is no screen here")
    assert f"offscreen -P -m dsl_desk tour {out}" in said
    assert said.index("01.pdf") < said.index("02.png") < said.index("2 pictures and PDFs")


@on_posix
def test_that_run_passes_demo_on_to_the_program_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[object]] = []

    def call(words: list[object]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(system, "make_ready", lambda **_asked: None)
    monkeypatch.setattr(home, "make_ready", lambda: None)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("installer.commands.subprocess.call", call)
    assert commands.main(["run", "--demo"]) == 0
    assert [words[-3:] for words in asked] == [["-m", "dsl_desk", "--demo"]]


def test_that_a_tour_without_pictures_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(home, "PYTHON", program(tmp_path / "bin", "python", "exit 0"))
    monkeypatch.setattr(commands, "TOUR", tmp_path / "tour")
    assert commands.tour() == 1
    assert "did not come to its end" in capfd.readouterr().out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
def test_that_a_screen_is_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not commands.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert commands.has_screen()


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="asks the real dpkg")
def test_that_dpkg_itself_is_found_installed() -> None:
    assert system.missing(["dpkg", "bell-tower"]) == ["bell-tower"]
