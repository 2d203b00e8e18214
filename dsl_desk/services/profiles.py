"""The profiles that came with the program: five policies to choose from, and the guidance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.lines import Lines
from dsl_desk.domain.policy.reading import profile_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.profile import Profile

_POLICIES: Final = "policies"
_GUIDANCE: Final = "guidance"


@dataclass(frozen=True)
class ProfileFile:
    """A profile and the tables it was read from, as the ledger keeps them."""

    profile: Profile
    tables: Mapping[str, Json]


def profile_file(path: Path) -> ProfileFile:
    """Read one file; ProfileRefusedError says all that is wrong with it."""
    text = path.read_text("utf-8-sig", "replace")
    tables = tables_of(text, path.name)
    return ProfileFile(profile_of(tables, path.name, Lines(text)), tables)


def policies_in(resources: Path) -> tuple[ProfileFile, ...]:
    """Return the policies a school can choose from, by name."""
    return _all_in(resources / _POLICIES)


def guidance_in(resources: Path) -> tuple[Profile, ...]:
    """Return law and guidance: the floor under every policy."""
    return tuple(one.profile for one in _all_in(resources / _GUIDANCE))


def policy_in(resources: Path, name: str) -> ProfileFile | None:
    """Return the policy of a name; None where none has it."""
    path = resources / _POLICIES / f"{name}.toml"
    known = {one.name for one in path.parent.glob("*.toml")}
    return profile_file(path) if path.name in known else None


def _all_in(folder: Path) -> tuple[ProfileFile, ...]:
    return tuple(profile_file(path) for path in sorted(folder.glob("*.toml")))
