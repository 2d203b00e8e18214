"""An adult something is said about: who they are to the school, and who else employs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


class Standing(Enum):
    """What an adult is to the school."""

    UNANSWERED = "unanswered"
    EMPLOYED = "employed"
    SUPPLY = "supply"
    AGENCY = "agency"
    TRAINEE = "trainee"
    VOLUNTEER = "volunteer"
    GOVERNOR = "governor"
    CONTRACTOR = "contractor"
    HIRER = "hirer"
    FORMER = "former"
    DSL = "dsl"
    HEAD = "head"
    CHAIR = "chair"


# Somebody else answers for them as well, and is told.
EMPLOYED_ELSEWHERE: Final = frozenset(
    {Standing.SUPPLY, Standing.AGENCY, Standing.TRAINEE, Standing.CONTRACTOR, Standing.HIRER}
)
ROLES: Final[Mapping[Standing, Role]] = {
    Standing.DSL: Role.DSL,
    Standing.HEAD: Role.HEAD,
    Standing.CHAIR: Role.CHAIR,
}


@dataclass(frozen=True)
class Adult:
    """Whom it is about. `person` and `member` where they have such a record here."""

    name: str = field(default="", repr=False)
    person: str = ""
    member: str = ""
    standing: Standing = Standing.UNANSWERED
    role: str = field(default="", repr=False)  # in words: sports coach
    employer: str = field(default="", repr=False)
    elsewhere: str = field(default="", repr=False)

    @property
    def post(self) -> Role | None:
        """The post they hold by what they are to the school, even where they are no member."""
        return ROLES.get(self.standing)

    def ref(self) -> PersonRef:
        """Return how other records name them."""
        return PersonRef(self.name.strip(), self.person)

    def subject(self) -> Subject:
        """Return them as whoever routes and re-founds looks for them."""
        return Subject(self.name, MemberId(self.member) if self.member else None)

    def is_the_same_as(self, other: Adult) -> bool:
        """Tell whether two records speak of one adult: by id, else by a name spelled alike."""
        if self.person and other.person:
            return self.person == other.person
        return self.subject().may_be(other.subject())

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {
            "name": self.name.strip(),
            "person": self.person,
            "member": self.member,
            "standing": self.standing.value,
            "role": self.role.strip(),
            "employer": self.employer.strip(),
            "elsewhere": self.elsewhere.strip(),
        }

    @classmethod
    def of(cls, fields: Fields) -> Adult:
        """Return what an entry kept."""
        return cls(
            name=fields.text("name"),
            person=fields.text("person"),
            member=fields.text("member"),
            standing=fields.one_of("standing", Standing),
            role=fields.text("role"),
            employer=fields.text("employer"),
            elsewhere=fields.text("elsewhere"),
        )
