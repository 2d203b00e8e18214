"""Linking evidence to a case, and taking a link back with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.services.case_file import Piece
    from dsl_desk.ui.allegations.means import Means


class Links(QObject):
    """Asks over the page, and sends ids and words.

    Signals:
        done(str): it stands in the case; the words for the toast.
        failed(DeskError): it does not.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget, means: Means, record: RecordId) -> None:
        super().__init__(page)
        self._page, self._means, self._record = page, means, record

    def link(self, evidence: str) -> None:
        """Write down that it belongs to the case."""
        record, entry = self._record, self._fresh()
        self._means.worker.do(
            self,
            lambda desk: desk.case_file.link(record, RecordId(evidence), entry),
            lambda _step: self.done.emit(self.tr("It is linked to this case")),
            self.failed.emit,
        )

    def unlink(self, piece: Piece) -> None:
        """Ask why it does not belong to the case after all, and write that down."""
        answer = self._means.ask.confirm(self._page, _why(piece))
        if answer is None:
            return
        record, evidence, reason, entry = self._record, piece.record, answer.reason, self._fresh()
        self._means.worker.do(
            self,
            lambda desk: desk.case_file.unlink(record, evidence, reason, entry),
            lambda _step: self.done.emit(self.tr("It is no longer linked to this case")),
            self.failed.emit,
        )

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))


def _why(piece: Piece) -> Question:
    return Question(
        title=f"Unlink {piece.ref} from this case?",
        sentence="It is kept as it is. That it was linked, and your reason, stay in the case.",
        act="Unlink it",
        keep="Leave it linked",
        reason="Why does it not belong here?",
    )
