"""Do not act before advice: what waits, item by item, under what is always allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dsl_desk.domain.allegation_choices import Held
from dsl_desk.domain.allegation_course import advised, done_before_advice, waits
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStep

    Steps = tuple[AllegationStep, ...]

_ALWAYS = "Always allowed now: ring 999, ring children's services, keep them apart, keep evidence."
_SPEAKS = {
    Held.TELL_ADULT: "tell",
    Held.QUESTION: "question",
    Held.SUSPEND: "suspend",
}


class HoldCard(Card):
    """It locks nothing. Each item lifts when logged advice covers it."""

    def __init__(self, name: str, steps: Steps) -> None:
        held = waits(steps)
        super().__init__(Tone.RED if held else Tone.GREEN)
        self.setObjectName("holdCard")
        self.always = Label(_ALWAYS, Voice.SECONDARY_STRONG).wrapped()
        self.title = Label(_title(held), Voice.CARD_TITLE, Meaning.RED if held else Meaning.GREEN)
        self.words = Label(_words(name, held), Voice.BODY).wrapped()
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(14)
        column.setSpacing(3)
        ink = Meaning.RED if held else Meaning.GREEN
        row.addWidget(IconView(Icon.HAND, ink, 24), 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.always, self.title, self.words):
            column.addWidget(widget)
        self.lifted = [
            Label(one, Voice.SECONDARY, Meaning.INK2).wrapped() for one in _lifted(steps)
        ]
        self.early = [Label(one, Voice.SECONDARY, Meaning.INK2).wrapped() for one in _early(steps)]
        for line in (*self.lifted, *self.early):
            column.addWidget(line)
        row.addLayout(column, 1)
        self.column.addLayout(row)
        self.setAccessibleName(f"{self.always.words} {self.title.words}. {self.words.words}")


def _title(held: tuple[Held, ...]) -> str:
    if len(held) == len(Held):
        return "Do not act before advice"
    return "Some of it still waits for advice" if held else "Advice covers all of it"


def _words(name: str, held: tuple[Held, ...]) -> str:
    verbs = [_SPEAKS[one] for one in held if one in _SPEAKS]
    said = []
    if verbs:
        said.append(f"Do not {_or(verbs)} {name} until the LADO has advised.")
    if Held.TELL_PARENTS in held:
        said.append("Do not tell the parents yet, unless a child has to be kept safe now.")
    return " ".join(said) or "What was advised stands below, with whoever advised it."


def _lifted(steps: Steps) -> list[str]:
    covered = [(held, said) for held, said in advised(steps).items() if said.may]
    return [f"{label(held)}: advised {told_in_full(said.at)}." for held, said in covered]


def _early(steps: Steps) -> list[str]:
    return [
        f"{label(step.sort)} {told_in_full(step.draft.at)}, before advice covered it."
        for step in done_before_advice(steps)
    ]


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
