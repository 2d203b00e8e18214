"""What the findings of a check are called, and what drawing once more came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.checking_a_term import Redrawn
from dsl_desk.domain.termly_check import Found

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

CHECKING_LABELS: Final[Mapping[Enum, str]] = {
    Found.IN_ORDER: "In order",
    Found.LACKING: "Something is missing",
    Found.TO_DISCUSS: "To be talked about",
    Found.NOT_LOOKED_AT: "Not looked at",
    Redrawn.SAME: "Drawn again from the same code, the same entries come out.",
    Redrawn.DISPOSED: "Entries of this term were disposed of since: it cannot be drawn again.",
    Redrawn.OTHER: "Drawn again, other entries come out. Have the vault checked.",
}
