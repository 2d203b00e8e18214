"""Pages of which one is shown. Qt's own pile of them is read out as a "layered pane" each time."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget


class Sheets(QFrame):
    """One page in front; nothing is told of the pile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)

    def put(self, page: QWidget) -> None:
        """Put a page under the others; the first one is in front."""
        self._pile.addWidget(page)

    def take_out(self, page: QWidget) -> None:
        """Take a page out of the pile; it is nobody's then."""
        self._pile.removeWidget(page)

    def front(self) -> QWidget | None:
        """Return the page in front, if there is one."""
        return self._pile.currentWidget()

    def bring(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self._pile.setCurrentWidget(page)
        self._keep_afloat()

    def turn_to(self, place: int) -> None:
        """Bring the page at this place to the front."""
        self._pile.setCurrentIndex(place)
        self._keep_afloat()

    def _keep_afloat(self) -> None:
        """Keep what floats over the pages in front: Qt puts the page it brings above it."""
        for child in self.children():
            if isinstance(child, QWidget) and self._pile.indexOf(child) < 0:
                child.raise_()
