"""A few choices under one name: a screen reader says the name once, on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGroupBox
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Together(QGroupBox):
    """A group without a frame of its own. Were the name told after each choice, it would be noise.

    Qt tells readers of a group box on every system as of a group; of a bare widget it tells none.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("together", True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: what lies in it paints itself."""
