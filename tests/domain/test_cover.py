from __future__ import annotations

import pytest

from dsl_desk.domain.cover import (
    COVERED,
    NO_COVER,
    Named,
    Showing,
    alias_of,
    cover_of,
    is_called,
    parts_of,
)

WREN = Named("0a", "Wren Tamarisk", child=True, about=True)
LINNET = Named("0b", "Linnet Tamarisk", ("Linnet Rose Tamarisk",), ("quietlinnet",), child=True)
LENA = Named("0c", "Miss Lena Harebell")
EVERYBODY = (WREN, LINNET, LENA)
ALL_HIDDEN = {one.key: Showing.COVERED for one in EVERYBODY}


def covered(text: str, *keys: str, how: Showing = Showing.COVERED) -> str:
    return cover_of(EVERYBODY, dict.fromkeys(keys, how), "salt").words(text)


@pytest.mark.parametrize(
    "written",
    [
        "Lena Harebell",
        "LENA HAREBELL",
        "lena",
        "Harebell's",
        "Harebell, Lena",
        "lenaharebell11",
        "lena.harebell@fernhollow.example",
        "Lena\u200bHarebell",
        "Le\u00adna Hare\u200dbell",
        "\uff2c\uff45\uff4e\uff41 Harebell",
        "Lena\n  Harebell",
        "L\u202eena",
    ],
)
def test_that_a_covered_name_is_gone_however_it_is_written(written: str) -> None:
    told = covered(f"Then {written} came in.", "0c")
    assert COVERED in told
    assert not cover_of(EVERYBODY, {"0c": Showing.COVERED}, "salt").found_anyhow(told)
    assert "arebell" not in told
    assert "ena" not in told.lower()


def test_that_a_word_that_only_begins_like_a_name_stays() -> None:
    assert covered("The wrench of Helena lay by the hare.", "0a", "0c") == (
        "The wrench of Helena lay by the hare."
    )


@pytest.mark.parametrize("written", ["the Harebells", "the harebells", "missharebell07"])
def test_that_a_part_so_long_that_it_is_no_other_word_is_covered_inside_letters_too(
    written: str,
) -> None:
    assert covered(f"They came to {written}.", "0c") == (
        f"They came to {written.lower().replace('harebell', COVERED)}."
    )


def test_that_a_surname_which_somebody_shown_has_too_is_covered_in_whole_names_only() -> None:
    told = covered("Wren Tamarisk and Linnet Tamarisk. Linnet cried. Mrs Tamarisk came.", "0b")
    assert told == f"Wren Tamarisk and {COVERED}. {COVERED} cried. Mrs Tamarisk came."


def test_that_every_name_and_account_of_one_person_is_covered() -> None:
    assert covered("Linnet Rose Tamarisk is @quietlinnet", "0b") == f"{COVERED} is @{COVERED}"


def test_that_an_alias_is_the_same_on_every_paper_of_one_record_and_differs_between_people() -> (
    None
):
    assert covered("Linnet and Lena", "0b", "0c", how=Showing.ALIAS) == (
        f"{alias_of(LINNET, 'salt')} and {alias_of(LENA, 'salt')}"
    )
    assert alias_of(LINNET, "salt").startswith("Child ")
    assert alias_of(LENA, "salt").startswith("Person ")
    assert alias_of(LINNET, "salt") == alias_of(LINNET, "salt") != alias_of(LINNET, "other")


def test_that_a_name_which_is_a_word_too_is_a_name_only_with_a_capital() -> None:
    may = Named("0d", "May Hollybank")
    cover = cover_of((may,), {"0d": Showing.COVERED}, "")
    assert cover.words("May said that we may go. MAY!") == (
        f"{COVERED} said that we may go. {COVERED}!"
    )


def test_that_an_accent_may_be_there_or_not() -> None:
    sian = Named("0e", "Siân Rhŷs")
    cover = cover_of((sian,), {"0e": Showing.COVERED}, "")
    assert cover.words("Sian Rhys and Siân and Rhŷs") == " and ".join([COVERED] * 3)


def test_that_a_short_whole_name_is_no_part_of_a_word() -> None:
    wu = Named("0f", "Li Wu")
    cover = cover_of((wu,), {"0f": Showing.COVERED}, "")
    assert cover.words("Li Wu; liwut; Li-Wu") == f"{COVERED}; liwut; {COVERED}"


def test_that_one_word_that_is_somebody_elses_too_is_covered_all_the_same() -> None:
    one = Named("10", "Tamarisk")
    cover = cover_of((WREN, one), {"10": Showing.COVERED}, "")
    assert cover.words("Tamarisk") == COVERED


def test_that_a_name_of_no_letters_is_covered_too() -> None:
    cover = cover_of((Named("11", "7"),), {"11": Showing.COVERED}, "")
    assert cover.words("No 7") == f"No {COVERED}"


def test_that_nobody_is_covered_where_nobody_was_chosen() -> None:
    assert NO_COVER.words("Wren") == "Wren"
    assert cover_of(EVERYBODY, {"0a": Showing.SHOWN}, "").masks == ()
    assert cover_of(EVERYBODY, ALL_HIDDEN, "").found("Wren and Lena") == ("0a", "0c")
    assert parts_of(("Mrs Lena de la Harebell-Rush",)) == ("lena", "de", "la", "harebell-rush")


def test_that_somebody_is_called_by_a_whole_name_or_an_account_and_not_by_a_part() -> None:
    assert is_called(LINNET, "and then linnet tamarisk came")
    assert is_called(LINNET, "see @quietlinnet")
    assert not is_called(LINNET, "Linnet and Wren Tamarisk")
    assert is_called(Named("12", "Sedge"), "It was Sedge.")
