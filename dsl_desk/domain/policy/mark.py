"""Under which version of the school's policy a record was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class PolicyMark:
    """The entry of the policy that was in force, and its version; neither where none was."""

    entry: str = ""
    version: int = 0

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"entry": self.entry, "version": self.version}

    @classmethod
    def of(cls, fields: Fields) -> PolicyMark:
        """Return what an entry kept."""
        return cls(fields.text("entry"), fields.number("version"))


NO_POLICY: Final = PolicyMark()
