"""The one place that knows every part: builds the real windows for the gate and the desk.

The windows are imported inside the functions: a gate loads nothing of the desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.fronts import DeskFront, GateFront


def gate_front(app: QApplication, vault: Path) -> GateFront:
    """Return the lock screen of this vault, hidden."""
    from dsl_desk.app.blank import BlankGate  # noqa: PLC0415 - until ui/gate/window.py is there

    return BlankGate(app, vault)


def desk_front(app: QApplication, vault: Path) -> DeskFront:
    """Return the desk of this vault, keyless and hidden."""
    from dsl_desk.app.blank import BlankDesk  # noqa: PLC0415 - until ui/shell/window.py is there

    return BlankDesk(app, vault)
