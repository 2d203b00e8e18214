"""The palette: everything that can be done, a few letters away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box, paint_shadow
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.key_cap import KeyCap
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.shell.finder import SHORTEST
from dsl_desk.ui.shell.palette_row import ROW, PaletteRow, Shown
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from dsl_desk.ui.shell.finder import Finder
    from dsl_desk.ui.shell.palette_item import PaletteItem

_WIDE, _HIGH, _TOP = 698, 470, 63
_SHADE_ALPHA = 90
_RADIUS = 12


class PaletteLine(Line):
    """The line on top; the list's keys are the palette's."""

    def __init__(self, take: Callable[[QKeyEvent], bool], example: str) -> None:
        super().__init__(example=example)
        self._take = take

    @override
    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False  # Tab stays here: what lies under the palette is covered

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)


class Palette(QWidget):
    """Lies over the window. Typing narrows, arrows choose, Enter does, Escape leaves."""

    def __init__(
        self, window: QWidget, items: Sequence[PaletteItem], finder: Finder | None = None
    ) -> None:
        super().__init__(window)
        self._finder = finder
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("What do you want to do?"))
        self._window = window
        self._items = tuple(items)
        self._before: QWidget | None = window.focusWidget()
        self.line = PaletteLine(
            self.take, example=self.tr("Search records or type a command, or ? for all keys")
        )
        self.line.setObjectName("palette-line")
        self.line.setProperty("bare", True)
        self.line.setProperty("ring", "none")
        self.line.setAccessibleName(self.tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(self.tr("Do something"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(PaletteRow(self.list))
        self._nothing = Label(self.tr("Nothing is called that."), Voice.BODY, Meaning.INK3)
        self.line.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(lambda _item: self._do())
        self._sheet = QFrame(self)
        self._lay_out()
        self._narrow("")

    def open_over(self) -> None:
        """Cover the window and take the keys."""
        self._fit()
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        self.deleteLater()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(_SHADE_ALPHA)
        painter.fillRect(self.rect(), shade)
        sheet = QRectF(self._sheet.geometry())
        paint_shadow(painter, sheet, _RADIUS)
        paint_box(painter, sheet, Skin(Meaning.SURFACE, Meaning.LINE, _RADIUS))
        painter.end()

    def take(self, event: QKeyEvent) -> bool:
        """Take the keys that move in the list; tell whether this was one."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _narrow(self, typed: str) -> None:
        self._offer(typed, [])
        if self._finder is not None and len(typed.strip()) >= SHORTEST:
            self._finder.find(self, typed, self._show_found)

    def _show_found(self, typed: str, found: list[PaletteItem]) -> None:
        if typed == self.line.text() and found:  # else more was typed meanwhile
            self._offer(typed, found)

    def _offer(self, typed: str, found: list[PaletteItem]) -> None:
        """Show who and what was found, then what can be done; the first is chosen."""
        wanted = "" if typed.strip() == "?" else typed
        self.list.clear()
        group = None
        for item in (*found, *(item for item in self._items if item.matches(wanted))):
            row = QListWidgetItem(item.words)
            row.setData(ROW, Shown(item, wanted, heads=item.group is not group))
            group = item.group
            row.setData(Qt.ItemDataRole.AccessibleTextRole, item.spoken())
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)

    def _do(self) -> None:
        if self.list.count() == 0:
            return
        item = self.list.currentItem().data(ROW).item
        # Gone first: the act may show another page, which then takes the focus.
        self.leave()
        item.act()

    def _fit(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        wide, high = min(_WIDE, window.width() - 40), min(_HIGH, window.height() - _TOP - 20)
        self._sheet.setGeometry((window.width() - wide) // 2, _TOP, wide, high)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(IconView(Icon.SEARCH, Meaning.ACCENT, 20))
        head.addWidget(self.line, 1)
        head.addWidget(KeyCap("Esc"))
        line = QFrame()
        line.setObjectName("flat-line")
        line.setFixedHeight(1)
        self._nothing.setContentsMargins(18, 12, 18, 12)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addStretch(0)
        column.addWidget(self._hints())

    def _hints(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("palette-foot")
        hints = QHBoxLayout(foot)
        hints.setContentsMargins(18, 8, 18, 8)
        hints.addWidget(IconView(Icon.SHIELD_CHECK, Meaning.INK2, 16))
        hints.addWidget(
            Label(self.tr("Searched only what you hold keys to"), Voice.SECONDARY, Meaning.INK2)
        )
        hints.addStretch(1)
        for keys, words in (("↑ ↓", self.tr("move")), ("Enter", self.tr("do it"))):
            hints.addWidget(KeyCap(keys))
            hints.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2))
            hints.addSpacing(8)
        return foot
