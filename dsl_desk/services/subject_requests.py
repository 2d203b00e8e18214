"""What somebody asked to see: what names them, what is decided of it, and who has answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.record import AUTHOR, Said
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.subject_access import (
    SUBJECT_ANSWER,
    SUBJECT_DECISION,
    AnswerDraft,
    AskedHolder,
    Decided,
    SubjectItem,
)
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.words import label
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.keeping import KEEPING, kept_row, rows_naming, what_goes_with
from dsl_desk.storage.shelves.registers import open_entries
from dsl_desk.storage.shelves.subject_access import entries_about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import EntryId, MemberId, RecordId
    from dsl_desk.domain.record import Recorded
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.domain.subject_access import DecisionDraft
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.registers import Registers
    from dsl_desk.services.search import Search
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.keeping import KeptRow

_SCHOOL: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.REGISTERS})
# What was decided about records, and not anything that is kept about somebody.
_NOT_ABOUT_THEM: Final = frozenset(
    {"person_merge", "hold", SUBJECT_DECISION.name, SUBJECT_ANSWER.name}
)
_SEARCHED: Final = "What was searched is written down"


@dataclass(frozen=True)
class Standing:
    """A request as it stands for this member: what they can read of it, and who has answered."""

    request: Registered
    items: tuple[SubjectItem, ...] = field(repr=False)
    asked: tuple[AskedHolder, ...] = field(repr=False)
    by_words: int  # how many records say the name, whether they name the person or not
    me: MemberId

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts something was found in."""
        return tuple(dict.fromkeys(item.part for item in self.items))

    def of(self, part: Compartment) -> tuple[SubjectItem, ...]:
        """Return what was found in one part."""
        return tuple(item for item in self.items if item.part is part)

    def waiting(self, part: Compartment) -> int:
        """Return how many of a part are neither given nor withheld."""
        return sum(item.stands is None for item in self.of(part))

    @property
    def i_answered(self) -> bool:
        """Whether this member has answered for what only she can open."""
        return any(one.member == self.me and one.answered_at for one in self.asked)


