"""A register: a title, its blanks, its own rule. One machine keeps them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import is_moment, is_past
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, under_no_policy
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.registers.blank import Blank, BlankSort
from dsl_desk.domain.subject import names_of_subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.registers.blank import Answers
    from dsl_desk.domain.school_calendar import SchoolCalendar
    from dsl_desk.domain.today import NeedSort


class RegisterName(Enum):
    """Which register. The value is the kind of its entries."""

    ACCOUNTS = "account_we_run"
    PHOTO_CONSENT = "photo_consent"
    APPROVALS = "approval"
    DEPARTURES = "departure"
    CONTACT_ATTEMPTS = "contact_attempt"
    ACKNOWLEDGEMENTS = "acknowledgement"
    BREACHES = "data_breach"
    TAKE_DOWNS = "take_down"
    SUBJECT_REQUESTS = "subject_request"
    FILTERING = "filtering_look"
    TRANSFERS = "child_transfer"
    FILES_RECEIVED = "file_received"


@dataclass(frozen=True)
class RegisterDraft:
    """What is written down: every answer as text, and the ids of those people who have one."""

    register: RegisterName
    answers: Answers = field(repr=False)
    people: Mapping[str, str] = field(default_factory=dict, repr=False)
    policy: PolicyMark = NO_POLICY  # in force when this version was written

    def said(self, blank: str) -> str:
        """Return one answer, without the spaces around it."""
        return self.answers.get(blank, "").strip()


@dataclass(frozen=True)
class Occasion:
    """When and by whom a register is written in. `before` is what stood there, if anything.

    `deciders`: who decides by the school's policy, as the register writes them; none: it is silent.
    """

    now: datetime
    role: Role
    before: RegisterDraft | None = None
    mine: bool = True  # whether the same member began this record
    deciders: tuple[str, ...] = ()


def _never_due(_draft: RegisterDraft) -> str:
    return ""


def _nothing_more(_draft: RegisterDraft, _calendar: SchoolCalendar) -> Mapping[str, str]:
    return {}


def _always_open(_draft: RegisterDraft) -> bool:
    return True


@dataclass(frozen=True)
class Register:
    """One register as data. `rule` returns a code for each blank that stands in the way.

    `due` is a day or a moment by which somebody has to look again; Today says so as `need`.
    `next_look` is a day that is set by itself, so many school days on, where it is left empty.
    `completes` returns the answers that are counted by the calendar, whatever stood there before.
    """

    name: RegisterName
    title: str
    tab: str
    one: str  # what a single entry is called: an account, a request
    purpose: str
    part: Compartment
    blanks: tuple[Blank, ...]
    columns: tuple[str, ...]  # the blanks a list shows, the first of them says what it is about
    day: str  # the blank by which the list is sorted, newest first
    rule: Callable[[RegisterDraft, Occasion], Mapping[str, str]]
    due: Callable[[RegisterDraft], str] = _never_due
    is_open: Callable[[RegisterDraft], bool] = _always_open
    need: NeedSort | None = None
    subject: str = ""  # the blank that names an adult it is about
    next_look: tuple[str, int] | None = None
    completes: Callable[[RegisterDraft, SchoolCalendar], Mapping[str, str]] = _nothing_more
    newest_counts: bool = False  # a newer entry is the next look: of the older ones none is due

    @property
    def asked(self) -> tuple[Blank, ...]:
        """The blanks a form asks for."""
        return tuple(each for each in self.blanks if not each.reckoned)

    def blank(self, name: str) -> Blank:
        """Return a blank by its name."""
        return next(blank for blank in self.blanks if blank.name == name)

    def problems(self, draft: RegisterDraft, occasion: Occasion) -> tuple[Problem, ...]:
        """Return all that stands in the way, in the order of the form."""
        found = {each.name: each.what_is_wrong(draft.said(each.name)) for each in self.blanks}
        for name, code in self.rule(draft, occasion).items():
            found[name] = found[name] or code
        for each in self.blanks:
            if each.sort is BlankSort.MOMENT and not found[each.name]:
                found[each.name] = _not_to_come(draft.said(each.name), occasion.now)
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def title_of(self, draft: RegisterDraft) -> str:
        """Return what one entry is about, in one line."""
        first = self.columns[0]
        return self.blank(first).told(draft.said(first)) or self.title

    @property
    def kind(self) -> Kind[RegisterDraft]:
        """How its entries are kept."""
        return Kind(
            name=self.name.value,
            schema=2,
            entry_class=EntryClass.REGISTER,
            to_fields=self._to_fields,
            of_fields=self._of_fields,
            steps=(under_no_policy,),
            to_names=self._to_names,
        )

    def said(self, draft: RegisterDraft) -> Said[RegisterDraft]:
        """Return an entry as the ledger takes it."""
        return Said(draft, happened_at=draft.said(self.day))

    def _to_fields(self, draft: RegisterDraft) -> dict[str, Json]:
        said = {each.name: draft.said(each.name) for each in self.blanks}
        persons = {
            name: person for name, person in draft.people.items() if person and said.get(name)
        }
        return {"answers": {**said}, "people": {**persons}, "policy": draft.policy.fields()}

    def _of_fields(self, fields: Fields) -> RegisterDraft:
        answers, people = fields.inside("answers").texts(), fields.inside("people").texts()
        return RegisterDraft(self.name, answers, people, PolicyMark.of(fields.inside("policy")))

    def _to_names(self, draft: RegisterDraft) -> dict[str, str]:
        named = [draft.said(each.name) for each in self.blanks if each.sort is BlankSort.PERSON]
        names = {PEOPLE: "\n".join(name for name in named if name)}
        return names | (names_of_subjects([draft.said(self.subject)]) if self.subject else {})


PEOPLE: Final = "people"


@dataclass(frozen=True)
class Registered:
    """An entry of a register as it stands in the ledger."""

    id: RecordId
    version: int
    written_at: datetime
    author: str = field(repr=False)
    draft: RegisterDraft
    entry: Stamp
    reason: str = field(default="", repr=False)


def registered_of(entry: Entry, register: Register) -> Registered:
    """Return what an entry of a register holds."""
    header = entry.header
    return Registered(
        id=header.record,
        version=header.version,
        written_at=datetime.fromisoformat(header.written_at),
        author=entry.body.names[AUTHOR],
        draft=register.kind.said(entry).draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


@dataclass(frozen=True)
class RegisterRow:
    """One line of a list: what its columns say, and when somebody has to look again."""

    id: RecordId
    register: RegisterName
    version: int
    cells: tuple[str, ...] = field(repr=False)
    people: tuple[str, ...] = ()  # for each cell the id of who stands there, or nothing
    due: str = ""
    is_open: bool = True


def _not_to_come(at: str, now: datetime) -> str:
    return "not_yet" if at and is_moment(at) and not is_past(at, now) else ""
