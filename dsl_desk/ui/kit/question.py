"""What is asked before something that cannot be taken back, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """The act and the person in the title, one sentence of consequence, and the two verbs.

    `reason` is the label of the reason field, where history needs one, and `lacking` what is said
    when it is empty; `grave` makes the act red.
    """

    title: str = field(repr=False)
    sentence: str = field(repr=False)
    act: str
    keep: str
    reason: str = ""
    grave: bool = False
    lacking: str = "Say why. It is kept with the history."


@dataclass(frozen=True)
class Yes:
    """The act was chosen, with its reason where one was asked for."""

    reason: str = field(default="", repr=False)
