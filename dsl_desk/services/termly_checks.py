"""Checking by somebody else: the draw, what it may not leave out, and the signed finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.check_facts import CheckFacts, LookedAt
from dsl_desk.domain.checking_a_term import CheckStanding, Redrawn, Sampled, check_due
from dsl_desk.domain.entry import GONE, Head
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DraftError,
    NotEntitledError,
    RecordDisposedError,
    RecordMissingError,
)
from dsl_desk.domain.record import Said
from dsl_desk.domain.record_line import line_of
from dsl_desk.domain.school_terms import term_at
from dsl_desk.domain.termly_check import (
    DRAWN_FROM,
    TERMLY_CHECK,
    CheckDraft,
    MayBeDrawn,
    code_of,
    draw,
)
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.words import label
from dsl_desk.services.term_acts import TermActs
from dsl_desk.storage.shelves.termly_checks import checks_of, terms_checked
from dsl_desk.storage.term_read import entries_between, first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dsl_desk.domain.checking_a_term import Check
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import EntryId, MemberId, RecordId
    from dsl_desk.domain.school_terms import SchoolTerm
    from dsl_desk.domain.termly_check import FindingDraft
    from dsl_desk.services.sitting import Sitting

_CLASS: Final = EntryClass.AUTHORISATION
_CHANGED: Final = frozenset({Thing.CHECKS})
_SIGNED: Final = "The finding is signed"


class TermlyChecks:
    """What can be asked about checks. Whoever writes in a part never checks it."""

    def __init__(self, sitting: Sitting, face: Face, prove: Callable[[str], None]) -> None:
        self._sitting = sitting
        self._face = face
        self._prove = prove

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts this member may read about: those a sample is drawn from."""
        return tuple(part for part in DRAWN_FROM if part in self._sitting.parts)

    def standing(self, part: Compartment) -> CheckStanding:
        """Return what the page shows of one part."""
        term = self._term()
        checks = self._checks(part)
        waiting = next((one for one in checks if one.draft.finding is None), None)
        acts = TermActs(self._sitting.part(part).ledger, term, self._face)
        return CheckStanding(
            part=part,
            term=term,
            may_check=self._sitting.may_write(part, _CLASS),
            mine=waiting is not None and self._author(part, waiting) == self._sitting.member.id,
            open=waiting,
            sample=self._sample(part, waiting) if waiting else (),
            redrawn=self.redrawn(part, waiting) if waiting else None,
            signed=tuple(one for one in checks if one.draft.finding is not None),
            acts=acts.by_member(),
            bulk=acts.bulk(),
        )

    def on_paper(self, check: RecordId) -> CheckFacts:
        """Return a signed check with all that its paper tells."""
        for part in self.parts():
            for one in self._checks(part):
                if one.id == check and one.draft.finding is not None:
                    return self._facts(part, one, one.draft.finding)
        raise RecordMissingError

    def draw(self, part: Compartment, entry: EntryId) -> Changed[RecordId]:
        """Draw what is to be looked at, and write it down; what is drawn already stands."""
        waiting = [one for one in self._checks(part) if one.draft.finding is None]
        if waiting:
            return Changed(waiting[0].id, _CHANGED)
        term, ledger = self._term(), self._sitting.part(part).ledger
        with self._sitting.writing(part, _CLASS) as write:
            heads = ledger.heads()
            numbers = {head.strand: head.number for head in heads}
            pool, _gone = self._pool(part, term, numbers, self._sitting.member.id)
            code = code_of(heads, term, part)
            drawn = CheckDraft(term, code, numbers, len(pool), draw(code, pool, part))
            written = write.record(TERMLY_CHECK, Said(drawn), entry)
        return Changed(written.header.record, _CHANGED)

    def sign(
        self, of: Check, finding: FindingDraft, passphrase: str, entry: EntryId
    ) -> Changed[RecordId]:
        """Sign what was found, as whoever drew it, with the passphrase once more."""
        part = self._part_of(of)
        if self._author(part, of) != self._sitting.member.id:
            raise NotEntitledError(part)
        problems = finding.problems()
        if problems:
            raise DraftError(problems)
        self._prove(passphrase)
        draft = replace(of.draft, finding=finding)
        with self._sitting.writing(part, _CLASS) as write:
            write.version(TERMLY_CHECK, Said(draft), of.entry.id, _SIGNED, entry)
        return Changed(of.id, _CHANGED)

    def redrawn(self, part: Compartment, check: Check) -> Redrawn:
        """Draw once more, from the ledger as it stood, and tell whether the same comes out."""
        draft = check.draft
        if code_of(self._heads(part, draft.heads), draft.term, part) != draft.code:
            return Redrawn.OTHER
        pool, gone = self._pool(part, draft.term, draft.heads, self._author(part, check))
        if draw(draft.code, pool, part) == draft.drawn:
            return Redrawn.SAME
        return Redrawn.DISPOSED if gone else Redrawn.OTHER

    def needs(self) -> Iterator[Need]:
        """Return the parts of which a term has no check; whoever may not do it can ask for one."""
        today = self._sitting.clock.now().date()
        for part in self.parts():
            opened = self._sitting.part(part)
            began = first_day(opened.ledger)
            term = check_due(terms_checked(opened.database), self._term(), began, today)
            if term:
                mine = self._sitting.may_write(part, _CLASS)
                yield Need(NeedSort.CHECK_DUE, what=term, about=label(part), count=int(mine))

    def _term(self) -> SchoolTerm:
        return term_at(self._sitting.clock.now().date())

    def _checks(self, part: Compartment) -> tuple[Check, ...]:
        opened = self._sitting.part(part)
        found = (opened.ledger.known(name) for name in checks_of(opened.database))
        return tuple(TERMLY_CHECK.recorded(entry) for entry in found)

    def _part_of(self, check: Check) -> Compartment:
        name = bytes.fromhex(check.id)
        return next(part for part in self.parts() if self._sitting.part(part).ledger.knows(name))

    def _author(self, part: Compartment, check: Check) -> MemberId:
        return self._sitting.part(part).ledger.versions(check.id)[0].header.author

    def _heads(self, part: Compartment, numbers: Mapping[str, int]) -> Iterator[Head]:
        """Return the heads of the strands as they stood at these numbers."""
        ledger = self._sitting.part(part).ledger
        for strand, number in numbers.items():
            line = ledger.at(strand, number)
            if line is not None:
                yield Head(strand, number, line.head())

    def _pool(
        self, part: Compartment, term: SchoolTerm, heads: Mapping[str, int], checker: MemberId
    ) -> tuple[tuple[MayBeDrawn, ...], int]:
        """Return what others began in the term, up to these heads; and how much of it is gone."""
        pool, gone = [], 0
        for entry in entries_between(self._sitting.part(part).ledger, term.since, term.until):
            header = entry.header
            if header.version > 1 or header.number > heads.get(header.strand, 0):
                continue
            if entry.body is GONE:
                gone += 1
            elif header.author != checker and entry.body.kind in DRAWN_FROM[part]:
                pool.append(MayBeDrawn(header.record, entry.body.kind))
        return tuple(pool), gone

    def _sample(self, part: Compartment, check: Check) -> tuple[Sampled, ...]:
        read = TermActs(self._sitting.part(part).ledger, self._term(), self._face).read_by(
            self._author(part, check), check.written_at
        )
        found = (self._sampled(part, one) for one in check.draft.drawn)
        return tuple(replace(one, opened=one.record in read) for one in found)

    def _facts(self, part: Compartment, check: Check, finding: FindingDraft) -> CheckFacts:
        ledger = self._sitting.part(part).ledger
        acts = TermActs(ledger, check.draft.term, self._face, check.written_at)
        first = TERMLY_CHECK.recorded(ledger.versions(check.id)[0])
        sampled = [(self._sampled(part, looked.record), looked) for looked in finding.looked]
        return CheckFacts(
            part=part,
            check=check,
            drawn_at=first.written_at,
            entries=tuple(LookedAt(one.kind, one.ref, looked) for one, looked in sampled),
            redrawn=self.redrawn(part, check),
            acts=acts.by_member(),
            bulk=acts.bulk(),
        )

    def _sampled(self, part: Compartment, record: RecordId) -> Sampled:
        try:
            line = line_of(self._sitting.part(part).ledger.newest(record), part)
        except RecordDisposedError:
            line = None
        if line is None:
            return Sampled(record, "", 0, "", "", gone=True)
        return Sampled(record, line.kind, line.version, line.ref, line.title)
