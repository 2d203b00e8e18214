"""One concern, as it was written down, with where it stands in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.concerns.who_opens import WhoOpens
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.concerns.means import Means

_GROUP = 4


class ConcernPage(Page):
    """Facts in pairs, their words in serif, and the copy on paper."""

    shows = frozenset({Thing.CONCERNS, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Concern")
        self.is_read = False
        self._left = False
        self._means = means
        self._record = record
        self.pdf = Button(self.tr("Save as PDF"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.pdf.setObjectName("save-as-pdf")
        self.pdf.clicked.connect(self.export)
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.header.put_right(self.pdf)
        self.notice = FailureNotice()
        self.sheet = QScrollArea()
        # A stop for Tab, since long words are scrolled with the arrows.
        self.sheet.setAccessibleName(self.tr("What was recorded"))
        self._body = QVBoxLayout()
        self._body.setSpacing(16)
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        record = self._record
        self._means.worker.ask(
            self, lambda desk: desk.concerns.open(record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        if self.pdf.is_busy():
            return
        # Asked first: nothing is written into the ledger for a copy nobody wanted after all.
        path = self._means.ask.where_to_save(
            self, self.tr("Save a copy of this concern"), f"{self.title}.pdf"
        )
        if path is None:
            return
        record = self._record
        self.notice.clear()
        self.pdf.busy(self.tr("Making the PDF"))
        # The errands own the answer, not the page: a copy that the ledger knows of is written,
        # whoever has left meanwhile.
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.concerns.make_pdf(record),
            lambda pdf: self._write(path, pdf),
            self._fail,
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        def job(_progress: Progress) -> Path:
            write_copy(path, pdf)
            return path

        self._means.errands.run(self, job, self._written, self._fail)

    @override
    def let_go(self) -> bool:
        self._left = True
        return True

    def _written(self, path: Path) -> None:
        self.pdf.rest()
        self.said.emit(self.tr("Saved as {name}").replace("{name}", path.name))

    def _fail(self, error: DeskError) -> None:
        if self._left:
            self._means.errands.failed.emit(error)
            return
        self.pdf.rest()
        self.notice.show_failure(error)

    def _show(self, concern: Concern) -> None:
        self.is_read = True
        self.title = concern.ref
        written = in_full(concern.written_at)
        self.header.say(
            self.tr("Concern {ref}").replace("{ref}", concern.ref),
            self.tr("Recorded {time} by {who}, version {version}")
            .replace("{time}", written)
            .replace("{who}", concern.author)
            .replace("{version}", str(concern.version)),
        )
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._body.addWidget(_facts(concern))
        self._body.addWidget(
            _words(self.tr("What was said or seen, word for word"), concern.draft.words)
        )
        self._body.addWidget(_ledger(concern))
        self._body.addStretch(1)

    def _lay_out(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(self._body, 1)
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)


def _facts(concern: Concern) -> QWidget:
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(1)
    for at, (question, answer) in enumerate(
        (("Who it is about", concern.whom()), ("Who told us", concern.draft.told_by.words()))
    ):
        grid.addWidget(Label(question, Voice.SECONDARY, Meaning.INK3), 0, at)
        grid.addWidget(Label(answer, Voice.STRONG).wrapped(), 1, at)
        grid.setColumnStretch(at, 1)
    card.column.addLayout(grid)
    return card


def _words(heading: str, words: str) -> QWidget:
    card = Card()
    card.column.addWidget(Label(heading, Voice.SECONDARY, Meaning.INK3))
    said = Label(words, Voice.VERBATIM).wrapped()
    said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    card.column.addWidget(said)
    return card


def _ledger(concern: Concern) -> QWidget:
    digits = concern.entry.fingerprint
    groups = " ".join(digits[at : at + _GROUP] for at in range(0, 4 * _GROUP, _GROUP))
    words = f"Ledger entry {concern.entry.number:,} · fingerprint {groups}"
    return Label(words, Voice.META, Meaning.INK3)
