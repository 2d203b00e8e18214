"""The facts of one record, as far as keeping it goes: what its day is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.retention import RetentionClass
    from dsl_desk.domain.written import Written

DAY: Final = len("2026-11-19")


@dataclass(frozen=True)
class Facts:
    """What one record tells. `of` stands in the place of the class of its kind.

    `parent` is the record it was written down beside, and goes with; `stated` a day that somebody
    wrote down in the place of one that would be reckoned.
    """

    made: str
    people: tuple[str, ...] = ()
    parent: str = ""
    ref: str = ""
    what: str = field(default="", repr=False)
    sexual: bool = False
    of: RetentionClass | None = None
    stated: str = ""


def written_on(one: Written) -> str:
    """Return the day a record was written down."""
    return one.written_at[:DAY]
