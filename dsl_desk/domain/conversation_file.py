"""Everything about one conversation: what its paper prints, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.conversation import Meets
from dsl_desk.domain.transcript import Turn, shared_turns, turns_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.conversation import Conversation, ConversationDraft, Shot
    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.evidence import Evidence


@dataclass(frozen=True)
class Stretch:
    """What one picture adds to the conversation."""

    number: int
    shot: Shot
    turns: tuple[Turn, ...] = field(repr=False)  # those that are read here
    shared: int = 0  # messages that end the picture before and begin this one
    told_before: bool = False  # whether those are left to the picture before


@dataclass(frozen=True)
class ConversationFile:
    """A conversation in all its versions, with what is known of its pictures."""

    versions: tuple[Conversation, ...] = field(repr=False)
    part: Compartment
    pieces: Mapping[str, Evidence] = field(repr=False)
    set_aside: frozenset[str] = frozenset()
    trails: Mapping[str, tuple[CustodyLine, ...]] = field(default_factory=dict, repr=False)

    @property
    def conversation(self) -> Conversation:
        """What it says now."""
        return self.versions[-1]


def stretches_of(draft: ConversationDraft) -> tuple[Stretch, ...]:
    """Return a conversation as it is read: each picture with its messages, an overlap once."""
    names = draft.names()
    told = [turns_of(shot.words, names) for shot in draft.shots]
    return tuple(
        _stretch(at + 1, shot, turns, told[at - 1] if at else ())
        for at, (shot, turns) in enumerate(zip(draft.shots, told, strict=True))
    )


def _stretch(number: int, shot: Shot, turns: tuple[Turn, ...], before: Sequence[Turn]) -> Stretch:
    shared = shared_turns(before, turns)
    if shot.meets is not Meets.OVERLAPS or not shared:
        return Stretch(number, shot, turns, shared)
    return Stretch(number, shot, turns[shared:], shared, told_before=True)
