"""England's bank holidays of a year the dated data does not speak of: asked of a library."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

_COUNTRY: Final = "GB"
_PART: Final = "ENG"


@cache
def bank_holidays_in(year: int) -> frozenset[date]:
    """Return the bank holidays of a year, by the rules the library knows; without a network."""
    from holidays import country_holidays  # noqa: PLC0415 a fifth of a second, and seldom needed

    return frozenset(country_holidays(_COUNTRY, subdiv=_PART, years=year))
