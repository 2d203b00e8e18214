from __future__ import annotations

from dsl_desk.domain.ids import MemberId
from dsl_desk.keys.person import Person
from dsl_desk.keys.slot_cells import CELLS_LENGTH, SlotPlace, make_cells, open_cells

MAYA, HESTER, OWEN = (Person.fresh(MemberId(f"{n:02x}" * 16)) for n in (1, 2, 3))
KEY = b"k" * 32
PLACE = SlotPlace("0a" * 16, "staff-1.slot")


def cells_for(*people: Person) -> bytes:
    return make_cells(KEY, {one.id: one.opening.sealing_key() for one in people}, PLACE)


def test_that_every_holder_finds_the_key_and_nobody_else() -> None:
    cells = cells_for(MAYA, HESTER)
    assert [open_cells(one, cells, PLACE) for one in (MAYA, HESTER, OWEN)] == [KEY, KEY, None]


def test_that_the_cells_are_as_long_whoever_holds_the_slot() -> None:
    for people in ((), (MAYA,), (MAYA, HESTER, OWEN)):
        assert len(cells_for(*people)) == CELLS_LENGTH


def test_that_a_cell_opens_nothing_in_another_slot_or_vault() -> None:
    cells = cells_for(MAYA)
    for place in (SlotPlace("0b" * 16, "staff-1.slot"), SlotPlace("0a" * 16, "staff-2.slot")):
        assert open_cells(MAYA, cells, place) is None


def test_that_chance_decides_where_a_holder_s_cell_is() -> None:
    length = CELLS_LENGTH // 6
    places = set()
    for _ in range(200):
        cells = cells_for(MAYA)
        each = [cells[at : at + length] for at in range(0, CELLS_LENGTH, length)]
        places |= {n for n, cell in enumerate(each) if open_cells(MAYA, cell, PLACE)}
    assert places == set(range(6))
