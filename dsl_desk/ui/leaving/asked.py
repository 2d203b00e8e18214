"""What a paper asks that the record may not answer: each question, with what the record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.services.pressing import Question


class Asked(Card):
    """A few lines for each question. What is left empty reads “not recorded”. Passive."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, Lines] = {}
        self.fields: dict[str, Field] = {}
        self.column.setSpacing(14)
        self.column.addWidget(Label(self.tr("What the form asks"), Voice.CARD_TITLE))
        words = self.tr(
            "What the record says stands here already. What you write is printed, and kept with "
            "the note that this paper left. What is left empty reads “not recorded”."
        )
        self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.hide()

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask these; a paper without any asks nothing."""
        self.setVisible(bool(questions))
        for one in questions:
            lines = self.lines[one.name] = Lines(one.said, rows=2)
            field = self.fields[one.name] = Field(one.words, lines, "", self.tr("(optional)"))
            self.column.addWidget(field)

    def answers(self) -> dict[str, str]:
        """Return what stands there."""
        return {name: lines.text().strip() for name, lines in self.lines.items()}
