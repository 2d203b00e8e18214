"""Facts and rules in words: why a duty is asked for, and why one does not apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    FourC,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_words import CONCERN_LABELS
from dsl_desk.domain.policy.facts import FactName
from dsl_desk.domain.policy.labels import POLICY_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

    from dsl_desk.domain.policy.duty import Duty, When
    from dsl_desk.domain.policy.facts import Facts

_ENUMS: Final[Mapping[FactName, type[Enum]]] = {
    FactName.ABOUT: About,
    FactName.SORT: ConcernSort,
    FactName.FOUR_C: FourC,
    FactName.SAFE_NOW: SafeNow,
    FactName.PARENTS: Parents,
    FactName.STATE: ConcernState,
}
_PEOPLE: Final = {
    "pupil": "a pupil",
    "over_18_pupil": "a pupil over 18",
    "staff": "somebody who works here",
    "governor": "a governor",
    "volunteer": "a volunteer",
    "contractor": "a contractor",
    "family": "family",
    "professional": "a professional or agency",
    "unnamed": "somebody who prefers not to say",
    "not_known": "not known",
}
_VALUES: Final[Mapping[FactName, Mapping[str, str]]] = {
    FactName.TOLD_BY: _PEOPLE,
    FactName.INVOLVED: _PEOPLE,
    FactName.SAID_TO_HAVE_DONE_IT: _PEOPLE,
    FactName.ADULT_IS: {
        "head": "the head",
        "dsl": "the DSL",
        "deputy_dsl": "the deputy DSL",
        "chair": "the chair of governors",
    },
    FactName.PUPIL_AGE: {
        "under_13": "under 13",
        "13_to_15": "13 to 15",
        "16_or_17": "16 or 17",
        "18_or_over": "18 or over",
    },
    FactName.HAPPENED: {"working_hours": "in working hours", "outside_them": "outside them"},
    FactName.HAS: {
        "time": "when it happened",
        "place": "where online",
        "words": "what was said or seen",
        "wishes": "what the child wants",
        "action": "what was done at once",
        "outcome": "the outcome",
        "parents_why": "why the parents were not told",
    },
    FactName.VIEWING: {
        "proposed": "proposed",
        "decided": "decided",
        "done": "done",
        "again": "not for the first time",
        "private": "not open to anybody",
    },
    FactName.VIEWING_OF: {
        "pupil": "a pupil's",
        "parent": "a parent's",
        "staff": "a member of staff's",
        "applicant": "an applicant's",
        "other": "somebody else's",
    },
    FactName.CAPTURE: {"wanted": "wanted", "made": "made", "refused": "refused"},
    FactName.DEVICE: {"school": "the school's", "personal": "somebody's own"},
    FactName.ALLEGATION: {
        "received": "received",
        "from_pupil": "from a pupil",
        "from_parent": "from a parent",
        "from_staff": "from staff",
        "threshold": "the threshold could be met",
        "below": "below the threshold, in the school's view",
        "closed": "closed",
    },
    FactName.ADVICE: {
        "hr": "of HR",
        "it": "of IT",
        "lado": "of the LADO",
        "police": "of the police",
        "overrides": "that goes before the policy",
    },
    FactName.DECLARATION: {
        "family_link": "to family",
        "parent_link": "to a parent",
        "former_pupil": "to a former pupil",
        "earlier_friend": "to a friend from before",
    },
    FactName.ACCOUNT: {
        "official": "run by us",
        "proposed": "proposed",
        "professional": "for somebody's work",
        "unofficial": "not run by us",
        "of_pupils": "of pupils",
    },
    FactName.APPROVAL: {
        "activity": "an activity with pupils",
        "post": "a post about people or events here",
        "blog": "a blog or website",
        "contact": "contact by another way",
        "logo": "the logo",
        "inside_news": "news from inside",
        "emergency": "another way, in an emergency",
    },
    FactName.PUBLISHING: {
        "photograph": "a photograph",
        "full_name": "the full name",
        "first_name": "the first name",
    },
    FactName.CONSENT: {
        "given": "given in writing",
        "by_pupil": "given by the pupil",
        "asked_to_remove": "taken back: it is to come down",
    },
    FactName.BREACH: {
        "pupil_data": "of a pupil",
        "staff_data": "of staff",
        "risk": "with a risk to somebody",
        "high_risk": "with a high risk to somebody",
    },
    FactName.SHARING: {"proposed": "proposed"},
    FactName.DEPARTURE: {"proposed": "proposed", "taken": "taken"},
    FactName.REGISTER: {
        "policy_due": "the policy is to be looked at again",
        "acknowledgement": "staff are to take note",
        "filtering": "filtering is to be looked at",
    },
}


def fact_in_words(spelled: str) -> str:
    """Return one fact as people say it: Kind of concern: Cyberbullying."""
    named, colon, value = spelled.partition(": ")
    name = FactName(named)
    title = POLICY_LABELS[name]
    if not colon:
        return title
    if name in _ENUMS:
        return f"{title}: {CONCERN_LABELS[_ENUMS[name](value)]}"
    return f"{title}: {_VALUES[name][value]}"


def when_in_words(when: When) -> tuple[str, ...]:
    """Return a rule line by line, as the Policy page shows it."""
    lines = [_either(line) for line in when.all]
    return (*lines, *(f"Not: {fact_in_words(fact)}" for fact in sorted(when.none)))


def why_not(duty: Duty, facts: Facts) -> str:
    """Return why a duty does not apply: what stands against it, else what is not known of it."""
    against = sorted(duty.when.against(facts))
    if against:
        return fact_in_words(against[0])
    lacking = duty.when.lacking(facts)
    return f"Nothing here says: {_either(lacking[0])}" if lacking else ""


def _either(line: Iterable[str]) -> str:
    """Return the choice of one line; what is said of one thing is named once."""
    told: dict[str, list[str]] = {}
    for fact in sorted(line):
        title, _colon, value = fact_in_words(fact).partition(": ")
        told.setdefault(title, []).append(value)
    return ", or ".join(
        f"{title}: {' or '.join(values)}" if values[0] else title for title, values in told.items()
    )
