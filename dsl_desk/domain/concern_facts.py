"""What a concern says, as facts that a policy can ask about. No name is in any of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement, Parents, SafeNow
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.policy.facts import FactName, Facts, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.policy.terms import Recipient

_ADULT: Final = 18
_SATURDAY: Final = 5
_BEGINS, _ENDS = time(8), time(17)  # of a working day, as the clocks of duties have it
_AGES: Final = ((13, "under_13"), (16, "13_to_15"), (_ADULT, "16_or_17"))
_AS_THEY_WORK: Final = {
    StaffKind.GOVERNOR: "governor",
    StaffKind.VOLUNTEER: "volunteer",
    StaffKind.CONTRACTOR: "contractor",
}
_POSTS: Final = frozenset({"head", "dsl", "deputy_dsl", "chair"})
# A friend request to staff is sent by a pupil and one from staff to a pupil, though the form was
# not told who anybody is: these sorts say so themselves.
_SAYS_PUPIL: Final = frozenset({ConcernSort.PUPIL_CONTACT, ConcernSort.CHILD_ON_CHILD})
_SAYS_STAFF: Final = frozenset({ConcernSort.STAFF_CONTACT})


@dataclass(frozen=True)
class Known:
    """What the school's own records say of somebody in a concern."""

    kind: PersonKind
    staff_kind: StaffKind | None = None
    born: date | None = None
    post: Recipient | None = None

    def sort(self, on: date | None) -> str:
        """Return who they are, in the words of facts."""
        if self.kind is PersonKind.PUPIL:
            grown = self.born and on and _years(self.born, on) >= _ADULT
            return "over_18_pupil" if grown else "pupil"
        if self.staff_kind is not None and self.staff_kind in _AS_THEY_WORK:
            return _AS_THEY_WORK[self.staff_kind]
        return str(self.kind.value)


NOBODY_KNOWN: Final[Mapping[str, Known]] = MappingProxyType({})


def facts_of(draft: ConcernDraft, known: Mapping[str, Known] = NOBODY_KNOWN) -> Facts:
    """Return the facts of a concern, as far as its form has been filled. `known`: by `key_of`."""
    return Facts.of(
        [
            *_chosen(draft),
            *_people(draft, known),
            *_teller(draft, known),
            *_written(draft),
        ]
    )


def key_of(who: PersonRef) -> str:
    """Return by what somebody in a concern is known: their record, else the name as written."""
    return who.person or who.name.strip()


def in_or_outside_hours(at: str) -> str:
    """Return whether a moment is in the hours of work; nothing where only a day is known."""
    if len(at) <= len("2026-11-19"):
        return ""
    moment = datetime.fromisoformat(at)
    inside = moment.weekday() < _SATURDAY and _BEGINS <= moment.time() < _ENDS
    return "working_hours" if inside else "outside_them"


def _chosen(draft: ConcernDraft) -> Iterator[str]:
    yield fact(FactName.ABOUT, draft.about)
    yield fact(FactName.STATE, draft.state)
    if draft.safe_now is not SafeNow.UNANSWERED:
        yield fact(FactName.SAFE_NOW, draft.safe_now)
    if draft.parents is not Parents.UNANSWERED:
        yield fact(FactName.PARENTS, draft.parents)
    for sort in draft.sorts:
        yield fact(FactName.SORT, sort)
    for area in draft.four_cs:
        yield fact(FactName.FOUR_C, area)
    if ConcernSort.NUDES in draft.sorts:
        yield fact(FactName.IMAGERY)
    if any(draft.online.fields().values()) or any(sort.online for sort in draft.sorts):
        yield fact(FactName.ONLINE)


def _people(draft: ConcernDraft, known: Mapping[str, Known]) -> Iterator[str]:
    on = _day_of(draft)
    did_it = [one for one in draft.people if one.role is Involvement.SAID_TO_HAVE_DONE_IT]
    for one in draft.people:
        seen = known.get(key_of(one.who))
        if seen is not None:
            yield fact(FactName.INVOLVED, seen.sort(on))
            if seen.kind is PersonKind.PUPIL and seen.born and on:
                yield fact(FactName.PUPIL_AGE, _age(_years(seen.born, on)))
    for one in did_it:
        seen = known.get(key_of(one.who))
        yield fact(FactName.SAID_TO_HAVE_DONE_IT, _who_did_it(draft, seen, on))
        if seen is not None and seen.post is not None and seen.post.value in _POSTS:
            yield fact(FactName.ADULT_IS, seen.post)
    if draft.about is About.ADULT or _SAYS_STAFF & set(draft.sorts):
        yield fact(FactName.INVOLVED, "staff")
    if draft.about is About.CHILD or _SAYS_PUPIL & set(draft.sorts):
        yield fact(FactName.INVOLVED, "pupil")


def _who_did_it(draft: ConcernDraft, seen: Known | None, on: date | None) -> str:
    if seen is not None:
        sort = seen.sort(on)
        return "pupil" if sort == "over_18_pupil" else sort
    return "staff" if draft.about is About.ADULT else "not_known"


def _teller(draft: ConcernDraft, known: Mapping[str, Known]) -> Iterator[str]:
    seen = known.get(draft.told_by.person) if draft.told_by.person else None
    if draft.told_by.rather_not:
        yield fact(FactName.TOLD_BY, "unnamed")
    elif seen is not None:
        yield fact(FactName.TOLD_BY, seen.sort(None))


def _written(draft: ConcernDraft) -> Iterator[str]:
    if inside := in_or_outside_hours(draft.happened.at):
        yield fact(FactName.HAPPENED, inside)
    online = draft.online
    stands = {
        "time": draft.happened.at,
        "place": online.platform or online.address or online.group or online.account,
        "words": draft.words,
        "wishes": draft.wishes,
        "action": draft.action,
        "outcome": draft.outcome,
        "parents_why": draft.parents_why,
    }
    for name, text in stands.items():
        if text.strip():
            yield fact(FactName.HAS, name)


def _day_of(draft: ConcernDraft) -> date | None:
    at = (draft.happened.at or draft.told_at)[: len("2026-11-19")]
    try:
        return date.fromisoformat(at)
    except ValueError:
        return None


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _age(years: int) -> str:
    return next((name for below, name in _AGES if years < below), "18_or_over")
