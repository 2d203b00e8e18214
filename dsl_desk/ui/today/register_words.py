"""What Today says of entries of registers that somebody has to look at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.today import Need


def breach_clock(need: Need) -> tuple[str, str, str]:
    """Tell of a breach whose 72 hours run."""
    until = f"72 hours end at {need.ref}" if need.ref else "72 hours"
    return "Breach: is the ICO told?", f"{need.about} · {until}", "Open entry"


def take_down(need: Need) -> tuple[str, str, str]:
    """Tell of a request that is looked at again."""
    return f"Look again: {need.about}", f"{need.what} was asked to take it down", "Open entry"


def consent(need: Need) -> tuple[str, str, str]:
    """Tell of a consent that ends."""
    detail = "After that day, do not publish. Ask again, or write that it ended."
    return f"Photo consent ends: {need.about}", detail, "Open entry"


def account(need: Need) -> tuple[str, str, str]:
    """Tell of an account that is looked through."""
    account = f"{need.about}, {need.what}" if need.what else need.about
    return f"Look through {account}", "An account the school runs", "Open entry"


def filtering(need: Need) -> tuple[str, str, str]:
    """Tell of the yearly look at filtering and monitoring."""
    detail = f"Last looked at on {need.about}"
    return "Look at filtering and monitoring", f"{detail} · at least once a year", "Open entry"


def check_due(need: Need) -> tuple[str, str, str]:
    """Tell of a term that nobody else has checked."""
    detail = f"{need.what} has no check yet"
    if need.count:
        return f"Check a sample of {need.about}", detail, "Open it"
    return (
        f"Ask for a check of {need.about}",
        f"{detail} · the Head or a governor does it",
        "Open it",
    )


def entry_duty(need: Need) -> tuple[str, str, str]:
    """Tell of what the policy asks of an entry, and nobody has done yet."""
    more = f" and {need.count - 1} more" if need.count > 1 else ""
    about = f"{need.ref}: {need.about}" if need.about else need.ref
    return f"{need.what}{more}", f"{about} · asked by the policy", "Open entry"
