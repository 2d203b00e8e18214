"""The policy as the ledger keeps it: the profile whole, as it was, and what the school changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.policy.changes import NO_CHANGES, Changes, OwnDuty, SwitchedOff, Woken
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class PolicyDraft:
    """The tables of a profile, so that what was in force can be read when the program has moved."""

    tables: Mapping[str, Json] = field(repr=False)
    changes: Changes = NO_CHANGES


@dataclass(frozen=True)
class PolicySeen:
    """That somebody else has seen a duty switched off: which, in which version, by whom it was."""

    policy: str
    duty: str
    since: int


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _to_fields(draft: PolicyDraft) -> dict[str, Json]:
    changes = draft.changes
    return {
        "profile": dict(draft.tables),
        "titles": {who.value: title for who, title in changes.titles.items()},
        "off": [{"duty": one.duty, "reason": one.reason, **_whose(one)} for one in changes.off],
        "added": [
            {"duty": dict(one.table), "reason": one.reason, **_whose(one)} for one in changes.added
        ],
        "woken": [{"duty": one.duty, "source": one.source, **_whose(one)} for one in changes.woken],
        "approved": _day(changes.approved),
        "review_on": _day(changes.review_on),
    }


def _whose(one: SwitchedOff | OwnDuty | Woken) -> dict[str, Json]:
    return {"by": one.by, "name": one.name, "since": one.since}


def _of_fields(fields: Fields) -> PolicyDraft:
    titles = fields.inside("titles").texts()
    changes = Changes(
        titles=MappingProxyType(
            {one: titles[one.value] for one in Recipient if one.value in titles}
        ),
        off=tuple(_off(each) for each in fields.each("off")),
        added=tuple(_own(each) for each in fields.each("added")),
        woken=tuple(_woken(each) for each in fields.each("woken")),
        approved=_day_of(fields.text("approved")),
        review_on=_day_of(fields.text("review_on")),
    )
    return PolicyDraft(fields.inside("profile").plain(), changes)


def _off(fields: Fields) -> SwitchedOff:
    return SwitchedOff(
        duty=fields.text("duty"),
        reason=fields.text("reason"),
        by=fields.text("by"),
        name=fields.text("name"),
        since=fields.number("since"),
    )


def _own(fields: Fields) -> OwnDuty:
    return OwnDuty(
        table=fields.inside("duty").plain(),
        reason=fields.text("reason"),
        by=fields.text("by"),
        name=fields.text("name"),
        since=fields.number("since"),
    )


def _woken(fields: Fields) -> Woken:
    return Woken(
        duty=fields.text("duty"),
        source=fields.text("source"),
        by=fields.text("by"),
        name=fields.text("name"),
        since=fields.number("since"),
    )


def from_schema_1(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: nothing slept, and who added a duty was not written down."""
    nobody: dict[str, Json] = {"reason": "", "by": "", "name": "", "since": 0}
    tables = Fields(dict(fields)).each("added")
    added: list[Json] = [{**nobody, "duty": one.plain()} for one in tables]
    return {**fields, "added": added, "woken": []}


def _seen_to_fields(seen: PolicySeen) -> dict[str, Json]:
    return {"policy": seen.policy, "duty": seen.duty, "since": seen.since}


def _seen_of_fields(fields: Fields) -> PolicySeen:
    return PolicySeen(fields.text("policy"), fields.text("duty"), fields.number("since"))


POLICY: Final = Kind("policy", 2, EntryClass.POLICY, _to_fields, _of_fields, (from_schema_1,))
POLICY_SEEN: Final = Kind("policy_seen", 1, EntryClass.POLICY, _seen_to_fields, _seen_of_fields)


def said_of_policy(draft: PolicyDraft) -> Said[PolicyDraft]:
    """Return the policy as the ledger takes it."""
    return Said(draft)
