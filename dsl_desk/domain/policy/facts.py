"""What is known of a record, each fact in the spelling a profile uses: `sort: pupil_contact`.

A fact is one line of text, in files, in JSON and in the engine alike: the name alone where it is
simply so (`publishing`), or the name and one value (`about: adult`). What nobody has said yet is
not there, and no rule takes it for a no.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    FourC,
    Parents,
    SafeNow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class FactName(Enum):
    """Something that can be known of a record."""

    ABOUT = "about"
    SORT = "sort"
    FOUR_C = "four_c"
    SAFE_NOW = "safe_now"
    PARENTS = "parents"
    STATE = "state"
    TOLD_BY = "told_by"
    INVOLVED = "involved"
    SAID_TO_HAVE_DONE_IT = "said_to_have_done_it"
    ADULT_IS = "adult_is"
    PUPIL_AGE = "pupil_age"
    ONLINE = "online"
    HAPPENED = "happened"
    HAS = "has"
    IMAGERY = "imagery"
    VIEWING = "viewing"
    VIEWING_OF = "viewing_of"
    CAPTURE = "capture"
    DEVICE = "device"
    ALLEGATION = "allegation"
    ADVICE = "advice"
    DECLARATION = "declaration"
    ACCOUNT = "account"
    APPROVAL = "approval"
    PUBLISHING = "publishing"
    CONSENT = "consent"
    BREACH = "breach"
    SHARING = "sharing"
    DEPARTURE = "departure"
    REGISTER = "register"
    LEAVING = "leaving"
    TAKE_DOWN = "take_down"


@dataclass(frozen=True)
class FactSort:
    """Which values a fact may have, whether several at once, and which issue brings its form.

    `of_register`: an entry of a register says it, or the policy's own dates; no concern does.
    """

    values: tuple[str, ...] = ()
    many: bool = False
    brought_by: int = 0  # 0: a form of today says it
    of_register: bool = False


_ADULTS: Final = ("staff", "governor", "volunteer", "contractor", "family", "professional")
_LINKS = 8


def _values(of: type[Enum]) -> tuple[str, ...]:
    return tuple(str(one.value) for one in of)


FACTS: Final[Mapping[FactName, FactSort]] = {
    FactName.ABOUT: FactSort(_values(About)),
    FactName.SORT: FactSort(_values(ConcernSort), many=True),
    FactName.FOUR_C: FactSort(_values(FourC), many=True),
    FactName.SAFE_NOW: FactSort(_values(SafeNow)),
    FactName.PARENTS: FactSort(_values(Parents)),
    FactName.STATE: FactSort(_values(ConcernState)),
    FactName.TOLD_BY: FactSort(("pupil", *_ADULTS, "unnamed")),
    FactName.INVOLVED: FactSort(("pupil", "over_18_pupil", *_ADULTS), many=True),
    FactName.SAID_TO_HAVE_DONE_IT: FactSort(("pupil", *_ADULTS, "not_known"), many=True),
    FactName.ADULT_IS: FactSort(("head", "dsl", "deputy_dsl", "chair"), many=True),
    FactName.PUPIL_AGE: FactSort(("under_13", "13_to_15", "16_or_17", "18_or_over"), many=True),
    FactName.ONLINE: FactSort(),
    FactName.HAPPENED: FactSort(("working_hours", "outside_them")),
    FactName.HAS: FactSort(
        ("time", "place", "words", "wishes", "action", "outcome", "parents_why"), many=True
    ),
    FactName.IMAGERY: FactSort(),
    FactName.VIEWING: FactSort(("proposed", "decided", "done", "again", "private"), many=True),
    FactName.VIEWING_OF: FactSort(("pupil", "parent", "staff", "applicant", "other")),
    FactName.CAPTURE: FactSort(("wanted", "made", "refused"), many=True),
    FactName.DEVICE: FactSort(("school", "personal")),
    FactName.ALLEGATION: FactSort(
        ("received", "from_pupil", "from_parent", "from_staff", "threshold", "below", "closed"),
        many=True,
    ),
    FactName.ADVICE: FactSort(("hr", "it", "lado", "police", "overrides"), many=True),
    FactName.DECLARATION: FactSort(
        ("family_link", "parent_link", "former_pupil", "earlier_friend"),
        many=True,
        brought_by=_LINKS,
    ),
    FactName.ACCOUNT: FactSort(
        ("official", "proposed", "professional", "unofficial", "of_pupils"),
        many=True,
        of_register=True,
    ),
    FactName.APPROVAL: FactSort(
        ("activity", "post", "blog", "contact", "logo", "inside_news", "emergency"),
        many=True,
        of_register=True,
    ),
    FactName.PUBLISHING: FactSort(
        ("photograph", "full_name", "first_name"), many=True, of_register=True
    ),
    FactName.CONSENT: FactSort(
        ("given", "by_pupil", "asked_to_remove"), many=True, of_register=True
    ),
    FactName.BREACH: FactSort(
        ("pupil_data", "staff_data", "risk", "high_risk"), many=True, of_register=True
    ),
    FactName.SHARING: FactSort(("proposed",), of_register=True),
    FactName.DEPARTURE: FactSort(("proposed", "taken"), of_register=True),
    FactName.REGISTER: FactSort(
        ("policy_due", "acknowledgement", "filtering"), many=True, of_register=True
    ),
    FactName.LEAVING: FactSort(of_register=True),
    FactName.TAKE_DOWN: FactSort(of_register=True),
}
SPELLINGS: Final = frozenset(
    spelled
    for name, sort in FACTS.items()
    for spelled in ([f"{name.value}: {value}" for value in sort.values] or [name.value])
)
_ONE_ONLY: Final = {name.value for name, sort in FACTS.items() if sort.values and not sort.many}


class NotAFactError(ValueError):
    """A fact was spelled in a way that no profile knows: a bug, or a file that is refused."""


@dataclass(frozen=True)
class Facts:
    """All that is known of one record; nothing in it names anybody."""

    known: frozenset[str]

    @classmethod
    def of(cls, spelled: Iterable[str]) -> Facts:
        """Return facts after looking at the spelling of each."""
        known = frozenset(spelled)
        strange = sorted(known - SPELLINGS)
        if strange:
            raise NotAFactError(strange)
        return cls(known)


NOTHING_KNOWN: Final = Facts(frozenset())


def fact(name: FactName, value: Enum | str = "") -> str:
    """Spell one fact."""
    said = value.value if isinstance(value, Enum) else value
    return f"{name.value}: {said}" if said else name.value


def exclude_each_other(one: str, other: str) -> bool:
    """Tell whether two facts can never both be so: two values of what has only one."""
    name = one.partition(":")[0]
    return one != other and name == other.partition(":")[0] and name in _ONE_ONLY
