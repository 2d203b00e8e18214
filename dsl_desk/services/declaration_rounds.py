"""The yearly round: issued to all staff, answered by code, chased, and closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.coded_answer import code_typed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import DeclarationDraft
from dsl_desk.domain.declaration_round import (
    DECLARATION_ROUND,
    Asked,
    Round,
    RoundDraft,
    fresh_codes,
    stands,
)
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.record import Said
from dsl_desk.domain.subject import Subject
from dsl_desk.domain.written import Written
from dsl_desk.storage.shelves.declarations import DECLARATIONS, declarations_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.people import People
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS
_CHANGED: Final = frozenset({Thing.DECLARATIONS})
_STARTERS: Final = "Whoever has started since was added"


class DeclarationRounds:
    """What can be asked about rounds."""

    def __init__(self, sitting: Sitting, declarations: Declarations, people: People) -> None:
        self._sitting = sitting
        self._declarations = declarations
        self._people = people

    def rounds(self) -> tuple[RoundStands, ...]:
        """Return every round as it stands, the newest first."""
        if _PART not in self._sitting.parts:
            return ()
        part, today = self._sitting.part(_PART), self._today()
        lines = self._declarations.lines()
        found = declarations_in(part.database, DECLARATION_ROUND.name)
        rounds = (Round.of(Written.of(part.ledger.newest(record))) for record in found)
        return tuple(stands(one, lines, today, self._sealed(one)) for one in rounds)

    def open_round(self) -> RoundStands | None:
        """Return the round that goes on, if one does."""
        return next((one for one in self.rounds() if not one.round.draft.closed_on), None)

    def staff(self) -> tuple[PersonRow, ...]:
        """Return everybody who works here today, by name."""
        today = self._today().isoformat()
        listed = self._people.directory.listed("", lambda row: row.kind is PersonKind.STAFF)
        return tuple(row for row in listed if not row.draft.ends or row.draft.ends >= today)

    def starters(self, of: RoundStands) -> tuple[PersonRow, ...]:
        """Return who works here and has not been asked in a round."""
        asked = {one.person for one in of.round.draft.people}
        return tuple(row for row in self.staff() if row.id not in asked)

    def issue(self, title: str, due_on: str, entry: EntryId) -> Changed[Round]:
        """Ask everybody on the staff list. The same id again changes nothing."""
        people = self._asked(self.staff(), ())
        today = self._today().isoformat()
        draft = RoundDraft(title.strip(), today, due_on, people)
        problems = draft.problems()
        if self.open_round() is not None and not self._knows(entry):
            problems = (*problems, Problem("title", "one_is_open"))
        if problems:
            raise DraftError(problems)
        self._sitting.part(_PART).fill_back_to(self._today().year, DECLARATIONS)
        with self._sitting.writing(_PART, EntryClass.DECLARATION) as write:
            written = write.record(DECLARATION_ROUND, Said(draft, "", today), entry)
        return Changed(Round.of(Written.of(written)), _CHANGED)

    def ask_starters(self, of: RoundStands, entry: EntryId) -> Changed[Round]:
        """Ask whoever has started since, and nobody a second time."""
        known = of.round.draft.people
        new = self._asked(self.starters(of), tuple(one.code for one in known))
        draft = replace(of.round.draft, people=(*known, *new))
        return self._next(of, draft, _STARTERS, entry)

    def close(self, of: RoundStands, why: str, entry: EntryId) -> Changed[Round]:
        """End a round: who has not answered by then stays written down as such."""
        if code := what_is_wrong(why, LONGEST_LINE * 5):
            raise DraftError((Problem("reason", code),))
        draft = replace(of.round.draft, closed_on=self._today().isoformat())
        return self._next(of, draft, why.strip(), entry)

    def nil(self, code: str, entry: EntryId) -> Changed[Declaration]:
        """Take in a form that says that there is nothing to declare."""
        return self._declarations.record(replace(self.begun(code), nil=True), entry)

    def as_before(self, code: str, entry: EntryId) -> Changed[Declaration]:
        """Take in a form that says that nothing has changed since the last one."""
        draft = self.unchanged(self.begun(code))
        if draft is None:
            raise DraftError((Problem("code", "nothing_before"),))
        return self._declarations.record(draft, entry)

    def with_code(self, code: str) -> tuple[RoundStands, Asked] | None:
        """Return the round that goes on, and whose form has this code."""
        of, typed = self.open_round(), code_typed(code)
        people = () if of is None else of.round.draft.people
        found = next((one for one in people if one.code == typed), None)
        return None if found is None or of is None else (of, found)

    def begun(self, code: str) -> DeclarationDraft:
        """Return what a form with a code begins with: whose it is; refused if unknown."""
        known = self.with_code(code)
        if known is None:
            raise DraftError((Problem("code", "unknown"),))
        of, found = known
        if all(one.asked != found for one in of.waiting):
            raise DraftError((Problem("code", "answered"),))
        return DeclarationDraft(
            by=found.name,
            person=found.person,
            role=found.role,
            signed=found.name,
            signed_on=self._today().isoformat(),
            round=of.round.written.id,
        )

    def unchanged(self, begun: DeclarationDraft) -> DeclarationDraft | None:
        """Return last year's answers on this year's form; None where there were none."""
        last = self.last_answers(Asked(begun.by, begun.person))
        if last is None:
            return None
        return replace(
            begun,
            links=last.links,
            answers=last.answers,
            nil=last.nil,
            statement=last.statement,
            asked_for=last.asked_for,
        )

    def form_of(self, code: str) -> DeclarationDraft:
        """Return a form that came back with links: last year's answers stand in it already."""
        draft = self.begun(code)
        before = self.unchanged(draft)
        return draft if before is None else replace(before, statement="")

    def last_answers(
        self, asked: Asked, lines: Sequence[DeclarationLine] | None = None
    ) -> DeclarationDraft | None:
        """Return what somebody declared last, if this member can read it."""
        known = self._declarations.lines() if lines is None else lines
        mine = [line for line in known if asked.is_of(line)]
        newest = max(mine, key=lambda line: line.declaration.written.id, default=None)
        return None if newest is None else newest.declaration.draft

    def _asked(self, rows: tuple[PersonRow, ...], taken: tuple[str, ...]) -> tuple[Asked, ...]:
        codes = fresh_codes(len(rows), taken)
        return tuple(
            Asked(row.name, row.id, row.draft.role, code)
            for row, code in zip(rows, codes, strict=True)
        )

    def _sealed(self, of: Round) -> frozenset[str]:
        """Return the codes of those whose answer is kept sealed: nobody chases them from here."""
        members = self._declarations.routes.kept_sealed()
        return frozenset(
            one.code
            for one in of.draft.people
            if any(Subject(one.name).is_the_same_as(member) for member in members)
        )

    def _next(
        self, of: RoundStands, draft: RoundDraft, reason: str, entry: EntryId
    ) -> Changed[Round]:
        with self._sitting.writing(_PART, EntryClass.DECLARATION) as write:
            said, before = Said(draft, "", draft.issued_on), of.round.written.entry
            written = write.version(DECLARATION_ROUND, said, before, reason, entry)
        return Changed(Round.of(Written.of(written)), _CHANGED)

    def _knows(self, entry: EntryId) -> bool:
        return self._sitting.part(_PART).ledger.find(entry) is not None

    def _today(self) -> date:
        return self._sitting.clock.now().date()
