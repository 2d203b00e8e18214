from __future__ import annotations

import pytest

from dsl_desk.domain import errors as e
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.ui.errors.sentences import advice_for


def test_that_damage_names_the_part_and_the_first_bad_entry() -> None:
    where = Where(Damage.CHAIN, Compartment.CHILDREN, 4321)
    advice = advice_for(e.DamageError(where))
    assert "Children" in advice.happened
    assert "4,321" in advice.happened


@pytest.mark.parametrize("damage", list(Damage))
def test_that_every_kind_of_damage_has_words(damage: Damage) -> None:
    assert advice_for(e.DamageError(Where(damage))).do_now.endswith(".")


def test_that_an_unknown_outcome_is_not_told_as_not_saved() -> None:
    known = advice_for(DiskFailedError(known=True))
    unknown = advice_for(DiskFailedError(known=False))
    assert "not saved" in known.happened
    assert "do not know" in unknown.happened


def test_that_one_problem_and_three_problems_are_counted_in_good_english() -> None:
    one = e.DraftError((e.Problem("words", "missing"),))
    three = e.DraftError((e.Problem("words", "missing"),) * 3)
    assert advice_for(one).do_now == "1 answer needs a look."
    assert advice_for(three).do_now == "3 answers need a look."
