"""The words for what stands in the way of members, keys, posts and sealed cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import member_errors as m
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.errors import DeskError

MEMBERS: dict[type[DeskError], Callable[[Any], Advice]] = {
    m.LastKeyError: lambda error: Advice(
        f"This is the last key of {label(error.compartment)}.",
        "Give a key to somebody else first. Without one, nobody could open it again.",
    ),
    m.LastKeeperError: lambda _e: Advice(
        "This is the last member who may change members and keys.",
        "Add another Designated Safeguarding Lead or Headteacher first.",
    ),
    m.SubjectError: lambda error: Advice(
        f"Something in {_there(error.compartment)} is about this person.",
        "They cannot be given its key. Ask the local authority designated officer what to do.",
    ),
    m.PostHeldError: lambda error: Advice(
        f"This person still has a part in the post of {label(error.role)}.",
        "Pass the post on first.",
    ),
    m.NotTheirsToChangeError: lambda _e: Advice(
        "This is not yours to change.",
        "A post is passed on by whoever holds it or stands in. "
        "Members and keys are changed by the Designated Safeguarding Lead or the Headteacher.",
    ),
    m.NotCaseManagerError: lambda error: Advice(
        "Only the case manager signs that a concern is low-level.",
        f"Here that is whoever holds the post of {label(error.role)}, or who stands in. "
        "Ask them to unlock and sign.",
    ),
    m.NotTheReviewerError: lambda error: Advice(
        "This is not yours to sign.",
        "Nobody reviews their own declaration. Ask whoever receives it to unlock and sign."
        if error.role is None
        else f"It is for whoever holds the post of {label(error.role)}, or stands in. "
        "Ask them to unlock and sign.",
    ),
    m.NotADeclarationError: lambda _e: Advice(
        "What was left does not read as a whole declaration.",
        "It stays as it came: read it where what was left stands, and ask the person for paper.",
    ),
    m.CodeFitsNothingError: lambda _e: Advice(
        "The code of this answer fits nothing that waits for that person.",
        "It stays as it came. Ask them for the paper, then close it where what was left stands.",
    ),
    m.GoesElsewhereError: lambda error: Advice(
        "A case about this person is not kept by you.",
        "Ring the local authority designated officer."
        if error.row is None
        else f"Tell those who receive it ({label(error.row).lower()}), and write nothing here.",
    ),
    m.SlotsTakenError: lambda _e: Advice(
        "There is no room for another sealed case of this kind.",
        "Write it in a case that is open, or end one that is finished.",
    ),
    m.SlotFullError: lambda _e: Advice(
        "This sealed case is full.", "Print what is there, then go on in the second one."
    ),
    m.MemberMissingError: lambda _e: Advice(
        "This person is not a member of this vault any more.",
        "Choose your own name, or ask another member.",
    ),
}


def _there(compartment: Compartment | None) -> str:
    return "a sealed case" if compartment is None else label(compartment)
