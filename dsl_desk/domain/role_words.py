"""What the posts of members are called: apart, since the lock screen needs no other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.member import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

ROLE_LABELS: Final[Mapping[Enum, str]] = {
    Role.DSL: "Designated Safeguarding Lead",
    Role.DEPUTY_DSL: "Deputy DSL",
    Role.HEAD: "Headteacher",
    Role.CHAIR: "Chair of governors or proprietor",
    Role.OFFICER: "Trust or local authority officer",
    Role.STAND_IN: "Stand-in",
}
