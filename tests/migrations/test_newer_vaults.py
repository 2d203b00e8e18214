"""A vault that a newer DSL Desk has written: refused in words by this one, and left as it is."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.vault_errors import VaultTooNewError
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys import header_form
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import create
from dsl_desk.storage import part
from dsl_desk.ui.gate.stuck import StuckPage
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.theme.look import Look
from dsl_desk.ui.theme.theme import dress
from tests.builders import PASSPHRASE, a_set_up, nowhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.errors import DeskError
    from tests.fakes.clock import FakeClock

ROOT = Path(__file__).parents[2]
TOLD = "This vault was last used with a newer DSL Desk."
NOT_ASKED = 2
NO_RECORDS = ("open.lock", "tries")  # who has it open, and how often somebody guessed
COMMANDS = (
    ("check",),
    ("records",),
    ("snapshot", "copies"),
    ("export", "everything", "--for", "x", "--to", "own_file", "--why", "x", "--out", "all.zip"),
)


def a_newer(folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, what: object) -> Path:
    """Let a program with a later form of one thing found a vault."""
    name = "FORMAT" if what is header_form else "SCHEMA"
    with monkeypatch.context() as newer:
        newer.setattr(what, name, getattr(what, name) + 1)
        create(folder, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    return folder


def bytes_of(vault: Path) -> dict[str, str]:
    return {
        path.relative_to(vault).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vault.rglob("*")
        if path.is_file() and path.name not in NO_RECORDS
    }


@pytest.fixture
def gate(qapp: QApplication) -> Iterator[list[RealGate]]:
    dress(qapp, ROOT / "resources", Look())
    made: list[RealGate] = []
    yield made
    for one in made:
        one.window.end()
        one.window.close()
        one.window.deleteLater()


@pytest.mark.usefixtures("qtbot")
def test_that_a_page_of_a_newer_program_keeps_the_lock_screen_shut_and_says_why(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, gate: list[RealGate]
) -> None:
    vault = a_newer(tmp_path / "vault", clock, monkeypatch, header_form)
    before = bytes_of(vault)
    gate.append(RealGate(FolderEntrance(vault, nowhere(clock))))
    gate[0].cover("start", clock.now().isoformat(), {})
    page = gate[0].window.page
    assert isinstance(page, StuckPage)
    assert page.notice.words().startswith(TOLD)
    page.again.click()
    assert isinstance(gate[0].window.page, StuckPage)
    assert bytes_of(vault) == before


@pytest.mark.gate_story
def test_that_a_part_of_a_newer_program_is_refused_after_the_passphrase_and_the_gate_says_why(
    tmp_path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    gate: list[RealGate],
) -> None:
    vault = a_newer(tmp_path / "vault", clock, monkeypatch, part)
    before, place = bytes_of(vault), nowhere(clock)
    face = face_of(vault)
    assert face is not None
    member = face.members[0].id
    key = derive(vault, member, PASSPHRASE, place)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = RealDesk(app, vault, ROOT / "resources", place)
    refused: list[DeskError] = []
    desk.refused.connect(refused.append)
    desk.enter(member, key)
    qtbot.waitUntil(lambda: bool(refused), timeout=8000)
    assert isinstance(refused[0], VaultTooNewError)
    assert desk.window is None
    facts = {name: str(fact) for name, fact in vars(refused[0]).items()}
    gate.append(RealGate(FolderEntrance(vault, place)))
    gate[0].cover(type(refused[0]).__name__, clock.now().isoformat(), facts)
    page = gate[0].window.page
    assert isinstance(page, UnlockPage)
    assert page._news_words.words.startswith(TOLD)
    assert bytes_of(vault) == before
    desk.worker.close()
    desk.deleteLater()


@pytest.mark.parametrize("what", [header_form, part], ids=["page", "part"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: str(words[0]))
def test_that_every_command_refuses_a_newer_vault_in_words(
    tmp_path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    what: object,
    command: tuple[str, ...],
) -> None:
    vault = a_newer(tmp_path / "vault", clock, monkeypatch, what)
    before = bytes_of(vault)
    (tmp_path / "words.txt").write_text(PASSPHRASE, "utf-8")
    who = ("--as", "Maya Fernsby", "--passphrase-file", str(tmp_path / "words.txt"))
    name, *rest = command
    first = (name, *rest[:1]) if name == "export" else (name,)
    words = (*first, str(vault), *rest[len(first) - 1 :], *who)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "dsl_desk", *words],
        cwd=tmp_path,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.startswith(TOLD)) == (NOT_ASKED, True), done.stderr
    assert bytes_of(vault) == before
    assert {path.name for path in tmp_path.iterdir()} == {"vault", "words.txt"}
