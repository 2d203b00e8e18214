"""What a policy says of links between those who work here and the families: as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.terms import Recipient

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.declaration_review import Condition, Decision
    from dsl_desk.domain.declared_link import LinkKind


class Stance(Enum):
    """What a policy does with one kind of link."""

    DECLARE = "declare"
    EXCEPTED = "excepted"
    JUDGE = "judge"
    SILENT = "silent"
    ADVISE = "advise"
    FORBID = "forbid"


_NO_ROOM: Final = frozenset({Stance.ADVISE, Stance.FORBID})


@dataclass(frozen=True)
class Relation:
    """One relation that can be chosen. `close`: what this policy calls close family."""

    code: str
    words: str
    close: bool = False


@dataclass(frozen=True)
class LinkRule:
    """What the policy says of one kind of link, and what it leads to. `close`: of close family."""

    to: LinkKind
    stance: Stance
    start: Decision
    clause: str
    words: str
    close: bool = False

    @property
    def may_agree(self) -> bool:
        """Whether the policy has room for agreeing."""
        return self.stance not in _NO_ROOM


@dataclass(frozen=True)
class LinkQuestion:
    """Something this policy asks of whoever declares a link."""

    id: str
    words: str
    clause: str = ""


@dataclass(frozen=True)
class FamilyLinks:
    """How a school has links declared: who reviews, what is asked, what can be agreed."""

    review: Recipient
    clause: str
    words: str
    relations: tuple[Relation, ...]
    rules: tuple[LinkRule, ...] = ()
    conditions: tuple[Condition, ...] = ()
    questions: tuple[LinkQuestion, ...] = ()

    def relation(self, code: str) -> Relation | None:
        """Return a relation by its code; one of an older policy is not among them."""
        return next((one for one in self.relations if one.code == code), None)

    def rule_of(self, to: LinkKind, relation: str) -> LinkRule | None:
        """Return what is said of a link: first what is said of close family, if it is."""
        known = self.relation(relation)
        close = known is not None and known.close
        fit = [rule for rule in self.rules if rule.to is to and (close or not rule.close)]
        return next(iter(sorted(fit, key=lambda rule: not rule.close)), None)


@dataclass(frozen=True)
class ClauseHere:
    """A clause as it is cited here, and what it says in our words."""

    mark: str
    words: str


@dataclass(frozen=True)
class LinkPolicy:
    """How links are declared in this school, with its titles and clauses."""

    links: FamilyLinks
    reviewer: str
    clauses: Mapping[str, ClauseHere]


# What is offered where no policy was chosen, or one of before this was asked.
WITHOUT_A_POLICY: Final = FamilyLinks(
    review=Recipient.HEAD,
    clause="",
    words="Tell the Headteacher of links to pupils and their families, so that they are known.",
    relations=(
        Relation("parent", "Parent or step-parent", close=True),
        Relation("grandparent", "Grandparent", close=True),
        Relation("aunt_or_uncle", "Aunt or uncle", close=True),
        Relation("brother_or_sister", "Brother or sister", close=True),
        Relation("partner", "Partner or spouse", close=True),
        Relation("cousin", "Cousin"),
        Relation("godparent", "Godparent"),
        Relation("family_friend", "Family friend"),
        Relation("other", "Another link"),
    ),
)
