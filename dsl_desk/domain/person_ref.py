"""How a record names somebody: the name as it was written, and their person record, if any."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class PersonRef:
    """Somebody as a record names them. `person` is empty where they have no record of their own."""

    name: str = field(repr=False)
    person: str = ""

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"name": self.name.strip(), "person": self.person}

    @classmethod
    def of(cls, fields: Fields) -> PersonRef:
        """Return what an entry kept."""
        return cls(fields.text("name"), fields.text("person"))


def ids_of(people: Iterable[PersonRef]) -> tuple[str, ...]:
    """Return the person records that are named, each once, in order."""
    return tuple(dict.fromkeys(one.person for one in people if one.person))
