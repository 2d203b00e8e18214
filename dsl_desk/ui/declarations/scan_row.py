"""One signed paper: where it lies, and its scan, opened by the decoder when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.picture import DecodeTrouble
from dsl_desk.domain.words import label
from dsl_desk.services.seeing import scan_shown
from dsl_desk.ui.declarations.scan_view import ScanView
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Decoded
    from dsl_desk.domain.signed_paper import SignedPaper
    from dsl_desk.ui.declarations.means import Means


class ScanRow(QWidget):
    """Told in words; the scan is opened, seen clearly, and put away by one button.

    Signals:
        failed(DeskError): its file could not be opened.
    """

    failed = Signal(object)

    def __init__(self, means: Means, paper: SignedPaper, came: str) -> None:
        super().__init__()
        self._means, self._paper = means, paper
        self._content, self._page, self._pages = b"", 0, 0
        self.words = Label(paper.draft.lies, Voice.STRONG).wrapped()
        self.view = ScanView()
        self.trouble = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.look, self.next = Button("").sized(Size.SMALL), Button("").sized(Size.SMALL)
        self.look.clicked.connect(self._press)
        self.next.clicked.connect(self._turn)
        scan = paper.draft.scan
        sealed = "No scan is kept" if scan is None else f"Scan kept sealed, {scan.size()}"
        self._lay_out(f"{sealed}. {came}")
        self.look.setVisible(scan is not None)
        self._put_away()

    def _press(self) -> None:
        if not self._content:
            self._open()
        elif not self.view.isHidden() and not self.view.is_clear():
            self.view.show_clearly()
            self._say()
        else:
            self._put_away()

    def _open(self) -> None:
        paper = self._paper
        self.look.setEnabled(False)
        self._means.worker.do(
            self, lambda desk: desk.signed_papers.read(paper), self._decode, self._fail
        )

    def _decode(self, content: bytes) -> None:
        self._content, page = content, self._page
        self.next.setEnabled(False)
        self._means.errands.run(
            self, lambda progress: scan_shown(content, progress, page), self._seen, self._fail
        )

    def _seen(self, decoded: Decoded) -> None:
        if not self._content:
            return  # it was put away meanwhile
        self.look.setEnabled(True)
        self.next.setEnabled(True)
        self._pages = decoded.facts.pages
        if decoded.pixels is None:
            self.view.forget()
            self.trouble.say(label(decoded.trouble or DecodeTrouble.NOT_SHOWN))
        else:
            words = f"Page {self._page + 1} of the scan"
            self.view.show_page(decoded.pixels, words, clear=self.view.is_clear())
        self.trouble.setVisible(decoded.pixels is None)
        self._say()

    def _turn(self) -> None:
        self._page = (self._page + 1) % self._pages
        self._decode(self._content)

    def _fail(self, error: object) -> None:
        self.look.setEnabled(True)
        self._put_away()
        self.failed.emit(error)

    def _put_away(self) -> None:
        self._content, self._page, self._pages = b"", 0, 0
        self.view.forget()
        self.trouble.hide()
        self._say()

    def _say(self) -> None:
        blurred = not self.view.isHidden() and not self.view.is_clear()
        shown = self.tr("Show it clearly") if blurred else self.tr("Put it away")
        self.look.setText(shown if self._content else self.tr("Look at the scan"))
        self.next.setText(f"Page {self._page + 1} of {self._pages}: next")
        self.next.setVisible(self._pages > 1)

    def _lay_out(self, told: str) -> None:
        row, room = QHBoxLayout(), QVBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        row.addLayout(column, 1)
        row.addWidget(self.next)
        row.addWidget(self.look)
        room.setContentsMargins(0, 0, 0, 0)
        room.addLayout(row)
        room.addWidget(self.trouble)
        room.addWidget(self.view)
