"""Papers of one record, gathered to leave: decision, low-level concern, referral, letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.low_level import LowLevel
from dsl_desk.domain.pack_facts import ChildInPack
from dsl_desk.domain.paper_facts import LowLevelFacts, ReferralFacts
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.prevent import PREVENT
from dsl_desk.domain.referral import referral_of
from dsl_desk.domain.written import Written
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.leaving_entry import carried_by, everybody_in, pieces_of, shown_of
from dsl_desk.services.naming import Linked
from dsl_desk.services.pressing import Question

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Leaf
    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.viewing_file import ViewingFile
    from dsl_desk.services.declaration_papers import DeclarationPapers
    from dsl_desk.services.leaving_entry import Sources
    from dsl_desk.services.low_level import LowLevels

_CHILDREN, _STAFF = Compartment.CHILDREN, Compartment.STAFF
_LETTER_PART: Final = Compartment.DECLARATIONS


@dataclass(frozen=True)
class RecordGatherer:
    """Reads one record and what belongs to it, in the part it is kept in."""

    sources: Sources = field(repr=False)
    low_level: LowLevels = field(repr=False)
    declared: DeclarationPapers = field(repr=False)
    school: str

    def viewing(self, wish: Wish) -> Bundle:
        """Return a decision to look with its evidence and custody."""
        from dsl_desk.documents.viewing import viewing_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        file = self.sources.looks.paper.file(wish.of, copies=True)
        draft = file.viewing.draft
        named = (draft.whose, draft.looker)
        return Bundle(
            leaf=viewing_leaf(file),
            part=draft.kept_in,
            carries=_carried(file),
            version=file.viewing.version,
            linked=Linked((draft.whose,), (draft.looker,), children=draft.kept_in is _CHILDREN),
            kept_from=self.sources.kept_from(one for one in named if one.name.strip()),
            pieces=shown_of(file.pieces),
            copies={
                one.evidence.id: tuple(shown.copy.id for shown in one.copies)
                for one in file.pieces
                if one.copies
            },
        )

    def low_level_concern(self, wish: Wish) -> Bundle:
        """Return a low-level concern."""
        from dsl_desk.documents.low_level import low_level_leaf  # noqa: PLC0415 as above

        now = self.low_level.open(wish.of)
        ledger = self.sources.sitting.part(_STAFF).ledger
        versions = tuple(LowLevel.of(Written.of(entry)) for entry in ledger.versions(wish.of))
        facts = LowLevelFacts(versions, Stamp.of(ledger.newest(wish.of)))
        shared = PersonRef(now.draft.shared_by)
        return Bundle(
            leaf=low_level_leaf(facts),
            part=_STAFF,
            carries=(wish.of,),
            version=now.written.version,
            linked=Linked((now.draft.adult.ref(),), (shared,), children=False),
        )

    def referral(self, wish: Wish) -> Bundle:
        """Return a referral to children's services, the police or somebody else outside."""
        from dsl_desk.documents.referral import referral_leaf  # noqa: PLC0415 as above

        facts = self._facts(wish.of)
        return self._of_referral(facts, referral_leaf(facts))

    def prevent(self, wish: Wish) -> Bundle:
        """Return a referral as the answers to the national form."""
        from dsl_desk.documents.referral import prevent_leaf  # noqa: PLC0415 as above

        facts = self._facts(wish.of)
        concern = facts.entry.concern if facts.entry else None
        asked = tuple(
            Question(one.name, one.words, one.said(concern) if concern else "") for one in PREVENT
        )
        return self._of_referral(facts, prevent_leaf(facts), asked)

    def letter(self, wish: Wish) -> Bundle:
        """Return the letter with the newest decision about a declaration."""
        from dsl_desk.documents.declaration import letter_leaf  # noqa: PLC0415 as above

        view = self.declared.view(wish.of)
        declaration = view.line.declaration

        def note(act: Act) -> None:
            self.declared.declarations.note(wish.of, act)

        return Bundle(
            leaf=letter_leaf(view),
            part=None if view.line.sealed else _LETTER_PART,
            carries=(wish.of,),
            version=declaration.written.version,
            linked=Linked((PersonRef(declaration.draft.by),), (), children=False),
            note=note,
        )

    def _facts(self, record: RecordId) -> ReferralFacts:
        sources = self.sources
        ledger = sources.sitting.part(_CHILDREN).ledger
        versions = tuple(referral_of(entry) for entry in ledger.versions(record))
        draft = versions[-1].draft
        return ReferralFacts(
            versions=versions,
            by=sources.sitting.member,
            school=self.school,
            entry=sources.entry(RecordId(draft.concern)) if draft.concern else None,
            children=tuple(self._child(one) for one in draft.people),
        )

    def _child(self, ref: PersonRef) -> ChildInPack:
        row = self.sources.directory.person(RecordId(ref.person)) if ref.person else None
        return ChildInPack(ref.name, row.draft if row else None, self.sources.front_of(ref))

    def _of_referral(
        self, facts: ReferralFacts, leaf: Leaf, asked: tuple[Question, ...] = ()
    ) -> Bundle:
        about = facts.referral.draft.people
        entries = (facts.entry,) if facts.entry else ()
        others = (*self._families(facts), *everybody_in(entries))
        beside = [record for entry in entries for record in carried_by(entry)]
        return Bundle(
            leaf=leaf,
            part=_CHILDREN,
            carries=tuple(dict.fromkeys((facts.referral.id, *beside))),
            version=facts.referral.version,
            linked=Linked(about, others),
            kept_from=self.sources.kept_from((*about, *others)),
            questions=asked,
            pieces=pieces_of(entries),
        )

    def _families(self, facts: ReferralFacts) -> tuple[PersonRef, ...]:
        files = [child.file for child in facts.children if child.file]
        contacts = [one.who for file in files for one in file.contacts]
        ties = [one.who for file in files for one in (*file.household, *file.siblings)]
        return tuple(one for one in (*contacts, *ties) if one.name.strip())


def _carried(file: ViewingFile) -> tuple[RecordId, ...]:
    return (file.viewing.id, *(piece.evidence.id for piece in file.pieces))
