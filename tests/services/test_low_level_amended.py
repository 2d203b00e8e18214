"""A low-level concern put right: a version with its reason, and signed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation_texts import texts_of_low_level
from dsl_desk.domain.errors import ChangedSinceError, DraftError
from tests.builders import an_entry_id
from tests.services.adults import a_low_level_draft, an_adult, an_allegation_draft, begin, codes
from tests.services.staffroom import HESTER, MAYA

if TYPE_CHECKING:
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY = "Owen was there, and was exact"


def share(desk: Desk) -> LowLevel:
    return desk.low_level.record(a_low_level_draft(), an_entry_id(desk.sitting.clock)).answer


def test_that_a_version_says_why_and_takes_the_signature_off(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        signed = desk.low_level.sign(share(desk), "A habit", an_entry_id(desk.sitting.clock)).answer
        draft = replace(signed.draft, words="Gave two children sweets", signed_by="Somebody")
        entry = an_entry_id(desk.sitting.clock)
        now = desk.low_level.amend(signed, draft, f" {WHY} ", entry).answer
        assert (now.ref, now.written.version, now.written.body.reason) == ("LL-2026-001", 3, WHY)
        assert (now.draft.words, now.draft.signed_by) == ("Gave two children sweets", "")
        first, second, third = desk.low_level.versions(now.written.id)
        assert (first.draft.signed_by, second.draft.signed_by) == ("", HESTER)
        assert third == now == desk.low_level.read(now.written.id)


def test_that_what_it_grew_into_is_not_typed_away(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        concern = share(desk)
        record = begin(desk, an_allegation_draft(grew_from=concern.written.id))
        grown = desk.low_level.read(concern.written.id)
        draft = a_low_level_draft(context="After training")
        entry = an_entry_id(desk.sitting.clock)
        now = desk.low_level.amend(grown, draft, WHY, entry).answer
        assert (now.draft.grew_into, now.draft.context) == (record, "After training")


def test_that_a_version_wants_a_reason_a_good_draft_and_the_same_adult(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        concern = share(desk)
        draft = a_low_level_draft(an_adult("Lena Harebell"), words="")
        with pytest.raises(DraftError) as error:
            desk.low_level.amend(concern, draft, " ", an_entry_id(desk.sitting.clock))
        assert codes(error) == [
            ("words", "missing"),
            ("reason", "missing"),
            ("about", "somebody_else"),
        ]
        again = a_low_level_draft(context="At the gate")
        desk.low_level.amend(concern, again, WHY, an_entry_id(desk.sitting.clock))
        with pytest.raises(ChangedSinceError):
            desk.low_level.amend(concern, again, WHY, an_entry_id(desk.sitting.clock))


def test_that_its_texts_say_who_shared_it_as_they_wished() -> None:
    shown = texts_of_low_level(a_low_level_draft(anonymous=True, shared_by="", in_file=False))
    assert shown["Shared by"] == "somebody, who wishes not to be named"
    assert shown["In the personnel file"] == "It has left it"
    itself = texts_of_low_level(a_low_level_draft(self_report=True, shared_by="", context=""))
    assert itself["Shared by"] == "Rowan Kestrel, about themselves"
    assert "Context" not in itself
