"""Looking at accounts, as one drawer of the desk: decisions, evidence, custody, quarantine."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.viewing_policy import viewing_rules_of
from dsl_desk.domain.viewing_rules import NO_OWN_RULES
from dsl_desk.services.captures import Captures
from dsl_desk.services.conversations import Conversations
from dsl_desk.services.custody import Custody
from dsl_desk.services.pieces_on_paper import PiecesOnPaper
from dsl_desk.services.quarantines import Quarantines
from dsl_desk.services.same_picture import SamePicture
from dsl_desk.services.sharing import Sharing
from dsl_desk.services.told import Told
from dsl_desk.services.viewing_paper import ViewingPaper
from dsl_desk.services.viewings import Spoken, Viewings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.basis import Basis
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.handed_in import HandedIn
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.viewing_rules import RuleClause, ViewingRules
    from dsl_desk.domain.words_only import WordsOnly
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.viewing_book import ViewingBook
    from dsl_desk.services.viewings import ViewingView


@dataclass(frozen=True)
class Gathered:
    """What was decided, handed in, told in words and captured for one concern, oldest first."""

    decisions: tuple[ViewingView, ...] = field(default=(), repr=False)
    given: tuple[HandedIn, ...] = field(default=(), repr=False)
    in_words: tuple[WordsOnly, ...] = field(default=(), repr=False)
    pieces: tuple[Evidence, ...] = field(default=(), repr=False)
    set_aside: frozenset[RecordId] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether there is anything at all."""
        return bool(self.decisions or self.given or self.in_words or self.pieces)


@dataclass(frozen=True)
class Looks:
    """What belongs together from the decision to the paper."""

    viewings: Viewings = field(repr=False)
    told: Told = field(repr=False)
    evidence: Captures = field(repr=False)
    custody: Custody = field(repr=False)
    quarantines: Quarantines = field(repr=False)
    conversations: Conversations = field(repr=False)
    sharing: Sharing = field(repr=False)

    @property
    def paper(self) -> ViewingPaper:
        """A decision on paper."""
        return ViewingPaper(self.viewings, self.pieces)

    @property
    def pieces(self) -> PiecesOnPaper:
        """Evidence on whatever paper it stands."""
        return PiecesOnPaper(self.evidence, self.custody, self.quarantines, self.sharing)

    @property
    def same_picture(self) -> SamePicture:
        """Pictures that come again."""
        return SamePicture(self.viewings.book, self.quarantines)

    def part_of(self, record: RecordId) -> Compartment:
        """Return the part a decision or a piece of evidence is kept in."""
        return self.viewings.book.part_of(record)

    def kind_of(self, record: RecordId) -> str:
        """Return which kind of record it is."""
        return self.viewings.book.newest(record).body.kind

    def basis(self, record: RecordId) -> Basis:
        """Return what a capture rests on."""
        return self.viewings.book.basis(record)

    def of_concern(self, concern: RecordId) -> Gathered:
        """Return all of it that belongs to a concern and that this member may open."""
        pieces = self.evidence.of_concern(concern)
        return Gathered(
            decisions=self.viewings.of_concern(concern),
            given=self.told.of_concern(concern),
            in_words=self.told.in_words_of_concern(concern),
            pieces=pieces,
            set_aside=frozenset(one.id for one in pieces if self.quarantines.holds(one.id)),
        )

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts with decisions and evidence that this member can read."""
        return self.viewings.book.parts()


def looks_of(
    book: ViewingBook,
    cases: Cases,
    directory: Directory,
    policy: Policies,
) -> Looks:
    """Return what one member can ask for about looking."""
    viewings, quarantines = (
        Viewings(book, cases, directory, spoken_by(policy)),
        Quarantines(book),
    )
    captures = Captures(viewings, quarantines)
    conversations = Conversations(book, captures, quarantines, policy.mark)
    told, custody, sharing = Told(book, policy.mark), Custody(book), Sharing(book, quarantines)
    return Looks(viewings, told, captures, custody, quarantines, conversations, sharing)


def spoken_by(policy: Policies) -> Spoken:
    """Return what the school's policy says of looking, now and as it was."""
    return Spoken(partial(_rules, policy), policy.mark, partial(_clauses, policy))


def _clauses(policy: Policies, mark: PolicyMark) -> Mapping[str, RuleClause]:
    """Return which clause asks which question; of several policies the school's own comes last."""
    found: dict[str, RuleClause] = {}
    for profile in policy.under(mark):
        found |= viewing_rules_of(profile).clauses
    return found


def _rules(policy: Policies) -> ViewingRules:
    try:
        return viewing_rules_of(policy.in_force().school)
    except DamageError:  # named by the rounds and by every check; a child may be at risk now
        return NO_OWN_RULES
