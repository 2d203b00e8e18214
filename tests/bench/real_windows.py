"""The real windows, obeying the orders of tests/app/running.py: what bench_lock measures.

The key is a raw one that `prepare` leaves beside the vault: deriving one is not what is measured.
"""

from __future__ import annotations

import json
import sys
from threading import Thread
from typing import TYPE_CHECKING

from dsl_desk.app.limits import Limits
from tests.app import stand_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.fronts import DeskFront, GateFront

_KEY = "bench-key.json"


def prepare(vault: Path) -> None:
    """Make a vault, and leave its key for the gate."""
    from dsl_desk.services.founding import found  # noqa: PLC0415 - the children need none of it
    from dsl_desk.system.clock import SystemClock  # noqa: PLC0415 - as above
    from tests.builders import SCHOOL, a_founder  # noqa: PLC0415 - as above

    founder = a_founder()
    member = found(vault / "school", SCHOOL, founder, SystemClock())
    (vault / _KEY).write_text(json.dumps({"member": member, "key": founder.key.hex()}))


def gate(app: QApplication, vault: Path) -> GateFront:
    """Build the real gate, with somebody at it who has the key."""
    from dsl_desk.app import wiring  # noqa: PLC0415 - Qt only in the children
    from tests.app.stand_in_windows import Orders  # noqa: PLC0415 - as above

    front = wiring.gate_front(app, vault / "school")
    orders = Orders(vault)
    orders.setParent(front)

    def obey(order: str) -> None:
        if order == "unlock":
            key = json.loads((vault / _KEY).read_text())
            front.key_ready.emit(key["member"], bytearray.fromhex(key["key"]))

    orders.came.connect(obey)
    orders.listen()
    return front


def desk(app: QApplication, vault: Path) -> DeskFront:
    """Build the real desk, with somebody at it who types, works and locks."""
    from dsl_desk.app import wiring  # noqa: PLC0415 - as above
    from dsl_desk.app.real_desk import RealDesk  # noqa: PLC0415 - Qt only in the children
    from tests.bench.real_desk_hands import Hands  # noqa: PLC0415 - as above

    front = wiring.desk_front(app, vault / "school")
    assert isinstance(front, RealDesk)
    Hands(front, vault)
    return front


def work_for_ever() -> None:
    """Keep a thread of pure Python busy, as a long export does."""
    Thread(target=_work, daemon=True).start()


def _work() -> None:
    number = 0
    while True:
        number = (number * 31 + 7) % 1_000_003


def main() -> int:
    role, limits, *words = sys.argv[1:]
    if role == "gate":
        from dsl_desk.app import gate_process  # noqa: PLC0415 - Qt only in the children

        return gate_process.run(words, gate)
    if role == "desk":
        from dsl_desk.app import desk_process  # noqa: PLC0415 - Qt only in the children

        return desk_process.run(words, desk, Limits(**json.loads(limits)))
    return stand_in.supervise("tests.bench.real_windows", limits, *words)


if __name__ == "__main__":
    sys.exit(main())
