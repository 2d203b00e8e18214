"""What comes back up when something was done: the answer, and what kind of thing changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Thing(Enum):
    """A kind of thing pages show. A page that shows a changed kind reads again."""

    CONCERNS = "concerns"
    DRAFTS = "drafts"
    MEMBERS = "members"
    CASES = "cases"
    VAULT = "vault"
    PEOPLE = "people"
    STEPS = "steps"
    REFERRALS = "referrals"
    TASKS = "tasks"
    SETTINGS = "settings"
    POLICY = "policy"
    DUTIES = "duties"
    REGISTERS = "registers"
    KEEPING = "keeping"
    VIEWINGS = "viewings"
    EVIDENCE = "evidence"
    ALLEGATIONS = "allegations"
    LEFT = "left"
    DECLARATIONS = "declarations"
    CHECKS = "checks"


@dataclass(frozen=True)
class Changed(Generic[T_co]):
    """The answer of a command, with the kinds of thing it changed."""

    answer: T_co
    things: frozenset[Thing]
