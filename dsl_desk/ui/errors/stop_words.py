"""The words for what stands in the way of a look or a capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dsl_desk.domain import stop_errors as s
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.errors import DeskError

_TROUBLE: Final[Mapping[s.StopTrouble, Advice]] = {
    s.StopTrouble.NOT_NO: Advice(
        "Nothing was read, because the question was not answered with No.",
        "Write it down in words instead. We help you, and say whom to ring.",
    ),
    s.StopTrouble.OLD: Advice(
        "Nothing was read. The question was answered more than ten minutes ago.",
        "Answer it again for what you want to capture now.",
    ),
    s.StopTrouble.USED: Advice(
        "Nothing was read. The question was answered for another capture.",
        "Answer it again for this one.",
    ),
    s.StopTrouble.COUNT: Advice(
        "There are more files than you answered for, so no more of them were taken in.",
        "Answer the question again for the rest.",
    ),
    s.StopTrouble.NOT_SEEN: Advice(
        "This is not a single picture, and nobody is named who has seen it to its end.",
        "Say who has seen all of it, or write it down in words. Nothing of it was kept.",
    ),
}
_STANDING: Final[Mapping[Standing, str]] = {
    Standing.NOT_TO_LOOK: "You decided not to look. Looking needs a new decision.",
    Standing.ADVICE_FIRST: "Ring the LADO or the police, and write their advice into the decision.",
    Standing.WAITING: "Ask the person named in the decision to open it and to answer.",
    Standing.REFUSED: "Talk it over with them. Nobody looks meanwhile.",
    Standing.TO_COME: "Wait for the time that was decided, or change the decision.",
    Standing.OVER: "Say what was found. Looking again needs a new decision.",
    Standing.ENDED: "Looking again needs a new decision.",
    Standing.OPEN: "Open the decision again.",
}

STOP: dict[type[DeskError], Callable[[Any], Advice]] = {
    s.StopError: lambda error: _TROUBLE[error.trouble],
    s.NotOpenError: lambda error: Advice(
        f"Nobody may look now: {_small(label(error.standing))}.", _STANDING[error.standing]
    ),
    s.NotTheLookerError: lambda _e: Advice(
        "The decision names somebody else as the one who looks.",
        "Let them capture it, or write a new version of the decision with your name.",
    ),
    s.OwnLookError: lambda _e: Advice(
        "You are the one who looks, so somebody else has to agree to it.",
        "Ask the Head or another member to open this decision and to answer.",
    ),
    s.QuarantinedError: lambda _e: Advice(
        "This was captured by mistake and set aside. Nobody opens, prints or copies it.",
        "Ring the police and write down what they say. The record about it is safe.",
    ),
    s.TooLargeError: lambda error: Advice(
        f"This file is larger than the {error.most // (1024 * 1024):,} MB we keep of its kind.",
        "Nothing of it was kept. Write down where it is, and ask the police or the LADO.",
    ),
    s.PoliceFirstError: lambda _e: Advice(
        "Nothing is taken away before the police have advised it.",
        "Ring 101, then write down the officer, the time, the reference and the advice.",
    ),
    s.NoPictureError: lambda _e: Advice(
        "There is no picture to paste.",
        "Take the screenshot again, then press Ctrl V here.",
    ),
    s.OtherPartError: lambda _e: Advice(
        "One of these pictures is kept in another part of the vault.",
        "Make a conversation of those that are kept together. Nothing was changed.",
    ),
    s.ScreenGrabError: lambda error: Advice(
        f"{label(error.trouble)}.",
        "Use the snipping tool of the system, then press Ctrl V here. It may keep a copy of its "
        "own: remove that afterwards.",
    ),
}


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
