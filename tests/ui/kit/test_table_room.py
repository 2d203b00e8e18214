from __future__ import annotations

import pytest

from dsl_desk.ui.kit.table.room import Gives, Wish, widths_in

WISHES = (
    Wish(120, 120, Gives.NOTHING),
    Wish(300, 200, Gives.WIDTH),
    Wish(360, 180, Gives.WIDTH),
    Wish(100, 100, Gives.PLACE),
    Wish(160, 160, Gives.PLACE),
)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1040, (120, 300, 360, 100, 160)),
        (1000, (120, 300, 320, 100, 160)),
        (760, (120, 200, 180, 100, 160)),
        (759, (120, 300, 239, 100, 0)),
        (600, (120, 200, 180, 100, 0)),
        (599, (120, 299, 180, 0, 0)),
        (100, (120, 200, 180, 0, 0)),
    ],
)
def test_that_columns_narrow_first_and_then_the_last_one_leaves(
    room: int, widths: tuple[int, ...]
) -> None:
    assert widths_in(room, WISHES) == widths
