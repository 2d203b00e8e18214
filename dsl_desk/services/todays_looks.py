"""What looking at accounts asks of somebody today: the police, an answer, the rest, an end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.viewing_standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.member import Member
    from dsl_desk.domain.working_days import CountsDays
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.viewings import ViewingView

_DAY: Final = len("2026-11-19")


def needs_of(looks: Looks, member: Member, calendar: CountsDays) -> Iterator[Need]:
    """Tell what needs somebody, each once; one kept in Staff by its reference only."""
    for quarantine in looks.quarantines.open():
        evidence = looks.evidence.read(RecordId(quarantine.draft.evidence))
        yield Need(NeedSort.RING_POLICE, ref=evidence.ref, evidence=evidence.id)
    for record in looks.quarantines.to_follow():
        ref = looks.evidence.read(record).ref
        yield Need(NeedSort.SET_ASIDE_TOO, ref=ref, evidence=record)
    for view in looks.viewings.undone():
        need = _of(view, member, calendar)
        if need is not None:
            yield need


def _of(view: ViewingView, member: Member, calendar: CountsDays) -> Need | None:
    viewing, mine = view.viewing, view.viewing.draft.looker_member == member.id
    named = viewing.draft.kept_in is Compartment.CHILDREN
    about = viewing.draft.whose.name if named else ""
    if view.standing is Standing.WAITING:
        if mine:
            return None  # somebody else's answer is waited for
        return Need(NeedSort.AGREE_TO_LOOK, about=about, ref=viewing.ref, evidence=viewing.id)
    if view.gaps or view.to_review:
        begun = date.fromisoformat(viewing.draft.starts[:_DAY])
        return Need(
            NeedSort.LOOK_OWES,
            about=about,
            ref=viewing.ref,
            due=calendar.after(begun, 1).isoformat(),
            count=len(view.gaps),
            evidence=viewing.id,
        )
    if view.standing is Standing.OVER and mine:
        return Need(NeedSort.LOOK_OVER, about=about, ref=viewing.ref, evidence=viewing.id)
    return None
