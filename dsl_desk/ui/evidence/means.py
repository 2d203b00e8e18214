"""What the pages of evidence work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.ui.evidence.letter_keys import LetterKeys
from dsl_desk.ui.evidence.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Decode
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread, the pool for long jobs, drafts, questions, the clock, the decoder."""

    worker: Worker[Desk]
    errands: Errands
    drafts: DraftKeeper
    ask: Ask
    clock: Clock
    member: Member = field(repr=False)
    members: tuple[Member, ...] = field(repr=False)
    decode: Decode | None = None
    letters: LetterKeys = field(default_factory=LetterKeys)
    screen: Screen = field(default_factory=Screen)
    read_words: Callable[[Pixels], str] | None = None  # no program of ours reads words yet
