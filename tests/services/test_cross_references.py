"""A child's file says that a record about an adult is kept elsewhere, and names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.retention import RetentionClass
from tests.services.adults import (
    ROWAN,
    a_step,
    about,
    an_adult,
    an_allegation_draft,
    begin,
    codes,
    do,
)
from tests.services.looking import fresh_entry
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY

if TYPE_CHECKING:
    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.chronology import ChronicleRow
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom


def wren(desk: Desk) -> RecordId:
    draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
    return desk.people.add(draft, fresh_entry(desk)).answer.id


def told(child: str, name: str = ROWAN) -> AllegationDraft:
    children = (PersonRef("Wren Tamarisk", child), PersonRef("A child nobody has named"))
    return an_allegation_draft(an_adult(name), children=children)


def decided() -> AllegationStepDraft:
    return a_step(AllegationStepSort.CHILD_FILES, why="The LADO agrees")


def lines(desk: Desk, child: RecordId) -> tuple[ChronicleRow, ...]:
    return desk.chronology.of(child, 0, 9).rows


def test_that_it_stands_in_the_childs_file_once_and_names_nobody(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        child = wren(desk)
        record = begin(desk, told(child))
        do(desk, record, a_step(AllegationStepSort.NOTE))
        desk.allegations.note_in_files()
        (line,) = lines(desk, child)
        assert (line.sort, line.at) == (ItemSort.FILE, "2026-11-18T15:40")
        assert "AL-2026-001" in line.line
        assert "Rowan" not in line.title + line.line
        part = desk.sitting.part(Compartment.CHILDREN)
        assert not any("Rowan" in repr(entry.body.fields) for entry in part.ledger.entries())
        kept = desk.retention.of(line.record)
        assert (kept.of, kept.ref) == (RetentionClass.CHILD_FILE, "AL-2026-001")
        proposal = desk.disposals.propose(line.record, WHY, fresh_entry(desk), WHY).answer
        assert proposal.draft.record == line.record
    with school.desk(OWEN) as desk:  # who cannot open Staff is told where it is, and no more
        assert [row.title for row in lines(desk, child)] == [line.title]


def test_that_what_the_head_records_is_noted_by_whoever_may_write_there(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        child = wren(desk)
    with school.desk(HESTER) as desk:
        begin(desk, told(child))
        assert lines(desk, child) == ()
    with school.desk(MAYA) as desk:
        for _step in desk.sweep():
            pass
        assert len(lines(desk, child)) == 1


def test_that_nothing_crosses_about_whoever_could_read_it_there(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        child = wren(desk)
        record = begin(desk, told(child, OWEN))
        with pytest.raises(DraftError) as error:
            do(desk, record, decided())
        assert codes(error) == [("sort", "reads_there")]
        assert lines(desk, child) == ()
        desk.members.take_back_key(
            school.ids[OWEN], Compartment.CHILDREN, WHY, lambda _done, _of: None
        )
        desk.allegations.note_in_files()
        assert lines(desk, child) == ()  # a decision of its own, and nobody has made it yet
        do(desk, record, decided())
        assert len(lines(desk, child)) == 1


def test_that_from_a_sealed_case_nothing_crosses(school: Staffroom) -> None:
    with school.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER, Standing.HEAD)))
        with pytest.raises(DraftError):
            do(desk, record, decided())