class SubjectRequests:
    """What can be asked about requests, beside what a register does."""

    def __init__(
        self,
        sitting: Sitting,
        registers: Registers,
        directory: Directory,
        search: Search,
        face: Face,
    ) -> None:
        self._sitting = sitting
        self._registers = registers
        self._directory = directory
        self._search = search
        self._face = face

    def standing(self, request: RecordId) -> Standing:
        """Return a request with what names the person, in every part this member can read."""
        entry = self._registers.open(request)
        if entry.draft.register is not RegisterName.SUBJECT_REQUESTS:
            raise RecordMissingError
        items = tuple(item for part in self._parts() for item in self.items(entry, part))
        name = entry.draft.said("about")
        return Standing(
            request=entry,
            items=items,
            asked=self._asked(request),
            by_words=self._search.find(f'"{name}"', 0, 1).total,
            me=self._sitting.member.id,
        )

    def items(self, request: Registered, part: Compartment) -> tuple[SubjectItem, ...]:
        """Return what names the person in one part, oldest first, and what is decided of it."""
        opened = self._sitting.part(part)
        people = self._people(request)
        found: dict[RecordId, KeptRow] = {}
        for row in rows_naming(opened.database, people):
            if row.kind not in _NOT_ABOUT_THEM and row.record != request.id:
                found[row.record] = row
                found |= {one.record: one for one in what_goes_with(opened.database, row.record)}
        found |= self._their_own(opened, people)
        decided = self._decisions(opened, request.id)
        items = (
            SubjectItem(
                record=row.record,
                part=part,
                kind=row.kind,
                made=row.facts.made,
                what=" · ".join(one for one in (row.facts.ref, row.facts.what) if one),
                version=opened.ledger.newest(row.record).header.version,
                decided=decided.get(row.record),
            )
            for row in found.values()
        )
        return tuple(sorted(items, key=lambda item: (item.made, item.record)))

    def decide(self, part: Compartment, draft: DecisionDraft, entry: EntryId) -> Changed[RecordId]:
        """Write down what is decided of some records, in the part they are kept in."""
        problems = draft.problems(self._today())
        if not draft.items:
            problems = (*problems, Problem("items", "missing"))
        if problems:
            raise DraftError(problems)
        with self._sitting.writing(part, EntryClass.REGISTER) as write:
            write.record(SUBJECT_DECISION, Said(draft, happened_at=draft.decided_on), entry)
        return Changed(draft.request, _CHANGED)

    def answer(
        self, request: RecordId, entry: EntryId, member: MemberId | None = None
    ) -> Changed[RecordId]:
        """Write down that a key holder has answered, and nothing of what.

        There is no other answer to take: what only she can open shows in none. `member`: somebody
        else, who told it to this one.
        """
        who = member or self._sitting.member.id
        with self._sitting.writing(_SCHOOL, EntryClass.REGISTER) as write:
            write.record(SUBJECT_ANSWER, Said(AnswerDraft(request, who)), entry)
        return Changed(request, _CHANGED)

    def write_searched(self, request: RecordId, entry: EntryId) -> Changed[RecordId]:
        """Write into the request what was searched, as a version of its own."""
        standing = self.standing(request)
        draft = standing.request.draft
        before = draft.said("searched")
        words = "\n".join(one for one in (before, self._in_words(standing)) if one)
        answers = {**draft.answers, "searched": words}
        changed = self._registers.change(
            standing.request.entry.id, replace(draft, answers=answers), _SEARCHED, entry
        )
        return Changed(request, changed.things)

    def needs(self) -> Iterator[Need]:
        """Return the question that every key holder is asked, until this one has answered."""
        if _SCHOOL not in self._sitting.parts:
            return
        part = self._sitting.part(_SCHOOL)
        rows = open_entries(part.database, RegisterName.SUBJECT_REQUESTS)
        me = self._sitting.member.id
        for row in rows:
            if me not in {one.draft.member for one in self._answers(part, row.id)}:
                yield Need(NeedSort.SUBJECT_ASKED, about=row.cells[0], who=me, request=row.id)

    def _parts(self) -> tuple[Compartment, ...]:
        return tuple(part for part in self._sitting.parts if KEEPING in SHELVES[part])

    def _people(self, request: Registered) -> tuple[RecordId, ...]:
        person = request.draft.people.get("about", "")
        return self._directory.same_as(person) if person else ()

    def _their_own(self, part: Part, people: tuple[RecordId, ...]) -> dict[RecordId, KeptRow]:
        rows = (kept_row(part.database, person) for person in people)
        return {row.record: row for row in rows if row is not None}

    def _decisions(self, part: Part, request: RecordId) -> dict[RecordId, Decided]:
        found: dict[RecordId, Decided] = {}
        for name in entries_about(part.database, SUBJECT_DECISION.name, request):
            entry = part.ledger.known(name)
            draft, author = SUBJECT_DECISION.said(entry).draft, entry.body.names[AUTHOR]
            found |= {one.record: Decided(draft, author, one.version) for one in draft.items}
        return found

    def _asked(self, request: RecordId) -> tuple[AskedHolder, ...]:
        """Return every member, whoever they are: nobody is asked more than another."""
        answers = self._answers(self._sitting.part(_SCHOOL), request)
        by = {one.draft.member: one for one in answers}
        asked = []
        for member in self._face.members:
            said = by.get(member.id)
            when = said.written_at.isoformat(timespec="minutes") if said else ""
            noted = said.author if said and said.author != member.name else ""
            asked.append(AskedHolder(member.id, member.name, when, noted))
        return tuple(asked)

    def _answers(self, part: Part, request: RecordId) -> tuple[Recorded[AnswerDraft], ...]:
        names = entries_about(part.database, SUBJECT_ANSWER.name, request)
        return tuple(SUBJECT_ANSWER.recorded(part.ledger.known(name)) for name in names)

    def _in_words(self, standing: Standing) -> str:
        """Return what was searched, by whom and when; of other parts than School no count."""
        parts = ", ".join(label(part) for part in self._parts())
        now = self._sitting.clock.now()
        about = standing.request.draft.said("about")
        who = self._sitting.member.name
        return (
            f"{now.date().isoformat()}, {who}: every record that names {about} in {parts}, and the "
            f"full text of each for the name."
        )

    def _today(self) -> str:
        return self._sitting.clock.now().date().isoformat()
