"""A choice that a screen reader makes: Qt only ticks it, and nobody hears that it was pressed.

A finger or a key presses a button: it is ticked, and says that it was clicked. A reader ticks it
without pressing. Whatever listens for a click would never hear of it; so we say it then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.ui.kit.manners import Control

if TYPE_CHECKING:
    from PySide6.QtWidgets import QButtonGroup


class ToggledByReader(Control):
    """What every choice and tick is: ticked by a reader, it was clicked as well."""

    _known = False  # whether we ourselves are about to tick it, or somebody presses it

    def listen_to_readers(self) -> None:
        """Begin to listen; called once, when the button is made."""
        self.toggled.connect(self._perhaps_by_a_reader)

    @override
    def nextCheckState(self) -> None:
        self._known = True
        super().nextCheckState()
        self._known = False

    @override
    def setChecked(self, on: bool) -> None:  # as Qt has it
        before, self._known = self._known, True
        super().setChecked(on)
        self._known = before

    def _perhaps_by_a_reader(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        # Where one of several is chosen, the one before is let go of by Qt: nobody did that.
        if not self._known and (on or not self._is_one_of_several()):
            self.clicked.emit()  # without the tick: what listens asks the button

    def _is_one_of_several(self) -> bool:
        group: QButtonGroup | None = self.group()  # there may be none, whatever its stub says
        return self.autoExclusive() or (group is not None and group.exclusive())
