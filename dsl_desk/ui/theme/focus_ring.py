"""The focus ring: one frame that follows the focus, drawn outside whatever holds it.

A stylesheet cannot draw outside a control, so this is Qt's own focus frame, painted by us, on top
of the window and deaf to the mouse. No event filter of ours follows the control: one written in
Python on a control that is being destroyed brings the process down. A control may say how with
properties: `ring` ("halo", "outline" or "none"), `ring_radius`, `ring_rect` (the part to ring, in
its own coordinates); an ancestor may say `on_rail` (mint, not blue).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_REACH = 5
_RADIUS = 7
_HALO_ALPHA = 0.22
# By name: naming a class in Python makes the binding build it, and the gate needs few of these.
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class FocusRing(QObject):
    """Keeps one frame on whatever has the focus; a new one where a window took it away."""

    def __init__(self, owner: QObject, colour_of: Callable[[Meaning], QColor]) -> None:
        super().__init__(owner)
        self._colour_of = colour_of
        self._style = RingStyle()
        self._style.setParent(self)
        self._frame: RingFrame | None = None

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leave the old control and ring the new one (a slot for focusChanged)."""
        ringed = new is not None and not new.isWindow() and _style_of(new) != "none"
        if self._frame is None or not isValid(self._frame):
            self._frame = RingFrame(self._colour_of)
            self._frame.setStyle(self._style)
        # Qt takes a null widget for "nothing"; its stubs forgot to say so.
        self._frame.setWidget(new if ringed else None)  # type: ignore[arg-type]  # see above
        if ringed:
            # Qt hides a frame whose control is out of sight, and leaves it so when that scrolls in.
            self._frame.show()

    def frame(self) -> RingFrame | None:
        """Return the frame, if there is one just now."""
        return self._frame if self._frame is not None and isValid(self._frame) else None


class RingStyle(QProxyStyle):
    """Tells Qt's focus frame to lie above the window, with room for the ring, unmasked."""

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _MARGINS:
            return _REACH
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class RingFrame(QFocusFrame):
    """The drawn ring."""

    def __init__(self, colour_of: Callable[[Meaning], QColor]) -> None:
        super().__init__()
        self._colour_of = colour_of

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        around = self.widget()
        if not around.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour_of(Meaning.MINT if _on_rail(around) else Meaning.FOCUS)
        part = around.property("ring_rect")
        box = QRectF(part if isinstance(part, QRect) else around.rect()).translated(_REACH, _REACH)
        radius = float(around.property("ring_radius") or _RADIUS)
        if _style_of(around) == "halo":
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
    return "halo" if any(widget.inherits(name) for name in _FIELDS) else "outline"


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
