"""The order of reading: Tab goes through a window as its layouts lie, whatever was made first.

Qt goes by the order in which widgets were made. A page whose bottom bar is made before its form, or
whose rows come home later, would be gone through backwards; so the way is looked up at each Tab.
What a screen reader is told is put in the same order after each painting, where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QMainWindow

    Window = QMainWindow
else:
    Window = object  # the Qt class comes with whoever is tabbed so

_CLEAR: Final = 16  # how far from the edge of what scrolls
_SOON_MS: Final = 20


class TabbedAsRead(Window):
    """A window through which Tab goes in the order of reading, and which is told in that order."""

    _soon: QTimer | None = None

    @override
    def event(self, event: QEvent) -> bool:
        # Something in it is about to be painted anew: it may have come, or changed its place.
        if event.type() is QEvent.Type.UpdateRequest and QAccessible.isActive():
            self._tell_in_order_soon()
        return super().event(event)

    def _tell_in_order_soon(self) -> None:
        if self._soon is None:
            self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
            self._soon.timeout.connect(lambda: tell_in_order(self))
        if not self._soon.isActive():
            self._soon.start()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        target = neighbour(self, self.focusWidget(), forward=forward)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        bring_into_view(target)
        return True


def neighbour(window: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab leads from here, and from the last stop to the first."""
    stops = [one for one in as_read(window) if one is here or is_a_stop(one, window)]
    if here is not None and here not in stops:  # what is inside of a control: go on from that
        around = here.parentWidget()
        return neighbour(window, around, forward=forward) if around is not None else None
    others = [one for one in stops if one is not here]
    if not others:
        return None
    at = stops.index(here) if here is not None else (-1 if forward else 0)
    return stops[(at + (1 if forward else -1)) % len(stops)]


def bring_into_view(widget: QWidget) -> None:
    """Scroll to where the focus went: Qt does so only where it was in the same area before."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, _CLEAR)
        around = around.parentWidget()


def as_read(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget and all that lies in it, in the order of reading."""
    yield widget
    for child in _inside(widget):
        yield from as_read(child)


def tell_in_order(top: QWidget) -> None:
    """Let readers be told what lies in a widget in the order in which Tab goes through it.

    They are told children in the order in which they were made, and of what came home later at the
    very end. Nothing is moved where the order is right; what no layout holds stays on top.
    """
    for widget in list(as_read(top)):
        if _is_a_pile(widget):
            continue
        placed = [one for one in _held(widget) if one is not None and one.parent() is widget]
        there = [one for one in widget.children() if isinstance(one, QWidget)]
        wanted = [*placed, *(one for one in there if one not in set(placed))]
        if there != wanted:
            for one in wanted:
                if not one.isWindow():
                    one.raise_()


def _is_a_pile(widget: QWidget) -> bool:
    """Whether what lies in it lies one upon the other, and which is on top matters."""
    return isinstance(widget, QStackedWidget) or isinstance(widget.layout(), QStackedLayout)


def is_a_stop(widget: QWidget, window: QWidget) -> bool:
    """Whether Tab stops here. Of buttons of which one is chosen, Qt lets it stop at that one."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    here = widget.isEnabled() and widget.isVisibleTo(window)
    return by_tab and here and widget.focusProxy() is None


def _inside(widget: QWidget) -> list[QWidget]:
    """Return what lies directly in a widget; what no layout holds lies over it, and comes last."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    first = [one for one in _held(widget) if one is not None]
    placed = set(first)
    loose = (one for one in widget.children() if isinstance(one, QWidget) and one not in placed)
    return [*first, *(one for one in loose if not one.isWindow() and one.isVisibleTo(widget))]


def _held(widget: QWidget) -> Iterable[QWidget | None]:
    if isinstance(widget, QStackedWidget):
        return (widget.currentWidget(),)
    if isinstance(widget, QSplitter):
        return (widget.widget(place) for place in range(widget.count()))
    layout = widget.layout()
    if isinstance(layout, QStackedLayout):
        return (layout.currentWidget(),)
    return _laid_out(layout) if layout is not None else ()


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _places(layout: QLayout) -> list[int]:
    """Return the places of a layout in order: in a grid, what stands beside two rows after them."""
    every = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        cells = {place: _cell(layout, place) for place in every}
        every.sort(key=lambda place: _ends(*cells[place]))
    return every


def _cell(grid: QGridLayout, place: int) -> tuple[int, int, int, int]:
    row, column, rows, columns = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column, rows, columns


def _ends(row: int, column: int, rows: int, _columns: int) -> tuple[int, int]:
    return row + rows - 1, column
