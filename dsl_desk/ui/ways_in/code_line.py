"""A line for the code of a kit: it falls into groups by itself, and pasting is welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from typing_extensions import override

from dsl_desk.domain.kit_groups import GROUPS, IN_A_GROUP, SIGNS, grouped, signs_of
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class CodeLine(Line):
    """Six groups of five signs. O is read as 0, I and L as 1; spaces and dashes do not matter.

    Signals:
        whole(): every sign has been typed.
        entered(): the focus came here.
    """

    whole = Signal()
    entered = Signal()

    def __init__(self, *, tall: bool = False) -> None:
        super().__init__(example="-".join(["·" * IN_A_GROUP] * GROUPS))
        self.setProperty("tall", tall)
        self.textEdited.connect(self._group)
        self._dress()

    def put(self, code: str) -> None:
        """Put a code into the line, as pasting does."""
        self._group(code)

    def is_whole(self) -> bool:
        """Return whether every sign is there."""
        return len(signs_of(self.text())) == SIGNS

    def missing(self) -> int:
        """Return how many signs are still to be typed."""
        return SIGNS - len(signs_of(self.text()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _group(self, typed: str) -> None:
        before = len(signs_of(typed[: self.cursorPosition()])) if typed == self.text() else SIGNS
        words = grouped(typed)
        if words != self.text():
            self.setText(words)
        at_end = before >= len(signs_of(words))
        self.setCursorPosition(len(words) if at_end else before + max(0, before - 1) // IN_A_GROUP)
        if self.is_whole():
            self.whole.emit()

    def _dress(self) -> None:
        self.setFont(theme().font(Voice.FINGERPRINT))
