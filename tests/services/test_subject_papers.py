"""The copy somebody asked for, and the schedule of what was withheld: what leaves of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.cover import Showing
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.leaving import (
    READ_EVERY_PAGE,
    LeavingDraft,
    PaperSort,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.leaving_errors import (
    Flaw,
    NothingInItError,
    NotProvedError,
    NotReadError,
)
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.services import leaving
from dsl_desk.services.pressing import press
from tests.builders import an_entry_id
from tests.services.looking import captured, decided
from tests.services.requests import CHILDREN, a_wish, asked, decide, leave
from tests.services.way_out import a_concern_of, a_school, exports, text_of

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.pressing import Gathered, Printed


def test_that_a_copy_names_nobody_but_the_person_and_leaves_out_what_is_withheld(
    desk: Desk,
) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    note = StepDraft(StepSort.NOTE, "2026-11-18T10:00", "Her aunt fears quillwort", concern.id)
    desk.steps.record(note, an_entry_id(desk.sitting.clock))
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE, "step": Verdict.WITHHOLD})
    parcel = leave(desk, a_wish(request.id, PaperSort.SUBJECT_COPY))
    text = text_of(parcel)
    for gone in ("Linnet", "Lena", "Harebell", "quillwort", "Fernsby said"):
        assert gone not in text
    for there in ("Wren Tamarisk", concern.ref, "Other people have no names here"):
        assert there in text
    body = exports(desk)[-1].body
    assert READ_EVERY_PAGE in body.fields["confirmed"]  # type: ignore[operator]  # a list of texts


def test_that_a_copy_waits_for_somebody_who_has_read_every_page(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE})
    before = len(exports(desk))
    with pytest.raises(NotReadError):
        leave(desk, a_wish(request.id, PaperSort.SUBJECT_COPY), read=False)
    assert len(exports(desk)) == before


def test_that_a_schedule_has_reasons_and_not_one_name(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.WITHHOLD})
    text = text_of(leave(desk, a_wish(request.id, PaperSort.SUBJECT_SCHEDULE), read=False))
    for there in ("Schedule 2, paragraph 16", "18 November 2026", "Concern"):
        assert there in text
    for gone in ("Tamarisk", "Linnet", "Lena", "Sedgewick", "brother"):
        assert gone not in text
    with pytest.raises(NothingInItError):
        desk.leaving.gather(a_wish(request.id, PaperSort.SUBJECT_COPY))


def test_that_a_paper_is_of_one_part(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person)
    with pytest.raises(RecordMissingError):
        desk.leaving.gather(Wish(PaperSort.SUBJECT_COPY, request.id))


def test_that_a_name_that_slipped_past_the_covers_is_caught_and_nothing_leaves(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE})
    real = press

    def leaky(
        gathered: Gathered, draft: LeavingDraft, entry: EntryId, progress: Progress
    ) -> Printed:
        printed = real(gathered, draft, entry, progress)
        bare = real(gathered, replace(draft, shown={}), entry, progress)
        return replace(printed, pdf=bare.pdf)

    monkeypatch.setattr(leaving, "press", leaky)
    before = len([one for one in exports(desk) if one.body.kind == "export"])
    with pytest.raises(NotProvedError) as caught:
        leave(desk, a_wish(request.id, PaperSort.SUBJECT_COPY))
    assert caught.value.flaw is Flaw.NAME
    assert len([one for one in exports(desk) if one.body.kind == "export"]) == before


def test_that_everybody_but_the_person_is_an_alias_at_first(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE})
    gathered = desk.leaving.gather(a_wish(request.id, PaperSort.SUBJECT_COPY))
    shown = first_shown(gathered.named, RecipientSort.COURT, PaperSort.SUBJECT_COPY)
    assert {shown[one.key] for one in gathered.named if one.about} == {Showing.SHOWN}
    assert {shown[one.key] for one in gathered.named if not one.about} == {Showing.ALIAS}


def test_that_evidence_and_a_decision_to_look_are_given_or_withheld_by_themselves(
    desk: Desk,
) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    viewing = decided(desk, concern=concern.id, whose=wren)
    piece = captured(desk, viewing.id)
    request = asked(desk, wren.person)
    give, withhold = Verdict.GIVE, Verdict.WITHHOLD
    for kept, there in (({"evidence": withhold}, False), ({"evidence": give}, True)):
        decide(desk, request.id, CHILDREN, {"*": give, **kept})
        text = text_of(leave(desk, a_wish(request.id, PaperSort.SUBJECT_COPY)))
        assert viewing.ref in text
        assert (piece.ref in text) is there
    decide(desk, request.id, CHILDREN, {"*": give, "viewing": withhold, "evidence": withhold})
    text = text_of(leave(desk, a_wish(request.id, PaperSort.SUBJECT_COPY)))
    assert viewing.ref not in text
    assert piece.ref not in text
