"""What is done on the page of keeping: each act is asked for with its reason, then sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.keeping import questions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.retention_period import PeriodDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.keeping.means import Means
    from dsl_desk.ui.kit.question import Question

T = TypeVar("T")

# The kinds of record that have a page of their own to be read on.
OPENED: Final = frozenset(
    {
        *("concern", "viewing", "handed_in", "words_only", "evidence"),
        *("allegation", "low_level", "person", *BY_KIND),
    }
)


class Acts(QObject):
    """Asks over the page, and sends ids and words, never a widget.

    Signals:
        done(str): it stands in the ledger; the words for the toast.
        failed(DeskError): it does not.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget, means: Means) -> None:
        super().__init__(page)
        self._page, self._means = page, means

    def hold(self, kept: Kept) -> None:
        """Put a record on hold."""
        record = kept.record
        self._ask(
            questions.to_hold(kept),
            lambda desk, why, entry: desk.retention.hold(record, why, entry),
            self.tr("It is on hold"),
        )

    def lift(self, kept: Kept) -> None:
        """Lift a hold."""
        record = RecordId(kept.held_by)
        self._ask(
            questions.to_lift(kept),
            lambda desk, why, entry: desk.retention.lift(record, why, entry),
            self.tr("The hold is lifted"),
        )

    def propose(self, kept: Kept) -> None:
        """Propose that a record goes."""
        record, due = kept.record, kept.is_due(self._means.clock.now().date())
        self._ask(
            questions.to_propose(kept, due=due),
            lambda desk, why, entry: desk.disposals.propose(record, why, entry, "" if due else why),
            self.tr("Proposed. It waits for a second person"),
        )

    def agree(self, proposal: Proposal) -> None:
        """Agree to a disposal."""
        which = proposal.id
        self._ask(
            questions.to_agree(proposal),
            lambda desk, why, entry: desk.disposals.agree(which, why, entry),
            self.tr("Disposed of. The certificate is ready"),
        )

    def refuse(self, proposal: Proposal) -> None:
        """Refuse a disposal."""
        which = proposal.id
        self._ask(
            questions.to_refuse(proposal),
            lambda desk, why, entry: desk.disposals.refuse(which, why, entry),
            self.tr("Refused. The record is kept"),
        )

    def change(self, draft: PeriodDraft) -> None:
        """Keep a class for another number of years."""
        entry = self._fresh()
        self._send(
            lambda desk: desk.retention.change_period(draft, entry),
            self.tr("The period is changed"),
        )

    def certify(self, proposal: Proposal) -> None:
        """Save the certificate where somebody chooses."""
        name = re.sub(r"\W+", "-", questions.called(proposal))
        # Asked first: nothing is written into the ledger for a paper nobody wanted after all.
        path = self._means.ask.where_to_save(
            self._page, self.tr("Save the certificate"), f"Certificate-{name}.pdf"
        )
        if path is None:
            return
        which = proposal.id
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.disposals.make_certificate(which),
            lambda pdf: self._write(path, pdf),
            self.failed.emit,
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        def job(_progress: Progress) -> Path:
            write_copy(path, pdf)
            return path

        def written(path: Path) -> None:
            self.done.emit(self.tr("Saved as {name}").replace("{name}", path.name))

        self._means.errands.run(self, job, written, self.failed.emit)

    def _ask(
        self,
        question: Question,
        act: Callable[[Desk, str, EntryId], Changed[T]],
        words: str,
    ) -> None:
        answer = self._means.ask.confirm(self._page, question)
        if answer is None:
            return
        why, entry = answer.reason, self._fresh()
        self._send(lambda desk: act(desk, why, entry), words)

    def _send(self, command: Callable[[Desk], Changed[T]], words: str) -> None:
        self._means.worker.do(
            self, command, lambda _answer: self.done.emit(words), self.failed.emit
        )

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))
