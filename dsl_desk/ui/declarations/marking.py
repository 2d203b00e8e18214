"""How the duties of a declared link are read, and how one of them is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.ui.forms.duties_card import under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.declaration_routes import DeclarationRoutes
    from dsl_desk.services.desk import Desk

MARKED: Final = "It is marked beside the declaration"


def marking_of(record: RecordId) -> Marking:
    """Return the duties of a declared link, for the card that shows them."""
    return Marking(
        record,
        lambda desk: _asks_of(record, desk),
        lambda desk, mark, entry: desk.declaration_duties.mark(mark, entry),
    )


def _asks_of(record: RecordId, desk: Desk) -> Asks:
    """Read the duties of a declaration; whoever cannot read the versions asks that of today."""
    routes = desk.declarations.routes
    made_under = desk.declarations.line(record).declaration.draft.policy
    known = routes.knows_version(made_under)
    under = under_policy(made_under, desk.policy.mark()) if known else _by_today(routes)
    return Asks(desk.declaration_duties.of(record), (), under)


def _by_today(routes: DeclarationRoutes) -> str:
    school = routes.school()
    return "Law and guidance alone" if school is None else f"By {school.title}, as it is today"
