"""What was set aside in one record is set aside wherever somebody with both keys can reach it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.progress import untold
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from tests.builders import a_concern_draft
from tests.services.looking import captured, decided, fresh_entry
from tests.services.staffroom import HESTER, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

WHY = "It may show a child"


@pytest.fixture
def school(vault: TrainingVault) -> Staffroom:
    return Staffroom(vault).add_everybody()


def used_in_staff(desk: Desk, evidence: Evidence) -> Evidence:
    people = (Involved(PersonRef("Sorrel Whinchat"), Involvement.SAID_TO_HAVE_DONE_IT),)
    draft = replace(a_concern_draft(people=people), about=About.ADULT)
    concern = desk.concerns.record(draft, fresh_entry(desk)).answer.id
    begun = desk.uses.begin(evidence.id, concern, "It is about her, too")
    return desk.uses.keep(begun.carry(), fresh_entry(desk)).answer


def to_set_aside(desk: Desk) -> list[Need]:
    today = desk.today.read()
    return [one for one in (*today.now, *today.later) if one.sort is NeedSort.SET_ASIDE_TOO]


def test_that_whoever_holds_both_keys_sets_it_aside_in_both(school: Staffroom) -> None:
    with school.desk() as desk:
        evidence = captured(desk, decided(desk).id)
        used = used_in_staff(desk, evidence)
        desk.quarantines.set_aside(evidence.id, WHY, fresh_entry(desk))
        there = desk.quarantines.of(used.id)
        assert there is not None
        assert evidence.ref not in there.draft.why  # neither part learns of the other
        with pytest.raises(QuarantinedError):
            desk.evidence.open(used.id)
        for part in (Compartment.CHILDREN, Compartment.STAFF):
            folder = evidence_folder(desk.sitting.folder, part)
            assert not list(folder.iterdir())
            assert list(evidence_set_aside(desk.sitting.folder, part).iterdir())
        assert to_set_aside(desk) == []


def test_that_whoever_opens_both_is_told_of_what_one_without_a_key_set_aside(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        evidence = captured(desk, decided(desk).id)
        used = used_in_staff(desk, evidence)
    with school.desk(OWEN) as desk:
        desk.quarantines.set_aside(evidence.id, WHY, fresh_entry(desk))
        assert to_set_aside(desk) == []
    with school.desk() as desk:
        [need] = to_set_aside(desk)
        assert (need.ref, need.evidence) == (used.ref, used.id)
        assert desk.quarantines.of(used.id) is None
        with pytest.raises(QuarantinedError):
            desk.evidence.open(used.id)
        desk.quarantines.set_aside(used.id, WHY, fresh_entry(desk))
        assert to_set_aside(desk) == []


def test_that_whoever_may_only_read_one_is_not_asked_for_what_they_cannot_do(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        evidence = captured(desk, decided(desk).id)
        used = used_in_staff(desk, evidence)
    with school.desk(HESTER) as desk:  # she writes in Staff and reads Children
        desk.quarantines.set_aside(used.id, WHY, fresh_entry(desk))
        assert desk.quarantines.of(evidence.id) is None
        assert to_set_aside(desk) == []
        with pytest.raises(QuarantinedError):
            desk.evidence.open(evidence.id)
    with school.desk() as desk:
        assert [need.ref for need in to_set_aside(desk)] == [evidence.ref]


def test_that_whoever_sets_aside_a_copy_is_told_where_its_original_was(school: Staffroom) -> None:
    with school.desk() as desk:
        about_staff = captured(desk, decided(desk).id)
        used = used_in_staff(desk, about_staff)
        assert desk.quarantines.lies_unseen(used.id) == ""
        assert desk.quarantines.lies_unseen(about_staff.id) == ""
        hester = next(one.id for one in desk.face.members if one.name == HESTER)
        desk.members.take_back_key(hester, Compartment.CHILDREN, WHY, untold)
    with school.desk(HESTER) as desk:
        assert desk.quarantines.lies_unseen(used.id) == about_staff.ref


def test_that_the_same_picture_captured_again_is_not_opened_either(school: Staffroom) -> None:
    with school.desk() as desk:
        viewing = decided(desk)
        first = captured(desk, viewing.id)
        desk.quarantines.set_aside(first.id, WHY, fresh_entry(desk))
        again = captured(desk, viewing.id)
        with pytest.raises(QuarantinedError):
            desk.evidence.open(again.id)
        assert [need.ref for need in to_set_aside(desk)] == [again.ref]
