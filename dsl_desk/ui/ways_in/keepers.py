"""Who keeps a member's kit: somebody from whom that member's own case would not be sealed."""

from __future__ import annotations

from typing import Final

from dsl_desk.domain.member import Role

# By role: who keeps the one copy, and who the other (documents/kit.py prints the same rule).
_KEEPERS: Final = {
    Role.HEAD: ("chair of governors or proprietor", "trust or local authority officer"),
    Role.CHAIR: ("trust or local authority officer", "vice-chair of governors"),
}
_USUAL: Final = ("Headteacher", "chair of governors or proprietor")


def promises_of(role: Role) -> tuple[str, str]:
    """Return what somebody in this role promises about each copy."""
    one, other = _KEEPERS.get(role, _USUAL)
    return (
        f"One copy goes to the {one}, in a sealed envelope signed across the flap",
        f"The other goes to the {other}, sealed in the same way",
    )
