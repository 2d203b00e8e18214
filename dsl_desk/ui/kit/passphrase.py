"""A passphrase line: hidden while typed, shown while Show is held, and honest about Caps Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.caps_lock import caps_lock_after
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_RIGHT = 6
_DOTS_APART = 4


class PassphraseLine(QWidget):
    """Takes a passphrase; pasting is welcome, since that is how a keeper of words hands it over.

    Signals:
        submitted(): Enter was pressed in the line.
        changed(): other words stand in the line.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, *, tall: bool = False) -> None:
        super().__init__()
        self._line = HiddenLine()
        self._line.setProperty("tall", tall)
        self._line.caps_lock.connect(self._tell_caps_lock)
        self._line.resized.connect(self._place_button)
        self._line.returnPressed.connect(self.submitted)
        self._line.textChanged.connect(self.changed)
        self.show_button = Button(self.tr("Show"), Kind.QUIET, Icon.EYE).sized(Size.SMALL)
        self.show_button.setParent(self._line)
        self.show_button.setAccessibleDescription(self.tr("Shows the words while you hold it"))
        self.show_button.pressed.connect(self._show_words)
        self.show_button.released.connect(self._hide_words)
        self.setFocusProxy(self._line)
        self._lay_out()

    def text(self) -> str:
        """Return what was typed."""
        return self._line.text()

    def put(self, words: str) -> None:
        """Put words into the line, as pasting does."""
        self._line.setText(words)

    def clear(self) -> None:
        """Empty the line."""
        self._line.clear()

    def select_all(self) -> None:
        """Mark what was typed, so that typing replaces it."""
        self._line.selectAll()

    def is_shown(self) -> bool:
        """Return whether the words can be read just now."""
        return self._line.echoMode() is QLineEdit.EchoMode.Normal

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        self._caps_row = QWidget()
        row = QHBoxLayout(self._caps_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.ARROW_BIG_UP, Meaning.AMBER, 15))
        words = Label(self.tr("Caps Lock is on"), Voice.SECONDARY_STRONG, Meaning.AMBER)
        row.addWidget(words, 1)
        column.addWidget(self._caps_row)
        self._caps_row.hide()

    def _tell_caps_lock(self, on: bool) -> None:  # noqa: FBT001  # the signal sends it
        self._caps_row.setVisible(on)

    def _place_button(self) -> None:
        button, line = self.show_button, self._line
        button.resize(button.sizeHint())
        top = (line.height() - button.height()) // 2
        button.move(line.width() - button.width() - _RIGHT, top)
        line.setTextMargins(0, 0, button.width(), 0)

    def _show_words(self) -> None:
        self._line.show_as(QLineEdit.EchoMode.Normal)

    def _hide_words(self) -> None:
        self._line.show_as(QLineEdit.EchoMode.Password)


class HiddenLine(Line):
    """The line itself: tells its keeper about Caps Lock and about its size.

    Signals:
        caps_lock(bool): whether Caps Lock is known to be on.
        resized(): it has another size.
    """

    caps_lock = Signal(bool)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._caps: bool | None = None
        self.setProperty("dotted", True)  # a property's value
        self.show_as(QLineEdit.EchoMode.Password)
        # Qt asks the sheet for the dot only when a line's style changes: say so once.
        self.ensurePolished()
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def show_as(self, mode: QLineEdit.EchoMode) -> None:
        """Show dots, set apart so that they can be counted, or the words as usual."""
        self.setEchoMode(mode)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        font = theme().font(Voice.BODY)
        if self.echoMode() is QLineEdit.EchoMode.Password:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _DOTS_APART)
        self.setFont(font)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._caps = caps_lock_after(event, before=self._caps)
        self.caps_lock.emit(self._caps is True)
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
