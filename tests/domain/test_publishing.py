"""What may be published of a child: nothing, unless consent in writing is in force."""

from __future__ import annotations

import pytest

from dsl_desk.domain.child_file import PhotoException
from dsl_desk.domain.registers.photo_consent import PLACES
from dsl_desk.domain.registers.publishing import Unpublished, may_be_published, not_in
from dsl_desk.domain.registers.register import RegisterName
from tests.registers import a_draft

TODAY = "2026-11-19"
NONE = PhotoException.NONE
GIVEN = a_draft(RegisterName.PHOTO_CONSENT)


def test_that_without_consent_in_writing_nothing_is_published() -> None:
    spoken = a_draft(RegisterName.PHOTO_CONSENT, standing="spoken")
    assert may_be_published((), NONE, TODAY) == frozenset()
    assert may_be_published((spoken,), NONE, TODAY) == frozenset()


def test_that_a_picture_stands_where_consent_was_given_and_nowhere_else() -> None:
    assert may_be_published((GIVEN,), NONE, TODAY) == {"display", "website"}


@pytest.mark.parametrize(("expires", "held"), [("2026-11-19", True), ("2026-11-18", False)])
def test_that_a_consent_holds_to_the_end_of_its_last_day(expires: str, held: bool) -> None:  # noqa: FBT001 a row
    consent = a_draft(RegisterName.PHOTO_CONSENT, expires=expires)
    assert bool(may_be_published((consent,), NONE, TODAY)) is held


def test_that_a_consent_signed_tomorrow_is_none_today() -> None:
    consent = a_draft(RegisterName.PHOTO_CONSENT, signed_on="2026-11-20")
    assert not may_be_published((consent,), NONE, TODAY)


@pytest.mark.parametrize("standing", ["refused", "withdrawn"])
def test_that_one_refusal_outweighs_every_consent(standing: str) -> None:
    refused = a_draft(RegisterName.PHOTO_CONSENT, standing=standing)
    assert not may_be_published((GIVEN, refused), NONE, TODAY)


def test_that_two_consents_allow_what_both_of_them_allow() -> None:
    other = a_draft(RegisterName.PHOTO_CONSENT, website="", press="yes", expires="")
    assert may_be_published((GIVEN, other), NONE, TODAY) == {"display"}


@pytest.mark.parametrize("exception", [PhotoException.NOT_POSTED, PhotoException.NOT_TAKEN])
def test_that_the_exception_in_a_childs_file_outweighs_consent(exception: PhotoException) -> None:
    assert not may_be_published((GIVEN,), exception, TODAY)


def test_that_the_list_says_where_not_and_never_why() -> None:
    assert not_in(frozenset(PLACES)) is None
    assert not_in(frozenset()) == ()
    assert Unpublished("Wren Tamarisk", "6H", ()).words == "Anywhere"
    closed = not_in(frozenset(PLACES) - {"press", "social"})
    assert closed == ("social", "press")
    words = Unpublished("Wren Tamarisk", "6H", closed).words
    assert words == "On the school's social media, in the press"
