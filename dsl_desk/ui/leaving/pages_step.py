"""The real pages, one at a time, drawn in memory from the very bytes that will leave. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.leaving.paper_view import PaperView
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Pixels


class PagesStep(QWidget):
    """A page, which of how many it is, and the way to the others.

    Signals:
        page_wanted(int): this page, counted from 0.
    """

    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[int] = set()
        self.read = Tick(self.tr("I have read every page. This stands in the ledger, by my name."))
        self.read.setObjectName("read-every-page")
        self.read.hide()
        self.paper = PaperView()
        self.count, self.number = 0, 0
        self.before = Button(self.tr("Page before"), icon=Icon.ARROW_LEFT).sized(Size.SMALL)
        self.after = Button(self.tr("Next page"), icon=Icon.ARROW_RIGHT).sized(Size.SMALL)
        self.words = Label("", Voice.SECONDARY_STRONG)
        self.before.clicked.connect(lambda: self.page_wanted.emit(self.number - 1))
        self.after.clicked.connect(lambda: self.page_wanted.emit(self.number + 1))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.before)
        row.addWidget(self.words)
        row.addWidget(self.after)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.read)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)

    def ask_to_read(self) -> None:
        """Ask whoever lets it go to say that they read every page, once all have been shown."""
        self._seen.clear()
        self.read.setChecked(False)
        self.read.setEnabled(False)
        self.read.show()

    def show_front(self, drawn: Pixels) -> None:
        """Show the first page while the others are drawn: how many there will be is not known."""
        self.number, self.count = 0, 0
        words = self.tr("Page 1. The other pages are being drawn.")
        self.words.say(words)
        self.paper.show_page(drawn, words)
        self.before.setEnabled(False)
        self.after.setEnabled(False)

    def show_page(self, drawn: Pixels, number: int, count: int) -> None:
        """Show one page of so many."""
        self.number, self.count = number, count
        words = self.tr("Page {number} of {count}")
        told = words.replace("{number}", str(number + 1)).replace("{count}", str(count))
        self.words.say(told)
        self.paper.show_page(drawn, told)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < count)
        self._seen.add(number)
        self.read.setEnabled(len(self._seen) == count)
