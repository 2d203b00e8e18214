"""Caps Lock, as far as typing tells: no system says it alike, but every letter does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def caps_lock_after(event: QKeyEvent, *, before: bool | None) -> bool | None:
    """Return whether Caps Lock is on after a key was pressed; None while nobody can know."""
    if event.key() == Qt.Key.Key_CapsLock:
        return None if before is None else not before
    letter = event.text()
    if len(letter) != 1 or not letter.isalpha() or letter.lower() == letter.upper():
        return before
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() is not shift
