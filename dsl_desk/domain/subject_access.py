"""What somebody asked to see: each record given or withheld, and every key holder's answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

LONGEST_WHY: Final = 2_000


class Verdict(Enum):
    """Whether somebody is given a record."""

    GIVE = "give"
    WITHHOLD = "withhold"


class Exemption(Enum):
    """By what a record is withheld."""

    CHILD_ABUSE_DATA = "child_abuse_data"
    SERIOUS_HARM = "serious_harm"
    THIRD_PARTY = "third_party"
    LEGAL_PRIVILEGE = "legal_privilege"


@dataclass(frozen=True)
class Judged:
    """A record as it was read when it was decided about."""

    record: RecordId
    version: int


@dataclass(frozen=True)
class DecisionDraft:
    """What is decided about some records of one part, by whom, and why."""

    request: RecordId
    items: tuple[Judged, ...]
    verdict: Verdict | None = None
    exemption: Exemption | None = None
    why: str = field(default="", repr=False)
    dpo: str = field(default="", repr=False)
    decided_on: str = ""

    def problems(self, today: str) -> tuple[Problem, ...]:
        """Return all that stands in the way."""
        withheld = self.verdict is Verdict.WITHHOLD
        found = {
            "verdict": "" if self.verdict else "missing",
            "exemption": "missing" if withheld and self.exemption is None else "",
            "why": what_is_wrong(self.why, LONGEST_WHY) if withheld or self.why else "",
            "dpo": what_is_wrong(self.dpo),
            "decided_on": what_is_wrong_with_a_day(self.decided_on)
            if self.decided_on
            else "missing",
        }
        if not found["decided_on"] and self.decided_on > today:
            found["decided_on"] = "not_yet"
        return tuple(Problem(name, code) for name, code in found.items() if code)


@dataclass(frozen=True)
class AnswerDraft:
    """That a key holder has answered. What she holds by herself, and whether, is said nowhere."""

    request: RecordId
    member: MemberId


def _decision_to(draft: DecisionDraft) -> dict[str, Json]:
    items: list[Json] = [{"record": one.record, "version": one.version} for one in draft.items]
    withheld = draft.verdict is Verdict.WITHHOLD
    return {
        "request": draft.request,
        "items": items,
        "verdict": draft.verdict.value if draft.verdict else "",
        "exemption": draft.exemption.value if draft.exemption and withheld else "",
        "why": draft.why.strip(),
        "dpo": draft.dpo.strip(),
        "decided_on": draft.decided_on,
    }


def _decision_of(fields: Fields) -> DecisionDraft:
    exemption = fields.text("exemption")
    return DecisionDraft(
        request=_record(fields, "request"),
        items=tuple(
            Judged(_record(one, "record"), one.number("version")) for one in fields.each("items")
        ),
        verdict=fields.one_of("verdict", Verdict),
        exemption=Exemption(exemption) if exemption else None,
        why=fields.text("why"),
        dpo=fields.text("dpo"),
        decided_on=fields.text("decided_on"),
    )


def _answer_to(draft: AnswerDraft) -> dict[str, Json]:
    return {"request": draft.request, "member": draft.member}


def _answer_of(fields: Fields) -> AnswerDraft:
    return AnswerDraft(_record(fields, "request"), MemberId(fields.text("member")))


def _record(fields: Fields, name: str) -> RecordId:
    return RecordId(fields.text(name))


SUBJECT_DECISION: Final = Kind(
    "subject_decision", 1, EntryClass.REGISTER, _decision_to, _decision_of
)
SUBJECT_ANSWER: Final = Kind("subject_answer", 1, EntryClass.REGISTER, _answer_to, _answer_of)


@dataclass(frozen=True)
class Decided:
    """What stands about one record: the decision, who wrote it down, and of which version."""

    draft: DecisionDraft = field(repr=False)
    author: str = field(repr=False)
    version: int


@dataclass(frozen=True)
class SubjectItem:
    """A record that names the person, or stands beside one that does."""

    record: RecordId
    part: Compartment
    kind: str
    made: str
    what: str = field(repr=False)
    version: int
    decided: Decided | None = field(default=None, repr=False)

    @property
    def stands(self) -> Verdict | None:
        """What is decided about it as it is now; nothing where it changed since."""
        if self.decided is None or self.decided.version != self.version:
            return None
        return self.decided.draft.verdict

    @property
    def changed_since(self) -> bool:
        """Whether it was decided about, and says something else now."""
        return self.decided is not None and self.decided.version != self.version


@dataclass(frozen=True)
class AskedHolder:
    """A key holder who is asked, as everybody is, and when she answered."""

    member: MemberId
    name: str = field(repr=False)
    answered_at: str = ""
    noted_by: str = field(default="", repr=False)
