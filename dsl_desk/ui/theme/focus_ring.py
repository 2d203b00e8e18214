"""The focus ring: one frame that follows the focus, drawn outside whatever holds it.

A stylesheet cannot draw outside a control, so this is a window's child on top of it, deaf to the
mouse. A control may say how with properties: `ring` ("halo", "outline" or "none"), `ring_radius`,
`ring_rect` (the part to ring, in its own coordinates), and an ancestor `on_rail` (mint, not blue).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 5
_RADIUS = 7
_HALO_ALPHA = 0.22
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
        QEvent.Type.DynamicPropertyChange,
    }
)


class FocusRing(QObject):
    """Follows the focus of the application with one overlay at a time."""

    def __init__(self, owner: QObject, colour_of: Callable[[Meaning], QColor]) -> None:
        super().__init__(owner)
        self._colour_of = colour_of
        self._overlay: RingOverlay | None = None
        self._watched: list[QWidget] = []

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leave the old control and ring the new one (a slot for focusChanged)."""
        self._let_go()
        if new is None or new.isWindow() or _style_of(new) == "none":
            return
        self._overlay = RingOverlay(self._watch_up_from(new), new, self._colour_of)
        self._overlay.place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        overlay = self._overlay
        if event.type() in _MOVES and overlay is not None and isValid(overlay):
            overlay.place()
        return False

    def _watch_up_from(self, widget: QWidget) -> QWidget:
        """Watch a control and what holds it; return its ground: the scrolled view or the window."""
        ground = widget
        while (parent := ground.parentWidget()) is not None and not ground.isWindow():
            ground.installEventFilter(self)
            self._watched.append(ground)
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is ground:
                break
            ground = parent
        return ground

    def _let_go(self) -> None:
        # A window that closed took its controls, and our overlay with them: ask before touching.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()
            self._overlay.deleteLater()
        self._overlay = None


class RingOverlay(QWidget):
    """The drawn ring: a child of the window, on top, deaf to the mouse."""

    def __init__(
        self, ground: QWidget, around: QWidget, colour_of: Callable[[Meaning], QColor]
    ) -> None:
        super().__init__(ground)
        self._ground = ground
        self._around = around
        self._colour_of = colour_of
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self) -> None:
        """Go where the control is now, and hide with it."""
        around = self._around
        part = around.property("ring_rect")
        box = part if isinstance(part, QRect) else around.rect()
        box = box.translated(around.mapTo(self._ground, QPoint(0, 0)))
        self.setGeometry(box.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.setVisible(around.isVisible() and around.isEnabled())
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not isValid(self._around):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour_of(Meaning.MINT if _on_rail(self._around) else Meaning.FOCUS)
        box = QRectF(self.rect()).adjusted(_REACH, _REACH, -_REACH, -_REACH)
        radius = float(self._around.property("ring_radius") or _RADIUS)
        if _style_of(self._around) == "halo":
            soft = QColor(colour)
            soft.setAlphaF(_HALO_ALPHA)
            _frame(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), QPen(soft, 3), radius + 2.5)
            _frame(painter, box, QPen(colour, 2), radius)
        else:
            _frame(painter, box.adjusted(-3, -3, 3, 3), QPen(colour, 2), radius + 3)


def _style_of(widget: QWidget) -> str:
    chosen = widget.property("ring")
    if isinstance(chosen, str):
        return chosen
    return "halo" if isinstance(widget, _FIELDS) else "outline"


def _on_rail(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if above.property("on_rail"):
            return True
        above = above.parentWidget()
    return False


def _frame(painter: QPainter, box: QRectF, pen: QPen, radius: float) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
