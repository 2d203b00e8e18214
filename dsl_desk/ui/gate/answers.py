"""What set-up asks, and what stands in the way of going on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.member import Role

SHORTEST = 15
_LONGEST_LINE = 200


@dataclass(frozen=True)
class SetUpAnswers:
    """The answers as typed."""

    school: str
    name: str = field(repr=False)
    role: Role
    passphrase: str = field(repr=False)
    again: str = field(repr=False)


def faults_of(answers: SetUpAnswers) -> dict[str, str]:
    """Return what to do about each answer that cannot stay, by field, in reading order."""
    faults: dict[str, str] = {}
    if not answers.school:
        faults["school"] = "Write the school's name, for example Fernhollow Primary School."
    if not answers.name:
        faults["name"] = "Write your name as it should stand under what you record."
    for name in ("school", "name"):
        if len(getattr(answers, name)) > _LONGEST_LINE:
            faults[name] = f"Use at most {_LONGEST_LINE} characters."
    if len(answers.passphrase) < SHORTEST:
        faults["passphrase"] = f"Use at least {SHORTEST} characters. Spaces count."
    elif answers.again != answers.passphrase:
        faults["again"] = "These two are not the same. Type the passphrase again."
    return faults
