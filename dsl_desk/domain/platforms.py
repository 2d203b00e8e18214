"""From which age a platform lets somebody have an account: dated data, by terms or by law."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from dsl_desk.domain.dates import in_sentence


class Basis(Enum):
    """Who says so."""

    TERMS = "terms"
    STATUTE = "statute"


class PlatformsError(ValueError):
    """The data of platforms is not as it has to be. Carries what is wrong, never a record."""


@dataclass(frozen=True)
class AgeRule:
    """One age, with its source. One that was announced holds only once it has a day."""

    age: int
    basis: Basis
    source: str
    checked: str
    sure: bool = True
    since: str = ""
    announced: str = ""
    expected: str = ""

    def holds(self, day: str) -> bool:
        """Tell whether it is in force on a day."""
        return self.since <= day if self.since else not self.announced


@dataclass(frozen=True)
class Platform:
    """A platform under every name people write it by. One without ages asks for none."""

    name: str
    also: tuple[str, ...] = ()
    rules: tuple[AgeRule, ...] = ()

    def least(self, day: str) -> AgeRule | None:
        """Return the highest age in force on a day."""
        held = [rule for rule in self.rules if rule.holds(day)]
        return max(held, key=lambda rule: rule.age, default=None)

    def to_come(self, day: str) -> AgeRule | None:
        """Return a higher age that was announced and does not hold yet."""
        now = self.least(day)
        coming = [rule for rule in self.rules if not rule.holds(day)]
        higher = [rule for rule in coming if now is None or rule.age > now.age]
        return max(higher, key=lambda rule: rule.age, default=None)


@dataclass(frozen=True)
class TooYoung:
    """A child on a platform that is for older people: both numbers, and who says so."""

    child: str = field(repr=False)
    age: int
    platform: str
    rule: AgeRule
    holds: bool  # False for one that was announced

    @property
    def words(self) -> str:
        """Return what the form and the page say."""
        who = "its terms" if self.rule.basis is Basis.TERMS else "the law"
        if not self.holds:
            said = f"{self.child} is {self.age}. From {self.rule.expected or self.rule.since}"
            told = f" (announced {_day(self.rule.announced)})" if self.rule.announced else ""
            return f"{said}{told} {self.platform} is to be from {self.rule.age}, by {who}."
        unsure = "" if self.rule.sure else " This age is not confirmed: look it up."
        said = f"{self.child} is {self.age}. {self.platform} is from {self.rule.age}"
        return f"{said}, by {who}.{unsure}"


def named_in(platforms: tuple[Platform, ...], untrusted_words: str) -> tuple[Platform, ...]:
    """Return the platforms somebody wrote, each once; of two names in one, the longer."""
    rest, found = untrusted_words, []
    names = [(name, each) for each in platforms for name in (each.name, *each.also)]
    for name, platform in sorted(names, key=lambda pair: -len(pair[0])):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            found.append(platform)
    return tuple(each for each in platforms if each in found)


def too_young(child: str, age: int, platform: Platform, day: str) -> tuple[TooYoung, ...]:
    """Return what holds for a child of this age now, and what was announced."""
    told = []
    now, later = platform.least(day), platform.to_come(day)
    if now is not None and age < now.age:
        told.append(TooYoung(child, age, platform.name, now, holds=True))
    if later is not None and age < later.age:
        told.append(TooYoung(child, age, platform.name, later, holds=False))
    return tuple(told)


def read_platforms(text: str) -> tuple[Platform, ...]:
    """Read the data; PlatformsError where a row is not as it has to be."""
    try:
        rows = tomllib.loads(text)["platform"]
        return tuple(_platform(row) for row in rows)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise PlatformsError(str(wrong)) from None


# Any: what TOML gives; each value is checked by what is made of it.
def _platform(row: dict[str, Any]) -> Platform:
    also = tuple(str(name) for name in row.get("also", ()))
    return Platform(str(row["name"]), also, tuple(map(_rule, row.get("age", ()))))


def _rule(row: dict[str, Any]) -> AgeRule:
    days = {name: str(row.get(name, "")) for name in ("checked", "from", "announced")}
    for name, day in days.items():
        if day or name == "checked":
            date.fromisoformat(day)
    return AgeRule(
        age=int(row["age"]),
        basis=Basis(row["basis"]),
        source=str(row["source"]),
        checked=days["checked"],
        sure=bool(row.get("sure", True)),
        since=days["from"],
        announced=days["announced"],
        expected=str(row.get("expected", "")),
    )


def _day(day: str) -> str:
    return in_sentence(date.fromisoformat(day))
