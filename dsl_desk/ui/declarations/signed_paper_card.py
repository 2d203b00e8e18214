"""The signed paper: its scan taken in after one question, seen again, and where the paper lies."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.signed_paper import SignedPaperDraft
from dsl_desk.ui.declarations.advice import advice_on
from dsl_desk.ui.declarations.scan_row import ScanRow
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.signed_paper import SignedPaper, SignedPapersOf
    from dsl_desk.ui.declarations.means import Means

_KINDS: Final = "Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
NO_FILE: Final = (
    "No scan is kept here: a file beside a sealed slot would show that something lies in it."
    " Write down where the paper lies."
)
ONLY_THE_PAPER: Final = Question(
    title="Is it only the signed paper?",
    sentence="Photos and screenshots are not taken in here.",
    act="Only the paper",
    keep="No, or not sure",
)


class SignedPaperCard(Card):
    """Reads and keeps by itself: the decision that is being written stands where it stood.

    Signals:
        said(str): a short good word for the toast.
        failed(DeskError): it was not kept, or not opened.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__()
        self._means, self._record = means, record
        self.rows: list[ScanRow] = []
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("The signed paper"), Voice.CARD_TITLE))
        self.no_file = Label(NO_FILE, Voice.SECONDARY, Meaning.INK2).wrapped()
        self.lies = Line()
        self.field = Field(self.tr("Where does the paper lie?"), self.lies)
        self.scan = Button(self.tr("Keep its scan"))
        self.only = Button(self.tr("Keep only where it lies"))
        self.scan.clicked.connect(self.take_in)
        self.only.clicked.connect(lambda: self._keep(None))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.only)
        row.addWidget(self.scan)
        self.column.addWidget(self.no_file)
        self.column.addWidget(self.field)
        self.column.addLayout(row)

    def read_again(self) -> None:
        """Read what is kept."""
        record = self._record
        self._means.worker.ask(
            self, lambda desk: desk.signed_papers.of(record), self._show, self.failed.emit
        )

    def take_in(self) -> None:
        """Ask what it is first, then which file; whoever is not sure takes nothing in."""
        if self._draft().problems():
            self._keep(None)  # says what is missing, before a file is asked for
            return
        ask = self._means.ask
        if ask.confirm(self.window(), ONLY_THE_PAPER) is None:
            self.said.emit(self.tr("Nothing was taken in"))
            return
        file = ask.which_file(self.window(), self.tr("Which file is the scan?"), _KINDS)
        if file is not None:
            self._keep(file)

    def _draft(self) -> SignedPaperDraft:
        return SignedPaperDraft(self._record, self.lies.text().strip())

    def _keep(self, file: Path | None) -> None:
        draft, entry = self._draft(), EntryId(fresh_id(self._means.clock.now()))
        self._show_problems(DraftError(()))
        self._let(on=False)
        self._means.worker.do(
            self,
            lambda desk: desk.signed_papers.keep(draft, file, entry),
            self._kept,
            self._refused,
        )

    def _kept(self, paper: SignedPaper) -> None:
        self._let(on=True)
        self.lies.clear()
        sealed = self.tr("The scan is kept sealed. Delete the file it came from")
        only = self.tr("It is kept where the paper lies")
        self.said.emit(only if paper.draft.scan is None else sealed)
        self.read_again()

    def _refused(self, error: DeskError) -> None:
        self._let(on=True)
        if isinstance(error, DraftError):
            self._show_problems(error)
        else:
            self.failed.emit(error)

    def _show_problems(self, error: DraftError) -> None:
        show_beside({"lies": self.field}, error.problems, advice_on)

    def _let(self, *, on: bool) -> None:
        for button in (self.scan, self.only):
            button.setEnabled(on)

    def _show(self, there: SignedPapersOf) -> None:
        for row in self.rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(paper) for paper in there.papers]
        for number, row in enumerate(self.rows, start=1):
            self.column.insertWidget(number, row)
        self.no_file.setVisible(there.sealed)
        self.scan.setVisible(there.may_keep and not there.sealed)
        for widget in (self.field, self.only):
            widget.setVisible(there.may_keep)
        self.setVisible(there.may_keep or bool(there.papers))

    def _row(self, paper: SignedPaper) -> ScanRow:
        written = paper.written
        when = in_full(datetime.fromisoformat(written.written_at))
        row = ScanRow(self._means, paper, f"Written down {when} by {written.author}")
        row.failed.connect(self.failed)
        return row
