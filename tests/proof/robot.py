"""The real desk with a robot at it, which works as fast as it is answered and says what is saved.

`python -m tests.proof.robot gate|desk|supervise ...`, as tests/app/real_program.py, with more
orders: `busy {"seed", "folder", "early"}` records, prints, opens and types without end; `say {...}`
records what it is given and leaves something half typed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.launch import Launch, start_first_gate
from dsl_desk.app.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = ("-m", "tests.proof.robot")


def plan(folder: Path, limits: str = "{}") -> Launch:
    """Return the command lines of a gate and a desk with robots at them."""
    begin = [sys.executable, *HERE]
    return Launch([*begin, "gate", limits], [*begin, "desk", limits], str(folder))


def main(words: Sequence[str]) -> int:
    """Be a gate, a desk or a supervisor."""
    role, limits, *rest = words
    if role == "gate":
        from dsl_desk.app import gate_process  # noqa: PLC0415 - Qt only in the children
        from tests.proof.robot_gate import RobotGate  # noqa: PLC0415 - as above

        return gate_process.run(rest, RobotGate)
    if role == "desk":
        from dsl_desk.app import desk_process  # noqa: PLC0415 - Qt only in the children
        from tests.proof.robot_desk import RobotDesk  # noqa: PLC0415 - as above

        return desk_process.run(rest, RobotDesk, Limits(**json.loads(limits)))
    from dsl_desk.app.watch import watch  # noqa: PLC0415 - as in the app: after the gate's start

    tell, vault = rest
    plan_of_all = plan(Path(vault), limits)
    first = start_first_gate(plan_of_all)
    return watch(plan_of_all, first, tell, Limits(**json.loads(limits)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
