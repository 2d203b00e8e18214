from __future__ import annotations

import os
import random
import signal
from itertools import islice
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.app.running import Running

TEXT = "Wren said he would not go home."


# ---- somebody is killed, at any moment


def test_that_an_open_desk_seals_its_draft_when_the_supervisor_is_killed(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    running.type(running.unlock(running.next_pair()), TEXT)
    running.supervisor.kill()
    assert running.nobody_is_left()
    assert running.draft() == TEXT


@pytest.mark.parametrize("trouble", ["hang", "freeze", "work"])
def test_that_no_desk_outlives_the_supervisor_whatever_its_window_does(
    begin: Callable[..., Running], trouble: str
) -> None:
    running = begin(silence=0.8)
    desk = running.unlock(running.next_pair())
    running.order(desk, trouble)
    running.wait_for("Misbehaving", pid=desk)
    running.supervisor.kill()
    assert running.nobody_is_left()


def afternoon(running: Running) -> Iterator[None]:
    """Play set-up to second unlocking, one told fact after the other."""
    gate = running.wait_for("Started", "gate").pid
    yield
    for pair in range(2):
        running.wait_for("Painted", pid=gate)
        yield
        desk = running.wait_for("Started", "desk").pid
        yield
        running.wait_for("Waiting", pid=desk)
        yield
        running.order(gate, "unlock")
        running.wait_for("Opened", pid=desk)
        yield
        gate = running.wait_for("Started", "gate").pid
        yield
        if pair == 0:
            running.order(desk, "lock")
            running.wait_for("Lock", pid=desk)
            yield


@pytest.mark.parametrize("moment", range(1, 13))
def test_that_nobody_outlives_a_supervisor_killed_at_any_moment(
    begin: Callable[..., Running], moment: int
) -> None:
    running = begin()
    for _ in islice(afternoon(running), moment):
        pass
    running.supervisor.kill()
    assert running.nobody_is_left()


def test_that_the_app_recovers_from_any_child_killed_at_any_moment(
    begin: Callable[..., Running],
) -> None:
    dice = random.Random()  # noqa: S311 - pytest-randomly seeds it; the seed is in the report
    running = begin(ends=1000)
    for _ in range(12):
        for _ in range(dice.randrange(6)):
            running.read_for(0.1)
        children = running.alive(dice.choice(["gate", "desk"]))
        if not children:
            continue
        victim = dice.choice(children)
        os.kill(victim, signal.SIGKILL)
        running.wait_for("Gone", pid=victim)
        if dice.random() < 0.5:
            running.unlock(running.settled_pair())
    running.type(running.unlock(running.settled_pair()), TEXT)
    running.supervisor.terminate()
    assert running.exit_code() == 0
    assert running.draft() == TEXT
