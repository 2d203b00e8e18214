"""The one place that knows every part: builds the real windows for the gate and the desk.

The windows are imported inside the functions: a gate loads nothing of the desk.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.fronts import DeskFront, GateFront
    from dsl_desk.domain.ways_in import Doorstep


def gate_front(app: QApplication, vault: Path) -> GateFront:
    """Return the lock screen of this vault, hidden."""
    from dsl_desk.app.entrance import FolderEntrance  # noqa: PLC0415 - see above
    from dsl_desk.app.given import door_of  # noqa: PLC0415 - see above
    from dsl_desk.app.own_look import read_look  # noqa: PLC0415 - see above
    from dsl_desk.app.paths import resources  # noqa: PLC0415 - see above
    from dsl_desk.app.real_gate import RealGate  # noqa: PLC0415 - see above
    from dsl_desk.ui.theme.theme import dress  # noqa: PLC0415 - see above

    dress(app, resources(), read_look())
    return RealGate(FolderEntrance(Path(vault), this_place()), door=door_of(Path(vault)))


def desk_front(app: QApplication, vault: Path) -> DeskFront:
    """Return the desk of this vault, keyless and hidden."""
    from dsl_desk.app.own_look import read_look  # noqa: PLC0415 - see above
    from dsl_desk.app.paths import resources  # noqa: PLC0415 - see above
    from dsl_desk.app.real_desk import RealDesk  # noqa: PLC0415 - see above
    from dsl_desk.ui.theme.theme import dress  # noqa: PLC0415 - see above

    dress(app, resources(), read_look())
    return RealDesk(app, Path(vault), resources(), this_place())


def this_place() -> Doorstep:
    """Return the clock and the keychain of this account of this computer."""
    from dsl_desk.domain.ways_in import Doorstep  # noqa: PLC0415 - see above
    from dsl_desk.keys.keychain import SystemKeychain  # noqa: PLC0415 - see above
    from dsl_desk.keys.training_keychain import NoneForTraining  # noqa: PLC0415 - see above
    from dsl_desk.system.clock import SystemClock  # noqa: PLC0415 - see above

    return Doorstep(SystemClock(), NoneForTraining(SystemKeychain()))
