"""Your decision: five cards, what each needs to be signed, and the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dsl_desk.domain.declaration_review import Decision, EscalatedTo, ReviewDraft
from dsl_desk.domain.declaration_words import FOLLOWS
from dsl_desk.domain.words import label
from dsl_desk.ui.declarations.advice import advice_on
from dsl_desk.ui.declarations.conditions_part import ConditionsPart, LookAgain
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.declaration_standing import DeclarationView
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_WORDS: Final = {
    Decision.MORE_ASKED: ("What do you ask?", "One question. It goes by letter, or you ask it."),
    Decision.ADVISED_AGAINST: ("What are they told?", "That it goes against the policy, and why."),
}
_SIGNS: Final = {
    Decision.AGREED: "Sign and agree",
    Decision.AGREED_WITH_CONDITIONS: "Sign and agree with conditions",
    Decision.MORE_ASKED: "Sign and ask",
    Decision.ADVISED_AGAINST: "Sign the advice",
    Decision.ESCALATED: "Sign and take it further",
}
_GOES: Final = (EscalatedTo.LOW_LEVEL, EscalatedTo.ALLEGATION)


class DecisionPart(QWidget):
    """Begins with what the policy leads to; a decision it has no room for needs a reason.

    Signals:
        typed(): something is to be kept as a draft.
        chosen(): another decision.
    """

    typed = Signal()
    chosen = Signal()

    def __init__(self, view: DeclarationView) -> None:
        super().__init__()
        self._view = view
        self.cards = {one: ChoiceCard(label(one), FOLLOWS[one]) for one in Decision}
        self.conditions = ConditionsPart(view.policy)
        self.look_again = LookAgain(view.year_ends)
        self.words, self.why = Lines(rows=2), Lines(rows=2)
        # A low-level concern lies where its subject would read it, if theirs is kept sealed.
        self._goes = (EscalatedTo.ALLEGATION,) if view.line.sealed else _GOES
        self.goes = Pick([label(one) for one in self._goes])
        self.passphrase = PassphraseLine()
        self.fields = {
            "conditions": self.conditions.fields["conditions"],
            "look_again_on": self.look_again.field,
            "words": Field(self.tr("What are they told?"), self.words),
            "escalated_to": Field(self.tr("What does it become?"), self.goes),
            "why": Field(self.tr("Why? This is kept here"), self.why),
            "passphrase": Field(self.tr("Your passphrase, to sign"), self.passphrase),
        }
        self._lay_out()
        self.cards[view.start].setChecked(True)
        self._reshape()
        self._join()

    def decision(self) -> Decision:
        """Return what is chosen."""
        return next(one for one, card in self.cards.items() if card.isChecked())

    @property
    def sign_words(self) -> str:
        """What the button says."""
        return _SIGNS[self.decision()]

    def draft(self) -> ReviewDraft:
        """Return what stands here; the service says which declaration it is about."""
        decision = self.decision()
        conditional = decision is Decision.AGREED_WITH_CONDITIONS
        escalated = decision is Decision.ESCALATED
        agrees = decision in (Decision.AGREED, Decision.AGREED_WITH_CONDITIONS)
        return ReviewDraft(
            declaration="",
            of_version=0,
            decision=decision,
            conditions=self.conditions.conditions() if conditional else (),
            words=self.words.text() if decision in _WORDS else "",
            why=self.why.text(),
            look_again_on=self.look_again.day() if agrees else "",
            escalated_to=self._goes[self.goes.currentIndex()] if escalated else EscalatedTo.NOTHING,
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands here, to be sealed; never the passphrase."""
        return {
            **self.conditions.kept(),
            "decision": self.decision().value,
            "look_again_on": self.look_again.line.text(),
            "words": self.words.text(),
            "why": self.why.text(),
            "goes": str(self.goes.currentIndex()),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.cards[Decision(fields["decision"])].setChecked(True)
        self.conditions.fill(fields["ticked"], fields["own"])
        self.look_again.line.setText(fields["look_again_on"])
        self.words.setPlainText(fields["words"])
        self.why.setPlainText(fields["why"])
        self.goes.setCurrentIndex(int(fields["goes"]))
        self._reshape()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def _reshape(self) -> None:
        decision = self.decision()
        agrees = decision in (Decision.AGREED, Decision.AGREED_WITH_CONDITIONS)
        self.conditions.setVisible(decision is Decision.AGREED_WITH_CONDITIONS)
        self.look_again.setVisible(agrees)
        self.fields["words"].setVisible(decision in _WORDS)
        self.fields["escalated_to"].setVisible(decision is Decision.ESCALATED)
        beyond = self._view.beyond(decision)
        self.fields["why"].setVisible(beyond or not agrees)
        self.beyond.setVisible(beyond)

    def _chosen(self) -> None:
        self._reshape()
        self.chosen.emit()
        self.typed.emit()

    def _join(self) -> None:
        for card in self.cards.values():
            card.clicked.connect(self._chosen)
        self.conditions.typed.connect(self.typed)
        self.look_again.typed.connect(self.typed)
        self.goes.activated.connect(self.typed)
        for lines in (self.words, self.why):
            lines.textChanged.connect(self.typed)

    def _lay_out(self) -> None:
        self.beyond = Label(
            self.tr("The policy has no room for this. It can be decided; the reason is kept."),
            Voice.SECONDARY_STRONG,
        ).wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Your decision"), Voice.CARD_TITLE))
        cards = list(self.cards.values())
        together = QButtonGroup(self)  # they stand in two rows, and are one choice
        for card in cards:
            together.addButton(card)
        column.addWidget(SideBySide(*cards[:3], level=True))
        column.addWidget(SideBySide(*cards[3:], level=True))
        parts = (self.beyond, self.conditions, self.look_again)
        for widget in (*parts, *(self.fields[name] for name in _REST)):
            column.addWidget(widget)


_REST: Final = ("words", "escalated_to", "why", "passphrase")
