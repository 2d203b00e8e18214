"""The pages of the window: made when first needed, forms and records given up when left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.shell.history import History
from dsl_desk.ui.shell.spot import TODAY, Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.changes import Thing


class PageStack(Sheets):
    """Shows one page, and knows the way back.

    Signals:
        moved(Spot): we are somewhere else now.
        said(str): a page has a good word for the toast.
    """

    moved = Signal(object)
    said = Signal(str)

    def __init__(self, make: Callable[[Spot], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pages: dict[Spot, Page] = {}
        self._history = History(TODAY)
        self.may_move: Callable[[], bool] = lambda: True  # a call keeps us where we are

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._history.here]

    @property
    def spot(self) -> Spot:
        """Where we are."""
        return self._history.here

    def go(self, spot: Spot) -> None:
        """Go to a spot."""
        before = self._history.here
        if self._may_leave():
            self._history.go(spot)
            self._arrive(before)

    def become(self, spot: Spot) -> None:
        """Show another spot in the place of this one: no step for the way back."""
        before = self._history.here
        if self._may_leave():
            self._history.replace(spot)
            self._arrive(before)

    def back(self) -> None:
        """Step back."""
        before = self._history.here
        if self._may_leave():
            self._history.back()
            self._arrive(before)

    def read_again(self, things: frozenset[Thing]) -> None:
        """Let the shown page read again if it shows what changed; others do when shown."""
        if self.page.shows & things:
            self.page.read_again()

    def _made(self, spot: Spot) -> Page:
        """Make a page where it will stand."""
        Page.home = self
        try:
            return self._make(spot)
        finally:
            Page.home = None

    def _may_leave(self) -> bool:
        return not self._pages or self.may_move()

    def _arrive(self, before: Spot) -> None:
        here = self._history.here
        if here not in self._pages:
            page = self._made(here)
            page.back_wanted.connect(self.back)
            page.said.connect(self.said)
            self._pages[here] = page
            self.put(page)
        self.bring(self.page)
        # A form keeps its draft, a record is in the vault: neither must linger in memory.
        leaving = self._pages.get(before) if before != here and before.what else None
        if leaving is not None and leaving.let_go():
            left = self._pages.pop(before)
            self.take_out(left)
            left.deleteLater()
        self.page.read_again()
        self.page.land()
        self.moved.emit(here)
