"""What is asked before a key changes hands or somebody leaves: act, person, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.vault.parts import ALLOWED, how_many

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.member import Member


def give(member: Member, part: Compartment, count: int, hint: str = "") -> Question:
    """Return the question before a key is given; `hint`: whom to ask of declared links."""
    usual = default_right(member.role, part)
    allowed = ALLOWED[Right.READ if usual is Right.NONE else usual]
    return Question(
        title=f"Give {member.name} the key of {label(part)}?",
        sentence=f"They will be able to {allowed} there: {how_many(part, count)} now, and what "
        f"comes. The ledger will show that you gave it. {hint}".strip(),
        act="Give the key",
        keep="Keep as it is",
        reason="Reason",
    )


def begin_anew(name: str) -> Question:
    """Return the question before Staff is begun anew for somebody it says something about."""
    return Question(
        title=f"Begin Staff anew, so that {name} can have its key?",
        sentence="Something in Staff is about them. It moves into a sealed case that they cannot "
        "open, and Staff goes on empty, under a new key. What is in Staff now stays with those who "
        "hold its key today. The reason is kept in the sealed case. This cannot be undone.",
        act="Begin Staff anew",
        keep="Keep as it is",
        reason="Reason",
        grave=True,
    )


def take_back(member: Member, part: Compartment, *, own: bool) -> Question:
    """Return the question before a key is taken back."""
    whose = "your own key" if own else f"{member.name}'s key"
    return Question(
        title=f"Take back {whose} of {label(part)}?",
        sentence="The part gets another key, which takes a moment. What they have read until now "
        "cannot be un-read.",
        act="Take back the key",
        keep="Keep as it is",
        reason="Reason",
    )


def retire(member: Member) -> Question:
    """Return the question before somebody leaves."""
    return Question(
        title=f"Retire {member.name}?",
        sentence="Every key and way in is taken back, which takes a moment. What they wrote stays, "
        "under their name.",
        act="Retire this member",
        keep="Keep as a member",
        reason="Reason",
        grave=True,
    )
