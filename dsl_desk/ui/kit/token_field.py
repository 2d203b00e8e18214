"""A line for people: type to find, Enter takes; whoever is not found is taken by the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.manners import NamedOnTheWayIn
from dsl_desk.ui.kit.token import Chosen, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    Found = tuple[str, str, str]  # the name, the id of their record, what tells them apart
    Finder = Callable[[str, Callable[[Sequence[Found]], None]], None]

_TAB, _BACK_TAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
_SHORTEST = 2
_LEAST = 90  # of the line behind the last token
_ROWS = 6
_ROW = 32


class TokenField(QFrame):
    """People as tokens, and a line behind them. `finder` is asked while somebody types.

    Signals:
        edited(): something was typed, taken, changed or taken out.
    """

    edited = Signal()

    def __init__(self, roles: Sequence[str] = (), finder: Finder | None = None) -> None:
        super().__init__()
        self.setObjectName("tokenField")
        self._roles, self._finder = roles, finder
        self.usual = 0  # the role somebody gets who is added
        self.tokens: list[Token] = []
        self.line = TokenLine(self)
        self.line.textEdited.connect(self._typed)
        self.found = FoundList(self)
        self.found.itemClicked.connect(lambda _item: self.take_found())
        self._flow = Flow(self, around=4)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        fits = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fits.setHeightForWidth(True)
        self.setSizePolicy(fits)

    def people(self) -> tuple[Chosen, ...]:
        """Return everybody in the field, also whose name is still being typed."""
        typed = self.line.text().strip()
        taken = tuple(token.chosen for token in self.tokens)
        return (*taken, Chosen(typed, "", self.usual)) if typed else taken

    def show_people(self, people: Sequence[Chosen]) -> None:
        """Show these and nobody else; this is not typing."""
        for token in self.tokens:
            self._drop(token)
        self.tokens = []
        self.line.clear()
        for chosen in people:
            self._add(chosen)

    def take_typed(self) -> bool:
        """Make a token of what stands in the line; tell whether something stood there."""
        name = self.line.text().strip()
        self.found.hide()
        if name:
            self.line.clear()
            self._add(Chosen(name, "", self.usual))
            self.edited.emit()
        return bool(name)

    def take_found(self) -> bool:
        """Take whoever is chosen in the list."""
        item = self.found.currentItem() if self.found.isVisible() else None
        if item is None:
            return False
        name, key = item.data(Qt.ItemDataRole.UserRole)
        self.found.hide()
        self.line.clear()
        self._add(Chosen(name, key, self.usual))
        self.edited.emit()
        return True

    def take_out_last(self) -> None:
        """Take out the last token."""
        if self.tokens:
            self._remove(self.tokens[-1])

    def show_focus(self, *, focused: bool) -> None:
        """Show with its edge whether somebody types in it."""
        self.setProperty("focused", focused)
        self.style().unpolish(self)
        self.style().polish(self)

    def _typed(self, words: str) -> None:
        self.edited.emit()
        if self._finder is None or len(words.strip()) < _SHORTEST:
            self.found.hide()
            return
        self._finder(words, lambda found: self._show_found(words, found))

    def _show_found(self, asked: str, found: Sequence[Found]) -> None:
        if asked == self.line.text() and self.line.hasFocus():
            self.found.show_people(found, self)

    def _add(self, chosen: Chosen) -> None:
        token = Token(chosen, self._roles)
        token.changed.connect(self.edited)
        token.removed.connect(lambda: self._remove(token))
        self.tokens.append(token)
        self._flow.put_before_last(token)
        token.show()
        self._into_tab_order(token)
        self.updateGeometry()

    def _remove(self, token: Token) -> None:
        self.tokens.remove(token)
        self.line.setFocus()
        self._drop(token)
        self.edited.emit()

    def _drop(self, token: Token) -> None:
        self._flow.removeWidget(token)
        token.hide()
        token.deleteLater()
        self.updateGeometry()

    def _into_tab_order(self, token: Token) -> None:
        # A new widget stands at the window's end: brought to the line first, then before it.
        self.setTabOrder(self.line, token)
        self.setTabOrder(token, self.line)


class TokenLine(NamedOnTheWayIn, QLineEdit):
    """The line at the end; leaving it takes what was typed."""

    def __init__(self, field: TokenField) -> None:
        super().__init__()
        self._field = field
        self.setProperty("bare", True)
        self.setMinimumWidth(_LEAST)

        self.setProperty("ring", "none")  # the whole field shows that it has the focus

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        field, key = self._field, event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and field.found.isVisible():
            field.found.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not field.take_found():
                field.take_typed()
        elif key == Qt.Key.Key_Escape and field.found.isVisible():
            field.found.hide()
        elif key == Qt.Key.Key_Backspace and not self.text():
            field.take_out_last()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self._field.show_focus(focused=True)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self._field.show_focus(focused=False)
        by_tab = arg__1.reason() in (_TAB, _BACK_TAB)
        if by_tab and not self._field.take_found():
            self._field.take_typed()
        self._field.found.hide()


class FoundList(QListWidget):
    """Who was found, under the line; it never takes the focus."""

    def __init__(self, beside: QFrame) -> None:
        super().__init__(beside)
        self.setObjectName("foundList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_people(self, found: Sequence[Found], beside: QFrame) -> None:
        """Show these under their line; the first one is chosen."""
        self.clear()
        for name, key, detail in found[:_ROWS]:
            item = QListWidgetItem(f"{name} · {detail}" if detail else name)
            item.setData(Qt.ItemDataRole.UserRole, (name, key))
            self.addItem(item)
        if not found:
            self.hide()
            return
        self.setParent(beside.window())
        place = beside.mapTo(beside.window(), QPoint(0, beside.height() + 2))
        self.setGeometry(place.x(), place.y(), beside.width(), _ROW * self.count() + 10)
        self.setCurrentRow(0)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next one, or the one before."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))
