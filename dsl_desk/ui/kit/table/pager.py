"""The pager: which rows are shown, and the ones before and after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class Pager(QFrame):
    """Says 'Rows 1 to 50 of 1,204'; the buttons go when one page holds everything.

    Signals:
        page_wanted(int): the page of this number, counted from 0, is to be shown
    """

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pager")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.pages = Pages()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self.words = Label("", Voice.SECONDARY, Meaning.INK2).tabular()
        self.words.setObjectName("pagerWords")
        self.earlier = Button(self.tr("Earlier rows"), icon=Icon.CHEVRON_LEFT)
        self.further = Button(self.tr("Further rows"), icon=Icon.CHEVRON_RIGHT).icon_last()
        for button in (self.earlier, self.further):
            button.sized(Size.SMALL)
        self.earlier.setObjectName("earlierRows")
        self.further.setObjectName("furtherRows")
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.further.clicked.connect(lambda: self.step(1))
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.earlier)
        row.addWidget(self.further)
        self.show_pages(self.pages)

    def show_pages(self, pages: Pages) -> None:
        """Say where we are now."""
        self.pages = pages
        self.words.say(pages.words())
        for button, step in ((self.earlier, -1), (self.further, 1)):
            button.setVisible(pages.count > 1)
            button.setEnabled(pages.holds(pages.number + step))

    def step(self, by: int) -> None:
        """Ask for the page so many further on, if there is one."""
        self.go(self.pages.number + by)

    def go(self, number: int) -> None:
        """Ask for the page of this number, if there is one."""
        if self.pages.holds(number):
            self.page_wanted.emit(number)
