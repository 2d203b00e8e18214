"""A signed check, gathered to leave: for the governing body, or whoever else asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.services.leaving import Bundle
from dsl_desk.services.naming import Linked

if TYPE_CHECKING:
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.services.termly_checks import TermlyChecks


@dataclass(frozen=True)
class CheckGatherer:
    """Reads one signed check: whoever is named in its words is found by them, and covered."""

    checks: TermlyChecks = field(repr=False)

    def gather(self, wish: Wish) -> Bundle:
        """Return a check with its finding, and what was opened and taken out in its term."""
        from dsl_desk.documents.termly_check import check_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        facts = self.checks.on_paper(wish.of)
        return Bundle(
            leaf=check_leaf(facts),
            part=facts.part,
            carries=(facts.check.id,),
            version=facts.check.version,
            linked=Linked(children=False),
        )
