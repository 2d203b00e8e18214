"""The pictures of a conversation in their order, moved by hand: keys or mouse. Drawn, no pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem
from typing_extensions import override

from dsl_desk.domain.conversation import Meets
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QDropEvent, QKeyEvent

    from dsl_desk.domain.conversation import Shot
    from dsl_desk.ui.evidence.letter_keys import LetterKeys

_EVIDENCE: Final = Qt.ItemDataRole.UserRole
_HIGH: Final = 46
_ICON: Final = 18
_MARK: Final = {Meets.FOLLOWS: "", Meets.OVERLAPS: "overlaps", Meets.GAP: "after a gap"}
_KEYS: Final = {
    Qt.Key.Key_F: Meets.FOLLOWS,
    Qt.Key.Key_O: Meets.OVERLAPS,
    Qt.Key.Key_G: Meets.GAP,
}


class ShotList(QListWidget):
    """Alt with up or down moves a picture; O, G and F mark it; Delete leaves it out.

    Signals:
        chosen(str): this picture is the current one; nothing where there is none.
        moved(): the order is another one.
        marked(Meets): it meets the one before it like this.
        left_out(): the current one is not part of this.
    """

    chosen = Signal(str)
    moved = Signal()
    marked = Signal(object)
    left_out = Signal()

    def __init__(self, letters: LetterKeys) -> None:
        super().__init__()
        self._letters = letters
        self.setObjectName("shotList")
        self.setAccessibleName(self.tr("The pictures, in order"))
        keys = "Alt with up and down moves a picture. O overlaps, G after a gap, F follows."
        self.setAccessibleDescription(keys)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(lambda item, _before: self.chosen.emit(_id_of(item)))

    def show_shots(self, shots: Sequence[Shot], refs: Mapping[str, str]) -> None:
        """Show these in this order; the same picture stays the current one."""
        current = self.current()
        self.blockSignals(True)
        self.clear()
        icon = theme().icon(Icon.IMAGE, Meaning.INK3, theme().px(_ICON))
        for number, shot in enumerate(shots, start=1):
            item = QListWidgetItem(icon, told(number, shot, refs))
            item.setData(_EVIDENCE, shot.evidence)
            item.setSizeHint(QSize(0, theme().px(_HIGH)))
            self.addItem(item)
        self.blockSignals(False)
        names = [shot.evidence for shot in shots]
        if names:
            self.setCurrentRow(names.index(current) if current in names else 0)
        else:
            self.chosen.emit("")

    def say(self, number: int, shot: Shot, refs: Mapping[str, str]) -> None:
        """Show what is now true of one of them."""
        item = self.item(number - 1)
        if item is not None:
            item.setText(told(number, shot, refs))

    def order(self) -> tuple[str, ...]:
        """Return the pictures as they stand."""
        return tuple(_id_of(self.item(row)) for row in range(self.count()))

    def current(self) -> str:
        """Return the current picture, or nothing."""
        return _id_of(self.currentItem())

    def shift(self, by: int) -> None:
        """Move the current picture earlier (-1) or later (1)."""
        row, there = self.currentRow(), self.currentRow() + by
        if row >= 0 and 0 <= there < self.count():
            self.blockSignals(True)
            item = self.takeItem(row)
            self.insertItem(there, item)
            self.setCurrentRow(there)
            self.blockSignals(False)
            self.moved.emit()

    def go(self, by: int) -> None:
        """Make the next picture (1) or the one before (-1) the current one."""
        there = self.currentRow() + by
        if 0 <= there < self.count():
            self.setCurrentRow(there)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key is Qt.Key.Key_Up else 1)
        elif key is Qt.Key.Key_Delete:
            self.left_out.emit()
        elif key in _KEYS and not event.modifiers() and self._letters.on:
            self.marked.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.moved.emit()


def told(number: int, shot: Shot, refs: Mapping[str, str]) -> str:
    """Return the two lines of a picture: which one it is; its time, its mark, its words."""
    time = shot.seen_at.partition("T")[2] or shot.seen_at
    lines = len(shot.words.split("\n")) if shot.words.strip() else 0
    typed = f"{lines} lines" if lines > 1 else "1 line" if lines else "no words yet"
    under = ", ".join(part for part in (time, _MARK[shot.meets], typed) if part)
    return f"{number}. {refs.get(shot.evidence, 'Set aside')}\n{under}"


def _id_of(item: QListWidgetItem | None) -> str:
    return "" if item is None else str(item.data(_EVIDENCE))
