"""The children's services to ring about one child: chosen by where the child lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dsl_desk.domain.dates import in_sentence

if TYPE_CHECKING:
    from dsl_desk.domain.rung import Number


@dataclass(frozen=True)
class ChildrensNumber:
    """Whom to ring now. Without `number`, nobody has written one down for that authority.

    `told` by the child's front sheet, if there is a `sheet`; otherwise it is the school's own
    authority. `seen` is false
    where the reader cannot open the front sheet, so that nobody takes a guess for knowledge.
    """

    child: str = field(repr=False)
    place: str = field(repr=False)
    number: Number | None = field(repr=False)
    checked_by: str = field(default="", repr=False)
    checked_on: str = ""
    stale: bool = True
    told: bool = False
    sheet: bool = False
    seen: bool = True

    def ring(self) -> str:
        """Return the team and its telephone, in one line."""
        if not self.place:
            return "No authority is chosen yet. Look the number up with the local authority."
        if self.number is None:
            return f"{self.place}: no number yet. Look it up with the local authority."
        after = " (out of hours)" if self.number.after_hours else ""
        return f"{self.number.name or self.place}{after}: {self.number.telephone}"

    def why(self) -> str:
        """Return how the authority was chosen."""
        if not self.seen:
            return (
                "You cannot open the front sheet, so this is the school's own authority. "
                "Ask where the child lives."
            )
        if self.told:
            return f"Lives in {self.place}."
        if not self.sheet:
            return "No front sheet says where the child lives: the school's own authority."
        return "By the front sheet, the child lives in the school's own authority."

    def checked(self) -> str:
        """Return who has checked the number, and on which day; empty without a number."""
        if self.number is None:
            return ""
        if not self.checked_on:
            return "Not checked by anybody here yet."
        on = in_sentence(date.fromisoformat(self.checked_on))
        again = " Check it again this term." if self.stale else ""
        return f"Checked by {self.checked_by} on {on}.{again}"
