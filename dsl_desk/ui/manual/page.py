"""The manual: questions at the left, the answer at the right, a line to find a word in all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.manual import find
from dsl_desk.services.manual import manual_on_paper, picture_in, read_manual
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.manual.contents import Contents
from dsl_desk.ui.manual.reading import Reading
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.manual.means import Means

_LEFT: Final = 320
_SIDES: Final = 28
_FILE: Final = "DSL Desk manual.pdf"


class ManualPage(Page):
    """Needs no vault and no network: the pages lie beside the program."""

    def __init__(self, means: Means, name: str = "") -> None:
        super().__init__("Manual")
        self._means = means
        self.pages = read_manual(means.folder)
        self.name = name or (self.pages[0].name if self.pages else "")
        self.paper = Button(self.tr("Save the manual as PDF"), icon=Icon.FILE_DOWN)
        self.paper.clicked.connect(self.export)
        self.header = PageHeader(self.title, self.tr("How do I …?"), self.paper)
        self.notice = FailureNotice()
        self.search = Line("", self.tr("Find in the manual"))
        self.search.setAccessibleName(self.tr("Find in the manual"))
        self.search.textChanged.connect(self._look)
        self.contents = Contents()
        self.contents.chosen.connect(self.read)
        self.nothing = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.reading = Reading(partial(picture_in, means.folder))
        self._lay_out()
        self._look("")
        self.read(self.name)

    def read(self, name: str) -> None:
        """Show a page."""
        page = next((one for one in self.pages if one.name == name), None)
        if page is not None:
            self.name = name
            self.reading.show_page(page)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._left, self.reading]

    @override
    def look_for(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @override
    def export(self) -> None:
        title = self.tr("Where is the manual to be saved?")
        path = None if self.paper.is_busy() else self._means.ask.where_to_save(self, title, _FILE)
        if path is not None:
            self._print(path)

    def _print(self, path: Path) -> None:
        self.paper.busy(self.tr("Making the PDF"))
        folder, fonts = self._means.folder, self._means.fonts

        def job(progress: Progress) -> None:
            write_copy(path, manual_on_paper(folder, fonts, progress))

        def done(_done: None) -> None:
            self.paper.rest()
            self.said.emit(self.tr("Saved as {name}").replace("{name}", path.name))

        self._means.errands.run(self, job, done, self._fail)

    def _fail(self, error: DeskError) -> None:
        self.paper.rest()
        self.notice.show_failure(error)

    def _look(self, words: str) -> None:
        if words.strip():
            found = find(self.pages, words)
            listed = [(one.page.name, one.page.title, one.around) for one in found]
        else:
            listed = [(page.name, page.title, page.begins) for page in self.pages]
        self.contents.show_pages(listed, self.name)
        self.nothing.say("" if listed else self.tr("No page has all of these words."))
        self.nothing.setVisible(not listed)

    def _lay_out(self) -> None:
        self._left = QScrollArea()
        self._left.setWidget(self.contents)
        self._left.setWidgetResizable(True)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setAccessibleName(self.tr("Pages of the manual"))
        side = QWidget()
        side.setFixedWidth(_LEFT)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        for widget in (self.search, self.nothing):
            beside.addWidget(widget)
        beside.addWidget(self._left, 1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(side)
        row.addWidget(self.reading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 22, _SIDES, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(row, 1)
