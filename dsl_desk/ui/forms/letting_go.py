"""A sealed case on hold, or let go: proposed by one who holds it, agreed or refused by another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.legal_hold import Held
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.forms.means import FormMeans
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.errands import Errands

_PROPOSE = Question(
    title="Propose that this sealed case is disposed of?",
    sentence="Nothing goes yet: another holder of it has to agree.",
    act="Propose it",
    keep="Keep the case",
    reason="Why?",
)
_AGREE = Question(
    title="Dispose of this sealed case for good?",
    sentence="What it says cannot be brought back. The certificate is offered once, right after.",
    act="Dispose of it",
    keep="Keep the case",
    reason="Why do you agree?",
    grave=True,
)
_REFUSE = Question(
    title="Refuse to dispose of this sealed case?",
    sentence="It is kept. It may be proposed again.",
    act="Refuse",
    keep="Leave it waiting",
    reason="Why?",
)


_HOLD = Question(
    title="Put this sealed case on hold?",
    sentence="Nobody lets it go, whatever its day, until somebody lifts the hold.",
    act="Put it on hold",
    keep="Leave it",
    reason="Why?",
)
_LIFT = Question(
    title="Lift the hold on this sealed case?",
    sentence="From then on its day counts again.",
    act="Lift the hold",
    keep="Keep it on hold",
    reason="Why?",
)


@dataclass(frozen=True)
class Going:
    """Until when a sealed case is kept, and what is proposed of it, if anything."""

    kept: Kept
    proposal: Proposal | None = None


class GoingMeans(FormMeans, Protocol):
    """What letting go works with: also questions, and a pool to write the paper in."""

    @property
    def ask(self) -> Ask:
        """The one door for questions."""
        ...

    @property
    def errands(self) -> Errands:
        """The pool for long jobs."""
        ...


class LettingGo(Card):
    """Shown on a sealed case alone: those in a part have the page of what is kept."""

    def __init__(self, seen: Going, me: MemberId) -> None:
        super().__init__()
        on_hold = seen.kept.held is Held.PUT_ON
        self.hold = Button(self.tr("Put on hold"))
        self.lift = Button(self.tr("Lift the hold"))
        self.propose = Button(self.tr("Propose disposal"))
        self.agree = Button(self.tr("Agree"), Kind.PRIMARY)
        self.refuse = Button(self.tr("Refuse"))
        going = seen.proposal
        words = self.tr("It goes only when two who hold it say so, each with a reason.")
        if going is not None:
            words = (
                f"{going.proposer} proposed on {in_full(going.proposed_at)} that this case goes:"
                f" {going.draft.reason}"
            )
        mine = going is not None and going.is_for(me)
        if going is not None and not mine:
            words = f"{words} It takes another who holds it."
        self.words = Label(words, Voice.SECONDARY).wrapped()
        self.column.addWidget(Label(self.tr("Letting it go"), Voice.CARD_TITLE))
        self.column.addWidget(self.words)
        self.column.addWidget(SideBySide(self.hold, self.lift, self.propose))
        self.hold.setVisible(not on_hold)
        self.lift.setVisible(on_hold)
        answers = SideBySide(self.refuse, self.agree)
        self.column.addWidget(answers)
        self.propose.setVisible(going is None and not on_hold)
        answers.setVisible(mine)


class LetsGo(QObject):
    """Asks over the page, and sends ids and words.

    Signals:
        done(str): it stands in the case; the words for the toast.
        gone(): the case is disposed of.
        failed(DeskError): it is not.
    """

    done = Signal(str)
    gone = Signal()
    failed = Signal(object)

    def __init__(self, page: QWidget, means: GoingMeans, record: RecordId) -> None:
        super().__init__(page)
        self._page, self._means, self._record = page, means, record

    def card_of(self, seen: Going, me: MemberId) -> LettingGo:
        """Return the card as it stands, its buttons joined to what they do."""
        card = LettingGo(seen, me)
        card.hold.clicked.connect(lambda: self._held(_HOLD, on=True))
        card.lift.clicked.connect(lambda: self._held(_LIFT, on=False))
        card.propose.clicked.connect(lambda: self._propose(seen.kept))
        card.agree.clicked.connect(lambda: self._answer(agreed=True))
        card.refuse.clicked.connect(lambda: self._answer(agreed=False))
        return card

    def _held(self, question: Question, *, on: bool) -> None:
        answer = self._means.ask.confirm(self._page, question)
        if answer is None:
            return
        record, why, entry = self._record, answer.reason, self._fresh()
        said = self.tr("It is on hold") if on else self.tr("The hold is lifted")
        self._means.worker.do(
            self,
            lambda desk: desk.sealed_disposals.hold(record, why, entry, on=on),
            lambda _case: self.done.emit(said),
            self.failed.emit,
        )

    def _propose(self, kept: Kept) -> None:
        answer = self._means.ask.confirm(self._page, _PROPOSE)
        if answer is None:
            return
        record, why, entry = self._record, answer.reason, self._fresh()
        self._means.worker.do(
            self,
            lambda desk: desk.sealed_disposals.propose(kept, record, why, entry),
            lambda _going: self.done.emit(self.tr("Proposed. It waits for a second holder")),
            self.failed.emit,
        )

    def _answer(self, *, agreed: bool) -> None:
        answer = self._means.ask.confirm(self._page, _AGREE if agreed else _REFUSE)
        if answer is None:
            return
        record, why, entry = self._record, answer.reason, self._fresh()
        self._means.worker.do(
            self,
            lambda desk: desk.sealed_disposals.answer(record, why, entry, agreed=agreed),
            self._went if agreed else self._kept,
            self.failed.emit,
        )

    def _kept(self, _nothing: bytes) -> None:
        self.done.emit(self.tr("Refused. The case is kept"))

    def _went(self, pdf: bytes) -> None:
        title = self.tr("Save the certificate")
        path = self._means.ask.where_to_save(self._page, title, "Certificate.pdf")
        if path is not None:
            self._means.errands.run(
                self._means.errands,
                lambda _progress: _written(path, pdf),
                _let_be,
                self._means.worker.failed.emit,  # the page of the case has gone by then
            )
        self.gone.emit()

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))


def _written(path: Path, pdf: bytes) -> Path:
    write_copy(path, pdf)
    return path


def _let_be(_path: Path) -> None:
    """Have nothing more to do: the page it was asked on has gone."""
