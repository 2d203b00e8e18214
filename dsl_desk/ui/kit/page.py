"""The shape every page has, so that the shell can hold any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from dsl_desk.domain.changes import Thing


class Page(QWidget):
    """One page, one question. The shell calls these; a page fills in what it has.

    Signals:
        back_wanted(): this page is done, or its Back was pressed.
        said(str): a short good word for the toast; never an error.
    """

    back_wanted = Signal()
    said = Signal(str)

    # Where the next page will stand. A page that is made elsewhere and moved there is styled twice,
    # with everything on it: 20 ms for a form.
    home: ClassVar[QWidget | None] = None

    # The kinds of thing this page shows: when one changes, `read_again` is called.
    shows: frozenset[Thing] = frozenset()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent or Page.home)
        self.title = title
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def read_again(self) -> None:
        """Read what is shown once more, because it changed or the page is shown again."""

    def land(self) -> None:
        """Take the focus when the page is shown: the title, unless the page has a better place."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Return the parts F6 walks through, left to right, top to bottom."""
        return [self]

    def finish(self) -> None:
        """Ctrl+Enter: finish this form."""

    def keep(self) -> None:
        """Ctrl+S: keep a draft or a copy."""

    def export(self) -> None:
        """Ctrl+E: make a paper of this."""

    def look_for(self) -> None:
        """Ctrl+F: find something on this page."""

    def let_go(self) -> bool:
        """Be given up; False while that would lose something, then the page is kept as it is."""
        return True

    def step_back(self) -> None:
        """Esc: close what is open or go back. Never throws anything away."""
        self.back_wanted.emit()
