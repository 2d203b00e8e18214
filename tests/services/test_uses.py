from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.uses import Poured
from tests.builders import a_concern_draft
from tests.services.looking import a_picture, captured, decided, fresh_entry
from tests.services.staffroom import HESTER, OWEN

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY = "The same post is about Bryony, too"
LONG = a_picture() + b"\0" * 200_000


def a_concern(desk: Desk, name: str = "Bryony Redstart") -> RecordId:
    draft = a_concern_draft(about=name)
    return desk.concerns.record(draft, fresh_entry(desk)).answer.id


def about_an_adult(desk: Desk) -> RecordId:
    people = (Involved(PersonRef("Sorrel Whinchat"), Involvement.SAID_TO_HAVE_DONE_IT),)
    draft = replace(a_concern_draft(people=people), about=About.ADULT)
    return desk.concerns.record(draft, fresh_entry(desk)).answer.id


def use(desk: Desk, evidence: Evidence, concern: RecordId) -> Evidence:
    carried = desk.uses.begin(evidence.id, concern, WHY).carry()
    return desk.uses.keep(carried, fresh_entry(desk)).answer


def folder(desk: Desk, part: Compartment) -> Path:
    return evidence_folder(desk.sitting.folder, part)


def test_that_evidence_is_used_in_another_concern_of_its_part_without_a_second_file(
    desk: Desk,
) -> None:
    first = a_concern(desk, "Wren Tamarisk")
    evidence = captured(desk, decided(desk, concern=first).id)
    other = a_concern(desk)
    used = use(desk, evidence, other)
    assert used.ref != evidence.ref
    assert used.captured.file == evidence.captured.file
    assert len(list(folder(desk, Compartment.CHILDREN).iterdir())) == 1
    assert [one.id for one in desk.evidence.of_concern(other)] == [used.id]
    assert [one.id for one in desk.evidence.of_concern(first)] == [evidence.id]
    assert desk.evidence.under(evidence.captured.basis) == (evidence,)  # type: ignore[arg-type]  # an id
    assert [one.name for one in used.captured.people] == ["Bryony Redstart"]
    assert desk.evidence.open(used.id).content() == a_picture()
    assert desk.evidence.read(used.id) == used


def test_that_its_lineage_is_told_in_words_where_it_is_used(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    desk.evidence.closed(desk.evidence.open(evidence.id), 61)
    used = use(desk, evidence, a_concern(desk))
    [line] = desk.custody.trail(used.id)
    assert (line.sort, line.ref) == (CustodySort.USED, evidence.ref)
    assert WHY in line.words
    assert "Looking decided VD-2026-001. Maya Fernsby" in line.words
    assert "for 1 minute" in line.words


def test_that_in_another_part_it_is_sealed_anew_and_neither_learns_of_the_other(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        evidence = captured(desk, decided(desk).id, LONG)
        staff = about_an_adult(desk)
        used = use(desk, evidence, staff)
        assert used.ref.startswith("SEV-")
        assert used.captured.file != evidence.captured.file
        [there] = folder(desk, Compartment.STAFF).iterdir()
        [here] = folder(desk, Compartment.CHILDREN).iterdir()
        assert there.name != here.name
        assert there.read_bytes() != here.read_bytes()
        assert desk.evidence.open(used.id).content() == LONG
    with school.desk(OWEN) as desk:  # no key to Staff
        sorts = [line.sort for line in desk.custody.trail(evidence.id)]
        assert CustodySort.USED not in sorts
        assert desk.evidence.of_concern(staff) == ()


def test_that_a_changed_original_is_not_carried_anywhere(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id, LONG)
    begun = desk.uses.begin(evidence.id, about_an_adult(desk), WHY)
    [path] = folder(desk, Compartment.CHILDREN).iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BlobDamagedError):
        begun.carry()
    staff = folder(desk, Compartment.STAFF)
    assert not staff.exists() or not list(staff.iterdir())
    with pytest.raises(BlobDamagedError):
        desk.uses.begin(evidence.id, a_concern(desk), WHY).carry()


def test_that_a_use_needs_its_reason_and_the_right_to_write_there(school: Staffroom) -> None:
    with school.desk() as desk:
        evidence, other = captured(desk, decided(desk).id), a_concern(desk)
        with pytest.raises(DraftError):
            desk.uses.begin(evidence.id, other, " ")
    with school.desk(HESTER) as desk, pytest.raises(NotEntitledError):
        desk.uses.begin(evidence.id, other, WHY)


def test_that_what_is_used_twice_stays_when_one_of_the_two_goes(school: Staffroom) -> None:
    with school.desk() as desk:
        evidence = captured(desk, decided(desk).id)
        used = use(desk, evidence, a_concern(desk))
        entry = fresh_entry(desk)
        proposal = desk.disposals.propose(evidence.id, WHY, entry, WHY).answer.id
    with school.desk(OWEN) as desk:
        desk.disposals.agree(proposal, "Read it, and agree", fresh_entry(desk))
        assert desk.evidence.open(used.id).content() == a_picture()
        assert desk.custody.trail(used.id)


def test_that_pieces_are_read_as_one_file_however_small_the_room() -> None:
    assert io.BufferedReader(Poured(iter((b"abc", b"de"))), 2).read(4) == b"abcd"
