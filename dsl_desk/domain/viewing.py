"""A viewing decision: why somebody's account is looked at, or not, by whom, and from when to when.

It is written down before any picture exists. What stands in its way is in `viewing_rules`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, under_no_policy
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.subject import names_of_subjects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json


class Stands(Enum):
    """How the owner of an account stands to the case."""

    UNANSWERED = "unanswered"
    CHILD = "child"
    FAMILY = "family"
    STAFF = "staff"
    UNDER_ALLEGATION = "under_allegation"
    SUSPECT = "suspect"
    OTHER = "other"


class Look(Enum):
    """What was decided."""

    LOOK = "look"
    URGENT = "urgent"
    NOT_TO_LOOK = "not_to_look"


class OpenToAll(Enum):
    """Whether anybody can see the page without an account, a request or a trick."""

    UNANSWERED = "unanswered"
    YES = "yes"
    NO = "no"


class Authority(Enum):
    """How somebody else stands behind it."""

    UNANSWERED = "unanswered"
    ASKED = "asked"
    GIVEN = "given"
    NOBODY = "nobody"


ADVICE_FIRST_FOR: Final = frozenset({Stands.UNDER_ALLEGATION, Stands.SUSPECT})
_IN_STAFF: Final = ADVICE_FIRST_FOR | {Stands.STAFF}


@dataclass(frozen=True)
class ViewingDraft:
    """Every question, answered or still empty. `nth` is counted by the service."""

    whose: PersonRef = field(default=PersonRef(""), repr=False)
    stands: Stands = Stands.UNANSWERED
    look: Look = Look.LOOK
    platform: str = field(default="", repr=False)
    handle: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    open_to_all: OpenToAll = OpenToAll.UNANSWERED
    open_how: str = field(default="", repr=False)
    to_confirm: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    less_intrusive: str = field(default="", repr=False)
    proportionate: str = field(default="", repr=False)
    best_placed: str = field(default="", repr=False)
    looker: PersonRef = field(default=PersonRef(""), repr=False)
    looker_member: str = ""
    device: str = field(default="", repr=False)
    school_device: bool = False
    own_account: bool = False
    not_vetting: bool = False
    this_case: bool = False
    authority: Authority = Authority.UNANSWERED
    authoriser: str = field(default="", repr=False)
    authority_why: str = field(default="", repr=False)
    starts: str = ""
    ends: str = ""
    concern: str = ""
    people: tuple[PersonRef, ...] = field(default=(), repr=False)
    advice: str = field(default="", repr=False)
    surveillance: str = field(default="", repr=False)
    new_information: str = field(default="", repr=False)
    why_not_others: str = field(default="", repr=False)
    nth: int = 1
    found: str = field(default="", repr=False)
    ended_at: str = ""
    policy: PolicyMark = NO_POLICY  # in force when this version was written

    @property
    def kept_in(self) -> Compartment:
        """Which part it belongs in."""
        return Compartment.STAFF if self.stands in _IN_STAFF else Compartment.CHILDREN

    @property
    def needs_advice(self) -> bool:
        """Whether the LADO or the police are asked before anybody looks."""
        return self.stands in ADVICE_FIRST_FOR and self.look is not Look.NOT_TO_LOOK

    def account(self) -> str:
        """Return which account it is, as the pages say it."""
        return " ".join(part for part in (self.platform.strip(), self.handle.strip()) if part)

    def in_files_of(self) -> tuple[str, ...]:
        """Return whose files it stands in: the owner's, and those of everybody in the concern."""
        return ids_of((self.whose, *self.people))


@dataclass(frozen=True)
class Viewing:
    """A decision as it was written down."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    author_id: str
    draft: ViewingDraft
    entry: Stamp
    reason: str = field(default="", repr=False)


_CHOICES: Final[Mapping[str, type[Enum]]] = {
    "stands": Stands,
    "look": Look,
    "open_to_all": OpenToAll,
    "authority": Authority,
}
_TICKS: Final = ("school_device", "own_account", "not_vetting", "this_case")
_NAMED: Final = ("whose", "looker")
TEXTS: Final = tuple(
    each.name
    for each in fields(ViewingDraft)
    if each.name not in {*_CHOICES, *_TICKS, *_NAMED, "people", "nth", "policy"}
)


def _to_fields(draft: ViewingDraft) -> dict[str, Json]:
    return {
        **{name: getattr(draft, name).strip() for name in TEXTS},
        **{name: getattr(draft, name).value for name in _CHOICES},
        **{name: getattr(draft, name) for name in _TICKS},
        **{name: getattr(draft, name).fields() for name in _NAMED},
        "people": [one.fields() for one in draft.people],
        "nth": draft.nth,
        "policy": draft.policy.fields(),
    }


def _of_fields(read: Fields) -> ViewingDraft:
    return ViewingDraft(
        whose=PersonRef.of(read.inside("whose")),
        looker=PersonRef.of(read.inside("looker")),
        stands=read.one_of("stands", Stands),
        look=read.one_of("look", Look),
        open_to_all=read.one_of("open_to_all", OpenToAll),
        authority=read.one_of("authority", Authority),
        people=tuple(PersonRef.of(each) for each in read.each("people")),
        nth=read.number("nth"),
        policy=PolicyMark.of(read.inside("policy")),
        school_device=read.truth("school_device"),
        own_account=read.truth("own_account"),
        not_vetting=read.truth("not_vetting"),
        this_case=read.truth("this_case"),
        **{name: read.text(name) for name in TEXTS},
    )


def _to_names(draft: ViewingDraft) -> dict[str, str]:
    names = {
        "whose": draft.whose.name.strip(),
        "looker": draft.looker.name.strip(),
        "people": "\n".join(one.name.strip() for one in draft.people),
    }
    if draft.kept_in is Compartment.STAFF:  # nobody it is about is ever given the key
        names |= names_of_subjects([draft.whose.name])
    return names


VIEWING: Final = Kind(
    name="viewing",
    schema=2,
    entry_class=EntryClass.VIEWING,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(under_no_policy,),
    to_names=_to_names,
)


def said_of_viewing(draft: ViewingDraft, ref: str) -> Said[ViewingDraft]:
    """Return a decision as the ledger takes it."""
    return Said(draft, ref, draft.starts)


def viewing_of(entry: Entry) -> Viewing:
    """Return the decision that an entry holds."""
    said = VIEWING.said(entry)
    return Viewing(
        id=entry.header.record,
        ref=said.ref,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        author_id=entry.header.author,
        draft=said.draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


_TITLES: Final = {
    Look.LOOK: "Decided to look at an account",
    Look.URGENT: "Looked at an account, urgently",
    Look.NOT_TO_LOOK: "Decided not to look at an account",
}


def viewing_in_file(entry: Entry) -> Item:
    """Return how a decision stands in the files of whom it concerns."""
    viewing = viewing_of(entry)
    draft = viewing.draft
    title = f"{_TITLES[draft.look]}, {viewing.ref}"
    line = f"Found: {draft.found}" if draft.ended_at else f"Why: {draft.why}"
    at = draft.starts or entry.header.written_at
    return Item(draft.in_files_of(), at, ItemSort.EVIDENCE, title, line, draft.concern)
