from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app import last_resort
from tests.dressing import in_light
from tests.fakes.ask import ScriptedAsk
from tests.stories.afternoon import Afternoon
from tests.stories.heartbeat import PROPERTY
from tests.stories.terminal import a_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from tests.stories.terminal import Terminal


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    in_light(qapp)
    yield
    in_light(qapp)


@pytest.fixture(scope="session")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    return a_terminal(tmp_path_factory.mktemp("terminal"))


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> ScriptedAsk:
    scripted = ScriptedAsk()
    monkeypatch.setattr("dsl_desk.app.real_desk.AskOnScreen", lambda: scripted)
    return scripted


@pytest.fixture
def afternoon(
    tmp_path: Path,
    clock: FakeClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Afternoon]:
    request.getfixturevalue("ask")
    # A bug is a failed test, not a window: what last_resort takes is raised into pytest-qt.
    monkeypatch.setattr(last_resort, "_show", None)
    monkeypatch.setattr(last_resort, "take", _fail)
    spent = Afternoon(tmp_path / "vault", clock, qtbot)
    yield spent
    spent.leave()
    longest = spent.heart.longest
    if longest.processor:
        told = (round(longest.processor, 1), round(longest.wall, 1), longest.page)
        request.node.user_properties.append((PROPERTY, told))
    # The desk keeps the collector at home and what it loaded out of it; a test gives both back.
    gc.unfreeze()


def _fail(error: BaseException) -> None:
    raise error
