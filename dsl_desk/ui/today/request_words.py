"""What Today says of requests to see what is kept, and of everything that left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.today import Need


def subject_clock(need: Need) -> tuple[str, str, str]:
    """Return the words of a clock of one month."""
    detail = f"Asked to see what is kept about {need.about}" if need.about else ""
    return "Answer a request to see records", detail, "Open request"


def subject_asked(need: Need) -> tuple[str, str, str]:
    """Return the question that every key holder is asked."""
    detail = f"About {need.about} · every key holder is asked, each time"
    return "Answer for what only you can open", detail, "Open request"


def everything_left(need: Need) -> tuple[str, str, str]:
    """Return the words of what another member ought to have seen."""
    return f"{need.about} took out everything they may open", need.what, "I have seen this"
