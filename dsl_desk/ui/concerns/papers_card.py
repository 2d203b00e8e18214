"""The scans of notes of a concern: taken in after one question, told of, never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.paper import Paper
    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.concerns.means import Means

_KINDS = "Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
ONLY_A_NOTE = Question(
    title="Is it only a handwritten or typed note?",
    sentence="Photos and screenshots are not taken in here.",
    act="Only a note",
    keep="No, or not sure",
)
_OUT = Question(
    title="Save a copy of the note outside the vault?",
    sentence="Whoever finds the copy can read it. That it was made is written down.",
    act="Save a copy",
    keep="Leave it sealed",
)


class PaperRow(QWidget):
    """One paper: what is told of it, and a button that gives it out.

    Signals:
        wanted(): a copy outside is wanted.
    """

    wanted = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.button = Button(self.tr("Save a copy")).sized(Size.SMALL)
        self.button.clicked.connect(self.wanted)
        column, row = QVBoxLayout(), QHBoxLayout(self)
        column.setSpacing(1)
        row.setContentsMargins(0, 0, 0, 0)
        self.words = Label(paper.words(), Voice.STRONG).wrapped()
        came = f"Taken in {in_full(paper.written_at)} by {paper.author}"
        column.addWidget(self.words)
        column.addWidget(Label(came, Voice.SECONDARY, Meaning.INK2).wrapped())
        row.addLayout(column, 1)
        row.addWidget(self.button)


class PapersCard(Card):
    """Every paper of a concern; away while there is none.

    Signals:
        said(str): a short good word for the toast.
        failed(DeskError): it was not taken in, or not given out.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__()
        self._means, self._record = means, record
        self.rows: list[PaperRow] = []
        self.column.setSpacing(12)
        self.column.addWidget(Label(self.tr("Handwritten notes"), Voice.CARD_TITLE))
        self.hide()

    def show_papers(self, papers: tuple[Paper, ...]) -> None:
        """Show these and no others."""
        for row in self.rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PaperRow(paper) for paper in papers]
        for row, paper in zip(self.rows, papers, strict=True):
            row.wanted.connect(lambda paper=paper: self._give_out(paper))
            self.column.addWidget(row)
        self.setVisible(bool(papers))

    def take_in(self) -> None:
        """Ask what it is first, then which file; whoever is not sure takes nothing in."""
        ask, record = self._means.ask, self._record
        if ask.confirm(self.window(), ONLY_A_NOTE) is None:
            self.said.emit(self.tr("Nothing was taken in"))
            return
        file = ask.which_file(self.window(), self.tr("Which file is the scan?"), self.tr(_KINDS))
        if file is None:
            return
        entry = EntryId(fresh_id(self._means.clock.now()))
        taken = self.tr("The note is kept sealed. Delete the file it came from")
        self._means.worker.do(
            self,
            lambda desk: desk.papers.keep(record, file, entry),
            lambda _paper: self.said.emit(taken),
            self.failed.emit,
        )

    def _give_out(self, paper: Paper) -> None:
        ask = self._means.ask
        if ask.confirm(self.window(), _OUT) is None:
            return
        name = f"note{paper.draft.ending}"
        path = ask.where_to_save(self.window(), self.tr("Save a copy of the note"), name)
        if path is None:
            return
        self._means.worker.do(
            self,
            lambda desk: desk.papers.take_out(paper),
            lambda content: self._write(path, content),
            self.failed.emit,
        )

    def _write(self, path: Path, content: bytes) -> None:
        def job(_progress: Progress) -> Path:
            write_copy(path, content)
            return path

        self._means.errands.run(self, job, self._written, self._tell)

    def _written(self, path: Path) -> None:
        self.said.emit(self.tr("Saved as {name}").replace("{name}", path.name))

    def _tell(self, error: DeskError) -> None:
        self.failed.emit(error)
