from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import Stands
from dsl_desk.domain.words_only import Trigger, WordsOnlyDraft
from tests.builders import a_concern_draft
from tests.services.looking import captured, decided, fresh_entry

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

GIVEN = HandedInDraft(
    "Wren's mother", "2026-11-19T11:50", "By e-mail to the office", "A post that names Wren"
)
SAID = WordsOnlyDraft(
    told_by="Wren Tamarisk",
    at="2026-11-19T12:00",
    words="She was told that a picture of her is going round",
    triggers=(Trigger.UNDER_13,),
)


def test_that_what_is_handed_in_needs_no_decision(desk: Desk) -> None:
    handed_in = desk.told.take(GIVEN, fresh_entry(desk)).answer
    assert handed_in.ref == "HI-2026-001"
    assert desk.told.handed_in(handed_in.id) == handed_in
    evidence = captured(desk, handed_in.id)
    assert evidence.captured.basis_ref == "HI-2026-001"
    lines = desk.custody.trail(evidence.id)
    assert [line.sort for line in lines] == [CustodySort.HANDED_IN, CustodySort.CAPTURED]
    assert lines[0].words == "Wren's mother, By e-mail to the office"


def test_that_all_that_is_missing_in_it_is_said_at_once(desk: Desk) -> None:
    with pytest.raises(DraftError) as refused:
        desk.told.take(HandedInDraft(), fresh_entry(desk))
    fields = {problem.field for problem in refused.value.problems}
    assert fields == {"from_whom", "at", "how", "words"}


def test_that_it_stands_beside_everybody_in_its_concern(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    handed_in = desk.told.take(replace(GIVEN, concern=concern.id), fresh_entry(desk)).answer
    assert [one.name for one in handed_in.draft.people] == ["Wren Tamarisk"]


def test_that_imagery_is_recorded_in_words_where_its_decision_is_kept(desk: Desk) -> None:
    viewing = decided(
        desk, whose=PersonRef("Lena Harebell"), stands=Stands.STAFF, handle="quiet.fern"
    )
    draft = replace(SAID, basis=viewing.id)
    record = desk.told.record_in_words(draft, fresh_entry(desk)).answer
    assert record.ref == "SWO-2026-001"
    assert [one.name for one in record.draft.people] == ["Lena Harebell"]
    assert desk.told.words_only(record.id) == record
    assert desk.looks.basis(viewing.id).people == record.draft.people


def test_that_imagery_is_recorded_in_words_without_a_decision(desk: Desk) -> None:
    record = desk.told.record_in_words(SAID, fresh_entry(desk)).answer
    page = desk.told.in_words(0, 10)
    assert (page.rows, page.total) == ((record,), 1)
    assert record.draft.triggers == (Trigger.UNDER_13,)
    with pytest.raises(DraftError) as refused:
        desk.told.record_in_words(WordsOnlyDraft(viewed=True), fresh_entry(desk))
    fields = {problem.field for problem in refused.value.problems}
    assert fields == {"told_by", "at", "words", "viewed_how"}


def test_that_a_stop_chosen_by_mistake_is_written_down_with_its_reason(desk: Desk) -> None:
    viewing = decided(desk)
    with pytest.raises(DraftError):
        desk.told.take_stop_back(viewing.id, " ", fresh_entry(desk))
    entry = fresh_entry(desk)
    desk.told.take_stop_back(viewing.id, "I meant the other button", entry)
    part = desk.sitting.part(desk.looks.part_of(viewing.id))
    assert part.ledger.known(entry).body.kind == "stop_taken_back"
