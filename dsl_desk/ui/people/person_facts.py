"""What is known of somebody, in pairs, and who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.person import Person, PersonDraft

_COLUMNS = 2


def facts(draft: PersonDraft) -> QWidget:
    """Return a card of questions and answers; what nobody wrote down is left out."""
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(2)
    told = (
        ("Name on paper", draft.legal_name),
        ("Known as", draft.known_as),
        ("Date of birth", day_in_words(draft.born)),
        ("Sex", draft.sex),
        ("Year", draft.year),
        ("Class", draft.form),
        ("UPN", draft.upn),
        ("Former UPN", draft.former_upn),
        ("Works here as", label(draft.staff_kind) if draft.staff_kind else ""),
        ("Role", draft.role),
        ("Organisation", draft.organisation),
        ("Started", day_in_words(draft.starts)),
        ("Left", day_in_words(draft.ends)),
    )
    for at, (what, words) in enumerate([pair for pair in told if pair[1]]):
        row, column = divmod(at, _COLUMNS)
        grid.addWidget(Label(what, Voice.SECONDARY, Meaning.INK3), 3 * row, column)
        grid.addWidget(Label(words, Voice.STRONG).wrapped(), 3 * row + 1, column)
        grid.setRowMinimumHeight(3 * row + 2, 10)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    card.column.addLayout(grid)
    return card


def written(person: Person) -> QWidget:
    """Return which version this is, by whom, and why."""
    words = f"Version {person.version}, written by {person.author}"
    if person.reason:
        words += f". Reason: {person.reason}"
    return Label(words, Voice.META, Meaning.INK3).wrapped()
