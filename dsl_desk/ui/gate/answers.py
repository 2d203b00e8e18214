"""What set-up asks, and what stands in the way of going on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.ways_in import Way

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.member import Role

LONGEST_LINE = 200


@dataclass(frozen=True)
class SetUpAnswers:
    """The answers as typed. Without a passphrase the kit's code is typed at each unlock."""

    school: str
    name: str = field(repr=False)
    role: Role
    passphrase: str = field(repr=False)
    way: Way = Way.PASSPHRASE
    key_file: Path | None = field(default=None, repr=False)


def fault_of(answer: str, example: str) -> str:
    """Return what to do about one line that cannot stay, or nothing."""
    if not answer.strip():
        return example
    if len(answer) > LONGEST_LINE:
        return f"Use at most {LONGEST_LINE} characters."
    return ""
