"""Issuing a round, and how many have answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.declaration_round import RoundStands


class IssueCard(Card):
    """What a round is called and by when everybody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.due = Line("", "2026 to 2027"), Line("", "11 December 2026")
        self.fields = {
            "title": Field(self.tr("What is it called?"), self.name),
            "due_on": Field(self.tr("By when?"), self.due),
        }
        self.people = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.button = Button(self.tr("Issue the round"), Kind.PRIMARY)
        self.column.setSpacing(14)
        self.column.addWidget(Label(self.tr("Ask everybody once a year"), Voice.CARD_TITLE))
        self.column.addWidget(self.people)
        self.column.addWidget(SideBySide(*self.fields.values()))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def say_staff(self, count: int) -> None:
        """Say how many would be asked."""
        people = "1 person works" if count == 1 else f"{count:,} people work"
        self.people.say(f"{people} here, by the staff list. Each gets a form with a code.")


def counted(of: RoundStands) -> str:
    """Return how many answered, and how, in one sentence or two."""
    asked = len(of.round.draft.people)
    late = f" {of.late} are late." if of.late > 1 else " 1 is late." if of.late else ""
    return (
        f"{of.answered:,} of {asked:,} have answered: {of.nil:,} with nothing to declare,"
        f" {of.with_links:,} with links.{late}"
    )
