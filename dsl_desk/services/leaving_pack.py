"""A referral pack for the LADO, gathered to leave: out of Staff, or out of one sealed case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import ItemSort, Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.pack_facts import Before, ChildInPack, PackFacts, still_open
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.cited import about_allegations
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.leaving_entry import shown_of
from dsl_desk.services.naming import Linked
from dsl_desk.services.pictures_out import carried
from dsl_desk.services.pressing import Original, Statement
from dsl_desk.storage.shelves.chronology import stretch_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation import Allegation
    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.carried_file import CarriedFile
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.lado_form import LadoForm
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.viewing_file import Piece
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.leaving_entry import Sources
    from dsl_desk.services.policy import Policies

_STAFF: Final = Compartment.STAFF
_MOST: Final = 100_000  # more than there is in anybody's file


@dataclass(frozen=True)
class PackGatherer:
    """What a pack is gathered from; and which form the school's authority has."""

    sources: Sources = field(repr=False)
    allegations: Allegations = field(repr=False)
    form: Callable[[], LadoForm | None] = field(repr=False)
    policy: Policies = field(repr=False)
    declared: Callable[[Adult], tuple[str, ...]] = field(repr=False)
    school: str

    def gather(self, wish: Wish) -> Bundle:
        """Return an allegation as a pack."""
        from dsl_desk.documents.lado_pack import pack_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        facts = self._facts(self.allegations.open(wish.of))
        line = facts.view.line
        said = line.allegation.draft
        others = self._called(PersonRef(said.told_by), PersonRef(said.told_to))
        return Bundle(
            leaf=pack_leaf(facts),
            part=None if line.sealed else _STAFF,
            carries=_carries(facts),
            version=line.allegation.written.version,
            pieces=shown_of(facts.evidence),
            linked=Linked((said.adult.ref(),), (*said.children, *others), children=False),
            kept_from=self.sources.kept_from(said.children),
            statements=tuple(
                Statement(one.code, one.words, facts.view.managers)
                for one in still_open(line.steps)
            ),
            originals=tuple(_offered(one) for one in facts.evidence if not one.set_aside),
            fetch=self._original,
        )

    def _original(self, record: RecordId) -> CarriedFile:
        """Return a piece of evidence as it was captured, under its number and nobody's name."""
        evidence = self.sources.looks.evidence
        return carried(evidence.for_paper(evidence.read(record)))

    def _facts(self, view: AllegationView) -> PackFacts:
        line = view.line
        adult = line.allegation.draft.adult
        row = self.sources.directory.person(adult.person) if adult.person else None
        record = line.allegation.written.id
        return PackFacts(
            view=view,
            versions={
                step.written.id: self.allegations.versions(record, step.written.id)
                for step in line.steps
            },
            by=self.sources.sitting.member,
            school=self.school,
            adult=row.draft if row else None,
            children=tuple(self._child(one) for one in line.allegation.draft.children),
            evidence=() if line.sealed else self._evidence(adult.person),
            before=Before(self._earlier(view), view.before),
            form=self.form(),
            clauses=about_allegations(self.policy.under(line.allegation.draft.policy)),
            links=self.declared(adult),
            stamp=None if line.sealed else self._stamp(record),
        )

    def _child(self, ref: PersonRef) -> ChildInPack:
        row = self.sources.directory.person(ref.person) if ref.person else None
        return ChildInPack(ref.name, row.draft if row else None, self.sources.front_of(ref))

    def _earlier(self, view: AllegationView) -> tuple[Allegation, ...]:
        """Return what stood in the adult's file before; what left it is not told of again."""
        if view.line.sealed:
            return ()
        adult = view.line.allegation.draft.adult
        found = (row.allegation for row in self.allegations.list() if not row.sealed)
        return tuple(
            one
            for one in found
            if one.written.id != view.line.allegation.written.id
            and one.draft.in_file
            and one.draft.adult.is_the_same_as(adult)
        )

    def _evidence(self, person: str) -> tuple[Piece, ...]:
        """Return the evidence in the adult's file with its custody, each original proved."""
        if not person:
            return ()
        part = self.sources.sitting.part(_STAFF)
        whose = Whose(self.sources.directory.same_as(person), ItemSort.EVIDENCE, oldest_first=True)
        rows = stretch_of(part.database, whose, 0, _MOST).rows
        entries = (part.ledger.newest(row.record) for row in rows)
        told = self.sources.looks.pieces.with_copies
        found = (entry for entry in entries if entry.body.kind == EVIDENCE.name)
        return tuple(told(evidence_of(entry)) for entry in found)

    def _stamp(self, record: RecordId) -> Stamp:
        return Stamp.of(self.sources.sitting.part(_STAFF).ledger.newest(record))

    def _called(self, *refs: PersonRef) -> tuple[PersonRef, ...]:
        """Return those who are called like somebody the school knows: a role is no name."""
        known = {row.name.casefold() for row in self.sources.directory.everybody().listed}
        return tuple(ref for ref in refs if ref.name.strip().casefold() in known)


def _offered(piece: Piece) -> Original:
    captured = piece.evidence.captured
    return Original(piece.evidence.id, f"{piece.evidence.ref}: {captured.said.shows}")


def _carries(facts: PackFacts) -> tuple[RecordId, ...]:
    line = facts.view.line
    found = [line.allegation.written.id, *(step.written.id for step in line.steps)]
    found += [one.written.id for one in facts.before.allegations]
    found += [one.written.id for one in facts.before.concerns]
    return (*found, *(one.evidence.id for one in facts.evidence))
