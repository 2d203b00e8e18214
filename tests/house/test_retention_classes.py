"""Every kind of record has a class, a day and a way to be disposed of, or says why not."""

from __future__ import annotations

from dsl_desk.domain.keeping_facts import FACTS, WITHOUT_A_DAY
from dsl_desk.domain.kinds import KINDS
from dsl_desk.domain.retention import CLASS_OF
from dsl_desk.services.retention import KEPT_IN, periods_in_force
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.retention import HOLDS, PROPOSALS
from tests.conftest import FONTS


def without_class(kinds: set[str]) -> set[str]:
    return kinds - set(CLASS_OF)


def without_day_or_reason(kinds: set[str]) -> set[str]:
    return kinds - set(FACTS) - set(WITHOUT_A_DAY)


def test_that_every_kind_of_record_has_a_retention_class() -> None:
    assert without_class(set(KINDS)) == set()


def test_that_a_kind_without_a_class_is_named() -> None:
    assert without_class({*KINDS, "bell_tower"}) == {"bell_tower"}


def test_that_every_kind_has_a_day_or_the_reason_why_it_has_none() -> None:
    assert without_day_or_reason(set(KINDS)) == set()
    assert set(FACTS) & set(WITHOUT_A_DAY) == set()
    assert all(WITHOUT_A_DAY.values())


def test_that_a_kind_with_neither_is_named() -> None:
    assert without_day_or_reason({*KINDS, "bell_tower"}) == {"bell_tower"}


def test_that_the_class_of_a_kind_with_a_day_has_terms_to_reckon_it_from() -> None:
    rules = periods_in_force(FONTS.parent).rules
    assert [kind for kind in FACTS if not rules[CLASS_OF[kind]].terms] == []


def test_that_where_days_are_reckoned_holds_and_proposals_are_listed() -> None:
    assert all({HOLDS, PROPOSALS} <= set(SHELVES[part]) for part in KEPT_IN)
