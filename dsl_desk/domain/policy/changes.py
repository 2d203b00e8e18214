"""What a school has changed in the profile it took: names of posts, duties off and on, dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.policy.terms import Recipient


# The duty of law to report sexual abuse of a child: dormant in the data, woken by the school.
STATUTORY_REPORT: Final = "sexual_abuse_report"


class Bar(Enum):
    """Why a duty cannot be switched off."""

    FROM_LAW = "from_law"
    ABOUT_ONESELF = "about_oneself"
    NO_SUCH_DUTY = "no_such_duty"


@dataclass(frozen=True)
class SwitchedOff:
    """A duty of the school's own policy that is not asked for, who decided so, and why.

    `since` is the version of the policy in which it was switched off.
    """

    duty: str
    reason: str = field(repr=False)
    by: str = ""
    name: str = field(default="", repr=False)
    since: int = 0


@dataclass(frozen=True)
class OwnDuty:
    """A duty the school added: its table as in a profile file, who wrote it so last, and why.

    `since` is the version of the policy that brought it, as it stands. It ends by being switched
    off: nothing that was asked of somebody disappears without a trace.
    """

    table: Mapping[str, Json]
    reason: str = field(default="", repr=False)
    by: str = ""
    name: str = field(default="", repr=False)
    since: int = 0

    @property
    def id(self) -> str:
        """The name it goes by."""
        return str(self.table.get("id", ""))


@dataclass(frozen=True)
class Woken:
    """A duty of law that was not in force yet: asked from now on, since this source says it is."""

    duty: str
    source: str
    by: str = ""
    name: str = field(default="", repr=False)
    since: int = 0


@dataclass(frozen=True)
class Changes:
    """All that a school has changed."""

    titles: Mapping[Recipient, str] = field(default_factory=lambda: MappingProxyType({}))
    off: tuple[SwitchedOff, ...] = ()
    added: tuple[OwnDuty, ...] = ()
    woken: tuple[Woken, ...] = ()
    approved: date | None = None
    review_on: date | None = None


NO_CHANGES = Changes()


def bar_to_switching_off(
    duty: str, profiles: Iterable[Profile], posts: Iterable[Recipient]
) -> Bar | None:
    """Return why somebody who holds these posts cannot switch a duty off; None where they may.

    Law and guidance stay on. Nobody takes away the check on their own conduct.
    """
    found = next((one for each in profiles for one in each.duties if one.id == duty), None)
    if found is None:
        return Bar.NO_SUCH_DUTY
    if found.from_law:
        return Bar.FROM_LAW
    return Bar.ABOUT_ONESELF if set(found.about) & set(posts) else None
