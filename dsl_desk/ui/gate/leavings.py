"""What anybody may leave at the lock screen: one line for each, with its card and its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.face import Face
    from dsl_desk.ui.gate.leaving_form import LeavingForm


@dataclass(frozen=True)
class Leaving:
    """One thing to leave: its card, its key, and the form, which is loaded when it is wanted."""

    icon: Icon
    words: str
    more: str
    keys: Shortcut
    form: Callable[[Face], LeavingForm]


def _note(face: Face) -> LeavingForm:
    from dsl_desk.ui.gate.note_form import NoteForm  # noqa: PLC0415  # seldom wanted

    return NoteForm(face)


# A declaration (0019) adds its line here: Icon.SIGNATURE, Shortcut.DECLARE_FAMILY_LINK, its form.
LEAVINGS: tuple[Leaving, ...] = (
    Leaving(
        Icon.MAIL,
        "Leave a sealed note",
        "Tell us about a worry",
        Shortcut.LEAVE_NOTE,
        _note,
    ),
)
