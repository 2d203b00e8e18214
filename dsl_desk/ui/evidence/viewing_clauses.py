"""The marks of clauses beside the questions of a decision, and which questions need no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.viewing_rules import ViewingRules
    from dsl_desk.ui.kit.field import Field

_OPTIONAL: Final = "(optional)"


def cite(fields: Mapping[str, Field], rules: ViewingRules) -> None:
    """Put the clause that asks a question beside it; say of others that they are optional."""
    for name, clause in rules.clauses.items():
        if name in fields:
            fields[name].cite(ClauseMark(clause.mark, clause.words, clause.source))
    for name in rules.optional & set(fields):
        fields[name].cite(Label(_OPTIONAL, Voice.BODY, Meaning.INK3))
