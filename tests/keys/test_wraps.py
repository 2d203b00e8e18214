from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.keys.person import Person
from dsl_desk.keys.wraps import Place, Suite, WrapError

MAYA = MemberId("01" * 16)
KEY = b"k" * 32
PLACE = Place("0a" * 16, Compartment.CHILDREN, 1, MAYA)


@pytest.fixture(scope="module")
def maya() -> Person:
    return Person.fresh(MAYA)


@pytest.mark.parametrize("suite", Suite)
def test_that_a_wrap_opens_for_its_person_in_its_place(maya: Person, suite: Suite) -> None:
    wrap = maya.opening.sealing_key().wrap(KEY, PLACE, suite)
    assert maya.opening.unwrap(wrap, PLACE, suite) == KEY


@pytest.mark.parametrize("suite", Suite)
@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, vault="0b" * 16),
        replace(PLACE, compartment=Compartment.SCHOOL),
        replace(PLACE, epoch=2),
        replace(PLACE, member=MemberId("02" * 16)),
    ],
)
def test_that_a_wrap_opens_nowhere_else(maya: Person, suite: Suite, elsewhere: Place) -> None:
    wrap = maya.opening.sealing_key().wrap(KEY, PLACE, suite)
    with pytest.raises(WrapError):
        maya.opening.unwrap(wrap, elsewhere, suite)


@pytest.mark.parametrize("suite", Suite)
def test_that_a_wrap_opens_for_nobody_else(maya: Person, suite: Suite) -> None:
    wrap = maya.opening.sealing_key().wrap(KEY, PLACE, suite)
    with pytest.raises(WrapError):
        Person.fresh(MAYA).opening.unwrap(wrap, PLACE, suite)


@pytest.mark.parametrize("suite", Suite)
def test_that_a_wrap_with_any_byte_changed_or_missing_opens_nothing(
    maya: Person, suite: Suite
) -> None:
    wrap = maya.opening.sealing_key().wrap(KEY, PLACE, suite)
    for at in range(0, len(wrap), 16):
        changed = bytearray(wrap)
        changed[at] ^= 1
        for bad in (bytes(changed), wrap[:at]):
            with pytest.raises(WrapError):
                maya.opening.unwrap(bad, PLACE, suite)


def test_that_the_two_suites_do_not_open_each_other(maya: Person) -> None:
    wrap = maya.opening.sealing_key().wrap(KEY, PLACE, Suite.HYBRID)
    with pytest.raises(WrapError):
        maya.opening.unwrap(wrap, PLACE, Suite.X25519)
