"""Where a decision stands, in words, and what is to be done about it now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.viewing_answers import LIMITS, QUESTIONS
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.services.viewings import ViewingView

_HOUR: Final = 60
_SAYS: Final = {
    Standing.NOT_TO_LOOK: ("It was decided not to look", "Nobody looks. The reason stays."),
    Standing.ADVICE_FIRST: (
        "Ask the LADO or the police first",
        "Nobody looks before they have advised. Write their advice into a new version.",
    ),
    Standing.WAITING: (
        "Waiting for {authoriser} to agree",
        "They open this decision with their own key and sign. Until then nobody looks.",
    ),
    Standing.REFUSED: ("Nobody looks", "Somebody else did not agree. Their words stand left."),
    Standing.TO_COME: ("It begins {starts}", "Nothing can be captured before."),
    Standing.OVER: ("The time is over", "Say what you found. Looking again needs a new decision."),
    Standing.ENDED: ("Closed", "Looking again needs a new decision."),
}
_TONES: Final = {
    Standing.ADVICE_FIRST: Tone.RED,
    Standing.WAITING: Tone.AMBER,
    Standing.REFUSED: Tone.AMBER,
    Standing.OVER: Tone.AMBER,
}
_OWES: Final = "This look was urgent. Still to be answered: {questions}."
_REVIEW: Final = "Somebody else has to review it on the next working day."


class StandingCard(Card):
    """Says nothing while a decision is open and owes nothing.

    Signals:
        change_wanted(): the answers that are missing are to be written.
    """

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", Voice.CARD_TITLE).wrapped()
        self._words = Label("").wrapped()
        self.button = Button(self.tr("Answer the rest"))
        self.button.setObjectName("answer-the-rest")
        self.button.clicked.connect(self.change_wanted)
        self.column.addWidget(self._title)
        self.column.addWidget(self._words)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_view(self, view: ViewingView, *, mine: bool) -> None:
        """Say where it stands."""
        draft = view.viewing.draft
        title, words = _SAYS.get(view.standing, ("", ""))
        owes = " ".join(_owed(view))
        if view.standing is Standing.OPEN and not mine and not owes:
            title, words = f"{draft.looker.name} is looking", "Only they capture."
        title = title or ("Look now, and complete this later" if owes else "")
        self._title.say(
            title.replace("{authoriser}", draft.authoriser or "somebody else").replace(
                "{starts}", told_in_full(draft.starts)
            )
        )
        self._words.say(f"{words} {owes}".strip())
        self.button.setVisible(bool(view.gaps) or view.standing is Standing.ADVICE_FIRST)
        self.set_tone(_TONES.get(view.standing, Tone.AMBER if owes else Tone.INSET))
        self.setVisible(bool(title))


def time_left(ends: str, now: datetime) -> str:
    """Return until when it is open, and how long that is: Ends 17:00, 4 h 46 min left."""
    try:
        left = datetime.fromisoformat(ends) - now.replace(tzinfo=None)
    except ValueError:
        return ""
    minutes = max(left, timedelta(0)) // timedelta(minutes=1)
    hours, rest = divmod(minutes, _HOUR)
    words = f"{hours} h {rest} min" if hours else f"{rest} min"
    return f"Ends {ends[-5:]}, {words} left"


def _owed(view: ViewingView) -> list[str]:
    said = []
    if view.gaps:
        questions = {**QUESTIONS, **LIMITS}
        asked = ", ".join(questions[name].rstrip("?").lower() for name in view.gaps)
        said.append(_OWES.replace("{questions}", asked))
    if view.to_review:
        said.append(_REVIEW)
    return said
