"""An allegation about an adult: what was said, to whom, when, and who is at risk. Nothing else.

What is done about it are steps of their own. The same record is kept in the Staff part or, about
somebody who could open that, in a sealed case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.adult import EMPLOYED_ELSEWHERE, Adult, Standing
from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import Moment, what_is_wrong_with_a_moment, what_is_wrong_with_the_past
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, policy_fields, policy_in
from dsl_desk.domain.record import Kind
from dsl_desk.domain.subject import SUBJECT
from dsl_desk.domain.threshold import LONGEST_WHY

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

LONGEST_WORDS: Final = 20_000


@dataclass(frozen=True)
class OnlinePart:
    """The part that social media played: where, which accounts, what evidence is kept of it."""

    contributed: bool = False
    platforms: str = field(default="", repr=False)
    handles: str = field(default="", repr=False)
    evidence: str = field(default="", repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {
            "contributed": self.contributed,
            "platforms": self.platforms.strip(),
            "handles": self.handles.strip(),
            "evidence": self.evidence.strip(),
        }

    @classmethod
    def of(cls, fields: Fields) -> OnlinePart:
        """Return what an entry kept."""
        return cls(fields.truth("contributed"), *(fields.text(name) for name in _ONLINE))


_ONLINE: Final = ("platforms", "handles", "evidence")


@dataclass(frozen=True)
class AllegationDraft:
    """An allegation as it is typed."""

    adult: Adult = field(default_factory=Adult)
    told_by: str = field(default="", repr=False)
    told_to: str = field(default="", repr=False)
    told_at: str = ""
    words: str = field(default="", repr=False)
    safe_now: SafeNow = SafeNow.UNANSWERED
    made_safe: str = field(default="", repr=False)
    happened: Moment = field(default_factory=Moment)
    place: str = field(default="", repr=False)
    children: tuple[PersonRef, ...] = ()
    witnesses: str = field(default="", repr=False)
    before: str = field(default="", repr=False)
    online: OnlinePart = field(default_factory=OnlinePart)
    teacher: bool = False
    pupil_here: bool = False
    grew_from: str = ""  # the low-level concern it was before
    in_file: bool = True  # whether it stands in the adult's own file
    policy: PolicyMark = NO_POLICY  # in force when this version was written

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        wants_employer = self.adult.standing in EMPLOYED_ELSEWHERE
        codes = {
            "about": what_is_wrong(self.adult.name),
            "standing": "missing" if self.adult.standing is Standing.UNANSWERED else "",
            "role": too_much(self.adult.role),
            "employer": (what_is_wrong if wants_employer else too_much)(self.adult.employer),
            "elsewhere": too_much(self.adult.elsewhere, LONGEST_WHY),
            "safe_now": "missing" if self.safe_now is SafeNow.UNANSWERED else "",
            "made_safe": too_much(self.made_safe, LONGEST_WHY),
            "told_by": what_is_wrong(self.told_by),
            "told_to": what_is_wrong(self.told_to),
            "told_at": what_is_wrong_with_the_past(self.told_at, now),
            "happened": what_is_wrong_with_a_moment(self.happened.at),
            "words": what_is_wrong(self.words, LONGEST_WORDS),
            "place": too_much(self.place),
            "witnesses": too_much(self.witnesses, LONGEST_WHY),
            "before": too_much(self.before, LONGEST_WHY),
            "platforms": "missing" if self._without_platform() else too_much(self.online.platforms),
            "handles": too_much(self.online.handles, LONGEST_WHY),
            "evidence": too_much(self.online.evidence, LONGEST_WHY),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def _without_platform(self) -> bool:
        return self.online.contributed and not self.online.platforms.strip()


_TEXTS: Final = (
    *("told_by", "told_to", "told_at", "words", "made_safe", "place"),
    *("witnesses", "before", "grew_from"),
)


def _to_fields(draft: AllegationDraft) -> dict[str, Json]:
    texts: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    # Whoever re-founds a part looks for the subject in one place, whatever the kind.
    named: dict[str, Json] = {SUBJECT: draft.adult.member} if draft.adult.member else {}
    return (
        texts
        | named
        | {
            "adult": draft.adult.fields(),
            "safe_now": draft.safe_now.value,
            "happened": draft.happened.fields(),
            "children": [one.fields() for one in draft.children],
            "online": draft.online.fields(),
            "teacher": draft.teacher,
            "pupil_here": draft.pupil_here,
            "in_file": draft.in_file,
            **policy_fields(draft.policy),
        }
    )


def _of_fields(fields: Fields) -> AllegationDraft:
    return AllegationDraft(
        adult=Adult.of(fields.inside("adult")),
        safe_now=fields.one_of("safe_now", SafeNow),
        happened=Moment.of(fields.inside("happened")),
        children=tuple(PersonRef.of(each) for each in fields.each("children")),
        online=OnlinePart.of(fields.inside("online")),
        teacher=fields.truth("teacher"),
        pupil_here=fields.truth("pupil_here"),
        in_file=fields.truth("in_file"),
        policy=policy_in(fields),
        **{name: fields.text(name) for name in _TEXTS},
    )


def _to_names(draft: AllegationDraft) -> dict[str, str]:
    return {SUBJECT: draft.adult.name.strip()}


ALLEGATION: Final = Kind(
    name="allegation",
    schema=1,
    entry_class=EntryClass.ALLEGATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
    to_names=_to_names,
)


@dataclass(frozen=True)
class Allegation:
    """An allegation as it was written down. A sealed one has no reference."""

    written: Written
    ref: str
    draft: AllegationDraft

    @classmethod
    def of(cls, written: Written) -> Allegation:
        """Return the allegation that was written."""
        said = ALLEGATION.said_in(written.body)
        return cls(written, said.ref, said.draft)


def allegation_reference(year: int, number: int) -> str:
    """Return AL-2026-004."""
    return f"AL-{year}-{number:03}"


def allegation_in_file(entry: Entry) -> Item:
    """Return how an allegation stands in the file of the adult, unless it has left it."""
    said = ALLEGATION.said(entry)
    draft = said.draft
    people = (draft.adult.person,) if draft.in_file and draft.adult.person else ()
    return Item(people, draft.told_at, ItemSort.ALLEGATION, f"Allegation {said.ref}", "")
