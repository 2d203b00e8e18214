"""Who receives an allegation, by who it is about: asked before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_route import Keep, Way
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.routing import Row, route
from dsl_desk.domain.threshold import case_managers, manager_of
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.adult import Adult
    from dsl_desk.keys.header import Header, MemberRow
    from dsl_desk.services.cases import Cases

_STAFF = Compartment.STAFF


def way_for(cases: Cases, adult: Adult) -> Way:
    """Return where an allegation about somebody goes, as far as they are named by now."""
    page, me = cases.book.page(), cases.sitting.member
    about = member_named(page, adult)
    goes = route(about.member.id if about else None, cases.posts(), adult.post)
    about_me = about is not None and about.member.id == me.id
    if goes.row is None:
        return Way(Keep.LADO_ALONE, None, mine=False, about_me=about_me)
    manager = manager_of(goes.row)
    first = next(iter(case_managers(goes.row, cases.posts())), None)
    if goes.row is Row.STAFF and not (about and _STAFF in holding(about)):
        mine = cases.sitting.may_write(_STAFF, EntryClass.ALLEGATION)
        people = _names(page, (row.member.id for row in page.members if _STAFF in holding(row)))
        return Way(Keep.STAFF, goes.row, mine, about_me, manager, people, first)
    mine = me.id in goes.holders
    people = _names(page, goes.holders)
    return Way(Keep.SEALED, goes.row, mine, about_me, manager, people, first)


def may_sign_low_level(cases: Cases, row: Row) -> bool:
    """Tell whether this member is the case manager, or stands in for them."""
    return cases.sitting.member.id in case_managers(row, cases.posts())


def managers(cases: Cases, row: Row) -> tuple[str, ...]:
    """Return who the case manager is and who stands in, by name."""
    return _names(cases.book.page(), case_managers(row, cases.posts()))


def member_named(page: Header, adult: Adult) -> MemberRow | None:
    """Return the member an adult is, by id or by a name spelled alike."""
    if adult.member:
        return page.row(MemberId(adult.member))
    if not adult.name.strip():
        return None
    subject = adult.subject()
    return next((row for row in page.members if subject.is_the_same_as(row.member)), None)


def _names(page: Header, people: Iterable[MemberId]) -> tuple[str, ...]:
    wanted = tuple(people)
    names = {row.member.id: row.member.name for row in page.members if not row.retired}
    return tuple(names[one] for one in wanted if one in names)
