"""What leaves: for whom, why, what goes in, who is covered, and whether it is locked."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - dataclasses read the annotation of a field
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.leaving_errors import NotTheirFileError, OtherChildShownError
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.cover import Named
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId

LONGEST_WHY: Final = 2_000
LONGEST_ANSWER: Final = 10_000
READ_EVERY_PAGE: Final = "read_every_page"  # confirmed by whoever lets such a paper go
LOOKED_AT_EACH: Final = "looked_at_each_picture"  # confirmed wherever pictures or files go out


class PaperSort(Enum):
    """What kind of paper leaves."""

    ENTRY = "entry"
    FILE = "file"
    SELECTED = "selected"
    LADO_PACK = "lado_pack"
    VIEWING = "viewing"
    LOW_LEVEL = "low_level"
    SOCIAL_CARE = "social_care"
    PREVENT = "prevent"
    LETTER = "letter"
    DECLARATIONS = "declarations"
    DECLARATION_COUNTS = "declaration_counts"
    REGISTER = "register"
    DO_NOT_PUBLISH = "do_not_publish"
    LEDGER = "ledger"
    GOVERNORS = "governors"
    SUBJECT_COPY = "subject_copy"
    SUBJECT_SCHEDULE = "subject_schedule"
    TRANSFER = "transfer"
    CONVERSATION = "conversation"
    SEALED_COPY = "sealed_copy"
    SEALED_SCHEDULE = "sealed_schedule"
    CHECK = "check"


# Of these `Wish.of` is the name of a list, and no record.
LISTS: Final = frozenset(
    {
        PaperSort.DECLARATIONS,
        PaperSort.DECLARATION_COUNTS,
        PaperSort.REGISTER,
        PaperSort.DO_NOT_PUBLISH,
        PaperSort.LEDGER,
        PaperSort.GOVERNORS,
    }
)
# Somebody signs that they read every page of these, and everybody but the person is an alias.
READ_FIRST: Final = frozenset({PaperSort.SUBJECT_COPY, PaperSort.SEALED_COPY})
# On these a child stands under an alias for everybody, unless somebody chooses otherwise.
_NO_CHILD: Final = frozenset({PaperSort.TRANSFER, PaperSort.CHECK})


class RecipientSort(Enum):
    """For whom a paper is made."""

    LADO = "lado"
    POLICE = "police"
    SOCIAL_CARE = "social_care"
    OTHER_SCHOOL = "other_school"
    PARENT = "parent"
    PERSON_THEMSELVES = "person_themselves"
    GOVERNORS = "governors"
    COURT = "court"
    OWN_FILE = "own_file"


class HowItLeaves(Enum):
    """As a locked file, as one for an archive, as one anybody can open, or printed here."""

    LOCKED = "locked"
    ARCHIVE = "archive"
    OPEN = "open"
    PRINTED = "printed"


# They have to know who is meant: whoever is covered for them is covered with a reason.
NEED_NAMES: Final = frozenset(
    {RecipientSort.LADO, RecipientSort.POLICE, RecipientSort.SOCIAL_CARE, RecipientSort.COURT}
)
_SEE_EVERYBODY: Final = NEED_NAMES | {RecipientSort.OWN_FILE, RecipientSort.OTHER_SCHOOL}


_TAKE_A_FILE: Final = frozenset({RecipientSort.OTHER_SCHOOL, RecipientSort.SOCIAL_CARE})


@dataclass(frozen=True)
class Recipient:
    """For whom: what they are, who they are, and where they work."""

    sort: RecipientSort | None = None
    who: PersonRef = field(default_factory=lambda: PersonRef(""), repr=False)
    organisation: str = field(default="", repr=False)

    def words(self) -> str:
        """Return who it is, as the foot of a page says it."""
        told = (self.who.name.strip(), self.organisation.strip())
        return ", ".join(one for one in told if one)


@dataclass(frozen=True)
class Wish:
    """Which paper of which record: of a file, from when until when, or which entries of it.

    Of a list `of` is its name, and `narrowed` what it is narrowed to.
    """

    sort: PaperSort
    of: RecordId
    since: str = ""
    until: str = ""
    items: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the days."""
        codes = {name: what_is_wrong_with_a_day(getattr(self, name)) for name in ("since", "until")}
        if not any(codes.values()) and self.since and self.until and self.until < self.since:
            codes["until"] = "before_it_began"
        return tuple(Problem(name, code) for name, code in codes.items() if code)


