"""A toast: a fact that was just achieved, said for a moment at the bottom left. Never an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import SHADOW, Skin, paint_box, paint_shadow
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent, QPaintEvent

STAYS_MS = 8000
_RADIUS = 8
_MARGIN = 20
_GAP = 8


class Toast(QWidget):
    """Floats over a page for eight seconds; waits while the mouse or the focus is on it.

    Signals:
        acted(): its one action was chosen.
        gone(): it has left, by itself or after its action.
    """

    acted = Signal()
    gone = Signal()

    def __init__(self, page: QWidget, words: str, action: str = "") -> None:
        super().__init__(page)
        self._page = page
        self._words = words
        self._left_ms = STAYS_MS
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.leave)
        self.link: Link | None = None
        self._lay_out(words, action)
        page.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def rise(self) -> None:
        """Appear, be announced, and start counting."""
        self.adjustSize()
        self.raise_()
        _pile_up(self._page, self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words))
        self._go_on()

    def is_waiting(self) -> bool:
        """Return whether the eight seconds stand still."""
        return not self._clock.isActive()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of a page that is made larger or smaller."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            _pile_up(self._page)
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._wait()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.link is None or not self.link.hasFocus():
            self._go_on()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, sheet, _RADIUS)
        paint_box(painter, sheet, Skin(Meaning.TOAST, None, _RADIUS))

    def _lay_out(self, words: str, action: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW + 15, SHADOW + 10, SHADOW + 14, SHADOW + 10)
        row.setSpacing(12)
        row.addWidget(IconView(Icon.CHECK, Meaning.TOAST_LINK, 17))
        row.addWidget(Label(words, Voice.BODY, Meaning.TOAST_INK))
        row.addSpacing(24)
        if action:
            self.link = Link(action, Meaning.TOAST_LINK)
            self.link.setProperty("on_rail", True)  # a property's value
            self.link.clicked.connect(self._act)
            row.addWidget(self.link)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is self.link:
            self._wait()
        elif old is not None and old is self.link and not self.underMouse():
            self._go_on()

    def _wait(self) -> None:
        if self._clock.isActive():
            self._left_ms = self._clock.remainingTime()
            self._clock.stop()

    def _go_on(self) -> None:
        self._clock.start(self._left_ms)

    def _act(self) -> None:
        self.acted.emit()
        self.leave()

    def leave(self) -> None:
        """Go, before its time or at its end; those above come down."""
        self._clock.stop()
        self.hide()
        _pile_up(self._page)
        self.gone.emit()
        self.deleteLater()


def _pile_up(page: QWidget, rising: Toast | None = None) -> None:
    """Lay the toasts of a page at its bottom left; what was said before lies above, not behind."""
    said = [each for each in page.children() if isinstance(each, Toast)]
    low = page.height() + SHADOW - _MARGIN
    for toast in reversed([each for each in said if each is rising or not each.isHidden()]):
        toast.move(_MARGIN - SHADOW, low - toast.height())
        low -= toast.height() - 2 * SHADOW + _GAP
