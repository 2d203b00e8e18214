"""What anybody may leave at the lock screen: one line for each, with its card and its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dsl_desk.domain.face import Face
    from dsl_desk.ui.gate.leaving_form import LeavingForm


@dataclass(frozen=True)
class Leaving:
    """One thing to leave: its card, its key, and the form, which is loaded when it is wanted."""

    icon: Icon
    words: str
    more: str
    keys: Shortcut
    form: Callable[[Face, date], LeavingForm]


def _note(face: Face, _today: date) -> LeavingForm:
    from dsl_desk.ui.gate.note_form import NoteForm  # noqa: PLC0415  # seldom wanted

    return NoteForm(face)


def _link(face: Face, today: date) -> LeavingForm:
    from dsl_desk.ui.gate.link_form import LinkForm  # noqa: PLC0415  # seldom wanted

    return LinkForm(face, today)


def _answer(face: Face, today: date) -> LeavingForm:
    from dsl_desk.ui.gate.answer_form import AnswerForm  # noqa: PLC0415  # seldom wanted

    return AnswerForm(face, today)


LEAVINGS: tuple[Leaving, ...] = (
    Leaving(
        Icon.MAIL,
        "Leave a sealed note",
        "Tell us about a worry",
        Shortcut.LEAVE_NOTE,
        _note,
    ),
    Leaving(
        Icon.SIGNATURE,
        "Declare a family link",
        "Family or close friends here",
        Shortcut.DECLARE_FAMILY_LINK,
        _link,
    ),
    Leaving(
        Icon.SCROLL_TEXT,
        "Answer with a code",
        "From a letter or a form",
        Shortcut.ANSWER_WITH_CODE,
        _answer,
    ),
)
