"""Who reviews what somebody declares, where it is kept, and what the school's policy says of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_facts import facts_of_declaration
from dsl_desk.domain.declaration_route import reviewer_of
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import NotTheReviewerError
from dsl_desk.domain.policy.family_links import WITHOUT_A_POLICY, ClauseHere, LinkPolicy
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.routing import Row
from dsl_desk.domain.words import label
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declaration_route import Reviewer
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.policy.family_links import FamilyLinks, LinkRule
    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.policy import Policies

_PART: Final = Compartment.DECLARATIONS
_ROLES: Final = {Recipient.HEAD: Role.HEAD, Recipient.DSL: Role.DSL}
_TITLES: Final = {Row.DSL: Recipient.HEAD, Row.HEAD: Recipient.CHAIR}


@dataclass(frozen=True)
class DeclarationRoutes:
    """Asked before anything is written, and once more when it is."""

    cases: Cases
    policy: Policies
    _links: dict[str, FamilyLinks] = field(default_factory=dict)

    def links(self) -> FamilyLinks:
        """Return how links are declared here; as the program has it where the policy is older."""
        school = self.school()
        if school is None:
            return WITHOUT_A_POLICY
        if school.family_links is not None:
            return school.family_links
        if school.name not in self._links:
            self._links[school.name] = _as_shipped(school, self.policy)
        return self._links[school.name]

    def school(self) -> Profile | None:
        """Return the school's policy; as it came for whoever holds no key to what it changed."""
        view = self.policy.in_force()
        if view.school is not None or Compartment.SCHOOL in self.cases.sitting.parts:
            return view.school
        return self.policy.told_to_all()

    def profiles(self) -> tuple[Profile, ...]:
        """Return law, guidance and the school's policy."""
        view, school = self.policy.in_force(), self.school()
        if school is None or view.school is not None:
            return view.profiles
        return (*view.guidance, school)

    def mark(self) -> PolicyMark:
        """Return under which version of the policy something is declared now.

        Whoever holds no key to School knows its title alone.
        """
        mark, school = self.policy.mark(), self.school()
        return PolicyMark(title=school.title) if mark == NO_POLICY and school is not None else mark

    def knows_version(self, mark: PolicyMark) -> bool:
        """Tell whether the version that a declaration was made under can be read here."""
        return bool(mark.entry) and Compartment.SCHOOL in self.cases.sitting.parts

    def under(self, mark: PolicyMark) -> tuple[Profile, ...]:
        """Return law, guidance and the policy of that version; of today where none is known."""
        return self.policy.under(mark) if self.knows_version(mark) else self.profiles()

    def reviewer(self, draft: DeclarationDraft) -> Reviewer:
        """Return who reviews it, as far as it is known by now whose it is."""
        rows = self.cases.book.page().members
        readers = {row.member.id for row in rows if _PART in holding(row)}
        member = MemberId(draft.member) if draft.member else self._named(draft)
        return reviewer_of(member, self.cases.posts(), readers, _ROLES[self.links().review])

    def kept_sealed(self) -> tuple[Member, ...]:
        """Return the members whose own declarations are kept sealed."""
        rows = [row for row in self.cases.book.page().members if not row.retired]
        readers = {row.member.id for row in rows if _PART in holding(row)}
        posts, usual = self.cases.posts(), _ROLES[self.links().review]
        goes = ((row, reviewer_of(row.member.id, posts, readers, usual)) for row in rows)
        return tuple(row.member for row, reviewer in goes if reviewer.row is not None)

    def completed(self, draft: DeclarationDraft) -> DeclarationDraft:
        """Return a draft with the member it is of: a name spelled alike is a member's."""
        return draft if draft.member else replace(draft, member=self._named(draft) or "")

    def is_mine(self, draft: DeclarationDraft) -> bool:
        """Tell whether it is one's own, by id or by a name spelled alike."""
        return draft.subject().is_the_same_as(self.cases.sitting.member)

    def may_review(self, draft: DeclarationDraft) -> bool:
        """Tell whether this member may sign a review of it."""
        reviewer = self.reviewer(draft)
        named = self.cases.sitting.member.id in reviewer.people and not self.is_mine(draft)
        in_part = reviewer.row is None
        return named and (
            not in_part or self.cases.sitting.may_write(_PART, EntryClass.DECLARATION)
        )

    def refuse(self, draft: DeclarationDraft) -> None:
        """Refuse whoever is not to sign a review of it."""
        if self.is_mine(draft):
            raise NotTheReviewerError(None)
        if not self.may_review(draft):
            raise NotTheReviewerError(self.reviewer(draft).role)

    def holders(self, row: Row | None) -> tuple[str, ...]:
        """Return who can open it, by name."""
        page = self.cases.book.page()
        people = [] if row is None else list(self.cases.holders(row))
        return tuple(
            each.member.name
            for each in page.members
            if (row is None and _PART in holding(each)) or each.member.id in people
        )

    def title(self, row: Row | None) -> str:
        """Return what the school calls whoever reviews it."""
        who = self.links().review if row is None else _TITLES.get(row, Recipient.GOVERNORS)
        school = self.school()
        titles = {} if school is None else school.roles
        return titles.get(who, label(who))

    def rules_of(self, draft: DeclarationDraft) -> tuple[LinkRule, ...]:
        """Return what the policy says of each of the links, once each."""
        links = self.links()
        rules = (links.rule_of(link.kind, link.relation) for link in draft.links)
        return tuple(dict.fromkeys(rule for rule in rules if rule is not None))

    def asked_of(self, draft: DeclarationDraft) -> tuple[Asked, ...]:
        """Return what law, guidance and the policy ask where such links are declared."""
        return asks(self.under(draft.policy), facts_of_declaration(draft))

    def said(self, row: Row | None = None) -> LinkPolicy:
        """Return how links are declared here, with titles and clauses as this school has them."""
        school = self.school()
        clauses = (
            {}
            if school is None
            else {
                one.number: ClauseHere(school.mark(one.number), one.words) for one in school.clauses
            }
        )
        return LinkPolicy(self.links(), self.title(row), clauses)

    def _named(self, draft: DeclarationDraft) -> MemberId | None:
        if not draft.by.strip():
            return None
        subject, rows = draft.subject(), self.cases.book.page().members
        return next((row.member.id for row in rows if subject.is_the_same_as(row.member)), None)


def _as_shipped(school: Profile, policy: Policies) -> FamilyLinks:
    known = (one.family_links for one in policy.choices() if one.name == school.name)
    return next((one for one in known if one is not None), WITHOUT_A_POLICY)
