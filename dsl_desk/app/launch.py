"""How a gate and a desk are started: their command lines and their pipes.

Imported on the way to the first window, so it needs nothing but `children` and `own_program`.
"""

from __future__ import annotations

import os
import sys
import time

from dsl_desk.system import children, own_program

_LONGEST_WAY = 5.0  # seconds after which the supervisor loads, whatever the gate does


class Launch:
    """The two command lines, and the folder of the vault."""

    def __init__(self, gate: list[str], desk: list[str], vault: str) -> None:
        self.gate = gate
        self.desk = desk
        self.vault = vault


class Started:
    """A child just started, with our ends of its control pipe."""

    def __init__(self, process: children.Process, incoming: int, outgoing: int) -> None:
        self.process = process
        self.incoming = incoming  # what the child says
        self.outgoing = outgoing  # what the child hears


class StartedGate(Started):
    """A gate just started, with the desk's end of the pair's own pipe, kept until its desk is."""

    def __init__(self, gate: Started, key_end: int) -> None:
        super().__init__(gate.process, gate.incoming, gate.outgoing)
        self.key_end = key_end


def this_program(vault: str) -> Launch:
    """Return the command lines of this very program."""
    begin = own_program.own_program()
    return Launch([*begin, "gate"], [*begin, "desk"], vault)


def start_gate(plan: Launch, *, kept_back: bool) -> StartedGate:
    """Start a gate, with the pipe on which it will hand over a key."""
    key_end, gates_end = children.pipe()
    when = "kept-back" if kept_back else "at-once"
    try:
        gate = _start([*plan.gate, when], plan, gates_end)
    finally:
        os.close(gates_end)
    return StartedGate(gate, key_end)


def start_first_gate(plan: Launch) -> StartedGate:
    """Start the gate that somebody waits for, and tell it to cover the screen.

    The words are written by hand: `wire` and `json` would be loaded before the gate could begin.
    """
    gate = start_gate(plan, kept_back=False)
    at = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    words = f'{{"word":"Cover","why":"start","at":"{at}","facts":{{}}}}'.encode()
    os.write(gate.outgoing, len(words).to_bytes(4, "big") + words)
    return gate


def give_way_to(gate: Started) -> None:
    """Wait until the gate has something to say: until then the machine is all its own.

    Not on Windows, which cannot wait for a pipe without a thread.
    """
    if sys.platform != "win32":
        import select  # noqa: PLC0415 - after the gate's start, and not on Windows

        select.select([gate.incoming], [], [], _LONGEST_WAY)


def start_desk(plan: Launch, key_end: int) -> Started:
    """Start the desk that waits for the key at `key_end`, and close our copy of that end."""
    try:
        return _start([*plan.desk, "waiting"], plan, key_end)
    finally:
        os.close(key_end)


def _start(command: list[str], plan: Launch, key_end: int) -> Started:
    hears, outgoing = children.pipe()
    incoming, speaks = children.pipe()
    try:
        names = [children.name_of(fd) for fd in (hears, speaks, key_end)]
        process = children.start([*command, *names, plan.vault], (hears, speaks, key_end))
    finally:
        os.close(hears)
        os.close(speaks)
    return Started(process, incoming, outgoing)
