"""A link somebody who works here has to a pupil, a parent or a former pupil, as they declare it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

_LONGEST_WORDS: Final = 2_000


class LinkKind(Enum):
    """To whom the link is."""

    PUPIL = "pupil"
    PARENT = "parent"
    FORMER_PUPIL = "former_pupil"


class Closeness(Enum):
    """How close the two are, in their own words' order."""

    NOT_SAID = "not_said"
    HOUSEHOLD = "household"
    OFTEN = "often"
    SELDOM = "seldom"


class BeforeJoining(Enum):
    """Whether the link was there before somebody came to work here."""

    NOT_SAID = "not_said"
    BEFORE = "before"
    AFTER = "after"


class Teaches(Enum):
    """Whether they teach or look after whom the link is to."""

    NOT_SAID = "not_said"
    YES = "yes"
    AT_TIMES = "at_times"
    NO = "no"


@dataclass(frozen=True)
class DeclaredLink:
    """One link. `relation` is a code of the school's list, and its words stand beside it."""

    who: PersonRef = field(default_factory=lambda: PersonRef(""), repr=False)
    kind: LinkKind = LinkKind.PUPIL
    relation: str = ""
    relation_words: str = field(default="", repr=False)
    closeness: Closeness = Closeness.NOT_SAID
    since: str = field(default="", repr=False)
    before: BeforeJoining = BeforeJoining.NOT_SAID
    teaches: Teaches = Teaches.NOT_SAID
    platforms: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)

    @property
    def in_words(self) -> str:
        """Aunt or uncle of Kit Meadowcroft."""
        return f"{self.relation_words or 'Link'} of {self.who.name.strip()}"

    def problems(self) -> dict[str, str]:
        """Return a code for each answer that stands in the way."""
        found = {
            "who": what_is_wrong(self.who.name),
            "relation": "" if self.relation else "missing",
            "since": too_much(self.since),
            "platforms": too_much(self.platforms),
            "contact": too_much(self.contact, _LONGEST_WORDS),
        }
        if self.before is BeforeJoining.NOT_SAID:
            found["before"] = "missing"
        if self.teaches is Teaches.NOT_SAID and self.kind is LinkKind.PUPIL:
            found["teaches"] = "missing"
        return {name: code for name, code in found.items() if code}

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        texts: dict[str, Json] = {name: getattr(self, name).strip() for name in _TEXTS}
        return texts | {
            "who": self.who.fields(),
            "kind": self.kind.value,
            "closeness": self.closeness.value,
            "before": self.before.value,
            "teaches": self.teaches.value,
        }

    @classmethod
    def of(cls, fields: Fields) -> DeclaredLink:
        """Return what an entry kept."""
        return cls(
            who=PersonRef.of(fields.inside("who")),
            kind=fields.one_of("kind", LinkKind),
            closeness=fields.one_of("closeness", Closeness),
            before=fields.one_of("before", BeforeJoining),
            teaches=fields.one_of("teaches", Teaches),
            **{name: fields.text(name) for name in _TEXTS},
        )


_TEXTS: Final = ("relation", "relation_words", "since", "platforms", "contact")
