from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.supervisor import GIVEN_UP
from dsl_desk.domain.vault_errors import VaultInUseError
from dsl_desk.system import locks
from dsl_desk.system.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.running import Running

TEXT = "Wren said he would not go home."


# ---- the ordinary day


def test_that_a_draft_sealed_at_the_lock_is_back_after_unlocking(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    desk = running.unlock(running.next_pair())
    running.type(desk, TEXT)
    spare = running.next_pair()
    running.order(desk, "lock")
    running.wait_for("Gone", pid=desk)
    assert running.why_of(spare[0]) == ("asked", {})
    assert running.drafts_of(running.unlock(spare)) == TEXT


def test_that_the_screen_is_covered_even_if_no_spare_gate_is_ready(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    desk = running.unlock(running.next_pair())
    running.order(desk, "lock")
    running.wait_for("Gone", pid=desk)
    assert running.why_of(running.next_pair()[0]) == ("asked", {})


def test_that_the_gate_ends_when_the_desk_is_open(begin: Callable[..., Running]) -> None:
    running = begin()
    pair = running.next_pair()
    running.unlock(pair)
    running.wait_for("Gone", pid=pair[0])


@pytest.mark.parametrize("who", [0, 1])
def test_that_quitting_ends_everybody(begin: Callable[..., Running], who: int) -> None:
    running = begin()
    pair = running.next_pair()
    if who == 1:
        running.type(running.unlock(pair), TEXT)
    running.order(pair[who], "quit")
    assert running.exit_code() == 0
    assert running.nobody_is_left()
    assert running.draft() == (TEXT if who == 1 else "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_that_a_signal_to_end_seals_the_draft_and_ends_everybody(
    begin: Callable[..., Running], number: signal.Signals
) -> None:
    running = begin()
    running.type(running.unlock(running.next_pair()), TEXT)
    running.supervisor.send_signal(number)
    assert running.exit_code() == 0
    assert running.nobody_is_left()
    assert running.draft() == TEXT


# ---- what each process has, and has not


def test_that_the_supervisor_holds_no_end_of_the_pipe_the_key_goes_over(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    running.next_pair()
    fds = Path(f"/proc/{running.supervisor.pid}/fd")
    pipes = [fd.name for fd in fds.iterdir() if str(fd.readlink()).startswith("pipe:")]
    # Standard error is a pipe of this test's; each child has a control pipe, of two.
    assert len([fd for fd in pipes if int(fd) > 2]) == 4


def test_that_the_supervisor_loads_neither_qt_nor_cryptography(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    running.next_pair()
    mapped = Path(f"/proc/{running.supervisor.pid}/maps").read_text()
    assert "python" in mapped
    assert "Qt6" not in mapped
    assert "cryptography" not in mapped


def test_that_gate_and_desk_leave_no_core_file(begin: Callable[..., Running]) -> None:
    running = begin()
    for pid in running.next_pair():
        limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
        core = next(line for line in limits if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"]


# ---- the lock of the single opener


def test_that_a_second_opener_is_told_who_and_where(begin: Callable[..., Running]) -> None:
    running = begin()
    running.unlock(running.next_pair())
    holder = locks.holder(running.vault / "open.lock")
    with pytest.raises(VaultInUseError) as refused:
        locks.take(running.vault / "open.lock", SystemClock())
    assert holder is not None
    assert (refused.value.who, refused.value.where) == (holder.who, holder.where)
    assert holder.where == os.uname().nodename


def test_that_a_vault_in_use_is_said_by_the_next_gate(
    begin: Callable[..., Running], tmp_path: Path
) -> None:
    opener = locks.take(tmp_path / "open.lock", SystemClock())
    running = begin()
    running.order(running.next_pair()[0], "unlock")
    gate, desk = running.next_pair()
    running.wait_for("Why")  # of the first gate
    why, facts = running.why_of(gate)
    assert why == "VaultInUseError"
    assert set(facts) == {"who", "where", "since"}
    opener.release()
    running.unlock((gate, desk))


def test_that_a_desk_that_refuses_brings_a_gate_that_says_why(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    pair = running.next_pair()
    (running.vault / "spool").write_bytes(b"not a spool")
    running.order(pair[0], "unlock")
    gate, _ = running.next_pair()
    assert running.why_of(gate) == ("SpoolDamagedError", {})
    running.wait_for("Gone", pid=pair[1])
    running.wait_for("Gone", pid=pair[0])


# ---- desks that misbehave


def test_that_a_hanging_desk_is_ended_when_its_heart_is_silent(
    begin: Callable[..., Running],
) -> None:
    running = begin(silence=1.2)
    desk = running.unlock(running.next_pair())
    gate, _ = running.next_pair()
    running.order(desk, "hang")
    running.wait_for("Gone", pid=desk)
    assert running.why_of(gate) == ("not_responding", {})


def test_that_a_desk_that_opens_slowly_is_waited_for_and_then_watched_closely(
    begin: Callable[..., Running],
) -> None:
    running = begin(silence=1.2, opening=20)
    pair = running.next_pair()
    running.order(pair[1], "open-slowly 3")
    running.wait_for("Slow", pid=pair[1])
    desk = running.unlock(pair)
    gate, _ = running.next_pair()
    running.order(desk, "hang")
    running.wait_for("Gone", pid=desk)
    assert running.why_of(gate) == ("not_responding", {})


def test_that_a_desk_that_never_opens_is_ended_and_the_next_gate_says_so(
    begin: Callable[..., Running],
) -> None:
    running = begin(opening=0.4)
    pair = running.next_pair()
    running.order(pair[1], "open-slowly 60")
    running.wait_for("Slow", pid=pair[1])
    running.order(pair[0], "unlock")
    gate, _ = running.next_pair()
    assert running.why_of(gate) == ("desk_ended", {})
    running.wait_for("Gone", pid=pair[1])


def test_that_a_desk_that_does_not_seal_is_killed_when_its_time_is_over(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    desk = running.unlock(running.next_pair())
    running.next_pair()
    running.order(desk, "go-deaf")
    locked = running.wait_for("Lock", pid=desk)
    gone = running.wait_for("Gone", pid=desk)
    assert 0.14 < (gone.at - locked.at) / 1e9 < 0.5
    assert "Sealed" not in running.told_of(desk)


def test_that_a_crash_of_the_desk_returns_to_the_gate_with_the_reason(
    begin: Callable[..., Running],
) -> None:
    running = begin()
    desk = running.unlock(running.next_pair())
    spare = running.next_pair()
    running.order(desk, "crash")
    assert running.why_of(spare[0]) == ("desk_ended", {})
    running.unlock(spare)


def test_that_a_loop_of_crashes_stops_with_a_sentence(begin: Callable[..., Running]) -> None:
    running = begin()
    while running.supervisor.poll() is None and len(running.alive("gate")) < 20:
        gate = running.wait_for("Started", "gate").pid
        os.kill(gate, signal.SIGKILL)
        if sum(fact.what == "Started" and fact.name == "gate" for fact in running.seen) == 5:
            break
    assert running.exit_code() == GIVEN_UP
    assert running.supervisor.stderr is not None
    assert b"Your records are safe up to the last save" in running.supervisor.stderr.read()
    assert running.nobody_is_left()
