"""The real lock screen behind the seam of its process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.app import last_resort
from dsl_desk.app.fronts import GateFront
from dsl_desk.ui.gate.why import WAITS
from dsl_desk.ui.gate.window import GateWindow

if TYPE_CHECKING:
    from dsl_desk.system.at_the_door import AtTheDoor
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.kit.ask import Ask


class RealGate(GateFront):
    """Passes on what the window says."""

    def __init__(
        self, entrance: Entrance, ask: Ask | None = None, door: AtTheDoor | None = None
    ) -> None:
        super().__init__()
        self._door = door
        self.window = GateWindow(entrance, ask)
        self.window.painted.connect(self.painted)
        self.window.key_ready.connect(self.key_ready)
        self.window.quit_wanted.connect(self.quit_wanted)
        self.window.training_wanted.connect(self.training_wanted)
        self.window.broke.connect(last_resort.take)

    @override
    def rehearse(self) -> None:
        self.window.grab()

    @override
    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        if self._door is not None and self._door.waiting():
            facts = {**facts, WAITS: "yes"}  # not which: anybody may stand before this screen
        self.window.cover(why, at, facts)
