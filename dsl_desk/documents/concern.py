"""A concern on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member


@dataclass(frozen=True)
class Made:
    """Who makes a copy, when, and with which fonts."""

    by: Member
    at: datetime
    fonts: Path = field(repr=False)


def print_concern(concern: Concern, face: Face, made: Made) -> bytes:
    """Return the copy as PDF."""
    return (
        b"%PDF-1.4 soon "
        + concern.ref.encode()
        + face.school.encode()
        + made.by.role.value.encode()
    )
