"""How a declaration stands: waiting, asked back, agreed, to be accepted, to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.today import Need, NeedSort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.declaration_review import Review
    from dsl_desk.domain.policy.family_links import LinkPolicy, LinkRule
    from dsl_desk.domain.policy.matching import Asked

_DAY: Final = len("2026-11-19")


class DeclarationState(Enum):
    """How it stands. The order is that of the list."""

    ANSWERED = "answered"
    CHANGED = "changed"
    NEW = "new"
    LOOK_AGAIN = "look_again"
    ASKED = "asked"
    TO_ACCEPT = "to_accept"
    AGREED_WITH_CONDITIONS = "agreed_with_conditions"
    AGREED = "agreed"
    ADVISED_AGAINST = "advised_against"
    ESCALATED = "escalated"
    NOTHING_TO_DECLARE = "nothing_to_declare"


WAITING: Final = frozenset(
    {
        DeclarationState.ANSWERED,
        DeclarationState.CHANGED,
        DeclarationState.NEW,
        DeclarationState.LOOK_AGAIN,
    }
)
_DECIDED: Final = {
    Decision.AGREED: DeclarationState.AGREED,
    Decision.AGREED_WITH_CONDITIONS: DeclarationState.AGREED_WITH_CONDITIONS,
    Decision.MORE_ASKED: DeclarationState.ASKED,
    Decision.ADVISED_AGAINST: DeclarationState.ADVISED_AGAINST,
    Decision.ESCALATED: DeclarationState.ESCALATED,
}


@dataclass(frozen=True)
class DeclarationLine:
    """One line of the list: the declaration, its reviews oldest first, and how it stands."""

    declaration: Declaration
    reviews: tuple[Review, ...] = field(repr=False)
    state: DeclarationState
    sealed: bool = False

    @property
    def last(self) -> Review | None:
        """The newest review."""
        return self.reviews[-1] if self.reviews else None

    @property
    def waits(self) -> bool:
        """Whether it waits for whoever reviews it."""
        return self.state in WAITING

    @property
    def at(self) -> str:
        """The moment of the last that happened to it."""
        last = self.last
        return max(self.declaration.written.written_at, last.decided_on if last else "")


@dataclass(frozen=True)
class DeclarationView:
    """A declaration as its page shows it: what the policy says of it, and who does what."""

    line: DeclarationLine
    versions: tuple[Declaration, ...] = field(repr=False)
    before: Declaration | None = field(repr=False)  # what the same person declared last
    holders: tuple[str, ...] = field(repr=False)
    policy: LinkPolicy = field(repr=False)
    may_review: bool
    mine: bool
    year_ends: str
    rules: tuple[LinkRule, ...] = ()
    asked: tuple[Asked, ...] = ()  # by law, guidance and the policy

    @property
    def start(self) -> Decision:
        """What the policy leads to: the strictest of what it says of each link."""
        wanted = [rule.start for rule in self.rules]
        return max(wanted, key=_STRICTER.index, default=Decision.AGREED)

    def beyond(self, decision: Decision) -> bool:
        """Tell whether the policy has no room for a decision."""
        agrees = decision in (Decision.AGREED, Decision.AGREED_WITH_CONDITIONS)
        return agrees and any(not rule.may_agree for rule in self.rules)


_STRICTER: Final = (
    Decision.AGREED,
    Decision.AGREED_WITH_CONDITIONS,
    Decision.MORE_ASKED,
    Decision.ADVISED_AGAINST,
    Decision.ESCALATED,
)


def standing(
    declaration: Declaration, reviews: tuple[Review, ...], today: date
) -> DeclarationState:
    """Return how a declaration stands on a day."""
    if not reviews:
        return (
            DeclarationState.NOTHING_TO_DECLARE if declaration.draft.nil else (DeclarationState.NEW)
        )
    last = reviews[-1].draft
    if declaration.written.version > last.of_version:
        return DeclarationState.CHANGED
    if last.decision is Decision.MORE_ASKED:
        return DeclarationState.ANSWERED if last.answered_on else DeclarationState.ASKED
    if last.look_again_on and last.look_again_on <= today.isoformat():
        return DeclarationState.LOOK_AGAIN
    return DeclarationState.TO_ACCEPT if last.waits_to_be_accepted else _DECIDED[last.decision]


def in_order(lines: Iterable[DeclarationLine]) -> tuple[DeclarationLine, ...]:
    """Return what waits first, each part by its newest."""
    newest = sorted(lines, key=lambda line: line.at, reverse=True)
    return tuple(sorted(newest, key=lambda line: not line.waits))


def declaration_needs(lines: Iterable[DeclarationLine]) -> Iterator[Need]:
    """Return what needs whoever reviews, as Today tells it."""
    for line in lines:
        last, draft = line.last, line.declaration.draft
        sort, due = _NEEDS.get(line.state), ""
        if last is not None and sort is None and last.draft.look_again_on:
            sort, due = NeedSort.DECLARATION_AGAIN, last.draft.look_again_on[:_DAY]
        elif last is not None and line.state is DeclarationState.LOOK_AGAIN:
            due = last.draft.look_again_on[:_DAY]
        if sort is not None:
            yield Need(
                sort,
                about="" if line.sealed else draft.by,
                ref="" if line.sealed else line.declaration.ref,
                due=due,
                declaration=line.declaration.written.id,
            )


_NEEDS: Final = {
    DeclarationState.NEW: NeedSort.DECLARATION_WAITS,
    DeclarationState.CHANGED: NeedSort.DECLARATION_WAITS,
    DeclarationState.ANSWERED: NeedSort.DECLARATION_WAITS,
    DeclarationState.LOOK_AGAIN: NeedSort.DECLARATION_AGAIN,
    DeclarationState.TO_ACCEPT: NeedSort.ACCEPTANCE_WAITS,
}
