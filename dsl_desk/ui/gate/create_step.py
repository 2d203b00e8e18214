"""The fourth step of set-up: the vault is made, and what takes so long is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.words import label
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.ui.gate.answers import SetUpAnswers


class CreateStep(SetUpStep):
    """The answers once more, and the one button that makes something of them."""

    words = "Create the vault"
    about = "Made from your answers"
    go_on = "Make the vault"

    def __init__(self) -> None:
        super().__init__(
            self.tr("Create the vault"),
            self.tr("Look once more. Until now nothing has been written to this laptop."),
        )
        self._facts = [Label("", Voice.STRONG).wrapped() for _ in range(3)]
        card = Card()
        questions = (self.tr("School"), self.tr("First member"), self.tr("What opens it"))
        for question, fact in zip(questions, self._facts, strict=True):
            card.column.addWidget(Label(question, Voice.SECONDARY, Meaning.INK3))
            card.column.addWidget(fact)
            card.column.addSpacing(4)
        self.column.addWidget(card)
        self._working = Card(Tone.ACCENT)
        self._working_words = Label("", Voice.BODY).wrapped()
        self._working.column.addWidget(self._working_words)
        self._fault = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self.column.addWidget(self._working)
        self.column.addWidget(self._fault)
        self.column.addStretch(1)
        self._working.hide()

    def show_answers(self, answers: SetUpAnswers) -> None:
        """Show what the vault will be made from."""
        facts = (
            answers.school,
            f"{answers.name}, {label(answers.role)}",
            f"{label(answers.way)}, and your recovery kit",
        )
        for fact, words in zip(self._facts, facts, strict=True):
            fact.say(words)
        self._fault.say("")

    def show_working(self, *, working: bool) -> None:
        """Say what is being done, or that nothing is."""
        self._working.setVisible(working)
        self._working_words.say(
            self.tr(
                "Measuring how hard this computer can work, so that every guess at your passphrase "
                "costs about a second. Then your keys and the four parts of the vault are made. "
                "This takes a few seconds."
            )
        )

    def refuse(self, words: str) -> None:
        """Say what stopped it; every answer stays."""
        self.show_working(working=False)
        self._fault.say(words)

    @override
    def note(self) -> str:
        return self.tr("Made and locked")
