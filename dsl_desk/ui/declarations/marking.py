"""By which policy the duties of a declared link are asked, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.forms.duties_card import under_policy

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.declaration_routes import DeclarationRoutes
    from dsl_desk.services.desk import Desk


def under_which(record: RecordId, desk: Desk) -> str:
    """Return the policy of a declaration; whoever cannot read the versions asks that of today."""
    routes = desk.declarations.routes
    made_under = desk.declarations.line(record).declaration.draft.policy
    known = routes.knows_version(made_under)
    return under_policy(made_under, desk.policy.mark()) if known else _by_today(routes)


def _by_today(routes: DeclarationRoutes) -> str:
    school = routes.school()
    return "Law and guidance alone" if school is None else f"By {school.title}, as it is today"
