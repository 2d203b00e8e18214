from __future__ import annotations

import secrets
import zlib

import pytest

from dsl_desk.domain.drop_errors import TooLongToLeaveError
from dsl_desk.domain.ids import MemberId
from dsl_desk.keys.drop_cells import CELL, CellPlace, open_cell, seal_cell
from dsl_desk.keys.person import Person
from dsl_desk.keys.wraps import Suite

MAYA, ALBAN = MemberId("01" * 16), MemberId("02" * 16)
VAULT = "03" * 16
HERE = CellPlace(VAULT, MAYA)
_LENGTH = 4
_TEXT = CELL - 1120 - 16


@pytest.fixture(scope="module")
def maya() -> Person:
    return Person.fresh(MAYA)


def raw(maya: Person, length: int, text: bytes, size: int = _TEXT) -> bytes:
    """Return a cell as another program may make it."""
    whole = (length.to_bytes(_LENGTH, "big") + text).ljust(size, b"\0")
    return maya.opening.sealing_key().wrap(whole, HERE, Suite.HYBRID)


@pytest.mark.parametrize("content", [b"", b"words", b"a" * 60_000])
def test_that_a_cell_opens_for_its_member_alone(maya: Person, content: bytes) -> None:
    cell = seal_cell(content, maya.opening.sealing_key(), HERE)
    assert open_cell(maya.opening, cell, HERE) == content
    assert open_cell(Person.fresh(ALBAN).opening, cell, HERE) is None


@pytest.mark.parametrize("place", [CellPlace(VAULT, ALBAN), CellPlace("04" * 16, MAYA)])
def test_that_a_cell_opens_in_no_other_file_and_no_other_vault(
    maya: Person, place: CellPlace
) -> None:
    cell = seal_cell(b"words", maya.opening.sealing_key(), HERE)
    assert open_cell(maya.opening, cell, place) is None


def test_that_a_cell_with_words_is_as_long_as_one_without(maya: Person) -> None:
    key = maya.opening.sealing_key()
    assert {len(seal_cell(text, key, HERE)) for text in (b"", b"a", b"b" * 9_000)} == {CELL}


@pytest.mark.parametrize("at", [0, 1_000, 1_130, CELL - 1])
def test_that_one_changed_byte_keeps_a_cell_shut(maya: Person, at: int) -> None:
    cell = bytearray(seal_cell(b"words", maya.opening.sealing_key(), HERE))
    cell[at] ^= 1
    assert open_cell(maya.opening, bytes(cell), HERE) is None


@pytest.mark.parametrize("cell", [b"", b"short", bytes(CELL), secrets.token_bytes(CELL)])
def test_that_what_was_never_a_cell_stays_shut(maya: Person, cell: bytes) -> None:
    assert open_cell(maya.opening, cell, HERE) is None


@pytest.mark.parametrize("content", [secrets.token_bytes(CELL), bytes(300_000)])
def test_that_what_is_too_long_for_a_cell_is_refused(maya: Person, content: bytes) -> None:
    with pytest.raises(TooLongToLeaveError):
        seal_cell(content, maya.opening.sealing_key(), HERE)


def test_that_a_cell_of_another_program_cannot_unfold_into_a_large_memory(maya: Person) -> None:
    bomb = zlib.compress(bytes(10_000_000), 9)
    assert open_cell(maya.opening, raw(maya, len(bomb), bomb), HERE) is None


def test_that_a_cell_that_is_formed_otherwise_is_not_believed(maya: Person) -> None:
    folded = zlib.compress(b"words")
    assert open_cell(maya.opening, raw(maya, len(folded), folded), HERE) == b"words"
    for cell in (
        raw(maya, len(folded), folded, _TEXT - 1),
        raw(maya, CELL, folded),
        raw(maya, 5, b"plain"),
        raw(maya, len(folded) - 1, folded),
        raw(maya, len(folded) + 1, folded + b"x"),
    ):
        assert open_cell(maya.opening, cell, HERE) is None
