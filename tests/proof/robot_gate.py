"""The real lock screen with a robot at it, which types the passphrase it is told."""

from __future__ import annotations

from PySide6.QtCore import Slot
from typing_extensions import override

from dsl_desk.ui.gate.unlock import UnlockPage
from tests.app.real_windows import ObedientGate


class RobotGate(ObedientGate):
    """Obeys `unlock-with PASSPHRASE` too."""

    @override
    @Slot(str)
    def _obey(self, order: str) -> None:
        word, _, text = order.partition(" ")
        if word == "unlock-with":
            page = self.window.page
            assert isinstance(page, UnlockPage)
            page.passphrase.put(text)
            page.button.click()
        else:
            super()._obey(order)
