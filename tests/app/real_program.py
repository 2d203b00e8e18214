"""The real app, supervised, whose windows also obey the orders of tests/app/running.py.

`python -m tests.app.real_program supervise LIMITS TELL_FD VAULT`; gate and desk as its children.
A vault of invented people is made first where none stands.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dsl_desk.app.launch import Launch, start_first_gate
from dsl_desk.app.limits import Limits

PASSPHRASE = "lantern orchard pebble harbour"  # noqa: S105  # of an invented vault, thrown away


def main() -> int:
    role, limits, *words = sys.argv[1:]
    if role == "gate":
        from dsl_desk.app import gate_process  # noqa: PLC0415 - Qt only in the children
        from tests.app.real_windows import ObedientGate  # noqa: PLC0415 - as above

        return gate_process.run(words, ObedientGate)
    if role == "desk":
        from dsl_desk.app import desk_process  # noqa: PLC0415 - Qt only in the children
        from tests.app.real_windows import ObedientDesk  # noqa: PLC0415 - as above

        return desk_process.run(words, ObedientDesk, Limits(**json.loads(limits)))
    return supervise(limits, *words)


def supervise(limits: str, tell: str, vault: str) -> int:
    from dsl_desk.app.watch import watch  # noqa: PLC0415 - as in the app: after the gate's start

    make_vault(Path(vault))
    begin = [sys.executable, "-m", "tests.app.real_program"]
    plan = Launch([*begin, "gate", limits], [*begin, "desk", limits], vault)
    return watch(plan, start_first_gate(plan), tell, Limits(**json.loads(limits)))


def make_vault(folder: Path) -> None:
    from dsl_desk.domain.member import Role  # noqa: PLC0415 - only the supervisor makes it
    from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way  # noqa: PLC0415 - as above
    from dsl_desk.keys.stretching import FLOOR  # noqa: PLC0415 - as above
    from dsl_desk.services.faces import face_of  # noqa: PLC0415 - as above
    from dsl_desk.services.vaults import SetUp, create  # noqa: PLC0415 - as above
    from dsl_desk.system.clock import SystemClock  # noqa: PLC0415 - as above
    from tests.fakes.keychain import FakeKeychain  # noqa: PLC0415 - as above

    if face_of(folder) is None:
        plan = SetUp(
            "Fernhollow Primary School",
            "Maya Fernsby",
            Role.DSL,
            FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE),
        )
        create(folder, plan, Doorstep(SystemClock(), FakeKeychain()), FLOOR)


if __name__ == "__main__":
    sys.exit(main())
