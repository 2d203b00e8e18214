"""What was decided before, and what came back; what is still to come back is written here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.declaration_difference import differences
from dsl_desk.domain.declaration_review import CameBack, Decision, EscalatedTo
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.words import label
from dsl_desk.ui.declarations.advice import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dsl_desk.domain.declaration_review import Review
    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationView
    from dsl_desk.domain.errors import Problem


class HistoryCard(Card):
    """Every review, newest first, with its conditions and its signature."""

    def __init__(self, reviews: Sequence[Review]) -> None:
        super().__init__()
        self.column.setSpacing(6)
        self.column.addWidget(Label(self.tr("What was decided"), Voice.CARD_TITLE))
        self.lines: list[str] = []
        for review in reversed(reviews):
            for voice, words in _told(review):
                self.lines.append(words)
                ink = Meaning.INK if voice is Voice.STRONG else Meaning.INK2
                self.column.addWidget(Label(words, voice, ink).wrapped())


class BackCard(Card):
    """What came back: the answer to a question, or that they signed.

    Signals:
        wanted(): its button was pressed.
        typed(): something stands in it.
    """

    wanted = Signal()
    typed = Signal()

    def __init__(self, state: DeclarationState, today: date) -> None:
        super().__init__(Tone.INSET)
        asked = state is DeclarationState.ASKED
        title = self.tr("What did they answer?") if asked else self.tr("Have they signed for it?")
        self.words = Lines(rows=2)
        self.on = Line(day_in_words(today.isoformat()))
        how = self.tr("Their answer") if asked else self.tr("How, and where the paper is")
        self.fields = {
            "words": Field(how, self.words),
            "on": Field(self.tr("On which day?"), self.on),
        }
        self.button = Button(self.tr("Keep the answer") if asked else self.tr("They have signed"))
        self.button.clicked.connect(self.wanted)
        self.words.textChanged.connect(self.typed)
        self.column.addWidget(Label(title, Voice.CARD_TITLE))
        self.column.addWidget(SideBySide(*self.fields.values(), parts=(3, 1)))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def came_back(self) -> CameBack:
        """Return what stands in it."""
        return CameBack(self.words.text(), read_day(self.on.text()))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field."""
        show_beside(self.fields, problems, advice_on)


def back_card(line: DeclarationLine, today: date) -> BackCard | None:
    """Return the card for what is still to come back, if anything is."""
    waits = (DeclarationState.ASKED, DeclarationState.TO_ACCEPT)
    return BackCard(line.state, today) if line.state in waits else None


def _told(review: Review) -> list[tuple[Voice, str]]:
    draft, written = review.draft, review.written
    when = in_full(datetime.fromisoformat(written.written_at))
    told = [(Voice.STRONG, f"{label(draft.decision)}. Signed by {written.author}, {when}")]
    more = [f"§ {one.clause}: {one.words}" if one.clause else one.words for one in draft.conditions]
    asked = draft.decision is Decision.MORE_ASKED
    if draft.words:
        more.append(f"Asked: {draft.words}" if asked else f"Told: {draft.words}")
    if draft.why:
        beyond = " (the policy has no room for it)" if draft.beyond else ""
        more.append(f"Why{beyond}: {draft.why}")
    if draft.escalated_to is not EscalatedTo.NOTHING:
        more.append(f"It becomes: {label(draft.escalated_to).lower()}")
    if draft.answered_on:
        more.append(f"Answered {day_in_words(draft.answered_on)}: {draft.answer}")
    if draft.accepted_on:
        more.append(f"Signed for {day_in_words(draft.accepted_on)}: {draft.accepted_how}")
    if draft.look_again_on:
        more.append(f"To be looked at again on {day_in_words(draft.look_again_on)}")
    return [*told, *((Voice.SECONDARY, words) for words in more)]


def changes_card(view: DeclarationView) -> Card | None:
    """Return what has changed since the version, or the declaration, before this one."""
    older = view.versions[-2] if len(view.versions) > 1 else view.before
    if older is None:
        return None
    card = Card(Tone.INSET)
    day = day_in_words(older.draft.signed_on)
    card.column.addWidget(Label(f"Since what was signed on {day}", Voice.STRONG).wrapped())
    told = differences(older.draft, view.line.declaration.draft) or ("Nothing has changed.",)
    for words in told:
        card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    return card


def identity_card(name: str, confirm: Button) -> QWidget:
    """Return what says that nobody has spoken with whom it says it is from."""
    card = Card(Tone.AMBER)
    card.column.addWidget(Label("Identity not checked", Voice.STRONG))
    words = f"It came without a key. Speak with {name}, not by a reply, before you agree to it."
    card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    row = QHBoxLayout()
    row.addWidget(confirm)
    row.addStretch(1)
    card.column.addLayout(row)
    return card
