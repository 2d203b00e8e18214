"""F6 and Shift+F6: from one region of the window to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dsl_desk.ui.kit.reading_order import as_read, is_a_stop

if TYPE_CHECKING:
    from collections.abc import Sequence


def next_region(regions: Sequence[QWidget], *, forward: bool) -> None:
    """Move the focus to the first control of the next visible region that has one."""
    open_ones = [region for region in regions if region.isVisible() and _first_in(region)]
    if not open_ones:
        return
    focus = QApplication.focusWidget()
    here = [i for i, region in enumerate(open_ones) if focus and _holds(region, focus)]
    step = 1 if forward else -1
    # The innermost region counts: a side panel lies inside its page.
    start = here[-1] if here else (-1 if forward else 0)
    target = _first_in(open_ones[(start + step) % len(open_ones)])
    if target is not None:
        target.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)


def _first_in(region: QWidget) -> QWidget | None:
    """Return the first control in the order of reading that takes the focus."""
    return next((one for one in as_read(region) if is_a_stop(one, region.window())), None)
