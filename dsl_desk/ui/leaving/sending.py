"""The last step: where to, the lock, the proof, the entry; then the file, or the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from dsl_desk.domain.leaving import HowItLeaves
from dsl_desk.services.pressing import NO_LOCK
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.leaving.beside import free_beside
from dsl_desk.ui.leaving.on_paper import OnPaper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.leaving import Parcel
    from dsl_desk.services.pressing import Finished, Lock
    from dsl_desk.ui.leaving.means import Means
    from dsl_desk.ui.leaving.outcome import Looked


class Sending(QObject):
    """Works for one page. Asked first where to: nothing is written down for nobody's copy.

    Signals:
        begun(): it is on its way.
        left(Parcel, str, str): it has left, with this passphrase; and what is told of it.
        failed(DeskError): it has not left.
    """

    begun = Signal()
    left = Signal(object, str, str)
    failed = Signal(object)

    def __init__(self, page: QWidget, means: Means) -> None:
        super().__init__(page)
        self._page = page
        self._means = means
        self._job: OnPaper | None = None

    def send(self, looked: Looked) -> None:
        """Ask where it goes, then lock it, prove it, write it down, and let it go."""
        if looked.draft.how is HowItLeaves.PRINTED:
            printer = self._means.ask.which_printer(self._page, self._page.tr("Print this paper"))
            if printer is not None:
                self._begin(looked, NO_LOCK, lambda parcel: self._print(looked, parcel, printer))
            return
        title = self._page.tr("Save this paper")
        path = self._means.ask.where_to_save(self._page, title, looked.gathered.file_name)
        if path is None:
            return
        gathered, draft = looked.gathered, looked.draft

        def drawn(lock: Lock) -> None:
            self._begin(looked, lock, lambda parcel: self._write(path, parcel, lock.passphrase))

        self.begun.emit()
        self._means.worker.ask(
            self, lambda desk: desk.leaving.lock_for(gathered, draft), drawn, self.failed.emit
        )

    def _begin(self, looked: Looked, lock: Lock, then: Callable[[Parcel], None]) -> None:
        means = self._means
        self.begun.emit()

        def job(_progress: Progress) -> Finished:
            return looked.finished(lock)

        def note(finished: Finished) -> None:
            gathered, draft, entry = looked.gathered, looked.draft, looked.entry
            # The errands own the answer: a copy that the ledger knows of is written, whoever left.
            means.worker.do(
                means.errands,
                lambda desk: desk.leaving.note(gathered, draft, finished, entry),
                then,
                self._fail,
            )

        means.errands.run(self, job, note, self.failed.emit)

    def _write(self, path: Path, parcel: Parcel, passphrase: str) -> None:
        content, beside = parcel.content, parcel.beside

        def job(_progress: Progress) -> str:
            write_copy(path, content)
            if not beside:
                return path.name
            parcel_at = free_beside(path)
            write_copy(parcel_at, beside)
            return f"{path.name}, and {parcel_at.name} for another DSL Desk"

        def written(name: str) -> None:
            if isValid(self):
                told = self.tr("Saved as {name}").replace("{name}", name)
                self.left.emit(parcel, passphrase, told)

        self._means.errands.run(self._means.errands, job, written, self._fail)

    def _print(self, looked: Looked, parcel: Parcel, printer: QPrinter) -> None:
        self._job = OnPaper(self._means.errands, printer, looked)

        def ended(taken: bool) -> None:  # noqa: FBT001 - Qt's signal sends it
            words = self.tr("Printed") if taken else self.tr("The printer did not take it")
            self.left.emit(parcel, "", words)

        self._job.printed.connect(ended)
        self._job.begin()

    def _fail(self, error: DeskError) -> None:
        if isValid(self):
            self.failed.emit(error)
        else:
            self._means.errands.failed.emit(error)
