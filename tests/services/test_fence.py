"""The fence: a declared link is noticed, going on needs a reason, and who cannot read is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft, Contact, Tie
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.fence import FENCE_PASSED, FenceAct
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from tests.services.declaring import KIT, a_declaration, a_link, codes, declare, entry_of
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

pytestmark = pytest.mark.gate_story


@pytest.fixture
def school(signing_school: Staffroom) -> Staffroom:
    return signing_school


def pupil(desk: Desk, surname: str, forename: str) -> RecordId:
    draft = PersonDraft(PersonKind.PUPIL, surname, forename)
    return desk.people.add(draft, entry_of(desk)).answer.id


def test_that_a_link_to_the_child_or_the_family_is_noticed(school: Staffroom) -> None:
    owen = school.ids[OWEN]
    with school.desk(MAYA) as desk:
        kit, wren = pupil(desk, "Meadowcroft", "Kit"), pupil(desk, "Tamarisk", "Wren")
        mother = PersonRef("Ines Meadowcroft")
        file = ChildFileDraft(
            PersonRef(KIT, kit),
            contacts=(Contact(mother),),
            siblings=(Tie(PersonRef("Bryn Meadowcroft")),),
        )
        desk.people.keep_file(None, file, "Begun", entry_of(desk))
    with school.desk(HESTER) as desk:
        to_kit = a_link(who=PersonRef(KIT, kit))
        to_mother = a_link(who=PersonRef("ines  meadowcroft"), kind=LinkKind.PARENT)
        declared = declare(desk, a_declaration(to_kit, to_mother, by=OWEN, signed=OWEN))
        assert desk.fence.touches(owen, (PersonRef("Wren Tamarisk", wren),)) == ()
        touch, mothers = desk.fence.touches(owen, (PersonRef("Somebody", kit),))
        assert mothers.link.kind is LinkKind.PARENT
        assert touch.in_words == f"{OWEN}: aunt or uncle of {KIT}"
        assert (touch.declaration, touch.state) == (declared.written.id, DeclarationState.NEW)
        assert desk.fence.touches(school.ids[HESTER], (PersonRef(KIT, kit),)) == ()
        every = desk.fence.fenced(owen, None)
        assert (len(every.touches), every.runs) == (2, True)
        assert desk.fence.touches(RecordId("0" * 32), (PersonRef(KIT),)) == ()  # type: ignore[arg-type]  # nobody's id
        assert [one.by for one in desk.fence.links_to(kit)] == [OWEN, OWEN]
        assert desk.fence.links_to(wren) == ()
    with school.desk(MAYA) as desk:
        touches = desk.fence.touches(owen, (PersonRef(KIT, kit),))
        assert [one.link.kind for one in touches] == [LinkKind.PUPIL, LinkKind.PARENT]
        assert len(desk.fence.links_to(kit)) == 2


def test_that_going_on_needs_a_reason_that_is_kept_beside_the_link(school: Staffroom) -> None:
    owen = school.ids[OWEN]
    with school.desk(HESTER) as desk:
        declare(desk, a_declaration(by=OWEN, signed=OWEN))
    with school.desk(MAYA) as desk:
        touches = desk.fence.touches(owen, (PersonRef(KIT),))
        with pytest.raises(DraftError) as refused:
            desk.fence.pass_by(touches, FenceAct.VIEWER, " ")
        assert codes(refused) == [("reason", "missing")]
        desk.fence.pass_by(touches, FenceAct.VIEWER, "Nobody else is here today")
        ledger = desk.sitting.part(Compartment.DECLARATIONS).ledger
        passed = [one for one in ledger.entries() if one.body.kind == FENCE_PASSED]
        assert [one.body.fields["reason"] for one in passed] == ["Nobody else is here today"]
        assert desk.vault.check(lambda _done, _of: None).entries


def test_that_past_a_sealed_link_nothing_is_written_into_the_part(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        declare(desk, a_declaration(by=MAYA, signed=MAYA))
        touches = desk.fence.touches(school.ids[MAYA], (PersonRef(KIT),))
        assert [one.sealed for one in touches] == [True]
        before = len(tuple(desk.sitting.part(Compartment.DECLARATIONS).ledger.entries()))
        desk.fence.pass_by(touches, FenceAct.KEY, "The governors know of it")
        ledger = desk.sitting.part(Compartment.DECLARATIONS).ledger
        assert len(tuple(ledger.entries())) == before
        assert len(desk.declarations.lines()) == 1


def test_that_whoever_cannot_read_them_is_told_whom_to_ask(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        declare(desk, a_declaration(by=OWEN, signed=OWEN))
    with school.desk(OWEN) as desk:
        fenced = desk.fence.fenced(school.ids[OWEN], (PersonRef(KIT),))
        assert (fenced.touches, fenced.runs, fenced.ask) == ((), False, (MAYA, HESTER))
        assert desk.fence.links_to(RecordId("0" * 32)) == ()


def test_that_whoever_is_to_come_in_or_is_named_best_placed_is_asked_about(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        declare(desk, a_declaration(by=OWEN, signed=OWEN))
        declare(desk, a_declaration(by="Lena Harebell", signed="Lena Harebell"))
        come = desk.fence.named("lena harebell")
        assert [one.by for one in come.touches] == ["Lena Harebell"]
        assert desk.fence.named("Rowan Kestrel").touches == ()
        kit, words = (PersonRef(KIT),), f"{OWEN}, rather than lena  Harebell"
        both = desk.fence.named_in(words, kit)
        assert {one.by for one in both.touches} == {OWEN, "Lena Harebell"}
        rest = desk.fence.named_in(words, kit, school.ids[OWEN])
        assert [one.by for one in rest.touches] == ["Lena Harebell"]
        assert desk.fence.named_in("Nobody of them", kit).touches == ()
    with school.desk(OWEN) as desk:
        for fenced in (desk.fence.named(OWEN), desk.fence.named_in(OWEN, kit)):
            assert (fenced.runs, fenced.ask) == (False, (MAYA, HESTER))
