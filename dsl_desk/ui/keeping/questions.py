"""What is asked before something is held, let go of, proposed, agreed to or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.keeping_words import Kept

_NO_NAMES = "Write no name here: these words stay when the record is gone."


def named(kept: Kept) -> str:
    """Return what a record is called in a row."""
    return kept.ref or kept.what


def to_hold(kept: Kept) -> Question:
    """Ask why a record is put on hold."""
    return Question(
        title=f"Put {named(kept)} on hold?",
        sentence="Nobody can dispose of it, whatever its day, until somebody lifts the hold.",
        act="Put it on hold",
        keep="Leave it as it is",
        reason="Why?",
    )


def to_lift(kept: Kept) -> Question:
    """Ask why a hold is lifted."""
    return Question(
        title=f"Lift the hold on {named(kept)}?",
        sentence="From its day on, two people may decide to dispose of it.",
        act="Lift the hold",
        keep="Leave it on hold",
        reason="Why is it not needed any more?",
    )


def to_propose(kept: Kept, *, due: bool) -> Question:
    """Ask why a record is proposed for disposal; before its day, why now."""
    return Question(
        title=f"Propose that {named(kept)} is disposed of?",
        sentence=f"Nothing goes yet: another member has to agree. {_NO_NAMES}",
        act="Propose it",
        keep="Keep the record",
        reason="Why?" if due else "Why before its day?",
    )


def to_agree(proposal: Proposal) -> Question:
    """Ask whoever agrees for their own words: it cannot be taken back."""
    return Question(
        title=f"Dispose of {called(proposal)} for good?",
        sentence=f"What it says cannot be brought back. {_NO_NAMES}",
        act="Dispose of it",
        keep="Keep the record",
        reason="Why do you agree?",
        grave=True,
    )


def to_refuse(proposal: Proposal) -> Question:
    """Ask why it is refused."""
    return Question(
        title=f"Refuse to dispose of {called(proposal)}?",
        sentence="The record is kept. It may be proposed again.",
        act="Refuse",
        keep="Leave it waiting",
        reason="Why?",
    )


def called(proposal: Proposal) -> str:
    """Return what a proposal is about, which holds no name."""
    return proposal.draft.ref or f"the record {proposal.draft.record[:8]}"
