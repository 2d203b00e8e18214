from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.member_errors import GoesElsewhereError
from tests.builders import an_entry_id
from tests.services.adults import an_allegation_draft
from tests.services.dropbox import observed, take_in
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from tests.services.staffroom import Staffroom


def test_that_an_allegation_handed_in_twice_is_one(school: Staffroom) -> None:
    entry, draft = an_entry_id(school.vault.clock), an_allegation_draft()
    with school.desk(OWEN) as desk:
        desk.drop.hand_in(draft, entry)
        desk.drop.hand_in(draft, entry)
    with school.desk(HESTER) as desk:
        (one,) = take_in(desk)
        assert one.left.id == entry
        assert one.left.fields["words"] == draft.words


def test_that_a_name_spelled_alike_is_sealed_away_from_that_member(school: Staffroom) -> None:
    draft = replace(
        an_allegation_draft(), adult=Adult("hester  winterbourne", standing=Standing.EMPLOYED)
    )
    with school.desk(OWEN) as desk:
        desk.drop.hand_in(draft, an_entry_id(school.vault.clock))
    with school.desk(HESTER) as desk:
        assert take_in(desk) == ()
    with school.desk(ALBAN) as desk:
        (one,) = take_in(desk)
        assert one.sealed


def test_that_whoever_it_is_about_hands_nothing_in(school: Staffroom) -> None:
    draft = replace(an_allegation_draft(), adult=Adult(MAYA, standing=Standing.EMPLOYED))
    before = observed(school)
    with school.desk(MAYA) as desk, pytest.raises(GoesElsewhereError):
        desk.drop.hand_in(draft, an_entry_id(school.vault.clock))
    assert observed(school) == before


def test_that_what_is_missing_is_asked_before_anything_is_left(school: Staffroom) -> None:
    draft = replace(an_allegation_draft(), words="")
    with school.desk(OWEN) as desk, pytest.raises(DraftError):
        desk.drop.hand_in(draft, an_entry_id(school.vault.clock))
