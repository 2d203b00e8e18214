"""What a school has settled about its people: which columns its lists have, which numbers it uses.

It is an entry of School, since the names of columns tell of the school's own systems.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class PeopleSettings:
    """`columns` is which column of a list was which answer the last time."""

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    single_identifier: bool = False


def _to_fields(settings: PeopleSettings) -> dict[str, Json]:
    return {
        "columns": dict(settings.columns),
        "single_identifier": settings.single_identifier,
    }


def _of_fields(fields: Fields) -> PeopleSettings:
    return PeopleSettings(
        MappingProxyType(fields.inside("columns").texts()), fields.truth("single_identifier")
    )


PEOPLE_SETTINGS: Final = Kind(
    name="people_settings",
    schema=1,
    entry_class=EntryClass.PERSON,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_settings(settings: PeopleSettings) -> Said[PeopleSettings]:
    """Return the settings as the ledger takes them."""
    return Said(settings)
