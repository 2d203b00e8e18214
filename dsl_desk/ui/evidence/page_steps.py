"""Which page of a paper is shown, and the way to the next and the one before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.picture import PictureSort
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

# Of a moving picture the first one is shown; papers and scans have pages.
_PAGED: Final = frozenset({PictureSort.PDF, PictureSort.TIFF})


class PageSteps(QWidget):
    """Away where there is one page.

    Signals:
        wanted(int): show this page, counted from 0.
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.page, self.pages = 0, 1
        self.before = Button("", icon=Icon.CHEVRON_LEFT).sized(Size.SMALL)
        self.after = Button("", icon=Icon.CHEVRON_RIGHT).sized(Size.SMALL)
        for button, name in ((self.before, "Page before"), (self.after, "Next page")):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._words = Label("", Voice.SECONDARY).tabular()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.before, self._words, self.after):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.wanted.emit(self.page - 1))
        self.after.clicked.connect(lambda: self.wanted.emit(self.page + 1))
        self.hide()

    def show_page(self, sort: PictureSort, page: int, pages: int) -> None:
        """Say which page of how many is shown."""
        self.page, self.pages = page, pages if sort in _PAGED else 1
        self._words.say(f"Page {page + 1} of {self.pages}")
        self.let(on=True)
        self.setVisible(self.pages > 1)

    def let(self, *, on: bool) -> None:
        """Let another page be shown, or not."""
        self.before.setEnabled(on and self.page > 0)
        self.after.setEnabled(on and self.page + 1 < self.pages)
