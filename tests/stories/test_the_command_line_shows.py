"""Somebody at a terminal: the commands that show, explain and measure, as real processes."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from dsl_desk.services.founding import found
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock
from tests.stories.terminal import ALBAN, MAYA, OWEN, Terminal, ask

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_policy_says_what_it_asks_of_facts(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"about": "adult", "sort": ["staff_contact"], "online": true}', "utf-8")
    told = ask("policy", "explain", "shire", "--facts", facts)
    assert (told.code, told.err) == (0, "")
    assert all(one["clauses"] for one in told.facts["duties"])
    assert "LADO" in told.out
    facts.write_text('{"abuot": "adult"}', "utf-8")
    wrong = ask("policy", "explain", "shire", "--facts", facts)
    assert (wrong.code, wrong.out, "cannot be read" in wrong.err) == (2, "", True)


def test_that_the_gallery_is_taken_as_a_picture_where_there_is_no_screen(tmp_path: Path) -> None:
    picture = tmp_path / "gallery.png"
    taken = ask("gallery", "dark", "--picture", picture)
    assert (taken.code, taken.out, taken.err) == (0, f"{picture}\n", "")
    assert picture.stat().st_size > 100_000
    assert ask("gallery", "--picture", tmp_path / "none" / "gallery.png").code == 2
    assert ask("gallery", "sepia").code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_that_a_window_without_a_screen_is_answered_in_words() -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            patch.delenv(name, raising=False)
        told = ask("gallery")
    assert (told.code, "no screen" in told.err) == (2, True)


def test_that_the_tour_shows_a_living_school_to_the_member_who_is_named(
    terminal: Terminal, tmp_path: Path
) -> None:
    out, one = tmp_path / "tour", ("--look", "dark", "--size", "1024x640")
    opened = ("records", terminal.folder, "--json", "--kind", "opened")
    before = len(terminal.ask(*opened, of=OWEN).facts)
    taken = terminal.ask("tour", out, "--vault", terminal.folder, *one, of=OWEN)
    assert (taken.code, taken.err) == (0, "")
    names = {path.name for path in out.iterdir()}
    for page in ("01-today", "80-insights", "81-insights-as-tables", "92-concern"):
        assert f"{page}-dark-1024x640.png" in names
    assert "92-allegation-dark-1024x640.png" not in names  # he cannot open Staff
    assert len(names) == len(taken.out.splitlines()) - 1  # the first line counts them
    assert len(terminal.ask(*opened, of=OWEN).facts) > before


def test_that_whoever_holds_no_key_is_shown_so_on_the_tour(
    terminal: Terminal, tmp_path: Path
) -> None:
    one = ("--look", "light", "--size", "1366x768")
    asked = ("tour", tmp_path, "--vault", terminal.folder, *one)
    taken = terminal.ask(*asked, of=ALBAN)
    assert (taken.code, taken.err) == (0, "")
    assert (tmp_path / "09-insights-light-1366x768.png").exists()
    assert not (tmp_path / "81-insights-as-tables-light-1366x768.png").exists()


def test_that_the_tour_takes_no_picture_of_what_is_no_training_vault(tmp_path: Path) -> None:
    found(tmp_path / "vault", SCHOOL, a_founder(), FakeClock())
    asked = ("tour", tmp_path / "out", "--vault", tmp_path / "vault")
    told = ask(*asked, "--as", MAYA)
    assert (told.code, told.err) == (2, "That is no training vault. No picture was taken.\n")
    assert not (tmp_path / "out").exists()
    assert ask(*asked).code == 2  # whose desk?
    assert ask("tour", tmp_path / "out", "--vault", tmp_path / "none", "--as", MAYA).code == 2
    assert ask("tour").code == 2


def test_that_the_benchmark_measures_a_vault_that_stands(
    terminal: Terminal, tmp_path: Path
) -> None:
    vault, out = tmp_path / "vault", tmp_path / "bench.json"
    shutil.copytree(terminal.folder, vault)  # what is measured is written into it
    done = terminal.ask("bench", out, "--vault", vault, "--on", tmp_path, of=MAYA)
    assert done.code == 0
    assert "the list, first page:" in done.err
    (run,) = json.loads(out.read_text("utf-8"))["runs"]
    assert run["entries"] > 400
    assert all(one["floor"]["wall"] > 0 for one in run["measures"])
    real = ("--vault", tmp_path / "none", "--on", tmp_path)
    assert terminal.ask("bench", out, *real, of=MAYA).code == 2
