"""Under which version of the school's policy a record was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


_POLICY: Final = "policy"


@dataclass(frozen=True)
class PolicyMark:
    """The policy that was in force: its entry, version and title; nothing where none was.

    The title alone where whoever wrote holds no key to the part in which the versions are.
    """

    entry: str = ""
    version: int = 0
    title: str = ""

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"entry": self.entry, "version": self.version, "title": self.title}

    def words(self) -> str:
        """Return it as page and paper say it."""
        return f"{self.title}, version {self.version}" if self.entry else self.title

    @classmethod
    def of(cls, fields: Fields) -> PolicyMark:
        """Return what an entry kept."""
        return cls(fields.text("entry"), fields.number("version"), fields.text("title"))


NO_POLICY: Final = PolicyMark()


def policy_fields(mark: PolicyMark) -> dict[str, Json]:
    """Return the policy where one was in force; what was written before there were any has none."""
    return {} if mark == NO_POLICY else {_POLICY: mark.fields()}


def under_no_policy(before: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of the next schema: before it nobody wrote down which policy was in force."""
    return {**before, _POLICY: NO_POLICY.fields()}


def policy_in(fields: Fields) -> PolicyMark:
    """Return the policy that the fields of a record name, or none."""
    return PolicyMark.of(fields.inside(_POLICY)) if _POLICY in fields.plain() else NO_POLICY
