"""What Today says of files that go to the next school, and of files that come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.today import Need


def file_to_send(need: Need) -> tuple[str, str, str]:
    """Tell of a file that has not gone yet."""
    made = need.ref == "made"
    act = "Send the file of" if made else "Make the file for"
    whom = f"To {need.what}" if need.what else "Nobody to send it to is named yet"
    return f"{act} {need.about}", f"{whom} · has to be there by then", "Open entry"


def receipt_to_chase(need: Need) -> tuple[str, str, str]:
    """Tell of a file nobody has signed for."""
    whom = f"{need.what} has not signed for it" if need.what else "Nobody has signed for it"
    return f"Chase the receipt: file of {need.about}", whom, "Open entry"


def file_to_chase(need: Need) -> tuple[str, str, str]:
    """Tell of a file that was asked for and has not come."""
    whom = f"{need.what} was asked" if need.what else "Asked for"
    return f"Chase the file of {need.about}", f"{whom} · no file, no “none held”", "Open entry"


def receipt_to_give(need: Need) -> tuple[str, str, str]:
    """Tell of a file that came, and whose sender does not know it."""
    detail = "Give the receipt, and tell the staff who need to know"
    return f"A file came: {need.about}", detail, "Open entry"


def file_to_ask(need: Need) -> tuple[str, str, str]:
    """Tell of new starters whose school before was not asked."""
    detail = "Ask the school before for a file, or “none held” in writing"
    if need.count == 1:
        return f"New starter: {need.about}", detail, "Open file"
    return f"{need.count} new starters without a file", detail, "See who"
