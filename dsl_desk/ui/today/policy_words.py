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


def duties_unread(need: Need) -> tuple[str, str, str]:
    """Return the words of the open concerns whose duties this page has not looked at."""
    some = "1 older concern is" if need.count == 1 else f"{need.count:,} older concerns are"
    where = f" in {need.what}" if need.what else ""
    title = f"{some} open{where}: what is overdue in them is not looked at here"
    return title, "Each says it on its own page. Close those that are finished", "Open the list"
