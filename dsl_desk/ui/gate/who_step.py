"""The last step of set-up: who receives what, as far as anybody is there, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Gap, Row, holders_of, unfinished
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.ui.gate.answers import SetUpAnswers


class WhoStep(SetUpStep):
    """Only people who exist are named; a post nobody holds yet is said to be open."""

    words = "Who receives what"
    about = "Posts and stand-ins"
    go_on = "Open the desk"

    def __init__(self) -> None:
        super().__init__(self.tr("Who receives what"), "")
        self.rows = Card()
        self._news = Card(Tone.AMBER)
        self.column.addWidget(self.rows)
        self.column.addWidget(self._news)
        self.sheet = Button(self.tr("Save the sheet"), icon=Icon.FILE_DOWN)
        self._told = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._told.hide()
        away = Card()
        away.column.addWidget(Label(self.tr("When the laptop is not here"), Voice.CARD_TITLE))
        words = self.tr("A concern form by hand, and whom to ring: print it, and hang it up.")
        away.column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        away.column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        away.column.addWidget(self._told)
        self.column.addWidget(away)
        self.column.addStretch(1)

    def tell(self, words: str) -> None:
        """Say what became of the sheet."""
        self._told.say(words)
        self._told.show()

    def show_founder(self, member: MemberId, answers: SetUpAnswers) -> None:
        """Show who receives what while this is the only member, and what is still open."""
        posts = {answers.role: Post(answers.role, member)}
        for row in Row:
            theirs = holders_of(row, posts)
            here = self.tr("{name} receives it").replace("{name}", answers.name)
            nobody = self.tr("Nobody here yet. Until then, ring the LADO")
            self.rows.column.addWidget(Label(label(row), Voice.SECONDARY, Meaning.INK3).wrapped())
            self.rows.column.addWidget(Label(here if theirs else nobody, Voice.STRONG).wrapped())
            self.rows.column.addSpacing(4)
        self.lead.say(
            self.tr(
                "Whoever a case is about never receives it. You are the only member so far, so "
                "much of this is still open. That is no reason to wait with recording."
            )
        )
        missing = unfinished(posts)
        posts_open = [label(gap.role) for gap in missing if gap.gap is Gap.NOBODY]
        alone = [label(gap.role) for gap in missing if gap.gap is Gap.NO_STAND_IN]
        for words in (
            self.tr("Nobody is named yet: {posts}.").replace("{posts}", ", ".join(posts_open)),
            self.tr("Without a stand-in: {posts}.").replace("{posts}", ", ".join(alone)),
            self.tr(
                "Add the next members and their kits in the desk, on the Vault page, sitting "
                "beside each of them. The first copy of the vault onto another drive is made "
                "there too."
            ),
        ):
            self._news.column.addWidget(Label(words, Voice.BODY).wrapped())
