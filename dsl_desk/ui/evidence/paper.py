"""The buttons that make a paper: asked where first, proved, written down, and only then saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from shiboken6 import isValid

from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.services.conversation_paper import printed
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.progress import Progress as ProgressBar
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.conversation_paper import Printing
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.work.errands import Errand


class ConversationPaperButton(Button):
    """Makes the PDF of one conversation; a picture takes about half a second.

    Signals:
        said(str): it was saved under this name.
        failed(DeskError): it was not.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Save as PDF", icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self._means, self._record = means, record
        self._errand: Errand | None = None
        self.setObjectName("save-as-pdf")
        self.clicked.connect(lambda: self.make(self))
        self.progress = ProgressBar("", self.tr("Stop"))
        self.progress.name(self.tr("Printing the pictures"))
        self.progress.hide()
        self.progress.cancel_wanted.connect(self._stop)

    def make(self, owner: QWidget) -> None:
        """Ask where, then make it; a copy that the ledger knows of is written, whoever left."""
        if self.is_busy():
            return
        title = self.tr("Save a copy of this conversation")
        path = self._means.ask.where_to_save(owner, title, "conversation.pdf")
        if path is None:
            return
        self.busy(self.tr("Making the PDF"))
        self._begin(path)

    def _begin(self, path: Path) -> None:
        record = self._record
        self._means.worker.ask(
            self._means.errands,
            lambda desk: desk.conversation_paper.prepare(record),
            lambda printing: self._print(path, printing),
            self._fail,
        )

    def _print(self, path: Path, printing: Printing) -> None:
        errand = self._means.errands.run(
            self._means.errands,
            lambda progress: printed(printing, progress),
            lambda pdf: self._note(path, printing, pdf),
            lambda error: self._not_printed(printing, error),
        )
        if isValid(self):
            self._errand = errand
            errand.moved.connect(self._show)

    def _note(self, path: Path, printing: Printing, pdf: bytes) -> None:
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.conversation_paper.note(printing, pdf),
            lambda _pdf: self._write(path, pdf),
            self._fail,
        )

    def _not_printed(self, printing: Printing, error: DeskError) -> None:
        """Write down which picture was not as it was sealed, and say that there is no paper."""
        if isinstance(error, BlobDamagedError):
            file = error.name
            self._means.worker.do(
                self._means.errands,
                lambda desk: desk.conversation_paper.note_damaged(printing, file),
            )
        self._fail(error)

    def _show(self, done: int, of: int) -> None:
        self.progress.show()
        self.progress.show_progress(done / of if of else 0, "")

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
            self._done()

    def _done(self) -> None:
        self._errand = None
        self.progress.hide()
        self.rest()

    def _write(self, path: Path, pdf: bytes) -> None:
        def job(_progress: Progress) -> str:
            write_copy(path, pdf)
            return path.name

        self._means.errands.run(self._means.errands, job, self._written, self._fail)

    def _written(self, name: str) -> None:
        if not isValid(self):
            return
        self._done()
        self.said.emit(self.tr("Saved as {name}").replace("{name}", name))

    def _fail(self, error: DeskError) -> None:
        if not isValid(self):
            self._means.errands.failed.emit(error)
            return
        self._done()
        self.failed.emit(error)
