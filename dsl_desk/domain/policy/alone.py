"""No policy of the school's own: law and guidance alone, with what the school added itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.packing import Json

ALONE: Final = "alone"
ALONE_TABLES: Final[Mapping[str, Json]] = MappingProxyType(
    {"name": ALONE, "code": "Own", "title": "Law and guidance, no policy taken"}
)
