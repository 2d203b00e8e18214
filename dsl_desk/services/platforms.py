"""Platforms and ages: who of the people in a concern is too young for where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.platforms import PlatformsError, named_in, read_platforms, too_young
from dsl_desk.domain.reading_days import age_on

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.platforms import Platform, TooYoung
    from dsl_desk.services.directory import Directory

_FILE: Final = "ages.toml"


def platforms_in(resources: Path) -> tuple[Platform, ...]:
    """Return the platforms we know of; none where the data is missing or wrong."""
    try:
        return read_platforms((resources / "platforms" / _FILE).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, PlatformsError):
        return ()


class Platforms:
    """What can be asked about platforms."""

    def __init__(self, directory: Directory, clock: Clock, resources: Path) -> None:
        self._directory = directory
        self._clock = clock
        self._known = platforms_in(resources)

    def too_young(self, people: tuple[str, ...], platform: str) -> tuple[TooYoung, ...]:
        """Return the pupils among these who are too young for a platform, with both numbers."""
        today = self._clock.now().date()
        told: list[TooYoung] = []
        for named in named_in(self._known, platform):
            for row in map(self._directory.person, people):
                age = None if row is None else age_on(row.draft.born, today)
                if row is not None and age is not None and row.kind is PersonKind.PUPIL:
                    told += too_young(row.name, age, named, today.isoformat())
        return tuple(told)
