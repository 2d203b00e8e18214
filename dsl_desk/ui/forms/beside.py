"""Problems shown beside the fields they are about, all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.bottom_bar import NeedsLook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.field import Field


def show_beside(
    fields: Mapping[str, Field], problems: Sequence[Problem], advice: Callable[[Problem], str]
) -> list[NeedsLook]:
    """Show each problem beside its field; return them in the order of the fields, for the bar."""
    by_field = {problem.field: problem for problem in problems}
    wrong = []
    for name, field in fields.items():
        if name in by_field:
            field.show_error(advice(by_field[name]))
            wrong.append(NeedsLook(field.label, field.control))
        else:
            field.clear_error()
    return wrong
