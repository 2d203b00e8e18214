"""Every key of the house, in one list (look.md section 7)."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QKeySequence


class Shortcut(Enum):
    """What can be done without the mouse; the value is how Qt writes the keys."""

    SEARCH = "Ctrl+K"
    RECORD_CONCERN = "Ctrl+N"
    LOCK = "Ctrl+L"
    RAIL_1 = "Ctrl+1"
    RAIL_2 = "Ctrl+2"
    RAIL_3 = "Ctrl+3"
    RAIL_4 = "Ctrl+4"
    RAIL_5 = "Ctrl+5"
    RAIL_6 = "Ctrl+6"
    RAIL_7 = "Ctrl+7"
    RAIL_8 = "Ctrl+8"
    RAIL_9 = "Ctrl+9"
    RAIL_10 = "Ctrl+0"
    COLLAPSE_RAIL = "Ctrl+B"
    BACK = "Alt+Left"
    NEXT_REGION = "F6"
    REGION_BEFORE = "Shift+F6"
    EXPLAIN = "F1"
    FIND_ON_PAGE = "Ctrl+F"
    SAVE = "Ctrl+S"
    FINISH = "Ctrl+Return"
    EXPORT = "Ctrl+E"
    STEP_BACK = "Esc"
    LEAVE_NOTE = "Alt+N"
    DECLARE_FAMILY_LINK = "Alt+D"
    ANSWER_WITH_CODE = "Alt+A"
    PASSPHRASE = "Alt+U"  # noqa: S105  # the key that goes to the passphrase line, not one

    @property
    def keys(self) -> QKeySequence:
        """The keys, for Qt."""
        return QKeySequence(self.value)

    @property
    def words(self) -> str:
        """The keys, for a key cap: "Ctrl Enter"."""
        return self.value.replace("Return", "Enter").replace("+", " ")
