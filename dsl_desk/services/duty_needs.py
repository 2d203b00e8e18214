"""What the policy asks of somebody today: duties that are overdue, and switch-offs to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_list import Wanted
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.duties import Duties

MOST: Final = 300  # concerns are opened for it, newest first; what is left out is said
_OPEN: Final = (ConcernState.NEW, ConcernState.IN_PROGRESS, ConcernState.WAITING)


def needs_of(duties: Duties, concerns: Concerns) -> Iterator[Need]:
    """Tell what needs somebody: one need a concern, one for each change nobody else has seen."""
    for part in concerns.parts():
        yield from _of_part(duties, concerns, part)
    policy = duties.school.policy.in_force()
    for off in policy.off:
        if off.waits_for_me:
            switched = off.switched
            yield Need(NeedSort.SWITCHED_OFF, what=switched.reason, about=switched.name)
    for added in policy.own:
        if added.waits_for_me:
            yield Need(NeedSort.DUTY_ADDED, what=added.own.reason, about=added.own.name)


def _of_part(duties: Duties, concerns: Concerns, part: Compartment) -> Iterator[Need]:
    """Tell what is overdue in the newest open concerns of a part, and how many are left out."""
    listed = concerns.page(0, MOST, Wanted(part=part, states=_OPEN))
    named = part is Compartment.CHILDREN
    overdue = duties.overdue(tuple(row.id for row in listed.rows))
    for row in listed.rows:
        if row.id in overdue:
            yield _of(row, overdue[row.id], named=named)
    if listed.total > MOST:
        what, left = "" if named else label(part), listed.total - MOST
        yield Need(NeedSort.DUTIES_UNREAD, what=what, ref=part.value, count=left)


def _of(row: ConcernRow, late: tuple[DutyRow, ...], *, named: bool) -> Need:
    """Return the need of one concern: what is overdue for the longest, and how many more."""
    first = late[0]
    act, whom = label(first.asked.act), first.told.title
    return Need(
        NeedSort.DUTY_OVERDUE,
        what=f"{act}: {whom}" if whom else act,
        about=row.whom() if named else "",
        ref=row.ref,
        due="" if first.due is None else first.due.date().isoformat(),
        count=len(late),
        concern=row.id,
        over=True,
    )
