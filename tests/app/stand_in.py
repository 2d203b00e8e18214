"""A small program of real processes with stand-in windows: what the process tests start.

`python -m tests.app.stand_in supervise LIMITS TELL_FD VAULT`; gate and desk as its children.
"""

from __future__ import annotations

import json
import sys

from dsl_desk.app.launch import Launch, start_first_gate
from dsl_desk.app.limits import Limits

MEMBER = "maya"
KEY = bytes(range(32))


def main() -> int:
    role, limits, *words = sys.argv[1:]
    if role == "gate":
        from dsl_desk.app import gate_process  # noqa: PLC0415 - Qt only in the children
        from tests.app.stand_in_windows import StandInGate  # noqa: PLC0415 - as above

        return gate_process.run(words, StandInGate)
    if role == "desk":
        from dsl_desk.app import desk_process  # noqa: PLC0415 - Qt only in the children
        from tests.app.stand_in_windows import StandInDesk  # noqa: PLC0415 - as above

        return desk_process.run(words, StandInDesk, Limits(**json.loads(limits)))
    return supervise(limits, *words)


def supervise(limits: str, tell: str, vault: str) -> int:
    from dsl_desk.app.watch import watch  # noqa: PLC0415 - as in the app: after the gate's start

    begin = [sys.executable, "-m", "tests.app.stand_in"]
    plan = Launch([*begin, "gate", limits], [*begin, "desk", limits], vault)
    return watch(plan, start_first_gate(plan), tell, Limits(**json.loads(limits)))


if __name__ == "__main__":
    sys.exit(main())
