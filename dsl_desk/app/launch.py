"""How a gate and a desk are started: their command lines and their pipes.

Imported on the way to the first window, so it needs nothing but `system.children`.
"""

from __future__ import annotations

import os
import sys

from dsl_desk.system import children

# The child is isolated (-I: no PYTHON* variables, no current folder) and does not look for
# packages to set up (-S); it is told where its packages are instead.
_ISOLATED = ("-I", "-S", "-X", "utf8")
_BEGIN = (
    "import sys; sys.path += sys.argv.pop(1).split('\\n'); "
    "from dsl_desk.app.main import main; sys.exit(main())"
)


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
    if getattr(sys, "frozen", False):
        begin = [sys.executable]
    else:
        begin = [sys.executable, *_ISOLATED, "-c", _BEGIN, "\n".join(_package_folders())]
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


def _package_folders() -> list[str]:
    """Return where this package and its neighbours come from, once each."""
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120 - pathlib costs 6 ms before the first window
    folders = [here, *(folder for folder in sys.path if folder.endswith("-packages"))]
    return list(dict.fromkeys(folders))
