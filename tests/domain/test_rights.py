from __future__ import annotations

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.member import Role
from dsl_desk.domain.rights import Right, allows, default_right


@pytest.mark.parametrize(
    ("role", "compartment", "right"),
    [
        (Role.DSL, Compartment.CHILDREN, Right.WRITE),
        (Role.DSL, Compartment.STAFF, Right.WRITE),
        (Role.DSL, Compartment.DECLARATIONS, Right.READ),
        (Role.DEPUTY_DSL, Compartment.CHILDREN, Right.WRITE),
        (Role.DEPUTY_DSL, Compartment.STAFF, Right.NONE),
        (Role.HEAD, Compartment.CHILDREN, Right.READ),
        (Role.HEAD, Compartment.DECLARATIONS, Right.WRITE),
        (Role.CHAIR, Compartment.SCHOOL, Right.NONE),
    ],
)
def test_that_roles_begin_with_the_rights_of_the_table(
    role: Role, compartment: Compartment, right: Right
) -> None:
    assert default_right(role, compartment) is right


def test_that_reading_leaves_its_own_entries_and_no_others() -> None:
    made = {each for each in EntryClass if allows(Right.READ, each)}
    assert made == set(EntryClass) - {EntryClass.CONCERN, EntryClass.DISPOSAL, EntryClass.MERGE}


def test_that_without_a_key_nothing_may_be_written() -> None:
    assert not any(allows(Right.NONE, each) for each in EntryClass)


def test_that_whoever_writes_may_write_every_class() -> None:
    assert all(allows(Right.WRITE, each) for each in EntryClass)
