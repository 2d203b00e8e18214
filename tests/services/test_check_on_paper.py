"""A signed check on paper: what it tells governors, in numbers, and whom it does not name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.checking_a_term import IN_BULK
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.termly_check import Found, Looked
from tests.builders import PASSPHRASE, an_entry_id
from tests.services.staffroom import HESTER, MAYA
from tests.services.test_machine_readable import DRAFT
from tests.services.test_termly_checks import a_finding, drawn, opened, written
from tests.services.way_out import a_school, exports, own_copy, text_of

if TYPE_CHECKING:
    from dsl_desk.domain.termly_check import FindingDraft
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

CHILDREN = Compartment.CHILDREN
TO_CHAIR = LeavingDraft(
    Recipient(RecipientSort.GOVERNORS, PersonRef("Alban Rushmere")), "Autumn meeting"
)


@pytest.fixture
def checked(signing_school: Staffroom) -> tuple[Staffroom, RecordId]:
    """Hester drew and signed; Maya had opened one record and taken everything out once."""
    with signing_school.desk() as desk:
        a_school(desk)
        record = written(desk, IN_BULK)[0]
        desk.concerns.open(record)
        desk.machine_readable.leave(DRAFT, an_entry_id(desk.sitting.clock))
    with signing_school.desk(HESTER) as desk:
        standing = drawn(desk)
        first, *others = standing.sample
        lacking = Looked(first.record, first.version, Found.LACKING, "Wren Tamarisk is not heard")
        in_order = (Looked(one.record, one.version, Found.IN_ORDER) for one in others)
        more = {"change": "Maya asks each child", "change_by": "2026-12-04"}
        finding = a_finding(standing, looked=(lacking, *in_order), **more)
        return signing_school, sign(desk, finding)


def sign(desk: Desk, finding: FindingDraft) -> RecordId:
    check = opened(desk.checks.standing(CHILDREN))
    return desk.checks.sign(check, finding, PASSPHRASE, an_entry_id(desk.sitting.clock)).answer


def for_chair(desk: Desk, check: RecordId) -> str:
    wanted = Wish(PaperSort.CHECK, check)
    named = desk.leaving.gather(wanted).named
    draft = replace(TO_CHAIR, shown=first_shown(named, RecipientSort.GOVERNORS, wanted.sort))
    return text_of(desk.leaving.leave(wanted, draft, an_entry_id(desk.sitting.clock)).answer)


def test_that_governors_read_what_was_found_who_signed_and_what_left(
    checked: tuple[Staffroom, RecordId],
) -> None:
    school, check = checked
    with school.desk(HESTER) as desk:
        text = for_chair(desk, check)
        export = exports(desk)[-1].body.fields
        assert (export["paper"], export["record"]) == ("check", check)
        assert not desk.checks.standing(CHILDREN).acts[0].papers > 1  # carrying one record
    for told in (
        f"{HESTER}",
        "Something is missing",
        "Reasons are written; twice the voice of the child is missing.",
        "Maya asks each child",
        "4 December 2026",
        "Concern C-2026-",
        "Everything, for another system",
        "Tansy Hollybank, The trust: To move to another system",
        "Drawn again from the same code",
        "Seen for the governing body",
    ):
        assert told in text, told


def test_that_no_child_is_named_to_anybody_unless_somebody_chooses_it(
    checked: tuple[Staffroom, RecordId],
) -> None:
    school, check = checked
    with school.desk(HESTER) as desk:
        assert "Tamarisk" not in for_chair(desk, check)
        named = desk.leaving.gather(Wish(PaperSort.CHECK, check)).named
        for sort in RecipientSort:
            shown = first_shown(named, sort, PaperSort.CHECK)
            (wren,) = [one for one in named if one.name == "Wren Tamarisk"]
            assert shown[wren.key] is Showing.ALIAS
            assert {shown[one.key] for one in named if not one.child} == {Showing.SHOWN}
        assert b"%PDF" in own_copy(desk, PaperSort.CHECK, check)


def test_that_a_paper_counts_up_to_the_signing_and_says_the_same_for_ever(
    checked: tuple[Staffroom, RecordId],
) -> None:
    school, check = checked
    with school.desk() as desk:
        before = desk.checks.on_paper(check)
        school.vault.clock.advance(days=1)
        desk.concerns.open(desk.concerns.page(0, 1).rows[0].id)
        desk.machine_readable.leave(DRAFT, an_entry_id(desk.sitting.clock))
        after = desk.checks.on_paper(check)
        assert (after.acts, after.bulk) == (before.acts, before.bulk)
        assert [one.bulk for one in after.acts if one.name == MAYA] == [1]
        assert len(desk.checks.standing(CHILDREN).bulk) == 2


def test_that_what_was_disposed_of_since_is_said_without_its_reference(
    checked: tuple[Staffroom, RecordId],
) -> None:
    school, check = checked
    with school.desk() as desk:
        first = desk.checks.on_paper(check).entries[0]
        assert first.ref
        with desk.sitting.writing(CHILDREN, EntryClass.DISPOSAL) as write:
            write.dispose(first.looked.record, "Two people decided it")
        text = for_chair(desk, check)
        assert "1. Disposed of since it was drawn" in " ".join(text.split())
        assert first.ref not in text


def test_that_no_paper_is_made_of_what_nobody_signed_or_nobody_knows(
    signing_school: Staffroom,
) -> None:
    with signing_school.desk() as desk:
        written(desk, 1)
    with signing_school.desk(HESTER) as desk:
        check = opened(drawn(desk)).id
        for of in (check, RecordId("0" * 32)):
            with pytest.raises(RecordMissingError):
                desk.leaving.gather(Wish(PaperSort.CHECK, of))
        sign(desk, replace(a_finding(desk.checks.standing(CHILDREN)), change=""))
        text = for_chair(desk, check)
        assert "Nothing left in bulk in this time." in text
        assert "No day" in text
