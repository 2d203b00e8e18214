from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.storage.columns import ColumnError, as_bytes, as_number, as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.storage.columns import Value


@pytest.mark.parametrize(
    ("read", "right", "wrong"),
    [(as_bytes, b"x", "x"), (as_number, 1, None), (as_text, "x", 1)],
)
def test_that_a_value_of_another_kind_is_refused(
    read: Callable[[Value], Value], right: Value, wrong: Value
) -> None:
    assert read(right) == right
    with pytest.raises(ColumnError):
        read(wrong)
