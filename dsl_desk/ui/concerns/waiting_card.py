"""The referrals of a concern that nobody has answered, each with what came back under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.referral_paper import paper_of_referral
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.reply_form import ReplyForm
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.referral import Referral
    from dsl_desk.ui.concerns.standing import Standing


class WaitingRow(QWidget):
    """One referral, when its reply is due, and the form for what came back.

    Signals:
        reply_wanted(): something came back, or they are asked again.
        paper_wanted(): its paper is to be made.
    """

    reply_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, referral: Referral) -> None:
        super().__init__()
        self.form = ReplyForm(referral)
        self.button = Button(self.tr("What came back?")).sized(Size.SMALL)
        self.button.clicked.connect(self.reply_wanted)
        self.paper = Button(self.tr("Make the paper")).sized(Size.SMALL)
        self.paper.clicked.connect(self.paper_wanted)
        self._to = Label("", Voice.STRONG).wrapped()
        self._due = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        across, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._to)
        words.addWidget(self._due)
        across.addLayout(words, 1)
        across.addWidget(self.paper)
        across.addWidget(self.button)
        column.addLayout(across)
        column.addWidget(self.form)
        self.be_of(referral)

    def be_of(self, referral: Referral) -> None:
        """Show a referral as it stands now."""
        self.form.of = referral
        draft = referral.draft
        told = (label(draft.to), draft.spoke_to, draft.reference)
        self._to.say(" · ".join(one for one in told if one))
        due = f"Reply due {told_in_full(draft.reply_due)}"
        asked = f", asked again {told_in_full(draft.chased_at)}" if draft.chased_at else ""
        self._due.say(due + asked)
        for button in (self.button, self.paper):
            button.setAccessibleName(f"{button.text()} {self._to.words}")


class WaitingCard(Card):
    """Every referral that waits; the card is away while none does.

    Signals:
        reply_wanted(ReplyForm): the form of one of them is to be opened.
        saved(ReplyForm): what stands in the form of one of them is to be written down.
        paper_wanted(Wish): the paper of one of them.
    """

    reply_wanted = Signal(object)
    saved = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[RecordId, WaitingRow] = {}
        self.column.setSpacing(12)
        self.column.addWidget(Label(self.tr("Waiting for a reply"), Voice.CARD_TITLE))
        self.hide()

    def forms(self) -> tuple[ReplyForm, ...]:
        """Return the form of each."""
        return tuple(row.form for row in self.rows.values())

    def show_waiting(self, standing: Standing) -> None:
        """Show those that wait now; what was typed about one of them stays."""
        waiting = {one.id: one for one in standing.done.referrals if one.draft.waiting}
        for record in [record for record in self.rows if record not in waiting]:
            row = self.rows.pop(record)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for record, referral in waiting.items():
            if record in self.rows:
                self.rows[record].be_of(referral)
            else:
                self._put(referral)
        self.setVisible(bool(waiting))

    def _put(self, referral: Referral) -> None:
        row = self.rows[referral.id] = WaitingRow(referral)
        row.reply_wanted.connect(lambda: self.reply_wanted.emit(row.form))
        row.form.finished.connect(lambda: self.saved.emit(row.form))
        row.paper_wanted.connect(lambda: self.paper_wanted.emit(paper_of_referral(row.form.of)))
        self.column.addWidget(row)
