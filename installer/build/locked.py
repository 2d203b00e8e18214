"""The locked libraries that a target needs at run time, read off `requirements.lock`.

The lock says of each library which other one wants it (`via`) and on which machine (a marker).
Markers are asked for the target: pip would ask them for the machine it happens to run on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from packaging.markers import Marker

from installer.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCK: Final = ROOT / "requirements.lock"
_OURS: Final = "dsl-desk (pyproject.toml)"
_BEGIN: Final = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")


@dataclass(frozen=True)
class Locked:
    """One library of the lock."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: frozenset[str]


def every() -> dict[str, Locked]:
    """Return the whole lock, by name."""
    blocks: list[list[str]] = []
    for line in LOCK.read_text("utf-8").splitlines():
        if _BEGIN.match(line):
            blocks.append([])
        if blocks:
            blocks[-1].append(line)
    return {one.name: one for one in map(_read, blocks)}


def needed(environment: Mapping[str, str]) -> list[Locked]:
    """Return what the program needs on such a machine, by name."""
    there = {
        name: one
        for name, one in every().items()
        if not one.marker or Marker(one.marker).evaluate(dict(environment))
    }
    wanted = {name for name, one in there.items() if _OURS in one.via}
    while more := {name for name, one in there.items() if one.via & wanted} - wanted:
        wanted |= more
    return [there[name] for name in sorted(wanted)]


def _read(block: list[str]) -> Locked:
    begin = _BEGIN.match(block[0])
    assert begin is not None  # noqa: S101  # every block begins with such a line
    hashes = tuple(re.findall(r"--hash=(\S+)", "\n".join(block)))
    comments = [line.strip().removeprefix("#").strip() for line in block if "#" in line]
    via = frozenset(one.removeprefix("via").strip() for one in comments) - {""}
    return Locked(begin["name"], begin["version"], begin["marker"] or "", hashes, via)
