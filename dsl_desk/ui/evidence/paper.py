"""The button that makes a decision's paper: asked where first, proved, written down, then saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from shiboken6 import isValid

from dsl_desk.system.copies import write_copy
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.evidence.means import Means


class PaperButton(Button):
    """Makes the PDF of one decision.

    Signals:
        said(str): it was saved under this name.
        failed(DeskError): it was not.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Save as PDF", icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self._means, self._record = means, record
        self.setObjectName("save-as-pdf")
        self.clicked.connect(lambda: self.make(self))

    def make(self, owner: QWidget) -> None:
        """Ask where, then make it; a copy that the ledger knows of is written, whoever left."""
        if self.is_busy():
            return
        title = self.tr("Save a copy of this decision")
        path = self._means.ask.where_to_save(owner, title, "viewing-decision.pdf")
        if path is None:
            return
        record = self._record
        self.busy(self.tr("Making the PDF"))
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.viewing_paper.make_pdf(record),
            lambda pdf: self._write(path, pdf),
            self._fail,
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        def job(_progress: Progress) -> str:
            write_copy(path, pdf)
            return path.name

        self._means.errands.run(self._means.errands, job, self._written, self._fail)

    def _written(self, name: str) -> None:
        if not isValid(self):
            return
        self.rest()
        self.said.emit(self.tr("Saved as {name}").replace("{name}", name))

    def _fail(self, error: DeskError) -> None:
        if not isValid(self):
            self._means.errands.failed.emit(error)
            return
        self.rest()
        self.failed.emit(error)
