"""What was declared, in plain pairs; what they said themselves, in serif."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dsl_desk.domain.declared_link import Closeness, LinkKind
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declaration_review import Review
    from dsl_desk.domain.declared_link import DeclaredLink
    from dsl_desk.domain.policy.family_links import FamilyLinks


class DeclaredCard(Card):
    """Every link, the answers to the policy's own questions, and what was asked and answered."""

    def __init__(
        self, draft: DeclarationDraft, links: FamilyLinks, reviews: tuple[Review, ...]
    ) -> None:
        super().__init__()
        self.column.setSpacing(10)
        if draft.nil:
            self.column.addWidget(_pair(self.tr("Family links"), self.tr("Nothing to declare")))
        for number, link in enumerate(draft.links):
            if number:
                self.column.addWidget(_line())
            self._add_link(link)
        asked = {question.id: question.words for question in links.questions}
        for name, words in draft.answers.items():
            if words:
                self._say(asked.get(name, name), words)
        if draft.statement:
            self._say(self.tr("Their own words"), draft.statement)
        for review in reviews:
            self._add_answer(review)
        self._add_foot(draft)

    def _add_foot(self, draft: DeclarationDraft) -> None:
        signed = f"{draft.signed}, {day_in_words(draft.signed_on)}, {label(draft.came_by).lower()}"
        under = draft.policy.words()
        for words in (f"Signed {signed}", *((f"Policy in force: {under}",) if under else ())):
            self.column.addWidget(Label(words, Voice.META, Meaning.INK3).wrapped())

    def _add_link(self, link: DeclaredLink) -> None:
        since = f"{label(link.before)}. {link.since}" if link.since else label(link.before)
        pairs = [
            (self.tr("Relationship"), _relationship(link)),
            (self.tr("Before working here?"), since),
            (self.tr("Where they are in touch online"), link.platforms or self.tr("Nowhere")),
            (self.tr("One to one messages?"), link.contact or self.tr("Not said")),
        ]
        if link.kind is LinkKind.PUPIL:
            pairs.append((self.tr("Do they teach or look after them?"), label(link.teaches)))
        if link.closeness is not Closeness.NOT_SAID:
            pairs.append((self.tr("How close they are"), label(link.closeness)))
        for at in range(0, len(pairs), 2):
            if at:
                self.column.addWidget(_line())
            row = [_pair(*pair) for pair in pairs[at : at + 2]]
            self.column.addWidget(SideBySide(*row) if len(row) > 1 else row[0])

    def _add_answer(self, review: Review) -> None:
        if review.draft.answer:
            day = day_in_words(review.draft.answered_on)
            self._say(
                f"You asked: {review.draft.words} They answered on {day}",
                (f"“{review.draft.answer}”"),
            )

    def _say(self, question: str, words: str) -> None:
        self.column.addWidget(_line())
        self.column.addWidget(Label(question, Voice.SECONDARY, Meaning.INK3).wrapped())
        self.column.addWidget(Label(words, Voice.VERBATIM).wrapped())


def _relationship(link: DeclaredLink) -> str:
    kind = "" if link.kind is LinkKind.PUPIL else f", {label(link.kind).lower()}"
    return f"{link.in_words}{kind}"


def _pair(question: str, words: str) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(question, Voice.SECONDARY, Meaning.INK3).wrapped())
    column.addWidget(Label(words, Voice.STRONG).wrapped())
    return pair


def _line() -> QWidget:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
