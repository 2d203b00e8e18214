"""No policy of the school's own: law and guidance alone, with what the school added itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.packing import Json

ALONE: Final = "alone"
ALONE_PROFILE: Final = Profile(ALONE, "Own", "Law and guidance, no policy taken")
ALONE_TABLES: Final[Mapping[str, Json]] = MappingProxyType(
    {"name": ALONE, "code": ALONE_PROFILE.code, "title": ALONE_PROFILE.title}
)
