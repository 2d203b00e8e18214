"""What Today says of changes to the school's policy that wait to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.today import Need


def switched_off(need: Need) -> tuple[str, str, str]:
    """Return the words of a duty that somebody else switched off."""
    return f"{need.about} switched a duty of the policy off", need.what, "Look at it"


def duty_added(need: Need) -> tuple[str, str, str]:
    """Return the words of a duty that somebody else added."""
    return f"{need.about} added a duty of your school's own", need.what, "Look at it"
