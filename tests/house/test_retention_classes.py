"""Every kind of record has a retention class: one without it would be kept without a reason."""

from __future__ import annotations

from dsl_desk.domain.kinds import KINDS
from dsl_desk.domain.retention import CLASS_OF


def without_class(kinds: set[str]) -> set[str]:
    return kinds - set(CLASS_OF)


def test_that_every_kind_of_record_has_a_retention_class() -> None:
    assert without_class(set(KINDS)) == set()


def test_that_a_kind_without_a_class_is_named() -> None:
    assert without_class({*KINDS, "bell_tower"}) == {"bell_tower"}
