from __future__ import annotations

from dataclasses import replace

from dsl_desk.domain.duplicates import alike, certain, pairs
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind, PersonRow

WREN = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren", born="2016-03-02", upn="A123456789012")
TYPO = replace(WREN, surname="Tamarask", upn="")
TWIN = replace(WREN, forename="Linnet", upn="B123456789012")


def test_that_two_of_one_birthday_and_nearly_one_name_may_be_one_person() -> None:
    assert alike(WREN, TYPO)
    assert alike(WREN, replace(WREN, forename="Wrenna", upn=""))
    assert not alike(WREN, replace(TYPO, born="2016-03-03"))
    assert not alike(WREN, replace(TYPO, kind=PersonKind.STAFF))


def test_that_twins_are_two_people_and_so_are_two_with_numbers_of_their_own() -> None:
    assert not alike(WREN, TWIN)
    assert not alike(WREN, replace(TYPO, upn="B123456789012"))
    assert alike(WREN, replace(WREN, upn="B123456789012"))


def test_that_without_a_birthday_the_whole_name_has_to_be_the_same() -> None:
    lena = PersonDraft(PersonKind.STAFF, "Harebell", "Lena")
    assert alike(lena, lena)
    assert not alike(lena, replace(lena, forename="Lina"))
    agency = PersonDraft(PersonKind.PROFESSIONAL, organisation="Sedge Vale")
    assert not alike(agency, replace(agency, organisation="Reed Vale"))


def test_that_people_with_one_name_each_are_compared_by_it() -> None:
    sorrel = PersonDraft(PersonKind.PUPIL, forename="Sorrel", born="2016-03-02")
    assert alike(sorrel, replace(sorrel, forename="Sorel"))
    assert not alike(sorrel, WREN)


def test_that_only_birthday_and_whole_name_without_other_numbers_are_certain() -> None:
    assert certain(WREN, replace(WREN, upn=""))
    assert not certain(WREN, TYPO)
    assert not certain(WREN, replace(WREN, upn="B123456789012"))
    assert not certain(replace(WREN, born=""), replace(WREN, born=""))


def test_that_every_two_who_may_be_one_are_named_once() -> None:
    rows = [
        PersonRow(RecordId(str(number)), EntryId(str(number)), draft)
        for number, draft in enumerate((WREN, TWIN, TYPO))
    ]
    assert pairs(rows) == ((rows[0], rows[2]),)
