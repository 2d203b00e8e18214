"""In the place of a picture that was captured by mistake: ring the police, write down, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.moments import told_in_full, wall_clock
from dsl_desk.domain.quarantine import QuarantineDraft
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.quarantine import Quarantine
    from dsl_desk.domain.snapshot import SnapshotView
    from dsl_desk.ui.evidence.means import Means

_RING: Final = (
    "Ring the police on 101 now, or 999 if a child is in danger. Say that an image was captured "
    "by mistake, that it is set aside unseen, and ask what to do with it. Do not look at it, copy "
    "it or delete it before they have said so."
)
_WRITTEN: Final = "{officer}, {when}, reference {reference}. They advised: {advice}"
_REMOVED: Final = "Removed on police advice, {when}. The record of it all stays."
_UNSEEN: Final = (
    "It was taken over from {ref}, which is kept where you hold no key. Tell whoever does: there "
    "it is still open."
)
_HELD: Final = "These copies of the vault still hold the sealed file: {names}. Ask the police too."


class QuarantineCard(QScrollArea):
    """Says what is to be done next, and takes it down.

    Signals:
        said(str): a short good word.
        failed(DeskError): it could not be written down.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._of: Quarantine | None = None
        self._title = Label("", Voice.CARD_TITLE).wrapped()
        self._words = Label("").wrapped()
        self._held = Label("").wrapped()
        self._unseen = Label("").wrapped()
        self.officer, self.reference, self.advice = Line(), Line(), Lines(rows=3)
        self.rung_at = DayTime(lambda: means.clock.now().date(), self.tr("When did you ring?"))
        self.rung_at.show_at(wall_clock(means.clock.now()))
        self.fields = {
            "officer": Field(self.tr("Whom did you speak to?"), self.officer),
            "rung_at": Field(self.tr("When did you ring?"), self.rung_at),
            "reference": Field(self.tr("Their reference"), self.reference),
            "advice": Field(self.tr("What did they advise, word for word?"), self.advice),
        }
        self.button = Button(self.tr("Write it down"), Kind.PRIMARY)
        self.button.setObjectName("write-advice")
        self.remove = Button(self.tr("Remove it, as the police advised"), Kind.DANGER)
        self.remove.setObjectName("remove-picture")
        self.button.clicked.connect(self._write)
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def show_quarantine(self, of: Quarantine) -> None:
        """Show what is written down, and what is still to be done."""
        self._of = of
        draft = of.draft
        set_aside = f"Set aside {in_full(of.written_at)} by {of.author}. {draft.why}"
        self._title.say("Set aside, unseen" if draft.rung else "Ring the police now")
        words = _RING
        if draft.rung:
            words = _WRITTEN.format(
                officer=draft.officer,
                when=told_in_full(draft.rung_at),
                reference=draft.reference,
                advice=draft.advice,
            )
        if draft.removed_at:
            words += f"\n{_REMOVED.format(when=told_in_full(draft.removed_at))}"
        self._words.say(f"{words}\n{set_aside}")
        for field in self.fields.values():
            field.setVisible(not draft.rung)
        self.button.setVisible(not draft.rung)
        self.remove.setVisible(draft.rung and not draft.removed_at)
        evidence = RecordId(of.draft.evidence)
        self._means.worker.ask(self, lambda desk: desk.quarantines.copies_that_hold(of), self._say)
        self._means.worker.ask(
            self, lambda desk: desk.quarantines.lies_unseen(evidence), self._say_unseen
        )

    def _say(self, copies: tuple[SnapshotView, ...]) -> None:
        names = ", ".join(f"{in_full(copy.taken_at)} in {copy.folder}" for copy in copies)
        self._held.say(_HELD.format(names=names) if copies else "")
        self._held.setVisible(bool(copies))

    def _say_unseen(self, ref: str) -> None:
        self._unseen.say(_UNSEEN.format(ref=ref) if ref else "")
        self._unseen.setVisible(bool(ref))

    def _write(self) -> None:
        of = self._of
        if of is None or self.button.is_busy():
            return
        draft = QuarantineDraft(
            of.draft.evidence,
            of.draft.why,
            officer=self.officer.text().strip(),
            rung_at=self.rung_at.at(),
            reference=self.reference.text().strip(),
            advice=self.advice.text().strip(),
        )
        entry = EntryId(fresh_id(self._means.clock.now()))
        show_beside(self.fields, (), advice_on)
        self.button.busy(self.tr("Writing it down"))
        self._means.worker.do(
            self,
            lambda desk: desk.quarantines.write_advice(of, draft, entry),
            lambda _answer: self._done(self.tr("The advice of the police is written down")),
            self._fail,
        )

    def _remove(self) -> None:
        of = self._of
        question = Question(
            title=self.tr("Remove the sealed file and its key?"),
            sentence=self.tr("Nothing brings it back. The record of it stays for good."),
            act=self.tr("Remove it"),
            keep=self.tr("Keep as it is"),
            grave=True,
        )
        if of is None or self._means.ask.confirm(self, question) is None:
            return
        entry = EntryId(fresh_id(self._means.clock.now()))
        self._means.worker.do(
            self,
            lambda desk: desk.quarantines.remove(of, entry),
            lambda _answer: self._done(self.tr("Removed, as the police advised")),
            self._fail,
        )

    def _done(self, words: str) -> None:
        self.button.rest()
        self.said.emit(words)

    def _fail(self, error: DeskError) -> None:
        self.button.rest()
        if isinstance(error, DraftError):
            wrong = show_beside(self.fields, error.problems, advice_on)
            wrong[0].control.setFocus()
        else:
            self.failed.emit(error)

    def _lay_out(self) -> None:
        card = Card(Tone.RED)
        card.column.setSpacing(10)
        for label in (self._title, self._words, self._unseen, self._held):
            card.column.addWidget(label)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 0, 28, 22)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(SideBySide(self.fields["officer"], self.fields["rung_at"]))
        column.addWidget(self.fields["reference"])
        column.addWidget(self.fields["advice"])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is to be done now"))
        self.setWidget(work)
