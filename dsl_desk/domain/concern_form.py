"""How a concern becomes the fields of an entry, and comes back; one step for each old schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Injury, Involved, Online, Plan, Teller
from dsl_desk.domain.moments import HowSure, Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.mark import policy_fields, policy_in
from dsl_desk.domain.record import REF
from dsl_desk.domain.subject import names_of_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from enum import Enum

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

PEOPLE: Final = "people"  # the names of a body: everybody in it, a line each, for the search


def to_fields(draft: ConcernDraft) -> dict[str, Json]:
    """Return what the ledger keeps. Sets are sorted; people stand as they were written."""
    return {
        **policy_fields(draft.policy),
        "about": draft.about.value,
        "people": [one.fields() for one in draft.people],
        "told_by": draft.told_by.fields(),
        "happened": draft.happened.fields(),
        "told_at": draft.told_at,
        "online": draft.online.fields(),
        "words": draft.words,
        "wishes": draft.wishes.strip(),
        "view": draft.view.strip(),
        "four_cs": _sorted(draft.four_cs),
        "sorts": _sorted(draft.sorts),
        "safe_now": draft.safe_now.value,
        "action": draft.action.strip(),
        "parents": draft.parents.value,
        "parents_why": draft.parents_why.strip(),
        "siblings": [one.fields() for one in draft.siblings],
        "original": draft.original.strip(),
        "injuries": [one.fields() for one in draft.injuries],
        "plans": [one.fields() for one in draft.plans],
        "state": draft.state.value,
        "outcome": draft.outcome.strip(),
    }


def to_names(draft: ConcernDraft) -> dict[str, str]:
    """Return the names as they were written; about an adult, those who may never hold the key."""
    people = [*(one.who for one in draft.people), *draft.siblings]
    names = {PEOPLE: "\n".join(one.name.strip() for one in people)}
    if draft.about is About.ADULT:
        names |= names_of_subjects([one.name for one in draft.subjects()])
    return names


def of_fields(fields: Fields) -> ConcernDraft:
    """Return the draft an entry was made of."""
    return ConcernDraft(
        about=fields.one_of("about", About),
        people=tuple(Involved.of(each) for each in fields.each("people")),
        told_by=Teller.of(fields.inside("told_by")),
        happened=Moment.of(fields.inside("happened")),
        told_at=fields.text("told_at"),
        online=Online.of(fields.inside("online")),
        words=fields.text("words"),
        wishes=fields.text("wishes"),
        view=fields.text("view"),
        four_cs=fields.some_of("four_cs", FourC),
        sorts=fields.some_of("sorts", ConcernSort),
        safe_now=fields.one_of("safe_now", SafeNow),
        action=fields.text("action"),
        parents=fields.one_of("parents", Parents),
        parents_why=fields.text("parents_why"),
        siblings=tuple(PersonRef.of(each) for each in fields.each("siblings")),
        original=fields.text("original"),
        injuries=tuple(Injury.of(each) for each in fields.each("injuries")),
        plans=tuple(Plan.of(each) for each in fields.each("plans")),
        state=fields.one_of("state", ConcernState),
        outcome=fields.text("outcome"),
        policy=policy_in(fields),
    )


def from_schema_1(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: schema 1 knew one name, who told us, and the words."""
    affected = Involved(PersonRef(str(fields["about"])), Involvement.AFFECTED)
    draft = ConcernDraft(
        people=(affected,),
        told_by=Teller(str(fields["told_by"])),
        told_at="",
        words=str(fields["words"]),
        safe_now=SafeNow.UNANSWERED,
        happened=Moment("", HowSure.EXACT),
    )
    return {**to_fields(draft), REF: fields[REF]}


def _sorted(choices: Iterable[Enum]) -> Sequence[Json]:
    return sorted({str(choice.value) for choice in choices})