@dataclass(frozen=True)
class LeavingDraft:
    """What is answered before anything leaves.

    `also`: names and words that are covered besides. `confirmed`: statements somebody stands for.
    `left_out_why`: why a pack does not say what was said of somebody earlier; nothing: it does.
    `answers`: what is said to questions of the paper that no record answers. `originals`: evidence
    that goes inside the file as it was captured. `sealed`: with the school's own key. `pictures`:
    what goes on the pages as a picture, or inside as a file, each looked at by whoever lets it go.
    `verdicts`: of a sealed case, which record is given, or by which exemption it is withheld.
    """

    recipient: Recipient = field(default_factory=Recipient)
    purpose: str = field(default="", repr=False)
    shown: Mapping[str, Showing] = field(default_factory=dict, repr=False)
    also: tuple[str, ...] = field(default=(), repr=False)
    covered_why: str = field(default="", repr=False)
    how: HowItLeaves = HowItLeaves.LOCKED
    unlocked_why: str = field(default="", repr=False)
    confirmed: tuple[str, ...] = ()
    left_out_why: str = field(default="", repr=False)
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    originals: tuple[str, ...] = ()
    sealed: bool = False
    pictures: tuple[str, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)

    @property
    def locked(self) -> bool:
        """Whether it leaves as a locked file; an archive copy lies inside one."""
        return self.how in (HowItLeaves.LOCKED, HowItLeaves.ARCHIVE)

    def covers(self) -> tuple[str, ...]:
        """Return who is not shown by their name."""
        hidden = (key for key, how in self.shown.items() if how is not Showing.SHOWN)
        return (*hidden, *self.also)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        recipient = self.recipient
        wants_why = recipient.sort in NEED_NAMES and bool(self.covers())
        own = recipient.sort is RecipientSort.OWN_FILE
        why = what_is_wrong if wants_why else too_much
        codes = {
            "sort": "" if recipient.sort else "missing",
            "who": (too_much if own else what_is_wrong)(recipient.who.name),
            "organisation": too_much(recipient.organisation),
            "purpose": what_is_wrong(self.purpose, LONGEST_WHY),
            "covered_why": why(self.covered_why, LONGEST_WHY),
            "left_out_why": too_much(self.left_out_why, LONGEST_WHY),
            "unlocked_why": self._wrong_with_unlocked(),
            # An original shows whoever is on it, whatever is covered on the pages.
            "originals": "covered" if self.originals and self.covers() else "",
            "pictures": "not_looked_at" if self._is_unseen() else "",
        }
        codes |= {name: too_much(said, LONGEST_ANSWER) for name, said in self.answers.items()}
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def _is_unseen(self) -> bool:
        """Tell whether something goes that nobody says to have looked at: it cannot be covered."""
        return bool(self.pictures) and LOOKED_AT_EACH not in self.confirmed

    def _wrong_with_unlocked(self) -> str:
        check = what_is_wrong if self.how is HowItLeaves.OPEN else too_much
        return check(self.unlocked_why, LONGEST_LINE)


def first_shown(
    named: Iterable[Named], sort: RecipientSort | None, paper: PaperSort | None = None
) -> dict[str, Showing]:
    """Return how everybody stands before anybody chooses.

    Whoever has to act sees names; families and governors see other children under an alias, and so
    does the next school: it has the file of one child. A check names no child to anybody. What
    somebody asked to see names nobody else, adult or child.
    """
    told = {}
    for one in named:
        other_child = one.child and not one.about
        covers = sort not in _SEE_EVERYBODY or paper in _NO_CHILD
        hidden = covers and sort is not None and other_child
        hidden = not one.about if paper in READ_FIRST else hidden
        told[one.key] = Showing.ALIAS if hidden else Showing.SHOWN
    return told


def stands_in_the_way(
    paper: PaperSort, draft: LeavingDraft, named: Iterable[Named]
) -> DeskError | None:
    """Return what forbids a paper for the next school: anybody else, or another child by name."""
    if paper is not PaperSort.TRANSFER:
        return None
    if draft.recipient.sort not in _TAKE_A_FILE:
        return NotTheirFileError()
    others = (one for one in named if one.child and not one.about)
    if any(draft.shown.get(one.key, Showing.SHOWN) is Showing.SHOWN for one in others):
        return OtherChildShownError()
    return None


def is_kept_from(recipient: Recipient, kept_from: Iterable[PersonRef]) -> bool:
    """Tell whether a paper must not go to them: by their record, or by a name spelled alike."""
    who = recipient.who
    return any(
        (who.person and who.person == one.person) or _same(who.name, one.name) for one in kept_from
    )


def _same(one: str, other: str) -> bool:
    said, listed = (" ".join(name.split()).casefold() for name in (one, other))
    return bool(said) and said == listed
