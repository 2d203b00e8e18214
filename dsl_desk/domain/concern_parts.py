"""The parts a concern is made of: who was in it, who told us, where online, what was seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import BodyPlace, Involvement
from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class Involved:
    """Somebody in a concern, and what they were in it."""

    who: PersonRef
    role: Involvement = Involvement.AFFECTED

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {**self.who.fields(), "role": self.role.value}

    @classmethod
    def of(cls, fields: Fields) -> Involved:
        """Return what an entry kept."""
        return cls(PersonRef.of(fields), fields.one_of("role", Involvement))


@dataclass(frozen=True)
class Teller:
    """Who told us; somebody may rather not be named."""

    name: str = field(default="", repr=False)
    person: str = ""
    rather_not: bool = False

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"name": self.name.strip(), "person": self.person, "rather_not": self.rather_not}

    def words(self) -> str:
        """Return who it was, as screen and paper say it."""
        return "Prefers not to say" if self.rather_not else self.name

    @classmethod
    def of(cls, fields: Fields) -> Teller:
        """Return what an entry kept."""
        return cls(fields.text("name"), fields.text("person"), fields.truth("rather_not"))


@dataclass(frozen=True)
class Online:
    """Where online it was: all of it in the words of whoever told us."""

    platform: str = field(default="", repr=False)
    account: str = field(default="", repr=False)
    group: str = field(default="", repr=False)
    address: str = field(default="", repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {
            "platform": self.platform.strip(),
            "account": self.account.strip(),
            "group": self.group.strip(),
            "address": self.address.strip(),
        }

    @classmethod
    def of(cls, fields: Fields) -> Online:
        """Return what an entry kept."""
        return cls(
            fields.text("platform"),
            fields.text("account"),
            fields.text("group"),
            fields.text("address"),
        )


NOWHERE: Final = Online()


@dataclass(frozen=True)
class Injury:
    """What was seen on the body, in words."""

    place: BodyPlace
    words: str = field(repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"place": self.place.value, "words": self.words.strip()}

    @classmethod
    def of(cls, fields: Fields) -> Injury:
        """Return what an entry kept."""
        return cls(fields.one_of("place", BodyPlace), fields.text("words"))


@dataclass(frozen=True)
class Plan:
    """The risk for one child, and what is planned for them: each child's apart."""

    who: PersonRef
    risk: str = field(repr=False)
    plan: str = field(repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {**self.who.fields(), "risk": self.risk.strip(), "plan": self.plan.strip()}

    @classmethod
    def of(cls, fields: Fields) -> Plan:
        """Return what an entry kept."""
        return cls(PersonRef.of(fields), fields.text("risk"), fields.text("plan"))
