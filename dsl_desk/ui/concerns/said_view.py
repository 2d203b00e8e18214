"""What a concern says, on its page: facts, words, what is missing, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.concern_answers import answers
from dsl_desk.domain.concern_gaps import missing
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.done import Done

_GROUP = 4
_IN_WORDS = ("words", "wishes", "view")
_ELSEWHERE = frozenset({*_IN_WORDS, "about"})
_WHEN = 190


def facts(concern: Concern) -> QWidget:
    """Return every question that was answered, but the long ones, in two columns."""
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(10)
    said = [one for one in answers(concern.draft) if one.text and one.name not in _ELSEWHERE]
    for number, answer in enumerate(said):
        pair = QVBoxLayout()
        pair.setSpacing(1)
        pair.addWidget(Label(answer.question, Voice.SECONDARY, Meaning.INK3))
        pair.addWidget(Label(answer.text, Voice.STRONG).wrapped())
        pair.addStretch(1)
        grid.addLayout(pair, number // 2, number % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    card.column.addLayout(grid)
    return card


def words(concern: Concern) -> list[QWidget]:
    """Return their words, what they want, and our view, each on a card of its own."""
    cards: list[QWidget] = []
    for answer in answers(concern.draft):
        if answer.name in _IN_WORDS and answer.text:
            card = Card()
            card.column.addWidget(Label(answer.question, Voice.SECONDARY, Meaning.INK3))
            voice = Voice.BODY if answer.name == "view" else Voice.VERBATIM
            said = Label(answer.text, voice).wrapped()
            said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            card.column.addWidget(said)
            cards.append(card)
    return cards


def lacking(concern: Concern) -> list[QWidget]:
    """Return what is still missing, if anything is."""
    gaps = [label(gap) for gap in missing(concern.draft)]
    if not gaps:
        return []
    card = Card()
    card.setProperty("card", "amber")
    card.column.addWidget(Label("Still missing", Voice.SECONDARY, Meaning.INK3))
    card.column.addWidget(Label(", ".join(gaps), Voice.STRONG).wrapped())
    return [card]


def disagreements(all_done: Done) -> list[QWidget]:
    """Return what somebody wrote who disagrees, each on a card of its own."""
    cards: list[QWidget] = []
    for step in all_done.disagreements():
        card = Card()
        draft = step.draft
        came = f"{draft.with_whom} disagrees, and wrote on {told_in_full(draft.at)}"
        card.column.addWidget(Label(came, Voice.SECONDARY, Meaning.INK3).wrapped())
        said = Label(draft.words, Voice.VERBATIM).wrapped()
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        card.column.addWidget(said)
        attached = f"Attached by {step.author}. Printed with every copy."
        card.column.addWidget(Label(attached, Voice.SECONDARY, Meaning.INK2).wrapped())
        cards.append(card)
    return cards


def done(all_done: Done) -> QWidget:
    """Return what was done, in the order of time."""
    card = Card()
    card.column.setSpacing(12)
    card.column.addWidget(Label("What was done", Voice.CARD_TITLE))
    rows = all_done.in_order()
    for row in rows:
        card.column.addWidget(_row(told_in_full(row.at), row.title, row.lines))
    if not rows:
        nothing = "Nothing is written down yet."
        card.column.addWidget(Label(nothing, Voice.BODY, Meaning.INK2).wrapped())
    return card


class KeptLine(QWidget):
    """In one line until when it is kept and why, and the way to what can be done about that."""

    def __init__(self, line: str, wanted: SignalInstance) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(Label(line, Voice.META, Meaning.INK3).wrapped(), 1)
        self.link = Link(self.tr("Hold or disposal"))
        self.link.clicked.connect(wanted)
        across.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)


def ledger(concern: Concern) -> str:
    """Return where it stands in the ledger."""
    digits = concern.entry.fingerprint
    groups = " ".join(digits[at : at + _GROUP] for at in range(0, 4 * _GROUP, _GROUP))
    return f"Ledger entry {concern.entry.number:,} · fingerprint {groups}"


def _row(when: str, title: str, lines: Iterable[str]) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(14)
    at = Label(when, Voice.SECONDARY, Meaning.INK2).tabular().wrapped()
    at.setFixedWidth(_WHEN)
    across.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Label(title, Voice.STRONG).wrapped())
    for line in lines:
        column.addWidget(Label(line, Voice.BODY, Meaning.INK2).wrapped())
    across.addLayout(column, 1)
    return row
