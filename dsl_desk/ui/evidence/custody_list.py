"""The custody trail as it is shown: oldest first, each line with its icon, who and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.custody import CustodyLine, CustodySort, lasted
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

_ICONS: Final = {
    CustodySort.DECIDED: Icon.SCAN_EYE,
    CustodySort.ANSWERED: Icon.SIGNATURE,
    CustodySort.HANDED_IN: Icon.HAND,
    CustodySort.CAPTURED: Icon.CLIPBOARD_PASTE,
    CustodySort.DESCRIBED: Icon.NOTEBOOK_PEN,
    CustodySort.PUT_IN_ORDER: Icon.MESSAGES_SQUARE,
    CustodySort.OPENED: Icon.EYE,
    CustodySort.EXPORTED: Icon.FILE_DOWN,
    CustodySort.COPIED: Icon.LAYERS,
    CustodySort.USED: Icon.COPY,
    CustodySort.TAKE_DOWN: Icon.SEND,
    CustodySort.TAKE_DOWN_ENDED: Icon.CHECK,
    CustodySort.COPY_OPENED: Icon.EYE,
    CustodySort.MISMATCH: Icon.UNLINK,
    CustodySort.QUARANTINED: Icon.SHIELD_BAN,
    CustodySort.REMOVED: Icon.TRASH_2,
    CustodySort.ENDED: Icon.CHECK,
}
_WITH_REFERENCE: Final = frozenset(
    {
        *(CustodySort.DECIDED, CustodySort.HANDED_IN, CustodySort.ENDED),
        *(CustodySort.COPIED, CustodySort.EXPORTED, CustodySort.USED),
    }
)
_GRAVE: Final = frozenset({CustodySort.MISMATCH, CustodySort.QUARANTINED, CustodySort.REMOVED})
_WITH_WORDS: Final = _GRAVE | {
    *(CustodySort.ANSWERED, CustodySort.DESCRIBED, CustodySort.COPIED, CustodySort.USED),
    *(CustodySort.PUT_IN_ORDER, CustodySort.EXPORTED),
    *(CustodySort.TAKE_DOWN, CustodySort.TAKE_DOWN_ENDED),
}


class CustodyList(QWidget):
    """Lines under one another."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_lines(self, lines: Sequence[CustodyLine]) -> None:
        """Show these in the place of those shown."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(_row(line))


def title_of(line: CustodyLine) -> str:
    """Return what happened, with the reference where there is one."""
    if line.sort in _WITH_REFERENCE and line.ref:
        return f"{label(line.sort)}, {line.ref}"
    return label(line.sort)


def _row(line: CustodyLine) -> QWidget:
    row = QWidget()
    who = f"{line.by}, {in_full(line.at)}"
    if line.seconds is not None:
        who += f", for {lasted(line.seconds)}"
    row.setAccessibleName(f"{title_of(line)}. {who}")
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(12)
    ink = Meaning.RED if line.sort in _GRAVE else Meaning.ACCENT
    across.addWidget(IconView(_ICONS[line.sort], ink, 18), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(title_of(line), Voice.STRONG).wrapped())
    if line.words and line.sort in _WITH_WORDS:
        words.addWidget(Label(line.words, Voice.SECONDARY).wrapped())
    words.addWidget(Label(who, Voice.SECONDARY, Meaning.INK2).wrapped())
    across.addLayout(words, 1)
    return row
