"""Beside a concern that is written: what the policy asks, and what to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.concern_hints import Hint, hints
from dsl_desk.ui.forms.policy_panel import PolicyPanel
from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.side_panel import SidePanel
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.ui.forms.policy_panel import Speaks

HINTS: Final[Mapping[Hint, tuple[str, str]]] = {
    Hint.FGM: (
        "The teacher rings the police",
        (
            "A teacher who finds that FGM was done to a girl under 18 has to report it to the "
            "police herself, on 101. Telling you does not do it for her."
        ),
    ),
    Hint.NUDES: (
        "Do not look, copy or forward",
        "Write down in words what you were told. Nobody opens, prints or sends the picture.",
    ),
    Hint.SEXUAL: (
        "Keep it all",
        (
            "Records of sexual abuse are not disposed of. Write so that a reader in 25 years can "
            "follow it."
        ),
    ),
    Hint.INITIALS: (
        "Whole names",
        "Initials cannot be told apart later. Write the name in full.",
    ),
    Hint.NO_QUOTATION_MARKS: (
        "Are these their own words?",
        "Put what was really said in quotation marks.",
    ),
    Hint.OPINION: (
        "Fact or view?",
        "Some of these words say what somebody thinks. Your own view has a box of its own.",
    ),
    Hint.NO_VOICE: (
        "What does the child want?",
        "Write down what they said they want to happen, even if it cannot be done.",
    ),
}
_ALWAYS: Final = (
    ("Promise no secret", "Say that you have to tell the people who can help."),
    ("Ask little", "Tell me, explain, describe. Do not lead, and do not ask why."),
    ("Keep the first note", "A handwritten note is kept, however rough it is."),
    ("Write it today", "A late entry is good too: it says by itself how late it is."),
)
_ADULT: Final = (
    "About an adult who works here",
    (
        "This is kept in the Staff part. The person it is about is not told before the local "
        "authority designated officer was asked. If it is about the Headteacher, tell the chair "
        "of governors."
    ),
)


class Remember(SidePanel):
    """The panel at the right: what the policy asks of this concern, and what holds always."""

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("What your policy asks now", "It changes as you fill in the form", body)
        self.policy = PolicyPanel()
        both = QVBoxLayout(body)
        both.setContentsMargins(0, 0, 8, 16)
        both.setSpacing(18)
        both.addWidget(self.policy)
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        both.addLayout(self._column)
        both.addStretch(1)
        self.folded = FoldedPanel(Icon.INFO)
        self.route = ""
        self._shown: tuple[object, ...] | None = None

    def follow(self, draft: ConcernDraft) -> None:
        """Show what this draft asks for; nothing is painted anew that stands there already."""
        now = [HINTS[hint] for hint in hints(draft)]
        if draft.about is About.ADULT:
            now.insert(0, (_ADULT[0], f"{_ADULT[1]} {self.route}".strip()))
        if self._shown == tuple(now):
            return
        self._shown = tuple(now)
        self._clear()
        if now:
            self._column.addWidget(Label(self.tr("To remember now"), Voice.SECONDARY, Meaning.INK3))
            for title, words in now:
                self._column.addWidget(_item(title, words, pressing=True))
        self._column.addWidget(Label(self.tr("To remember always"), Voice.SECONDARY, Meaning.INK3))
        for title, words in _ALWAYS:
            self._column.addWidget(_item(title, words, pressing=False))
        self._fold()

    def show_asked(self, speaks: Speaks) -> None:
        """Show what the policy asks."""
        self.policy.show_asked(speaks)
        self._fold()

    def titles(self) -> tuple[str, ...]:
        """Return what is asked for now."""
        return tuple(str(item[0]) for item in self._shown or () if isinstance(item, tuple))

    def _fold(self) -> None:
        """Say in one line what a narrow window has no room for."""
        speaks = self.policy.speaks
        if speaks and speaks.asked:
            self.folded.say(speaks.now(), f"First: {self.policy.items[0].title}")
        else:
            first = next(iter(self.titles()), _ALWAYS[0][0])
            self.folded.say(self.tr("To remember:"), first)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _item(title: str, words: str, *, pressing: bool) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    mark = (Icon.CIRCLE_DOT, Meaning.ACCENT) if pressing else (Icon.CIRCLE_DASHED, Meaning.INK3)
    line.addWidget(IconView(*mark, 18), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Label(title, Voice.STRONG).wrapped())
    column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    line.addLayout(column, 1)
    return row
